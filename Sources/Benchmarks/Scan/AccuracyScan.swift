import Foundation
import Readers
import Records

/// The mean score of each model over many logs: what a scan with DuckDB or pandas gives.
enum AccuracyScan {
    /// Prints one JSON object, a mean by the name of the model.
    static func printAccuracies(of paths: [String]) throws {
        let logs = LogFinder().find(paths).logs
        let totals = Totals()
        DispatchQueue.concurrentPerform(iterations: logs.count) { index in
            let sink = CountingSink()
            try? logs[index].read(into: sink)
            totals.add(sink)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        FileHandle.standardOutput.write(try encoder.encode(totals.means))
    }

    private final class Totals: @unchecked Sendable {
        private let lock = NSLock()
        private var sums: [String: (score: Double, predictions: Int)] = [:]

        func add(_ sink: CountingSink) {
            lock.withLock {
                for (model, part) in sink.sums {
                    sums[model, default: (0, 0)].score += part.score
                    sums[model, default: (0, 0)].predictions += part.predictions
                }
            }
        }

        var means: [String: Double] { lock.withLock { sums.mapValues { $0.score / Double($0.predictions) } } }
    }
}

/// Adds up the scores that the log states.
final class CountingSink: RecordSink {
    private var models: [String] = []
    private var totals: [(score: Double, predictions: Int)] = []

    var predictions: Int { totals.reduce(0) { $0 + $1.predictions } }

    var sums: [String: (score: Double, predictions: Int)] {
        zip(models, totals).reduce(into: [:]) { sums, run in
            sums[run.0, default: (0, 0)].score += run.1.score
            sums[run.0, default: (0, 0)].predictions += run.1.predictions
        }
    }

    func begin(_ run: RunRecord) {
        models.append(run.model)
        totals.append((0, 0))
    }

    func add(_ prediction: PredictionRecord) {
        totals[prediction.run].predictions += 1
        totals[prediction.run].score += prediction.scores.first?.value ?? 0
    }

    func finish(_ run: RunRecord) {}
    func note(_ problem: Problem) {}
}
