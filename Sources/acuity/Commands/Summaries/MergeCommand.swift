import Analysis
import Findings
import Foundation
import Ingest
import Records
import Store

extension CommandDefinition {
    private static let partial = OptionDefinition(
        name: "partial", value: nil, description: "go on without the logs of shares that are lacking")
    private static let summarizedStudy = OptionDefinition(
        name: "study", value: "FILE",
        description: "the study file with which the summaries were made, if there was one",
        kind: .file(["toml"]))
    private static let joined = OptionDefinition(
        name: "summary", value: "FILE",
        description: "write one summary of all (- to standard output) instead of findings", kind: .file(["summary"]))

    static let merge = CommandDefinition(
        name: "merge", summary: "summaries to store and findings, the same as from the logs themselves",
        description: """
            Joins what `acuity summarize` wrote on several machines to the store and the findings that one machine makes of \
            all logs, byte for byte. `acuity site`, `figures`, `tables` and `check` go on from there.
            """,
        arguments: ArgumentDefinition(
            name: "SUMMARY", description: "summaries: files, folders (their *.summary), globs", minimum: 1,
            maximum: nil,
            kind: .path),
        options: [.output, summarizedStudy, joined, partial, .threads, .quiet],
        examples: [
            CommandExample(
                "acuity merge parts --study study.toml --output out", "the findings of all summaries of a folder"),
            CommandExample("acuity merge part-1.summary part-2.summary --summary both.summary", "two summaries to one"),
        ],
        footer: "The order of the summaries does not matter, and a log that is in several counts once.",
        guides: [.beyondOneMachine]
    ) { invocation, console in
        let merge = try SummaryMerge(try SummaryPaths.find(invocation.arguments))
        if let path = invocation.value(joined) {
            try SummaryOutput.write(path) { try merge.write(to: $0) }
            console.message("\(counted(merge.count, "log")) in one summary")
            console.message("Summary: \(SummaryOutput.name(path))")
            return .success
        }
        console.step("Found the summaries of \(counted(merge.count, "log")); \(merge.lacking.count) lacking")
        if !merge.lacking.isEmpty, !invocation.has(partial) { throw Problem.lackingLogs(merge.lacking) }
        let input = try StudyInput(studyPath: invocation.value(summarizedStudy))
        let threads = try invocation.threads
        let workspace = Workspace(output: invocation.output)
        let lock = try workspace.lock(console, makesFolder: true)
        defer { lock.release() }
        let made = try workspace.replaceStore { store -> (FindingsDocument, ExitCode)? in
            let summary = try merge.write(to: store, study: input.study, threads: threads) {
                console.progress("Merging", done: $0, of: $1)
            }
            console.message(
                "\(counted(summary.written.count, "log")) merged, \(summary.failed.count) failed, "
                    + "\(counted(summary.copies.count, "copy", "copies")), \(merge.lacking.count) lacking")
            try IngestStep.report(merge.problems, summary, store: store, to: console)
            guard !summary.usable.isEmpty else { return nil }
            let problems =
                IngestStep.problems(merge.problems, summary) + merge.lacking.map { Problem.lackingLog($0) }
            let findings = try Analyzer(store: store, study: input.study, threads: threads, version: Program.version)
                .findings(sources: summary.usable, problems: problems) {
                    console.progress("Analysing", done: $0, of: $1)
                }
            return (findings, try IngestStep.exitCode(merge.problems, summary, store: store))
        }
        guard let (findings, exitCode) = made else {
            console.error("no log could be used; store and findings were left as they were")
            return .badInput
        }
        console.tell(findings)
        try workspace.write(findings, console)
        console.message("Findings: \(workspace.findingsURL.relativePath)")
        return IngestStep.report(studyProblemsOf: findings, to: console) ? exitCode : .badInput
    }
}

extension Problem {
    fileprivate static func lackingLogs(_ paths: [String]) -> Problem {
        Problem(
            kind: "lacking-summaries", severity: .error, file: paths[0],
            expected: "a summary with each log that was found",
            found: "none with this one" + (paths.count > 1 ? " and \(paths.count - 1) more" : ""),
            remedy: "Run the shares that are lacking again, or pass --partial to go on without.")
    }

    fileprivate static func lackingLog(_ path: String) -> Problem {
        Problem(
            kind: "lacking-summary", severity: .warning, file: path, expected: "a summary with each log that was found",
            found: "none with this one", remedy: "Run its share again, and merge again.")
    }
}
