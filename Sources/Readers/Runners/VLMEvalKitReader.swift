import Foundation
import Records

/// Reads the tables of VLMEvalKit: predictions, and predictions with scores, as `.xlsx` or `.tsv`.
public struct VLMEvalKitReader: LogReader {
    public init() {}

    public let runner = Runner(
        id: "vlmevalkit", name: "VLMEvalKit",
        files: "`<model>_<dataset>_<judge>_result.xlsx` or `.tsv` with the `_acc.csv` beside it, and plain predictions")

    public func recognise(_ probe: LogProbe) -> Recognition? {
        let name = VLMEvalKitFileName(probe.name)
        if name.kind == "acc", name.ending == "csv" {
            let columns = QuotedRows.fields(of: probe.firstLine, separator: 0x2C)
            guard columns.contains("Overall") else { return nil }
            return Recognition(confidence: 0.9, reason: "scores by split of a VLMEvalKit run", role: .sidecar)
        }
        guard let header = header(of: probe, ending: name.ending), VLMEvalKitColumns.areTypical(header) else { return nil }
        let confidence = header.contains("index") ? 0.9 : 0.7
        if name.kind == nil, let scored = scoredTable(of: name, among: probe.siblings) {
            return Recognition(
                confidence: confidence, reason: "VLMEvalKit predictions whose scored rows are read from \(scored)",
                role: .sidecar)
        }
        let columns = header.filter { ["index", "id", "question", "answer", "prediction", "hit"].contains($0) }
        return Recognition(
            confidence: confidence, reason: "a table with the columns \(columns.joined(separator: ", "))")
    }

    private func header(of probe: LogProbe, ending: String) -> [String]? {
        if probe.container == .zip {
            guard probe.hasMember("xl/workbook.xml") else { return nil }
            return try? XLSXSheet(path: probe.url.path, shownAs: probe.path).firstRow()?.cells
        }
        return ending == "tsv" ? QuotedRows.fields(of: probe.firstLine, separator: 0x09) : nil
    }

    private func scoredTable(of name: VLMEvalKitFileName, among siblings: [String]) -> String? {
        siblings.first { sibling in
            let other = VLMEvalKitFileName(sibling)
            return other.holdsResults && other.base == name.base
        }
    }

    public func sidecars(of url: URL, in folders: FolderListing) -> [URL] {
        let own = VLMEvalKitFileName(url.lastPathComponent)
        let aggregates = folders.names(beside: url).map { ($0, VLMEvalKitFileName($0)) }
            .filter { $1.kind == "acc" && $1.ending == "csv" && $1.base == own.base }
        // An aggregate of another judge tells nothing about these rows.
        let same = aggregates.filter { $1.judge == own.judge && own.judge != nil }
        return (same.isEmpty ? aggregates.filter { $1.judge == nil } : same).compactMap { folders.file($0.0, beside: url) }
    }

    public func read(_ log: Log, into sink: any RecordSink) throws {
        let name = VLMEvalKitFileName(log.url.lastPathComponent)
        let folders = Array(log.url.deletingLastPathComponent().pathComponents.suffix(3).reversed())
        let place = InputPlace(file: log.path)
        let identity = name.modelAndBenchmark(folders: folders)
        if identity == nil {
            sink.note(
                place.problem(
                    "missing-field", .warning, field: "model", expected: "a file name `<model>_<dataset>`",
                    found: "`\(log.url.lastPathComponent)`", remedy: "Rename the file as VLMEvalKit does."))
        }
        let run = RunRecord(
            index: 0, runner: runner.id, model: identity?.model ?? folders.first ?? name.base,
            benchmark: identity?.benchmark ?? name.base, startedAt: VLMEvalKitFileName.startedAt(folders: folders))
        let rows: any SheetRows =
            name.ending == "tsv"
            ? QuotedRows(open: log.open, separator: 0x09) : try XLSXSheet(path: log.url.path, shownAs: log.path)
        var table = VLMEvalKitTable(run: run, place: place, sink: sink, cutLength: name.ending == "tsv" ? nil : 32_767)
        try rows.forEachRow { row in
            try table.add(row)
            return true
        }
        let aggregate = log.sidecars.first { $0.lastPathComponent.hasSuffix("_acc.csv") }
        try table.finish(reported: aggregate.flatMap { try? VLMEvalKitAggregate($0) })
    }
}
