import Foundation
import Records

/// Reads the instance rows of Every Eval Ever with the aggregate beside them; rows of one answer, one a metric, become one
/// prediction with several scores.
public struct EveryEvalEverReader: LogReader {
    /// Every Eval Ever, with the identifier `every-eval-ever`.
    public let runner = Runner(
        id: "every-eval-ever", name: "Every Eval Ever",
        files: "`<uuid>_samples.jsonl` with the aggregate `<uuid>.json` beside it, schema 0.2 and 0.3")

    /// A reader without settings.
    public init() {}

    /// Goes by `schema_version` and `evaluation_id` with the fields of an instance; aggregates are sidecars.
    public func recognise(_ probe: LogProbe) -> Recognition? {
        let outline = probe.outline
        guard outline.has("schema_version", "evaluation_id") else { return nil }
        if outline.has("evaluation_results"), outline.kinds["evaluation_results"] == "[" {
            return Recognition(
                confidence: 0.97, reason: "an aggregate of Every Eval Ever; its items are in `<uuid>_samples.jsonl`",
                role: .sidecar)
        }
        guard outline.has("sample_id") || outline.has("sample_hash") else { return nil }
        if outline.has("evaluation.score") || outline.has("evaluation.is_correct") {
            return Recognition(
                confidence: 0.98, reason: "rows with `schema_version`, `sample_id` and `evaluation.score`")
        }
        // A long transcript may push the score out of the first bytes.
        guard outline.has("interaction_type") || !outline.isComplete else { return nil }
        return Recognition(confidence: 0.9, reason: "rows with `schema_version`, `evaluation_id` and `sample_id`")
    }

    /// The aggregate of the same name, or else the only JSON file beside the rows.
    public func sidecars(of url: URL, in folders: FolderListing) -> [URL] {
        let inner = LogProbe.innerName(url.lastPathComponent)
        let stem = inner.hasSuffix("_samples.jsonl") ? String(inner.dropLast("_samples.jsonl".count)) : inner
        if let own = folders.file("\(stem).json", beside: url), own.lastPathComponent != url.lastPathComponent {
            return [own]
        }
        // Renamed rows still have their aggregate if it is the only one there.
        let others = folders.names(beside: url).filter { $0.hasSuffix(".json") && $0 != url.lastPathComponent }
        return others.count == 1 ? folders.file(others[0], beside: url).map { [$0] } ?? [] : []
    }

    /// Reads the rows with the aggregate's units and figures; a missing aggregate is a warning.
    ///
    /// - Throws: `Problem` if the rows cannot be read; what the sink throws.
    public func read(_ log: Log, into sink: any RecordSink) throws {
        let place = InputPlace(file: log.path)
        var notes: [Problem] = []
        var aggregate =
            try log.firstSidecar(note: { notes.append($0) }) { try EvalAggregate(file: $0.path, shownAs: $1) }
            ?? EvalAggregate()
        if log.sidecars.isEmpty {
            notes.append(
                place.problem(
                    "missing-sidecar", .warning, expected: "the aggregate of the rows (`<uuid>.json`) beside them",
                    found: "none", remedy: "Put it there, so that units, directions and reported figures are known."))
        }
        try aggregate.settleScales { body in try Self.forEachRow(log, note: { _ in }, body) }
        let runs = EvalRuns(log: log, runner: runner.id, aggregate: aggregate, sink: sink)
        for note in notes { runs.note(note) }
        try Self.forEachRow(log, note: { runs.note($0) }) { row, line in
            try runs.add(row, line: line)
            return true
        }
        try runs.finish()
    }

    /// Hands each row to `body` until it wants no more.
    private static func forEachRow(
        _ log: Log, note: (Problem) -> Void, _ body: (EvalRow, Int) throws -> Bool
    ) throws {
        struct Enough: Error {}
        do {
            try JSONRows(open: log.open).forEach(note: note) { row in
                guard try body(EvalRow(row.value), row.line) else { throw Enough() }
            }
        } catch is Enough {}
    }
}
