import Records
import Store

/// What a log says, read and scored, with item positions of its own.
///
/// It follows from the log and the study's names alone, whatever other logs there are: logs can be read on any thread
/// and in any order, and only their writing has one.
package struct ReadLog: Sendable {
    /// A run whose vectors are by position among the items of its benchmark in this log.
    struct Run: Sendable {
        /// What the log calls the model.
        var modelName: String
        /// The place of the benchmark in `benchmarks`.
        var benchmark: Int
        var stored: StoredRun
        var measures: [PredictionMeasure: ScoreVector] = [:]
        var fingerprint = RunFingerprint()
        var predictions = PackedPredictions()
    }

    /// A benchmark with its items in the order in which the log first gave them.
    struct Benchmark: Sendable {
        /// The benchmark's identifier in the study.
        var name: String
        var items = LogItems()
    }

    var runnerVersion: String?
    var benchmarks: [Benchmark] = []
    /// The finished runs, in the order in which they began.
    var runs: [Run] = []
    var problems: [Problem] = []
    /// Hash of what the log says of its items.
    var sayings = ""
}
