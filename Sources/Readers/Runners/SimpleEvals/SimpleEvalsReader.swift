import Foundation
import Records

/// Reads what openai/simple-evals writes for a run: `<eval>_<model>_<time>_allresults.json`.
///
/// HealthBench keeps the score of each item as data. The other evals keep it only in the piece of HTML that shows the
/// item, so it is taken from there, and that is told.
public struct SimpleEvalsReader: LogReader {
    /// OpenAI simple-evals and HealthBench, with the identifier `simple-evals`.
    public let runner = Runner(
        id: "simple-evals", name: "OpenAI simple-evals and HealthBench",
        files: "`<eval>_<model>_<time>_allresults.json` with the metrics file beside it")

    private static let ending = "_allresults.json"

    /// A reader without settings.
    public init() {}

    /// Goes by `score`, `metrics` and `htmls`, or by the rows of a fork. Figures and reports for reading are
    /// sidecars; HealthBench's meta-evaluation holds nothing to read.
    public func recognise(_ probe: LogProbe) -> Recognition? {
        let outline = probe.outline
        if probe.nameEnding == "html" { return recogniseReport(probe) }
        guard outline.root == .object else { return nil }
        if SimpleEvalsRows.isRow(outline) {
            return Recognition(
                confidence: 0.9,
                reason: "rows of a fork of simple-evals with `instruction`, `answer`, `pred` and `is_correct`")
        }
        if outline.has("score", "metrics"), outline.kinds["metrics"] == "{" || outline.kinds["metrics"] == "n",
            outline.has("htmls") || probe.innerName.hasSuffix(Self.ending)
        {
            if outline.has("metrics.num_physician_labels") || outline.has("metrics.model_predicted_positive") {
                return Recognition(
                    confidence: 0.96,
                    reason: "the meta-evaluation of HealthBench, which judges graders and holds no score of an item",
                    role: .nothing)
            }
            return Recognition(
                confidence: outline.has("htmls") ? 0.96 : 0.8, reason: "`score`, `metrics`, `htmls` and `convos`")
        }
        let statistics = outline.topKeys.filter {
            ($0.hasSuffix(":std") || $0.hasSuffix(":bootstrap_std") || $0.hasSuffix(":n_samples"))
                && outline.kinds[$0] == "0"
        }
        guard !statistics.isEmpty, outline.topKeys.allSatisfy({ "0n-N".contains(outline.kinds[$0] ?? " ") }) else {
            return nil
        }
        return Recognition(
            confidence: 0.85,
            reason: "the figures of a simple-evals run; the items are in the file ending in \(Self.ending)",
            role: .sidecar)
    }

    private func recogniseReport(_ probe: LogProbe) -> Recognition? {
        let start = String(decoding: probe.firstBytes.prefix(4096), as: UTF8.self)
        guard start.contains(".message.assistant"), start.contains(".variant") else { return nil }
        return Recognition(
            confidence: 0.8,
            reason: "a simple-evals report for reading; the items are in the file ending in \(Self.ending)",
            role: .sidecar)
    }

    /// The report and the figures of the same run beside the log.
    public func sidecars(of url: URL, in folders: FolderListing) -> [URL] {
        let name = LogProbe.innerName(url.lastPathComponent)
        guard name.hasSuffix(Self.ending) else { return [] }
        let stem = name.dropLast(Self.ending.count)
        return ["\(stem).html", "\(stem).json"].compactMap { folders.file($0, beside: url) }
    }

    /// Reads one run. The model and the benchmark come from the file's name; a run with `--debug` is warned of.
    ///
    /// - Throws: `Problem` if the file cannot be read; what the sink throws.
    public func read(_ log: Log, into sink: any RecordSink) throws {
        if SimpleEvalsRows.isRow(JSONOutline(try log.open().readPrefix(LogProbe.prefixLength))) {
            return try SimpleEvalsRows.read(log, runner: runner.id, into: sink)
        }
        let name = SimpleEvalsFileName(log.url.lastPathComponent)
        let stem = (LogProbe.innerName(log.url.lastPathComponent) as NSString).deletingPathExtension
        let place = InputPlace(file: log.path)
        let run = RunRecord(
            index: 0, runner: runner.id, model: name.model ?? stem, benchmark: name.eval ?? stem,
            startedAt: name.startedAt, metrics: [MetricRecord(name: SimpleEvalsRun.score)])
        let writer = RunWriter(run, place: place, sink: sink)
        if name.model == nil { writer.note(place.missingModel(used: stem)) }
        if name.eval == nil { writer.note(place.missingBenchmark(used: stem)) }
        if name.isDebug {
            writer.note(
                place.problem(
                    "debug-run", .warning, expected: "a run over the whole eval",
                    found: "a run with `--debug`, which asks a few items only",
                    remedy: "Use it for a trial; the intervals are as wide as the items are few."))
        }
        try SimpleEvalsRun(log: log, writer: writer).read()
    }
}
