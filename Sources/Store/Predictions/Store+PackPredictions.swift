import Records
import SQLite

extension Store {
    /// Packs the predictions of a store that has a row for each, as stores did up to the sixth form of the schema.
    func packPredictions() throws {
        var runs: [Int] = []
        try database.prepare("SELECT DISTINCT run FROM prediction_rows ORDER BY run").forEach {
            runs.append($0.integer(0))
        }
        for run in runs { try pack(run) }
        try database.execute("DROP TABLE prediction_rows")
    }

    private func pack(_ run: Int) throws {
        var table = PredictionTable()
        try database.prepare(
            """
            SELECT position, epoch, line, status, answer, rule, runner_answer, prediction, failure
            FROM prediction_rows WHERE run = ? ORDER BY line, position, epoch
            """
        ).forEach(.integer(run)) { row in
            guard let status = Answer.Status(rawValue: row.text(3)) else {
                throw StoreError.corrupt(path: path, what: "an answer of unknown form")
            }
            let prediction = StoredPrediction(
                position: row.integer(0), epoch: row.integer(1), line: row.integer(2),
                answer: Answer(status: status, value: row.optionalText(4), rule: row.optionalText(5)),
                runnerAnswer: row.optionalText(6), text: row.optionalText(7), failure: row.optionalText(8))
            table.set(prediction, slot: table.count)
        }
        try insert(table.packed(), run: run)
    }
}
