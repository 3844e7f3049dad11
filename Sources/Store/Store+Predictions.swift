import Foundation
import Records
import SQLite

/// A prediction with its item, as it is read back from the store.
public struct ItemPrediction: Sendable {
    /// The item's position in the benchmark, and so in every score vector.
    public var position: Int
    public var item: StoredItem
    public var epoch: Int
    /// The raw prediction, or nil.
    public var text: String?
    /// The answer that the runner extracted, or nil.
    public var runnerAnswer: String?
    /// The answer that Acuity extracted.
    public var answer: Answer
    /// Why there is no usable prediction, or nil.
    public var failure: String?
}

extension Store {
    /// Hands the predictions of a run to `body`, by item position and then by epoch.
    ///
    /// - Throws: `StoreError`; what `body` throws.
    public func forEachPrediction(ofRun run: Int, _ body: (ItemPrediction) throws -> Void) throws {
        try statement(
            """
            SELECT items.position, items.key, items.question, items.targets, items.choices, predictions.epoch,
                predictions.prediction, predictions.runner_answer, predictions.status, predictions.answer,
                predictions.rule, predictions.failure
            FROM predictions JOIN runs ON runs.id = predictions.run
                JOIN items ON items.benchmark = runs.benchmark AND items.position = predictions.position
            WHERE predictions.run = ? ORDER BY predictions.position, predictions.epoch
            """
        ).forEach(.integer(run)) { row in
            let targets = row.isNull(3) ? [] : try? JSONDecoder().decode([String].self, from: Data(row.blob(3)))
            guard let targets, let status = Answer.Status(rawValue: row.text(8)) else {
                throw StoreError.corrupt(path: path, what: "an item or answer of unknown form")
            }
            try body(
                ItemPrediction(
                    position: row.integer(0),
                    item: StoredItem(
                        key: row.text(1), question: row.optionalText(2), targets: targets, choices: row.integer(4)),
                    epoch: row.integer(5), text: row.optionalText(6), runnerAnswer: row.optionalText(7),
                    answer: Answer(status: status, value: row.optionalText(9), rule: row.optionalText(10)),
                    failure: row.optionalText(11)))
        }
    }
}
