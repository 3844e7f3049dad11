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
        var predictions: [ReviewedPrediction] = []
        try statement(
            """
            SELECT position, epoch, line, status, coalesce(runner_answer, answer), prediction, failure
            FROM predictions WHERE run = ? AND position BETWEEN ? AND ? ORDER BY position, epoch
            """
        ).forEach(.integer(run), .integer(first), .integer(last)) { row in
            predictions.append(
                ReviewedPrediction(
                    position: row.integer(0), epoch: row.integer(1), line: row.integer(2), status: row.text(3),
                    answer: row.optionalText(4), text: row.optionalText(5), failure: row.optionalText(6)))
        }
        return predictions
    }

    private func texts(_ row: Statement, _ column: Int32) throws -> [String] {
        if row.isNull(column) { return [] }
        guard let texts = try? JSONDecoder().decode([String].self, from: Data(row.blob(column))) else {
            throw StoreError.corrupt(path: path, what: "an item of unknown form")
        }
        return texts
    }
}
