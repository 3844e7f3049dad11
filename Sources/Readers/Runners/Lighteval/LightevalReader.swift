import Foundation
import Records

/// Reads the details of lighteval with the results of their run; one log is one model on one task.
public struct LightevalReader: LogReader {
    /// lighteval, with the identifier `lighteval`.
    public let runner = Runner(
        id: "lighteval", name: "lighteval",
        files: "`details_<task>|<n>_<time>.parquet` with the `results_<time>.json` of the run")

    /// A reader without settings.
    public init() {}

    /// Goes by the columns of the details, of new versions and old; the results of a run are a sidecar.
    public func recognise(_ probe: LogProbe) -> Recognition? {
        let outline = probe.outline
        if outline.has("doc", "metric", "model_response") {
            return Recognition(confidence: 0.97, reason: "rows with `doc`, `metric` and `model_response`")
        }
        if outline.has("doc.query", "doc.choices"), !outline.isComplete {
            return Recognition(confidence: 0.8, reason: "long rows with `doc.query` and `doc.choices`")
        }
        if outline.has("full_prompt", "predictions", "metrics"), outline.has("gold_index") || outline.has("gold") {
            return Recognition(confidence: 0.95, reason: "rows with `full_prompt`, `predictions`, `metrics` and `gold`")
        }
        if outline.root == .object, outline.has("config_general", "results") {
            return Recognition(
                confidence: 0.9, reason: "figures of lighteval without their samples; run it with `--save-details`",
                role: .sidecar)
        }
        return nil
    }

    /// The results of the run: of the same time, else the only ones; where lighteval puts them, or near the details.
    public func sidecars(of url: URL, in folders: FolderListing) -> [URL] {
        LightevalFileName(url).results(of: url, in: folders).map { [$0] } ?? []
    }

    /// Reads the details of one task; missing results are a warning.
    ///
    /// - Throws: `Problem` if the rows cannot be read; what the sink throws.
    public func read(_ log: Log, into sink: any RecordSink) throws {
        let name = LightevalFileName(log.url)
        let place = InputPlace(file: log.path)
        var notes: [Problem] = []
        let results =
            try log.firstSidecar(note: { notes.append($0) }) {
                try LightevalResults(file: $0.path, shownAs: $1, task: name.task)
            } ?? LightevalResults()
        if log.sidecars.isEmpty {
            notes.append(
                place.problem(
                    "missing-sidecar", .warning, expected: "the results of the run (`results_<time>.json`)",
                    found: "none", remedy: "Keep the folders `results` and `details` together."))
        }
        let folder = log.url.deletingLastPathComponent().lastPathComponent
        let model = results.modelName ?? name.model
        if model == nil { notes.append(place.missingModel(used: folder)) }
        let task = results.task ?? name.task
        if task.isEmpty { notes.append(place.missingBenchmark(used: folder)) }
        let writer = RunWriter(
            RunRecord(
                index: 0, runner: runner.id, runnerVersion: results.version, model: model ?? folder,
                benchmark: task.isEmpty ? folder : task, startedAt: name.startedAt),
            place: place, sink: sink)
        for note in notes + results.problems { writer.note(note) }
        let run = LightevalRun(writer, results)
        try JSONRows(open: log.open).forEach(note: { writer.note($0) }) { try run.add($0.value, line: $0.line) }
        try run.finish()
    }
}
