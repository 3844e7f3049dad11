import Analysis
import Findings
import Foundation
import Report
import WholeFiles

extension CommandDefinition {
    static let check = CommandDefinition(
        name: "check", summary: "the thresholds' verdicts, with an exit code",
        description: """
            Reads `results/findings.json` and prints whether each model passes, fails or leaves open each threshold of the \
            study, with the lower and upper bound that decide it. Computes nothing anew.
            """,
        options: [.output, .study, .format, .report, .json, .strict, .date, .quiet],
        examples: [
            CommandExample("acuity check --output out", "the verdicts of the findings in out/results, as a table"),
            CommandExample(
                "acuity check --strict --report junit=gate.xml", "for CI: certainty asked for, and a test report"),
            CommandExample(
                "acuity check --study study.toml --date 2026-01-31", "with the waivers of a study, as of a day"),
        ],
        footer: """
            A threshold that fails does not count where a waiver of the study file named by `--study` covers it. `--json` is \
            short for `--format json`.
            """,
        exitCodes: [.failed, .inconclusive],
        guides: [.releaseGate, .study]
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
            console.message("\(problem.place): \(problem.message)")
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
