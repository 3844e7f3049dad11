import Foundation
import SQLite

/// What a look at a whole store found. Nothing is changed by it, not even the form of an older store.
public struct StoreExamination: Sendable, Equatable {
    /// The bytes of the file and of the journal beside it.
    public var bytes = 0
    /// The version of the store's form, and the newest that this Acuity knows.
    public var version = 0
    /// The newest version of the form that this Acuity knows.
    public var knownVersion = Schema.migrations.count
    /// How many logs the store holds.
    public var logs = 0
    /// How many runs these logs hold.
    public var runs = 0
    /// How many predictions were unpacked; 0 for an older form, and where something was damaged before they were
    /// reached.
    public var predictions = 0
    /// What is damaged, in words; empty for a whole store.
    public var damages: [String] = []

    /// An older form, which the next command brings up to date. What it has packed was not looked at.
    public var isOlder: Bool { version < knownVersion }
}

extension Store {
    /// Looks at everything that a store holds: SQLite's own check, the references between tables, and every packed value.
    ///
    /// - Throws: `StoreError` if the file is no store, is of a newer version, or cannot be read.
    public static func examine(path: String) throws -> StoreExamination {
        var found = StoreExamination()
        for file in [path, path + "-wal"] {
            let size = try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int
            found.bytes += size ?? 0
        }
        // Opened as always, but nothing is written: who only reads cannot take away the journal's files that it made.
        let database = try Database(path: path) { StoreError($0) }
        func number(_ sql: String) throws -> Int { try database.prepare(sql).first { $0.integer(0) } ?? 0 }
        guard try number("PRAGMA application_id") == Schema.applicationID else {
            throw StoreError.notAStore(path: path)
        }
        found.version = try number("PRAGMA user_version")
        guard !(found.version > found.knownVersion) else {
            throw StoreError.newerVersion(path: path, found: found.version, known: found.knownVersion)
        }
        try database.prepare("PRAGMA integrity_check(10)").forEach { row in
            if row.text(0) != "ok" { found.damages.append(row.text(0)) }
        }
        // Damaged pages can make any further question fail.
        guard found.damages.isEmpty else { return found }
        try database.prepare("PRAGMA foreign_key_check").forEach { row in
            if found.damages.count < 10 {
                found.damages.append("a row of \(row.text(0)) names a row of \(row.text(2)) that is not there")
            }
        }
        found.logs = try number("SELECT count(*) FROM sources")
        found.runs = try number("SELECT count(*) FROM runs")
        guard found.damages.isEmpty, !found.isOlder else { return found }
        do {
            found.predictions = try Store(path: path).unpackAll()
        } catch let error as StoreError {
            found.damages.append("\(error)")
        }
        return found
    }

    /// Unpacks every value and returns how many predictions there are.
    private func unpackAll() throws -> Int {
        for benchmark in try benchmarkNames() { _ = try matrix(benchmark: benchmark) }
        var runs: [Int] = []
        try statement("SELECT id FROM runs ORDER BY id").forEach { runs.append($0.integer(0)) }
        var predictions = 0
        for run in runs {
            _ = try fingerprint(run: run)
            _ = try measures(run: run)
            try forEachPrediction(ofRun: run) { _ in predictions += 1 }
        }
        return predictions
    }
}
