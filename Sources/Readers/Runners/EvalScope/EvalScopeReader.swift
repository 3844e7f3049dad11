import Foundation
import Records

/// Reads the reviews of EvalScope with their report; one log is one model on one data set with all its subsets.
public struct EvalScopeReader: LogReader {
    /// EvalScope, with the identifier `evalscope`.
    public let runner = Runner(
        id: "evalscope", name: "EvalScope",
        files: "`reviews/<model>/<data set>_<subset>.jsonl` with `reports/<model>/<data set>.json`")

    /// A reader without settings.
    public init() {}

    /// Goes by the rows of a review or prediction and the place in EvalScope's folders. Predictions that were
    /// reviewed, and reports without items, are sidecars.
    public func recognise(_ probe: LogProbe) -> Recognition? {
        let folder = probe.url.deletingLastPathComponent().lastPathComponent
        if folder == "configs", probe.name.hasPrefix("task_config"), ["yaml", "yml"].contains(probe.nameEnding) {
            return Recognition(
                confidence: 0.9, reason: "a task configuration of EvalScope, which holds no items", role: .nothing)
        }
        let path = EvalScopePath(probe.url)
        let folders = probe.folders
        let group = path.map { "\($0.root.path)\u{0}\($0.model)\u{0}\($0.names($0.hints(folders)).dataset)" }
        if let kind = EvalScopeKind(probe.outline) {
            // Conversations with long texts before the score leave only common keys to see.
            let isCertain = probe.outline.has("sample_score") || kind == .prediction || probe.outline.has("choices")
            let confidence = isCertain ? 0.97 : path?.stage == .reviews ? 0.8 : 0.3
            if kind == .review {
                return Recognition(
                    confidence: confidence, reason: "a review of EvalScope with the score of each row", group: group)
            }
            let isReviewed = path.map { folders.names(in: $0.folder(.reviews)).contains(probe.name) } ?? false
            return Recognition(
                confidence: 0.97,
                reason: isReviewed
                    ? "predictions of EvalScope; the review of the same name has them with their scores"
                    : "predictions of EvalScope without scores", role: isReviewed ? .sidecar : .log, group: group)
        }
        guard probe.outline.root == .object, probe.outline.has("dataset_name", "model_name", "metrics"),
            probe.outline.kinds["metrics"] == "["
        else { return nil }
        let hasRows = path.map { Self.rows($0, folders).isEmpty == false } ?? false
        return hasRows
            ? Recognition(confidence: 0.95, reason: "a report of EvalScope with reviews beside it", group: group)
            : Recognition(
                confidence: 0.95, reason: "a report of EvalScope without its items, which are in `reviews`",
                role: .sidecar)
    }

    /// The reviews and predictions of the data set of a file.
    private static func rows(_ path: EvalScopePath, _ folders: FolderListing) -> [URL] {
        let hints = path.hints(folders)
        let names = path.names(hints)
        return [EvalScopePath.Stage.reviews, .predictions].flatMap { stage in
            folders.files(in: path.folder(stage)) { $0.hasSuffix(".jsonl") }.filter {
                EvalScopePath($0)?.names(hints).dataset == names.dataset
            }
        }
    }

    /// The other reviews and predictions of the data set, its report, and the configuration of the run.
    public func sidecars(of url: URL, in folders: FolderListing) -> [URL] {
        guard let path = EvalScopePath(url) else { return [] }
        let dataset = path.names(path.hints(folders)).dataset
        let report = folders.files(in: path.folder(.reports)) { $0 == "\(dataset).json" }
        return (Self.rows(path, folders) + report + EvalScopeConfiguration.files(path.root, folders)).filter {
            $0 != url
        }
    }

    /// Reads the subsets with the report's figures. A report that cannot be read, or a name that must be guessed from
    /// folders, is a warning.
    ///
    /// - Throws: `Problem` if the rows cannot be read; what the sink throws.
    public func read(_ log: Log, into sink: any RecordSink) throws {
        let files = EvalScopeFiles(log)
        var notes: [Problem] = []
        var report = EvalScopeReport()
        if let file = files.report {
            let problem = try Problem.caught {
                report = EvalScopeReport(try JSONDocument(file: file.url.path, shownAs: file.path).root)
            }
            if var problem {
                problem.severity = .warning
                notes.append(problem)
            }
        }
        let place = InputPlace(file: files.subsets.first?.rows.path ?? log.path)
        let survey = try EvalScopeSurvey(files)
        let folder = log.url.deletingLastPathComponent().lastPathComponent
        let model = report.model ?? files.path?.model ?? survey.model
        if model == nil { notes.append(place.missingModel(used: folder)) }
        let benchmark = report.dataset ?? files.names.dataset
        if report.dataset == nil, !files.names.isSure { notes.append(place.missingBenchmark(used: benchmark)) }
        let metrics = EvalScopeMetrics(survey, report, read: files.subsets.map { $0.name ?? "default" })
        let version = files.path.flatMap { EvalScopeConfiguration($0.root, FolderListing()).version }
        let record = RunRecord(
            index: 0, runner: runner.id, runnerVersion: version, model: model ?? folder, benchmark: benchmark,
            startedAt: files.path?.startedAt, metrics: metrics.records,
            itemsReported: metrics.isPartial ? nil : report.rowCount.map { $0 / max(1, survey.repeats) })
        var run = EvalScopeRun(
            survey, metrics, report, writer: RunWriter(record, place: place, sink: sink))
        for note in notes { run.note(note) }
        for subset in files.subsets { try run.add(subset) }
        try run.finish()
    }
}
