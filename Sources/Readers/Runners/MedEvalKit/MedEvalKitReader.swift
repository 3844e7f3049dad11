import Foundation
import Records

/// Reads the results of MedEvalKit: a folder a benchmark within one a model.
public struct MedEvalKitReader: LogReader {
    /// MedEvalKit, with the identifier `medevalkit`.
    public let runner = Runner(
        id: "medevalkit", name: "MedEvalKit",
        files:
            "`<model>/<BENCHMARK>/results.json` or `results_<k>.json` with the `metrics.json` beside it, and the folders "
            + "of `MMMU-Medical-val`")

    /// A reader without settings.
    public init() {}

    /// Goes by rows with `response`, by the figures beside them and by the names of folders. Figures, and parts of a
    /// run that is there as a whole, are sidecars.
    public func recognise(_ probe: LogProbe) -> Recognition? {
        let place = MedEvalKitPlace(probe.url)
        if place.isMMMU, let recognition = MedEvalKitMMMU.recognise(probe, place) { return recognition }
        let outline = probe.outline
        if ["predictions.csv", "ground_truth.csv"].contains(probe.innerName), place.isKnown,
            probe.hasSibling("results.json")
        {
            return Recognition(
                confidence: 0.9,
                reason: "reports that MedEvalKit wrote once more for other metrics; they are in results.json",
                role: .sidecar)
        }
        if outline.root == .object, !place.isWhole { return recogniseFigures(probe) }
        let isRow =
            outline.has("response") && (outline.has("answer") || outline.has("rubrics") || outline.has("findings"))
        let isData = outline.has("response", "data")
        guard isRow || isData, outline.root == .list || place.isWhole else { return nil }
        let isOwnName = place.isWhole || place.chunk != nil
        let isScored = outline.has("correct") || outline.has("rubrics")
        let hasFigures = probe.hasSibling("metrics.json")
        guard isScored || (isOwnName && (hasFigures || place.isKnown)) else { return nil }
        if place.chunk != nil, probe.hasSibling("results.json") {
            return Recognition(
                confidence: 0.93, reason: "a part of a MedEvalKit run, whose parts are together in results.json",
                role: .sidecar)
        }
        let confidence = isOwnName ? (hasFigures || place.isKnown ? 0.95 : 0.85) : 0.7
        return Recognition(
            confidence: confidence,
            reason: isScored ? "rows with `response` and `correct`" : "rows with `response`, not yet scored",
            group: place.chunk == nil ? nil : place.folder.path)
    }

    private func recogniseFigures(_ probe: LogProbe) -> Recognition? {
        let outline = probe.outline
        if outline.has("total metrics") || outline.has("final_metrics") && probe.innerName == "metrics.json" {
            return Recognition(
                confidence: 0.95, reason: "figures of one MedEvalKit benchmark; the items are in results.json",
                role: .sidecar)
        }
        // MMMU's test split has an address in place of figures.
        guard probe.innerName == "total_results.json",
            outline.keys.contains(where: { $0.hasSuffix(".total metrics") || $0.hasSuffix(".final_metrics") })
                || outline.topKeys.contains(where: MedEvalKitPlace.isBenchmark)
        else { return nil }
        return Recognition(
            confidence: 0.95, reason: "figures of all MedEvalKit benchmarks of a model; the items are in their folders",
            role: .sidecar)
    }

    /// The figures and the parts of the run in the same folder; for MMMU its results and responses.
    public func sidecars(of url: URL, in folders: FolderListing) -> [URL] {
        let place = MedEvalKitPlace(url)
        if place.isMMMU {
            return folders.files(in: place.folder) { ["result.json", "response.json"].contains($0) }
        }
        return folders.files(in: place.folder) { $0 == "metrics.json" || MedEvalKitPlace.chunk($0) != nil }
    }

    /// Reads the results of one benchmark, whole or from their parts; figures that cannot be read are a warning.
    ///
    /// - Throws: `Problem` if the rows cannot be read; what the sink throws.
    public func read(_ log: Log, into sink: any RecordSink) throws {
        let location = MedEvalKitPlace(log.url)
        let place = InputPlace(file: log.path)
        let writer = RunWriter(
            RunRecord(index: 0, runner: runner.id, model: location.model, benchmark: location.benchmark), place: place,
            sink: sink)
        if location.isModelDoubtful { writer.note(place.missingModel(used: location.model)) }
        if location.isMMMU { return try MedEvalKitMMMU.read(log, writer) }
        var figures = MedEvalKitFigures()
        if let file = log.file(named: "metrics.json") {
            let problem = try Problem.caught {
                figures = try MedEvalKitFigures(file: file.path, shownAs: log.shownPath(of: file))
            }
            if var problem {
                problem.severity = .warning
                writer.note(problem)
            }
        }
        var run = MedEvalKitRun(writer, figures)
        if location.chunk == nil { try readWhole(log, writer, &run) } else { try readChunks(log, writer, &run) }
        try run.finish()
    }

    private func readWhole(_ log: Log, _ writer: RunWriter, _ run: inout MedEvalKitRun) throws {
        let parts = log.sidecars.filter { MedEvalKitPlace.chunk($0.lastPathComponent) != nil }
            .map { LogPart(url: $0, path: log.shownPath(of: $0)) }
        var chunks = parts.isEmpty ? nil : try? MedEvalKitChunks(parts)
        var position = 0
        try JSONRows(open: log.open).forEach(note: { writer.note($0) }) { row in
            if chunks != nil, let known = chunks?.position(of: row.value) {
                position = known
            } else if chunks != nil {
                chunks = nil
                writer.note(Self.unknownOrder(writer.place, row.line))
                position = row.line - 1
            } else if row.line > 0 {
                position = row.line - 1
            }
            try run.add(row.value, position: position, line: row.line, place: writer.place)
        }
    }

    private static func unknownOrder(_ place: InputPlace, _ line: Int) -> Problem {
        place.problem(
            "unknown-order", .warning, line: line, expected: "the rows of the files results_<k>.json",
            found: "a row that begins none of them",
            remedy:
                "Rows are taken by their position; where items have no identifier, the order of several models may differ."
        )
    }

    private func readChunks(_ log: Log, _ writer: RunWriter, _ run: inout MedEvalKitRun) throws {
        let known = Set(
            (log.parts.map(\.url) + log.sidecars).compactMap { MedEvalKitPlace.chunk($0.lastPathComponent) })
        let count = (known.max() ?? 0) + 1
        if known.count < count {
            writer.note(
                writer.place.problem(
                    "missing-part", .warning, expected: "the files results_0.json to results_\(count - 1).json",
                    found: "\(known.count) of them", remedy: "The items of the others are missing; put the files there."
                ))
        }
        for part in log.parts {
            guard let chunk = MedEvalKitPlace.chunk(part.url.lastPathComponent) else { continue }
            let place = InputPlace(file: part.path)
            let problem = try Problem.caught {
                try JSONRows(open: part.open).forEach(note: { writer.note($0) }) { row in
                    try run.add(row.value, position: (row.line - 1) * count + chunk, line: row.line, place: place)
                }
            }
            if let problem {
                guard log.parts.count > 1 else { throw problem }
                writer.note(problem)
            }
        }
    }
}
