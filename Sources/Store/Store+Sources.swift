import Foundation
import Records
import SQLite

extension Store {
    /// The source at a path, or nil.
    public func source(path: String) throws -> StoredSource? {
        try statement("SELECT * FROM (\(Self.sourceColumns)) WHERE path = ?").first(.text(path), body: decodeSource)
    }

    /// All sources, by path.
    public func sources() throws -> [StoredSource] {
        var sources: [StoredSource] = []
        try statement("\(Self.sourceColumns) ORDER BY path").forEach { sources.append(try decodeSource($0)) }
        return sources
    }

    /// Adds a source and returns its identifier. Call within a transaction, with the source's runs.
    public func insert(_ source: StoredSource) throws -> Int {
        try statement(
            """
            INSERT INTO sources (path, bytes, sha256, fingerprint, runner, runner_version, problems, sayings)
            VALUES (?,?,?,?,?,?,?,?)
            """
        ).run(
            .text(source.path), .integer(source.bytes), .text(source.sha256), .text(source.fingerprint),
            .text(source.runner), .optional(source.runnerVersion), .text(try Self.encode(source.problems)),
            .text(source.sayings))
        return Int(database.lastInsertedRow)
    }

    /// Completes what became known of a source while its log was read.
    public func update(source id: Int, runnerVersion: String?, problems: [Problem]) throws {
        try statement("UPDATE sources SET runner_version = ?, problems = ? WHERE id = ?")
            .run(.optional(runnerVersion), .text(try Self.encode(problems)), .integer(id))
    }

    /// Removes a source with its runs, scores and predictions.
    public func remove(source id: Int) throws {
        // SQLite gives the numbers of runs that are gone to new ones.
        unpacked.removeAll()
        try statement("DELETE FROM sources WHERE id = ?").run(.integer(id))
    }

    private static let sourceColumns =
        "SELECT id, path, bytes, sha256, fingerprint, runner, runner_version, problems, sayings FROM sources"

    private func decodeSource(_ row: Statement) throws -> StoredSource {
        guard let problems = try? JSONDecoder().decode([Problem].self, from: Data(row.blob(7))) else {
            throw StoreError.corrupt(path: path, what: "problems of \(row.text(1)) that are no JSON")
        }
        return StoredSource(
            id: row.integer(0), path: row.text(1), bytes: row.integer(2), sha256: row.text(3),
            fingerprint: row.text(4), runner: row.text(5), runnerVersion: row.optionalText(6), problems: problems,
            sayings: row.text(8))
    }

    /// JSON with sorted keys.
    static func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
