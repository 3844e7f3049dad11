import Foundation
import Records

/// Reads the samples of lm-evaluation-harness with the aggregate of their run; one log is one model on one task.
public struct LMEvaluationHarnessReader: LogReader {
    /// lm-evaluation-harness, with the identifier `lm-eval`.
    public let runner = Runner(
        id: "lm-eval", name: "lm-evaluation-harness",
        files: "`samples_<task>_<time>.jsonl` with the `results_<time>.json` beside it")

    /// A reader without settings.
    public init() {}

    /// Goes by rows with `doc_id`, `doc` and the responses; the aggregate of a run is a sidecar.
    public func recognise(_ probe: LogProbe) -> Recognition? {
        let outline = probe.outline
        if outline.has("doc_id", "doc"), outline.has("filtered_resps") || outline.has("resps") || !outline.isComplete {
            let isWhole = outline.has("target", "filtered_resps")
            return Recognition(
                confidence: isWhole ? 0.98 : 0.8, reason: "rows with `doc_id`, `doc` and `filtered_resps`")
        }
        guard outline.root == .object, outline.has("results"), !outline.has("eval") else { return nil }
        let hasConfigurations = outline.has("configs", "versions")
        guard outline.has("lm_eval_version") || hasConfigurations || outline.has("versions", "config") else {
            return nil
        }
        return Recognition(
            confidence: outline.has("lm_eval_version") || outline.has("n-shot") ? 0.8 : 0.5,
            reason: "figures of lm-evaluation-harness without their samples; run it with `--log_samples`",
            role: .sidecar)
    }

    /// The aggregate of the same time in its name, else the nearest one or the only one beside the samples.
    public func sidecars(of url: URL, in folders: FolderListing) -> [URL] {
        let name = HarnessFileName(url.lastPathComponent).sidecar(among: folders.names(beside: url))
        return name.flatMap { folders.file($0, beside: url) }.map { [$0] } ?? []
    }

    /// Reads the samples of one task with the aggregate's figures, where it is there.
    ///
    /// - Throws: `Problem` if the rows cannot be read; what the sink throws.
    public func read(_ log: Log, into sink: any RecordSink) throws {
        let name = HarnessFileName(log.url.lastPathComponent)
        var notes: [Problem] = []
        let aggregate =
            try log.firstSidecar(note: { notes.append($0) }) {
                try HarnessAggregate(file: $0.path, shownAs: $1, name: name)
            } ?? HarnessAggregate()
        let identity = HarnessIdentity(log: log, name: name, aggregate: aggregate)
        var run = HarnessRun(identity.run(runner.id), aggregate, place: InputPlace(file: log.path), sink: sink)
        for note in notes + identity.problems { run.note(note) }
        try readRows(log, into: &run)
    }

    /// Lines of JSON, or, as versions 0.4.0 to 0.4.2 wrote, one indented list whatever the name says.
    private func readRows(_ log: Log, into run: inout HarnessRun) throws {
        var notes: [Problem] = []
        try JSONRows(open: log.open).forEach(note: { notes.append($0) }) { try run.add($0.value, line: $0.line) }
        for note in notes { run.note(note) }
        try run.finish()
    }
}
