import Foundation
import Records

/// Reads the tables that were logged to a run of Weights & Biases; the parts of an incremental table are one log.
public struct WandbReader: LogReader {
    /// Weights & Biases, with the identifier `wandb`.
    public let runner = Runner(
        id: "wandb", name: "Weights & Biases",
        files: "`<key>_<step>_<hash>.table.json` below `wandb/run-<time>-<id>/files/media/table/`, or from an artifact")

    /// A reader without settings.
    public init() {}

    /// Whether a file is a table by its name and place; the text has only `columns` and `data`, like that of others.
    static func isTable(_ probe: LogProbe) -> Bool {
        guard EvaluationTable.isSplit(probe.outline) else { return false }
        let parts = probe.url.pathComponents.dropLast()
        return probe.innerName.hasSuffix(".table.json") || parts.suffix(2) == ["media", "table"]
            || probe.outline.has("column_types", "ncols")
    }

    /// Goes by the file's name or place, because the text of such a table looks like that of others; the parts of a
    /// table are one log. The run's summary and metadata are sidecars.
    public func recognise(_ probe: LogProbe) -> Recognition? {
        if ["wandb-summary.json", "wandb-metadata.json"].contains(probe.name), probe.outline.root == .object {
            return Recognition(
                confidence: 0.9, reason: "what W&B knows of a run; its tables lie in `media/table`", role: .sidecar)
        }
        guard Self.isTable(probe) else { return nil }
        let name = WandbTableName(probe.innerName)
        return Recognition(
            confidence: 0.96, reason: "a table of W&B",
            group: "\(probe.url.deletingLastPathComponent().standardizedFileURL.path)/\(name.key)")
    }

    /// The configuration, metadata and summary of the run in whose folder the table lies.
    public func sidecars(of url: URL, in folders: FolderListing) -> [URL] {
        guard let files = WandbRunFolder.files(of: url) else { return [] }
        let wanted: Set<String> = ["config.yaml", "wandb-metadata.json", "wandb-summary.json"]
        return folders.files(in: files, where: wanted.contains)
    }

    /// Reads the parts by step; of a table that was logged again only the last version. A part of exactly 10,000
    /// rows, where W&B cuts tables, is warned of.
    ///
    /// - Throws: `Problem` if a table cannot be read or has no field for predictions or scores; what the sink throws.
    public func read(_ log: Log, into sink: any RecordSink) throws {
        let folder = WandbRunFolder(log)
        let run = TableRun(log: log, runner: runner.id, identity: folder.identity, sink: sink)
        for problem in folder.problems { run.note(problem) }
        for part in try parts(of: log, run) {
            let before = run.count
            try run.read(EvaluationTable(open: part.open), at: InputPlace(file: part.path))
            if run.count - before == Self.rowLimit {
                run.note(
                    InputPlace(file: part.path).problem(
                        "cut-table", .warning, expected: "all rows",
                        found: "exactly \(Self.rowLimit), where W&B cuts tables",
                        remedy: "Download the table's artifact, which holds more rows, and name it instead."))
            }
        }
        try run.finish()
    }

    /// W&B keeps no more rows of a table that is logged to a run.
    private static let rowLimit = 10_000

    /// The parts in the order of their steps. A table that was logged again begins with the same row each time: then only
    /// its last version counts.
    private func parts(of log: Log, _ run: TableRun) throws -> [LogPart] {
        let sorted = log.parts.sorted { left, right in
            let (first, second) = (
                WandbTableName(left.url.lastPathComponent), WandbTableName(right.url.lastPathComponent)
            )
            return (first.step, left.path) < (second.step, right.path)
        }
        guard sorted.count > 1, let last = sorted.last else { return sorted }
        let starts = try sorted.map { part in
            var start: String?
            try EvaluationTable(open: part.open).forEach(note: { _ in }) { row in
                start = row.wholeText
                return false
            }
            return start
        }
        guard let start = starts[0], starts.dropFirst().contains(start) else { return sorted }
        run.note(
            InputPlace(file: log.path).problem(
                "table-logged-again", .note, expected: "one table, or its parts",
                found: "\(sorted.count) versions of one table",
                remedy: "The last one (\(last.path)) is read; name another file to have that one read."))
        return [last]
    }
}

/// What the name of a table file says.
struct WandbTableName {
    /// The key under which the table was logged.
    let key: String
    /// The step of the run, or the number of the part.
    let step: Int

    init(_ name: String) {
        let inner = LogProbe.innerName(name)
        let stem = inner.hasSuffix(".table.json") ? String(inner.dropLast(".table.json".count)) : inner
        // Parts in an artifact: `<number>-<time>.<key>.table.json`.
        if let dot = stem.firstIndex(of: "."), let number = Int(stem[..<dot].prefix { $0 != "-" }) {
            key = String(stem[stem.index(after: dot)...])
            step = number
            return
        }
        let parts = stem.split(separator: "_", omittingEmptySubsequences: false)
        if parts.count > 2, let number = Int(parts[parts.count - 2]), parts[parts.count - 1].allSatisfy(\.isHexDigit) {
            key = parts.dropLast(2).joined(separator: "_")
            step = number
        } else {
            key = stem
            step = 0
        }
    }
}

extension EvaluationTable.Row {
    /// The whole row as text, to tell whether two tables begin alike.
    fileprivate var wholeText: String { generic.fieldNames.map { text($0) ?? "" }.joined(separator: "\u{0}") }
}
