import Records
import SQLite

extension Store {
    /// Writes what was measured of a run's predictions. Call within the transaction of the run.
    public func insert(_ measures: [PredictionMeasure: ScoreVector], run: Int) throws {
        for measure in PredictionMeasure.allCases {
            guard let values = measures[measure] else { continue }
            try statement("INSERT OR REPLACE INTO measures (run, name, item_values) VALUES (?,?,?)")
                .run(.integer(run), .text(measure.rawValue), .blob(values.encoded))
        }
    }

    /// What was measured of a run's predictions, by the raw value of `PredictionMeasure`: vectors by item position,
    /// epochs averaged within the item, NaN for items of which there is no value.
    ///
    /// A share (`unparsed`, `refused`, `error`) that is lacking is 0 for each item that the run has; any other measure
    /// that is lacking was not in the log. Empty for a run that was ingested before there were measures.
    ///
    /// - Throws: `StoreError`.
    public func measures(run: Int) throws -> [String: ScoreVector] {
        var measures: [String: ScoreVector] = [:]
        try statement("SELECT name, item_values FROM measures WHERE run = ?").forEach(.integer(run)) {
            measures[$0.text(0)] = try vector($0.blob(1))
        }
        return measures
    }
}
