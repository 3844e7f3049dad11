import Analysis
import Export
import Foundation
import Ingest
import Store

extension CommandDefinition {
    private static let format = OptionDefinition(
        name: "format", value: "FORMAT", description: "the form to write: every-eval-ever (the default and only one)",
        kind: .word(["every-eval-ever"]))
    private static let organization = OptionDefinition(
        name: "organization", value: "NAME", description: "who provides the data (default: the study's title)")
    private static let folder = OptionDefinition(
        name: "output", value: "DIR", description: "write data/ under DIR (default: the current folder)",
        kind: .folder)

    static let export = CommandDefinition(
        name: "export", summary: "the runs of logs in a form that others read",
        description: """
            Reads logs as `acuity build` does and writes each run in the form of Every Eval Ever: a JSON document with its \
            scores and intervals, and a JSONL with a line for each item, at \
            `data/BENCHMARK/DEVELOPER/MODEL/UUID.json` and `UUID_samples.jsonl`.
            """,
        arguments: ArgumentDefinition(
            name: "STUDY|LOGS", description: "a study file (.toml), or logs: files, folders, globs", minimum: 0,
            maximum: nil, kind: .path),
        options: [format, folder, organization, .study, .runner, .model, .benchmark, .threads, .quiet],
        examples: [
            CommandExample("acuity export logs --output eee", "every run of a folder of logs"),
            CommandExample(
                "acuity export study.toml --organization \"My group\"", "the runs of a study, with its provider"),
        ],
        footer: "A run of which no prediction has a score is left out, and told.",
        guides: [.export, .readers]
    ) { invocation, console in
        let format = invocation.value(format) ?? "every-eval-ever"
        guard format == "every-eval-ever" else {
            throw UsageError("--format: expected `every-eval-ever`; found `\(format)`")
        }
        let input = try StudyInput(invocation)
        // Each export reads its logs anew, so that nothing of an older store gets into it.
        let scratch = FileManager.default.temporaryDirectory.appending(path: "acuity-export-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let store = try Store(path: scratch.appending(path: "acuity.sqlite").path)
        var names: [String: String] = [:]
        let summary = try IngestStep.run(input, store: store, console: console) { id, name in
            names[id] = min(names[id] ?? name, name)
        }
        guard !summary.usable.isEmpty else {
            console.error("no log could be used; nothing was written")
            return .badInput
        }
        let findings = try Analyzer(
            store: store, study: input.study, threads: invocation.threads, version: Program.version
        ).findings(sources: summary.usable, problems: IngestStep.problems(input.listing.problems, summary)) {
            console.progress("Analysing", done: $0, of: $1)
        }
        console.tell(findings)
        let written = try EvaluationExport(
            store: store, findings: findings, names: names,
            organisation: invocation.value(organization) ?? input.study.title
        ).write(to: invocation.output)
        for run in written.unscored {
            console.warning("\(run): no prediction has a score; it was left out")
        }
        for path in written.written { console.result(Console.safe(path)) }
        console.message("\(written.written.count) runs written")
        return try IngestStep.exitCode(input.listing.problems, summary, store: store)
    }
}
