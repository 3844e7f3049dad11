import Foundation
import Records

/// Reads the samples of lmms-eval with the aggregate of their run; one log is one model on one task.
public struct LMMSEvalReader: LogReader {
    /// lmms-eval, with the identifier `lmms-eval`.
    public let runner = Runner(
        id: "lmms-eval", name: "lmms-eval",
        files: "`<time>_samples_<task>.jsonl` with the `<time>_results.json` beside it, and `<task>.json` before 0.3")

    /// A reader without settings.
    public init() {}

    /// Goes by rows with `doc_id` but without `doc`, or by the single object that versions before 0.3 wrote; the
    /// aggregate of a run is a sidecar.
    public func recognise(_ probe: LogProbe) -> Recognition? {
        let outline = probe.outline
        // lm-evaluation-harness keeps the document in the row; lmms-eval takes it out and adds the prompt.
        if outline.root == .object, outline.has("doc_id"), !outline.has("doc"),
            outline.has("filtered_resps") || outline.has("resps") || outline.has("target", "input")
                || (!outline.isComplete && outline.has("target", "arguments"))
        {
            let isWhole = outline.has("target", "filtered_resps")
            return Recognition(
                confidence: isWhole ? 0.97 : 0.8, reason: "rows with `doc_id` and `filtered_resps` but without `doc`")
        }
        if outline.root == .object, outline.has("args", "model_configs"), outline.has("logs") || !outline.isComplete {
            return Recognition(confidence: 0.95, reason: "an object with `args`, `model_configs` and `logs`")
        }
        guard outline.root == .object, outline.has("results"), !outline.has("eval"), !outline.has("lm_eval_version")
        else { return nil }
        let isNamed = LMMSEvalFileName.isAggregate(probe.name)
        guard isNamed || (outline.kinds["date"] == "\"" && outline.has("configs")) else { return nil }
        return Recognition(
            confidence: isNamed ? 0.92 : 0.85,
            reason: "figures of lmms-eval without their samples; run it with `--log_samples`", role: .sidecar)
    }

    /// The aggregate of the same time in its name, else the only one of the folder.
    public func sidecars(of url: URL, in folders: FolderListing) -> [URL] {
        let name = LMMSEvalFileName(url.lastPathComponent).sidecar(among: folders.names(beside: url))
        return name.flatMap { folders.file($0, beside: url) }.map { [$0] } ?? []
    }

    /// Reads the samples of one task. A missing aggregate, or one of other tasks, is a warning.
    ///
    /// - Throws: `Problem` if the rows cannot be read; what the sink throws.
    public func read(_ log: Log, into sink: any RecordSink) throws {
        let name = LMMSEvalFileName(log.url.lastPathComponent)
        let place = InputPlace(file: log.path)
        var aggregate = LMMSEvalAggregate()
        var notes: [Problem] = []
        let header = try Self.header(of: log)
        aggregate =
            try log.firstSidecar(note: { notes.append($0) }) {
                try LMMSEvalAggregate(file: $0.path, shownAs: $1, task: name.task ?? header?.task)
            } ?? aggregate
        if let others = aggregate.otherTasks {
            notes.append(
                place.problem(
                    "task-not-in-sidecar", .warning, field: "results", expected: "figures of the samples' task",
                    found: "figures of \(others.prefix(8).joined(separator: ", "))",
                    remedy: "The runner's own figures are not shown; keep each aggregate beside its samples."))
        }
        if !aggregate.isThere, header == nil {
            notes.append(
                place.problem(
                    "missing-sidecar", .warning, expected: "the aggregate of the run (`<time>_results.json`) beside it",
                    found: "none", remedy: "Put it there, so that the model's name and the runner's figures are known.")
            )
        }
        let folder = log.url.deletingLastPathComponent().lastPathComponent
        // The runner writes `/` as `__`; the first one parts the organisation from the model.
        let folderModel = folder.firstRange(of: "__").map { folder.replacingCharacters(in: $0, with: "/") } ?? folder
        let model = header?.model ?? aggregate.modelName
        if model == nil { notes.append(place.missingModel(used: folderModel)) }
        let task = name.task ?? header?.task
        if task == nil { notes.append(place.missingBenchmark(used: name.stem)) }
        let writer = RunWriter(
            RunRecord(
                index: 0, runner: runner.id, runnerVersion: aggregate.version, model: model ?? folderModel,
                benchmark: task ?? name.stem,
                startedAt: aggregate.startedAt ?? LMMSEvalFileName.isoTime(name.time)),
            place: place, sink: sink)
        for note in notes { writer.note(note) }
        var run = LMMSEvalRun(writer, aggregate)
        try JSONRows(streaming: header == nil ? [] : ["logs"], open: log.open)
            .forEach(note: { writer.note($0) }) { try run.add($0.value, line: $0.line) }
        try run.finish()
    }

    /// What the old layout says before its rows: `{"args": ..., "model_configs": ..., "logs": [...]}`.
    private struct Header {
        var model: String?
        var task: String?
    }

    private static func header(of log: Log) throws -> Header? {
        let outline = JSONOutline(try log.open().readPrefix(LogProbe.prefixLength))
        guard outline.root == .object, outline.has("args"), !outline.has("doc_id") else { return nil }
        var header = Header()
        let scanner = JSONStreamScanner(try log.open(), streaming: ["logs"], skipping: ["model_configs.dataset_kwargs"])
        // The members before the rows are enough; a fault in them is met again when the rows are read.
        _ = try Problem.caught {
            while let part = try scanner.next() {
                if part.container == "logs" || part.path == "logs" { break }
                guard let value = part.value else { continue }
                if part.path == "args" { header.model = LMMSEvalAggregate.modelName(nil, value) }
                if part.path == "model_configs.task" { header.task = value.string }
            }
        }
        if header.task == nil { header.task = LMMSEvalFileName(log.url.lastPathComponent).stem }
        return header
    }
}
