import Foundation
import Records

/// Reads the test runs of deepeval: the files in `.deepeval`, `test_run_<time>.json`, and `deepeval.db`.
///
/// deepeval writes one run to several files. Files that begin with the same cases are one log, and the run
/// is read once.
public struct DeepEvalReader: LogReader {
    /// DeepEval, with the identifier `deepeval`.
    public let runner = Runner(
        id: "deepeval", name: "DeepEval",
        files: "`.deepeval/.latest_run_full.json`, `.latest_test_run.json`, `test_run_<time>.json`, `deepeval.db`")

    /// `.deepeval`, where deepeval keeps its test runs.
    public var hiddenFolders: Set<String> { [".deepeval"] }

    /// A reader without settings.
    public init() {}

    /// Goes by the database's tables, or by `testCases` with their metrics. The cache of metrics and links to runs
    /// hold nothing to read; files that begin with the same cases are one log.
    public func recognise(_ probe: LogProbe) -> Recognition? {
        if probe.container == .sqlite {
            guard probe.tableNames.isSuperset(of: ["test_runs", "test_cases", "metric_data"]) else { return nil }
            return Recognition(
                confidence: 0.98, reason: "a database with the tables `test_runs`, `test_cases` and `metric_data`")
        }
        let outline = probe.outline
        guard outline.root == .object else { return nil }
        if outline.has("test_cases_lookup_map") {
            return Recognition(
                confidence: 0.98,
                reason:
                    "deepeval's cache of metrics, which mixes runs; the run is in `.latest_run_full.json` beside it",
                role: .nothing)
        }
        if outline.has("testRunData"), outline.kinds["testRunData"] == "{" {
            return Recognition(confidence: 0.97, reason: "`testRunData` with test cases", group: Self.group(probe))
        }
        if outline.has("testRunLink") || probe.name == ".latest_test_run_link" {
            return Recognition(confidence: 0.6, reason: "a link of deepeval to a run", role: .nothing)
        }
        guard outline.has("testCases") || outline.has("conversationalTestCases") else { return nil }
        let isSure =
            outline.has("metricsScores") || outline.has("testPassed")
            || probe.firstBytes.firstRange(of: Array("\"metricsData\"".utf8)) != nil
        return Recognition(
            confidence: isSure ? 0.95 : 0.5, reason: "`testCases` with `metricsData`", group: Self.group(probe))
    }

    /// The text of the first cases without white space: it has the durations of each case, so no two runs share it.
    private static func group(_ probe: LogProbe) -> String? {
        guard let start = probe.firstBytes.firstRange(of: Array("\"testCases\"".utf8)) else { return nil }
        // Less than is looked at, since files of one run have other bytes before the cases and other braces at the end.
        var text = Array(probe.firstBytes[start.lowerBound...].lazy.filter { $0 > 0x20 }.prefix(1 << 16))
        while text.last == UInt8(ascii: "}") { text.removeLast() }
        var print = TextFingerprint()
        print.add(text)
        return "deepeval:\(print.name)"
    }

    /// Reads each test run once, from JSON files or from all runs of the database.
    ///
    /// - Throws: `Problem` if a file cannot be read or the database holds no test run; what the sink throws.
    public func read(_ log: Log, into sink: any RecordSink) throws {
        if try LogProbe(url: log.url, path: log.path).container == .sqlite {
            return try readDatabase(log, into: sink)
        }
        var summaries: [DeepEvalSummary] = []
        for part in log.parts {
            let file = DeepEvalFile(part: part)
            let summary = try file.summary()
            // Files of one run agree; a file that only begins like another is a run of its own.
            guard !summaries.contains(summary) else {
                sink.note(
                    InputPlace(file: part.path).problem(
                        "same-run", .note, expected: "each run once", found: "the run of \(log.path) again",
                        remedy: "It is read once."))
                continue
            }
            let names = DeepEvalNames(summary: summary, url: part.url)
            try DeepEvalRun(
                index: summaries.count, summary: summary, names: names, place: InputPlace(file: part.path),
                source: file.cases, sink: sink
            ).read()
            summaries.append(summary)
        }
    }

    private func readDatabase(_ log: Log, into sink: any RecordSink) throws {
        let database = try DeepEvalDatabase(path: log.url.path, shownAs: log.path)
        let runs = try database.runs()
        guard !runs.isEmpty else {
            throw InputPlace(file: log.path).problem(
                "no-rows", expected: "at least one test run", found: "none", remedy: "Check that the run finished.")
        }
        for (index, run) in runs.enumerated() {
            let names = DeepEvalNames(summary: run.summary, url: log.url)
            try DeepEvalRun(
                index: index, summary: run.summary, names: names,
                place: InputPlace(file: log.path, member: "test run \(run.id)"), source: database.cases(of: run),
                sink: sink
            ).read()
        }
    }
}
