import Foundation
import Records
import SQLite

/// A prediction as it is shown beside its item.
public struct ReviewedPrediction: Sendable {
    public var position: Int
    public var epoch: Int
    public var line: Int
    public var status: String
    /// The runner's answer, else Acuity's.
    public var answer: String?
    public var text: String?
    public var failure: String?
}

extension Store {
    /// The items of a benchmark at positions `first` to `last`, in that order.
    public func items(benchmark: Int, from first: Int, to last: Int) throws -> [StoredItem] {
        var items: [StoredItem] = []
        try statement(
            """
            SELECT key, question, targets, choices, options FROM items
            WHERE benchmark = ? AND position BETWEEN ? AND ? ORDER BY position
            """
        ).forEach(.integer(benchmark), .integer(first), .integer(last)) { row in
            items.append(
                StoredItem(
                    key: row.text(0), question: row.optionalText(1), targets: try texts(row, 2),
                    choices: row.integer(3), options: try texts(row, 4)))
        }
        return items
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

    private func texts(_ row: Statement, _ column: Int32) throws -> [String] {
        if row.isNull(column) { return [] }
        guard let texts = try? JSONDecoder().decode([String].self, from: Data(row.blob(column))) else {
            throw StoreError.corrupt(path: path, what: "an item of unknown form")
        }
        return texts
    }
}
