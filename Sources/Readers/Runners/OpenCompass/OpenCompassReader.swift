import Foundation
import Records

/// Reads the predictions and results of OpenCompass; one log is one model on one data set, put together from both.
public struct OpenCompassReader: LogReader {
    /// OpenCompass, with the identifier `opencompass`.
    public let runner = Runner(
        id: "opencompass", name: "OpenCompass",
        files: "`predictions/<model>/<data set>.json` and `results/<model>/<data set>.json`")

    /// A reader without settings.
    public init() {}

    /// Goes by numbered rows or `details`, and by the place in OpenCompass's folders. Summaries, judges' texts and
    /// interim files hold nothing to read; figures without items are a sidecar.
    public func recognise(_ probe: LogProbe) -> Recognition? {
        let path = OpenCompassPath(probe.url)
        let folder = probe.url.deletingLastPathComponent().lastPathComponent
        if folder == "summary", probe.name.hasPrefix("summary_") {
            return Recognition(
                confidence: 0.9, reason: "a summary of OpenCompass; the items are in `predictions` and `results`",
                role: .nothing)
        }
        guard let kind = Self.kind(of: probe, path) else { return nil }
        if let judged = path?.model, judged.contains("judged-by--") || judged.contains("summarized-by--") {
            return Recognition(
                confidence: 0.95, reason: "a judge's texts of OpenCompass on the answers of another folder",
                role: .nothing)
        }
        if kind == .predictions, path?.stage == .results {
            return Recognition(
                confidence: 0.95, reason: "a judge's texts of OpenCompass, whose verdicts are in the results beside it",
                role: .nothing)
        }
        if let path, path.isInterim, probe.hasSibling("\(path.stem).json") {
            return Recognition(
                confidence: 0.95, reason: "an interim file of OpenCompass; `\(path.stem).json` has it whole",
                role: .nothing)
        }
        let group = path.map { "\($0.root.path)\u{0}\($0.model)\u{0}\($0.dataset(Self.exists($0)))" }
        switch kind {
        case .predictions:
            let hasPrompt = probe.outline.keys.contains { $0.hasSuffix("origin_prompt") || $0.contains(".label: ") }
            return Recognition(
                confidence: path != nil ? 0.96 : hasPrompt ? 0.85 : 0.6,
                reason: "numbered rows with `origin_prompt` and `prediction`", group: group)
        case .details:
            // Others write folders of results too; the kind of the details and the other half are OpenCompass's alone.
            let isTyped = probe.outline.has("details.type")
            let isCertain = isTyped || path.map(Self.hasPredictions) ?? false
            return Recognition(
                confidence: isCertain ? 0.96 : 0.6, reason: "results of OpenCompass with `details` of each item",
                group: group)
        case .figures:
            let hasItems = path.map { Self.predictions(of: $0, probe.folders).isEmpty == false } ?? false
            let reason = "figures of OpenCompass without their items; run it with `--dump-eval-details`"
            return hasItems
                ? Recognition(confidence: 0.8, reason: "results of OpenCompass", group: group)
                : Recognition(confidence: 0.8, reason: reason, role: .sidecar)
        }
    }

    private enum Kind {
        case predictions
        case details
        case figures
    }

    private static func kind(of probe: LogProbe, _ path: OpenCompassPath?) -> Kind? {
        let outline = probe.outline
        guard outline.root == .object else { return nil }
        // Others write `idx` and `prediction` as well; OpenCompass has the prompt, the gold or its folders beside them.
        if outline.has("idx", "prediction"), outline.has("gold") || path?.stage == .predictions { return .predictions }
        if outline.has("idx", "origin_prompt") { return .predictions }
        let first = outline.keys.first
        if let first, Int(first) != nil, outline.kinds[first] == "{" {
            let inner = outline.keys.filter { $0.hasPrefix("\(first).") }
            let isRow = inner.contains {
                $0 == "\(first).origin_prompt" || $0 == "\(first).prediction" || $0.hasPrefix("\(first).label: ")
                    || $0 == "\(first).in-context examples"
            }
            return isRow ? .predictions : nil
        }
        if outline.kinds["details"] == "{" {
            let keys = outline.keys
            let isTyped = keys.contains("details.type") || keys.contains("details.0")
            return isTyped || path?.stage == .results ? .details : nil
        }
        guard path?.stage == .results else { return nil }
        if outline.kinds["details"] == "[" { return .details }
        // A file of figures has nothing else in it, unlike the rows of others in a folder of this name.
        let areNumbers = outline.topKeys.allSatisfy { ["0", "{"].contains(outline.kinds[$0]) }
        let areFigures = areNumbers && outline.topKeys.contains { outline.kinds[$0] == "0" }
        let isNamed = outline.has("accuracy") || outline.has("score")
        guard outline.isComplete, probe.nameEnding == "json", isNamed || path.map(Self.hasPredictions) ?? false else {
            return nil
        }
        return areFigures || outline.has("error") ? .figures : nil
    }

    /// Whether the other half of the run is there.
    private static func hasPredictions(_ path: OpenCompassPath) -> Bool {
        FileManager.default.fileExists(atPath: path.folder(.predictions).path)
    }

    private static func exists(_ path: OpenCompassPath) -> (OpenCompassPath.Stage, String) -> Bool {
        { stage, dataset in
            let file = path.folder(stage).appendingPathComponent(dataset).path
            return [".json", ".jsonl"].contains { FileManager.default.fileExists(atPath: file + $0) }
        }
    }

    /// The files of the predictions that belong to a file of either half, in the order of their parts.
    private static func predictions(of path: OpenCompassPath, _ folders: FolderListing) -> [URL] {
        let dataset = path.dataset(exists(path))
        return OpenCompassFiles.predictions(
            folders.files(in: path.folder(.predictions)) { $0.contains(dataset) }, of: dataset)
    }

    /// The other half of the run: its predictions, in the order of their parts, or its results.
    public func sidecars(of url: URL, in folders: FolderListing) -> [URL] {
        guard let path = OpenCompassPath(url) else { return [] }
        let dataset = path.dataset(Self.exists(path))
        let results = folders.files(in: path.folder(.results)) { LogProbe.innerName($0) == "\(dataset).json" }
        return (Self.predictions(of: path, folders) + results).filter { $0 != url }
    }

    /// Reads the results where they hold the items, else the predictions with the verdicts of the results.
    ///
    /// - Throws: `Problem` if neither half can be read; what the sink throws.
    public func read(_ log: Log, into sink: any RecordSink) throws {
        let files = OpenCompassFiles(log)
        var notes: [Problem] = []
        var results = OpenCompassResults()
        if let file = files.results {
            let problem = try Problem.caught { try results.survey(file) }
            if var problem {
                // What was read before the fault is used; the predictions may hold the rest.
                if files.predictions.isEmpty, results.rowCount == 0 { throw problem }
                problem.severity = .warning
                notes.append(problem)
            }
        }
        let place = InputPlace(
            file: (results.isWhole ? nil : files.predictions.first?.path) ?? files.results?.path ?? log.path)
        var run = RunRecord(
            index: 0, runner: runner.id, model: files.model ?? files.stem, benchmark: files.dataset ?? files.stem,
            startedAt: files.startedAt)
        let metrics = OpenCompassMetrics(results)
        run.metrics = metrics.records
        if files.model == nil { notes.append(place.missingModel(used: files.stem)) }
        if files.dataset == nil { notes.append(place.missingBenchmark(used: files.stem)) }
        var items = OpenCompassRun(results, metrics, writer: RunWriter(run, place: place, sink: sink))
        for note in notes + results.problems { items.note(note) }
        if results.isWhole || files.predictions.isEmpty, let file = files.results {
            try items.addDetails(file)
        } else {
            try items.addPredictions(files.predictions)
        }
        try items.finish()
    }
}
