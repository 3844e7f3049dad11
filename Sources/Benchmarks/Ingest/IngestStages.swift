import Foundation
import Ingest
import JSONBridge
import Readers
import Records
import Scoring
import Store
import Study

/// What each stage of ingest adds to the time of the one before over the same bytes: bare simdjson, the reader's records,
/// their scores, the store; on one thread, and the whole on two.
enum IngestStages {
    static let name = "ingest"
    private static let items = 200_000

    /// - Throws: An error if the log cannot be made or read.
    static func run() throws {
        let logs = try ReleaseLogs(
            items: items, folder: FileManager.default.temporaryDirectory.appending(path: "acuity-ingest"))
        let path = logs.baseline.path
        let bytes = try Data(contentsOf: logs.baseline).count
        print("\(name): \(items) predictions as JSONL, \(bytes / 1_000_000) MB; the best of 3 runs")
        let log = LogFinder().find([path]).logs[0]
        let floor = measure("bare simdjson, a line at a time", bytes, against: nil) { parse(path) }
        measure("records of the reader", bytes, against: floor) { try? log.read(into: NoSink()) }
        measure("records and scores", bytes, against: floor) { try? log.read(into: ScoringSink()) }
        for threads in [1, 2] {
            measure("the whole ingest, threads: \(threads)", bytes, against: floor) {
                _ = try? LogIngest(store: Store(path: ":memory:"), study: Study(), threads: threads).ingest([log])
            }
        }
    }

    @discardableResult
    private static func measure(_ stage: String, _ bytes: Int, against floor: Double?, _ body: () -> Void) -> Double {
        let time = seconds(body)
        let ratio = floor.map { String(format: "   %6.1f times bare simdjson", time / $0) } ?? ""
        print(
            "    \(stage.padding(toLength: 34, withPad: " ", startingAt: 0))"
                + String(format: "%8.0f ms   %7.0f MB/s", time * 1000, Double(bytes) / time / 1e6) + ratio)
        return time
    }

    /// Reads every line as JSON and looks at nothing in it.
    private static func parse(_ path: String) {
        guard let source = try? InputFile.open(path, shownAs: path), let parser = acuity_json_parser_new() else { return }
        defer { acuity_json_parser_free(parser) }
        let lines = LineReader(source)
        var root = acuity_json_value()
        while (try? lines.next({ bytes in
            acuity_json_parse(parser, bytes.assumingMemoryBound(to: CChar.self).baseAddress, bytes.count, &root)
        })) ?? nil != nil {}
    }
}

/// Takes records and does nothing with them.
private final class NoSink: RecordSink {
    func begin(_ run: RunRecord) {}
    func add(_ prediction: PredictionRecord) {}
    func finish(_ run: RunRecord) {}
    func note(_ problem: Problem) {}
}

/// Scores records and forgets the scores.
private final class ScoringSink: RecordSink {
    private let scorer = AnswerScorer()
    private(set) var right = 0.0

    func begin(_ run: RunRecord) {}
    func add(_ prediction: PredictionRecord) { right += scorer.score(prediction).score ?? 0 }
    func finish(_ run: RunRecord) {}
    func note(_ problem: Problem) {}
}
