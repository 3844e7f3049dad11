import Analysis
import Findings
import Foundation
import Records
import Report
import WholeFiles

extension CommandDefinition {
    static let compare = CommandDefinition(
        name: "compare", summary: "regression check of releases, straight from logs or from the store",
        arguments: ArgumentDefinition(
            name: "BASE CANDIDATE...",
            description: "two or more releases: logs (file, folder, glob), a findings.json, or a model of the store; "
                + "NAME=LOGS names one, LOGS::MODEL picks one model of several; none: [compare] of the study",
            minimum: 0, maximum: nil),
        options: [
            .study, .store, .runner, .format, .report, .json, .margin, .strict, .sequential, .accept, .flips, .date,
            .threads, .output, .quiet,
        ],
        footer: """
            Each candidate is compared with the first release, item by item. Exits with 1 if it regressed and the policy \
            blocks it, with 4 under --strict if that cannot be told, with 3 if the releases cannot be compared.
            Examples: acuity compare logs/v1 logs/v2
                      acuity compare v1=old.jsonl v2=new.jsonl --margin 0.01 --report junit=gate.xml,markdown=gate.md
            """
    ) { invocation, console in
        let options = try CompareOptions(invocation)
        let study = try options.study(StudyInput.study(file: invocation.value(.study)))
        console.tell(study)
        let input = try ReleaseInput(invocation, study: study, console: console)
        let document = try input.document(options, study: study)
        console.step("Compared the releases: \(document.outcome.decision)")
        for report in options.reports {
            try WholeFile.write(
                Data(GateReport.render(document, as: report.format).utf8), to: URL(fileURLWithPath: report.file))
            console.step("Wrote \(report.file)")
        }
        let appearance = GateOptions(usesColour: console.usesColourInResults)
        StandardStream.write(
            try GateReport.render(document, as: options.format, options: appearance), to: .standardOutput)
        return document.outcome.decision.exitCode
    }
}

extension GateDecision {
    /// What the shell is told.
    var exitCode: ExitCode {
        switch self {
        case .passed: .success
        case .blocked: .failed
        case .inconclusive: .inconclusive
        }
    }
}
