import Analysis
import Findings
import Foundation
import Records
import Report
import WholeFiles

extension CommandDefinition {
    static let compare = CommandDefinition(
        name: "compare", summary: "regression check of releases, straight from logs or from the store",
        description: """
            Compares each candidate with the first release, item by item: an interval and an exact test for each difference, \
            for the whole, each benchmark, capability and facet. Says improved, regressed, equivalent or inconclusive, and \
            whether the release may pass.
            """,
        arguments: ArgumentDefinition(
            name: "BASE CANDIDATE...",
            description: "two or more releases: logs (file, folder, glob), a findings.json, or a model of the store; "
                + "NAME=LOGS names one, LOGS::MODEL picks one model of several; none: [compare] of the study",
            minimum: 0, maximum: nil, kind: .path),
        options: [
            .study, .store, .runner, .format, .report, .json, .margin, .strict, .sequential, .accept, .flips, .date,
            .threads, .output, .quiet,
        ],
        examples: [
            CommandExample("acuity compare logs/v1 logs/v2", "the logs of two releases"),
            CommandExample(
                "acuity compare v1=old.jsonl v2=new.jsonl --margin 0.01 --report junit=gate.xml,markdown=gate.md",
                "for CI: names, a margin of equivalence, a test report and a comment"),
            CommandExample("acuity compare logs/all.jsonl::model-v1 logs/all.jsonl::model-v2", "two models of one log"),
        ],
        footer: """
            It exits with 1 if a candidate regressed and the policy of the study file blocks it, with 3 if the releases cannot \
            be compared.
            """,
        exitCodes: [.failed, .inconclusive],
        guides: [.releaseGate, .study]
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
