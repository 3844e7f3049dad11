import Foundation
import Records
import SQLite

/// A prediction as it is shown beside its item.
public struct ReviewedPrediction: Sendable {
    /// The item's position in the benchmark, from 0.
    public var position: Int
    /// Which of several answers of the run to the item, from 1.
    public var epoch: Int
    /// The line, row or member's position in the log, from 1; 0 if the log does not tell.
    public var line: Int
    /// The status of Acuity's answer, a raw value of `Answer.Status`.
    public var status: String
    /// The runner's answer, else Acuity's.
    public var answer: String?
    /// The raw prediction, or nil if the log holds none. Untrusted text.
    public var text: String?
    /// Why there is no usable prediction, in the log's words; nil if the model answered.
    public var failure: String?
}

extension Store {
    /// The items of a benchmark at positions `first` to `last`, in that order; fewer if it has no more.
    public func items(benchmark: Int, from first: Int, to last: Int) throws -> [StoredItem] {
        guard first <= last else { return [] }
        let chunks = first / ItemChunk.size...last / ItemChunk.size
        let items = try itemChunks(chunks, benchmark: benchmark)
        let start = chunks.lowerBound * ItemChunk.size
        return Array(items.dropFirst(first - start).prefix(last - first + 1))
    }

    /// The predictions of a run for the items at positions `first` to `last`, by position and epoch.
    public func predictions(run: Int, from first: Int, to last: Int) throws -> [ReviewedPrediction] {
        let predictions = try runPredictions(run)
        return try predictions.slots(from: first, to: last).map { slot in
            let (slot, columns) = (Int(slot), predictions.columns)
            let answer = columns.answer(slot)
            return ReviewedPrediction(
                position: Int(columns.positions[slot]), epoch: Int(columns.epochs[slot]),
                line: Int(columns.lines[slot]), status: answer.status.rawValue,
                answer: columns.runnerAnswer(slot) ?? answer.value, text: try predictions.text(slot),
                failure: columns.failure(slot))
        }
    }
}
