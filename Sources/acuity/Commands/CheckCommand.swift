import Analysis
import Findings
import Foundation
import Report
import WholeFiles

extension CommandDefinition {
    static let check = CommandDefinition(
        name: "check", summary: "the thresholds' verdicts, with an exit code",
        options: [.output, .study, .format, .report, .json, .strict, .date, .quiet],
        footer:
            "Reads results/findings.json. Exits with 1 if a threshold fails and no waiver of the study file named by "
            + "--study covers it, with 4 under --strict if one is inconclusive. --json is short for --format json."
    ) { invocation, console in
        let format = try CompareOptions.format(invocation)
        let reports = try CompareOptions.reports(invocation)
        let day = try CompareOptions.day(invocation.value(.date))
        let findings = try Workspace(output: invocation.output).readFindings(console)
        guard !findings.study.thresholds.isEmpty else {
            throw UsageError("expected thresholds in the study; found none. Add a [[threshold]] to the study file.")
        }
        let study = try invocation.value(.study).map { try StudyInput.study(file: $0) }
        let judgement = Gate.judge(
            verdicts: findings.verdicts,
            policy: PolicyFinding(study?.compare, isStrict: invocation.has(.strict), date: day))
        for problem in judgement.problems(file: study?.file ?? "the study") {
            console.message(Console.safe("\(problem.place): \(problem.message)"))
        }
        func text(_ format: GateFormat, _ options: GateOptions = GateOptions()) throws -> String {
            try CheckReport.render(
                findings, as: format, options: options, isStrict: judgement.policy.isStrict, outcome: judgement.outcome)
        }
        for report in reports {
            try WholeFile.write(Data(text(report.format).utf8), to: URL(fileURLWithPath: report.file))
            console.step("Wrote \(report.file)")
        }
        StandardStream.write(
            try text(format, GateOptions(usesColour: console.usesColourInResults)), to: .standardOutput)
        return judgement.outcome.decision.exitCode
    }
}
