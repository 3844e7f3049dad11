import Foundation
import Records

/// Reads the tables of VLMEvalKit: predictions, and predictions with scores, as `.xlsx`, `.tsv` or `.json`; one log is one
/// model on one data set, scored by one judge or several.
public struct VLMEvalKitReader: LogReader {
    /// A reader without settings.
    public init() {}

    /// VLMEvalKit, with the identifier `vlmevalkit`.
    public let runner = Runner(
        id: "vlmevalkit", name: "VLMEvalKit",
        files: "`<model>_<dataset>_<judge>_result.xlsx`, `.tsv` or `.json` with the `_acc.csv` beside it, and plain "
            + "predictions")

    /// Goes by the columns of the table and by the file's name; the tables of several judges on one run are one log.
    /// Figures, and predictions whose scored rows are there, are sidecars.
    public func recognise(_ probe: LogProbe) -> Recognition? {
        let name = VLMEvalKitFileName(probe.name)
        if name.holdsFigures, let figures = recogniseFigures(probe, name) { return figures }
        guard let header = header(of: probe, ending: name.ending) else { return nil }
        if let other = recogniseOther(probe, name, header) { return other }
        guard VLMEvalKitColumns.areTypical(header) else { return nil }
        let folded = header.map { $0.lowercased() }
        guard name.ending != "csv", probe.container == .zip || name.ending == "tsv" || folded.contains("index") else {
            return nil
        }
        let confidence = folded.contains("index") ? 0.9 : 0.7
        if name.kind == nil || name.isStep, let scored = scoredTable(of: name, among: probe.siblings) {
            return Recognition(
                confidence: confidence, reason: "VLMEvalKit predictions whose scored rows are read from \(scored)",
                role: .sidecar)
        }
        let columns = folded.filter { ["index", "id", "question", "answer", "prediction", "hit"].contains($0) }
        // Links to the newest run lie one folder up, so that the real folder tells which files are of one run.
        let folder = probe.url.resolvingSymlinksInPath().deletingLastPathComponent().path
        return Recognition(
            confidence: confidence, reason: "a table with the columns \(columns.joined(separator: ", "))",
            group: "\(folder)/\(name.base)")
    }

    private func recogniseFigures(_ probe: LogProbe, _ name: VLMEvalKitFileName) -> Recognition? {
        let names =
            name.ending == "csv"
            ? QuotedRows.fields(of: probe.firstLine, separator: 0x2C).map { $0.lowercased() }
            : probe.outline.topKeys.map { $0.lowercased() }
        let isOwn =
            names.contains("overall") || names.contains("aacc") || (names.contains("category") && names.contains("hit"))
        guard !names.contains("prediction"), isOwn || hasRun(probe, name) else { return nil }
        return Recognition(confidence: 0.9, reason: "scores by split of a VLMEvalKit run", role: .sidecar)
    }

    /// Sheets of figures, and copies of scored rows that forks write for people.
    private func recogniseOther(_ probe: LogProbe, _ name: VLMEvalKitFileName, _ header: [String]) -> Recognition? {
        let hasPredictions = header.contains { $0.lowercased() == "prediction" }
        if name.isAggregate, !hasPredictions, hasRun(probe, name) {
            return Recognition(
                confidence: 0.9, reason: "figures of a VLMEvalKit run as a sheet, which are not read", role: .nothing)
        }
        guard name.ending == "csv", hasPredictions else { return nil }
        let stem = (probe.name as NSString).deletingPathExtension
        let scored = probe.siblings.first { sibling in
            let other = VLMEvalKitFileName(sibling)
            return other.holdsResults && stem.hasPrefix(other.base + "_")
        }
        return scored.map {
            Recognition(confidence: 0.9, reason: "a copy of VLMEvalKit rows that are read from \($0)", role: .nothing)
        }
    }

    private func hasRun(_ probe: LogProbe, _ name: VLMEvalKitFileName) -> Bool {
        probe.siblings.contains { $0 != probe.name && VLMEvalKitFileName($0).base == name.base }
    }

    private func header(of probe: LogProbe, ending: String) -> [String]? {
        if probe.container == .zip, probe.packedName == nil {
            guard probe.hasMember("xl/workbook.xml") else { return nil }
            return try? XLSXSheet(path: probe.url.path, shownAs: probe.path).firstRow()?.cells
        }
        if probe.outline.root == .list { return probe.outline.topKeys }
        guard ending == "tsv" || ending == "csv" else { return nil }
        return QuotedRows.fields(of: probe.firstLine, separator: ending == "tsv" ? 0x09 : 0x2C)
    }

    private func scoredTable(of name: VLMEvalKitFileName, among siblings: [String]) -> String? {
        siblings.first { sibling in
            let other = VLMEvalKitFileName(sibling)
            return other.holdsResults && other.base == name.base
        }
    }

    /// The files of figures of the same model and data set in the folder.
    public func sidecars(of url: URL, in folders: FolderListing) -> [URL] {
        let own = VLMEvalKitFileName(url.lastPathComponent)
        return folders.files(in: url.deletingLastPathComponent()) {
            let other = VLMEvalKitFileName($0)
            return other.holdsFigures && other.base == own.base
        }
    }

    /// Reads the predictions and each judge's scores, a metric a judge. The model and the benchmark come from the
    /// file's name and folders.
    ///
    /// - Throws: `Problem` if the only table cannot be read; what the sink throws.
    public func read(_ log: Log, into sink: any RecordSink) throws {
        let name = VLMEvalKitFileName(log.url.lastPathComponent)
        // The folders as named tell the model; those that a link leads to tell the time.
        let folders = Self.folders(of: log.url)
        let realFolders = Self.folders(of: log.url.resolvingSymlinksInPath())
        let place = InputPlace(file: log.path)
        let identity = name.modelAndBenchmark(folders: folders)
        let model = identity?.model ?? folders.first ?? name.base
        let writer = RunWriter(
            RunRecord(
                index: 0, runner: runner.id, model: model, benchmark: identity?.benchmark ?? name.base,
                startedAt: VLMEvalKitFileName.startedAt(folders: realFolders)),
            place: place, sink: sink)
        if identity == nil {
            writer.note(place.missingModel(used: model))
            writer.note(place.missingBenchmark(used: name.base))
        }
        let parts = try Self.ordered(Self.withoutCopies(log.parts, writer))
        for part in parts {
            let own = VLMEvalKitFileName(part.url.lastPathComponent)
            let label = own.judge ?? own.kind ?? "predictions"
            let metric = writer.run.metrics.isEmpty ? "Overall" : "Overall (\(label))"
            let problem = try Problem.caught { try read(part, metric: metric, log, writer) }
            if var problem {
                guard parts.count > 1 || writer.predictionCount > 0 else { throw problem }
                problem.remedy += " The \(writer.predictionCount) rows before it were read."
                writer.note(problem)
            }
        }
        try writer.finish()
    }

    /// One of the tables that differ only in their format, such as a workbook that was also written as text.
    private static func withoutCopies(_ parts: [LogPart], _ writer: RunWriter) -> [LogPart] {
        var kept: [String: String] = [:]
        return parts.filter { part in
            let name = part.url.lastPathComponent
            let ending = VLMEvalKitFileName(name).ending
            let stem = LogProbe.innerName(name).dropLast(ending.count + 1)
            guard let other = kept[String(stem)] else {
                kept[String(stem)] = name
                return true
            }
            writer.note(
                InputPlace(file: part.path).problem(
                    "same-table", .note, expected: "each table once", found: "the name of \(other) in another format",
                    remedy: "Only that one is read; name this one alone if it is the right one."))
            return false
        }
    }

    /// The tables with scores, that of a language model first, since the first metric judges; without scores one table,
    /// as all hold the same predictions.
    private static func ordered(_ parts: [LogPart]) throws -> [LogPart] {
        guard parts.count > 1 else { return parts }
        let scored = parts.filter { part in
            let header = try? rows(of: part).firstRow()?.cells
            return header.flatMap { VLMEvalKitColumns(header: $0) }?.score != nil
        }
        let sorted = (scored.isEmpty ? parts : scored).sorted { left, right in
            let names = [left, right].map { VLMEvalKitFileName($0.url.lastPathComponent) }
            if names[0].isJudgedByModel != names[1].isJudgedByModel { return names[0].isJudgedByModel }
            return left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
        }
        return scored.isEmpty ? Array(sorted.prefix(1)) : sorted
    }

    /// The rows of a table by the ending of its name.
    private static func rows(of part: LogPart) throws -> any SheetRows {
        switch VLMEvalKitFileName(part.url.lastPathComponent).ending {
        case "tsv": QuotedRows(open: part.open, separator: 0x09)
        case "json": VLMEvalKitJSONRows(open: part.open)
        default: try XLSXSheet(path: part.url.path, shownAs: part.path)
        }
    }

    private static func folders(of url: URL) -> [String] {
        Array(url.deletingLastPathComponent().pathComponents.suffix(3).reversed())
    }

    private func read(_ part: LogPart, metric: String, _ log: Log, _ writer: RunWriter) throws {
        let name = VLMEvalKitFileName(part.url.lastPathComponent)
        let rows = try Self.rows(of: part)
        let reported = try figures(of: name, log, writer)
        var table = VLMEvalKitTable(
            writer, place: InputPlace(file: part.path), metric: metric, cutLength: rows is XLSXSheet ? 32_767 : nil,
            reported: reported.figures, isReportOwn: reported.isOwn)
        try rows.forEachRow { row in
            try table.add(row)
            return true
        }
        try table.finish()
    }

    /// The figures of a table: those of its own judge, else those that name no judge. `_acc` is written anew by each
    /// judge, so that of several tables only the one whose mean it is has it.
    private func figures(
        of name: VLMEvalKitFileName, _ log: Log, _ writer: RunWriter
    ) throws -> (figures: VLMEvalKitAggregate?, isOwn: Bool) {
        let known = log.sidecars.map { ($0, VLMEvalKitFileName($0.lastPathComponent)) }
            .filter { $1.holdsFigures }
        let main = known.filter { $1.kind != "acc_all" }
        let own = main.first { $1.judge == name.judge && name.judge != nil }
        // `_acc_all` has the figures of rotated and plain options; forks write the only figure there.
        let shared =
            main.first { $1.judge == nil && $1.kind == "acc" } ?? main.first { $1.judge == nil }
            ?? known.first { $1.judge == nil }
        guard let file = (own ?? shared)?.0 else { return (nil, true) }
        var aggregate: VLMEvalKitAggregate?
        let problem = try Problem.caught {
            aggregate = try VLMEvalKitAggregate(file, shownAs: log.shownPath(of: file))
            if VLMEvalKitFileName(file.lastPathComponent).kind == "acc_all", aggregate?.figures.count != 1 {
                aggregate = nil
            }
        }
        if var problem {
            problem.severity = .warning
            writer.note(problem)
        }
        return (aggregate, own != nil || log.parts.count == 1)
    }
}
