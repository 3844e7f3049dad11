import Foundation
import Ingest
import Readers
import Records

extension CommandDefinition {
    static let summarize = CommandDefinition(
        name: "summarize", summary: "logs to a small summary, for `acuity merge` on another machine",
        description: """
            Reads one machine's share of the logs and writes what `acuity merge` needs of them: a file of a few bytes an item. \
            Shares are by number (`--shard`), so that machines need not talk, or by a list of files (`--files`).
            """,
        arguments: ArgumentDefinition(
            name: "STUDY|LOGS", description: "a study file (.toml), or logs: files, folders, globs", minimum: 0,
            maximum: nil, kind: .path),
        options: [
            .summaryFile, .shard, .files, .root, .texts, .study, .runner, .model, .benchmark, .threads, .quiet,
        ],
        examples: [
            CommandExample(
                "acuity summarize study.toml --shard 3/16 --out part-3.summary", "the third of sixteen equal shares"),
            CommandExample(
                "acuity summarize study.toml --files list.txt --out part.summary",
                "the logs that another program listed"),
        ],
        footer: """
            The summary is written even where a log could not be read (exit code 3): it tells so to `acuity merge`.
            """,
        guides: [.beyondOneMachine, .performance]
    ) { invocation, console in
        let share = try SummaryShare(invocation)
        console.tell(share.study)
        console.step("Taking \(share.logs.count) of \(counted(share.total, "log"))")
        guard let path = invocation.value(.summaryFile) else {
            throw UsageError("--out: expected the file to write, such as part-1.summary; found none")
        }
        let summarizer = Summarizer(
            study: share.study, threads: try invocation.threads, hasTexts: invocation.has(.texts))
        var hasErrors = !share.logs.problems.isEmpty
        for problem in share.logs.problems { IngestStep.report(problem, to: console) }
        let summary = try SummaryOutput.write(path) { url in
            try summarizer.summarize(
                share.logs, to: url, progress: { console.progress("Reading", done: $0, of: $1) }
            ) { problem in
                IngestStep.report(problem, to: console)
                if problem.severity == .error { hasErrors = true }
            }
        }
        for path in summary.written { console.step("Read \(path)") }
        for problem in summary.failed { console.error(problem.description) }
        console.message(
            "\(counted(summary.written.count, "log")) read, \(summary.failed.count) failed, "
                + "\(counted(summary.copies.count, "copy", "copies")), \(share.total - share.logs.count) left to others"
        )
        console.message("Summary: \(SummaryOutput.name(path))")
        return hasErrors || !summary.failed.isEmpty ? .badInput : .success
    }
}

extension OptionDefinition {
    static let summaryFile = OptionDefinition(
        name: "out", value: "FILE", description: "the summary to write; - is standard output", kind: .file(["summary"]))
    static let shard = OptionDefinition(
        name: "shard", value: "I/N", description: "take the I-th of N equal shares of the logs, from 1")
    static let files = OptionDefinition(
        name: "files", value: "LIST",
        description: "take the logs whose files the file LIST names, one a line; - is standard input",
        kind: .file())
    static let root = OptionDefinition(
        name: "root", value: "DIR",
        description: "show the logs' paths from DIR on, for machines that have it in other places",
        kind: .folder)
    static let texts = OptionDefinition(
        name: "texts", value: nil, description: "keep the texts of items and predictions, for the site's item pages")
}
