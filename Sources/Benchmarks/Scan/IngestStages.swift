import Foundation
import Ingest
import LogGeneration
import Readers
import Records
import Scoring
import Store
import Study

/// What each stage of ingest adds to the time of the one before over the same bytes: bare simdjson, the reader's records,
/// their scores, the store; on one thread, and the whole on two.
enum IngestStages {
    /// - Throws: An error if the logs cannot be made or read.
    static func run(_ settings: BenchmarkSettings) throws -> [ResultTable] {
        try [("short texts", 200_000, 0.0), ("chains of thought", 40_000, 1.0)].map { name, items, long in
            var plan = LogPlan()
            (plan.models, plan.benchmarks, plan.items, plan.longShare) = (1, 1, items, long)
            let folder = try settings.emptyFolder("ingest")
            let made = try GeneratedStudy.write(plan, to: folder).logs[0]
            let path = folder.appending(path: "logs").appending(path: made.path).path
            return try stages(path, "\(Figure.count(items)) predictions with \(name)", made.textBytes)
        }
    }

    private static func stages(_ path: String, _ what: String, _ bytes: Int) throws -> ResultTable {
        let log = try firstLog(path)
        var table = ResultTable(
            title: "Stages of ingest: \(what) as JSONL, \(Figure.bytes(bytes))",
            columns: ["Stage", "Time", "Rate", "÷ bare simdjson"])
        var floor: Double?
        func measure(_ stage: String, _ body: () -> Void) {
            let time = seconds(body)
            table.add(
                stage, Figure.time(time), Figure.rate(bytes, in: time), Figure.ratio(time, to: floor ?? time))
            floor = floor ?? time
        }
        measure("bare simdjson, a line at a time") { Floors.parse(path) }
        measure("records of the reader") { try? log.read(into: NoSink()) }
        measure("records and scores") { try? log.read(into: ScoringSink()) }
        for threads in [1, 2] {
            measure("the whole ingest, \(threads) thread\(threads > 1 ? "s" : "")") {
                _ = try? LogIngest(store: Store(path: ":memory:"), study: Study(), threads: threads).ingest([log])
            }
        }
        return table
    }

    /// The log at a path.
    ///
    /// - Throws: `ComparatorError` if none is recognised.
    static func firstLog(_ path: String) throws -> Log {
        guard let log = LogFinder().find([path]).logs.first else {
            throw ComparatorError(program: "the reader", said: "no log at \(path)")
        }
        return log
    }
}

extension BenchmarkGroup {
    static let ingest = BenchmarkGroup(
        name: "ingest", summary: "stages of ingest, beside bare simdjson over the same bytes", run: IngestStages.run)
}

/// Takes records and does nothing with them.
final class NoSink: RecordSink {
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
