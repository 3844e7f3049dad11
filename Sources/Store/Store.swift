import Foundation
import Records
import SQLite

/// The store: sources, models, benchmarks, items, runs, predictions and scores in one SQLite file.
///
/// One writer at a time; a second process waits up to ten seconds. Everything that belongs to one log is written in one
/// transaction, so that a kill leaves the store as it was before the log or as it is after it.
public final class Store {
    /// The version of the form that every store has once it is open.
    public static var version: Int { Schema.migrations.count }

    /// The file.
    public let path: String
    let database: Database
    private var prepared: [String: Statement] = [:]
    /// Predictions that were read lately, by run.
    var unpacked: [Int: RunPredictions] = [:]
    static let mostUnpacked = 64
    /// What is known of items of the benchmarks whose fingerprints were read or written lately, by benchmark.
    var fingerprintBases: [Int: FingerprintBase] = [:]

    /// How often another connection was found to have changed the store when a transaction began: what was kept in memory
    /// of the store before is then no longer true.
    public private(set) var foreignChanges = 0
    private var dataVersion = 0
    private var isInTransaction = false

    private static let inMemory = ":memory:"

    /// Opens a store, creating the file and bringing its schema up to date. Throws `StoreError`.
    public init(path: String) throws {
        self.path = path
        database = try Self.database(path)
        try database.execute("PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;")
        try migrate()
        try database.execute("PRAGMA journal_mode = WAL;")
        dataVersion = try pragma("data_version")
    }

    /// A connection to the database of a store, whose pages have checksums.
    static func database(_ path: String) throws -> Database {
        try Database(path: path, hasChecksums: path != inMemory) { StoreError($0) }
    }

    /// Runs `body` in one transaction that is undone if it throws. Within a transaction it is a part of that one.
    public func transaction<Result>(_ body: () throws -> Result) throws -> Result {
        if isInTransaction { return try body() }
        isInTransaction = true
        defer { isInTransaction = false }
        do {
            return try database.transaction {
                try noticeForeignChanges()
                return try body()
            }
        } catch {
            // It may tell of what is undone.
            forget()
            throw error
        }
    }

    private func noticeForeignChanges() throws {
        let found = try pragma("data_version")
        guard found != dataVersion else { return }
        dataVersion = found
        foreignChanges += 1
        forget()
    }

    /// Forgets what is kept in memory of runs and items.
    func forget() {
        unpacked.removeAll()
        fingerprintBases.removeAll()
    }

    /// A prepared statement, kept for the life of the store.
    func statement(_ sql: String) throws -> Statement {
        if let known = prepared[sql] { return known }
        let statement = try database.prepare(sql)
        prepared[sql] = statement
        return statement
    }

    private func migrate() throws {
        let version = try pragma("user_version")
        let application = try pragma("application_id")
        let tables = try database.prepare("SELECT count(*) FROM sqlite_master").first { $0.integer(0) } ?? 0
        guard application == Schema.applicationID || (application == 0 && version == 0 && tables == 0) else {
            throw StoreError.notAStore(path: path)
        }
        guard version <= Schema.migrations.count else {
            throw StoreError.newerVersion(path: path, found: version, known: Schema.migrations.count)
        }
        guard version < Schema.migrations.count else {
            guard path == Self.inMemory || database.pagesHaveChecksums else {
                throw StoreError.corrupt(path: path, what: "pages without their checksums")
            }
            return
        }
        if tables > 0, !database.pagesHaveChecksums { try addChecksums() }
        try database.transaction {
            // Another process may have migrated while this one waited for the lock.
            for migration in Schema.migrations.dropFirst(try pragma("user_version")) {
                try database.execute(migration)
                if migration == Schema.predictionColumns { try packPredictions() }
                if migration == Schema.itemChunks { try packItems() }
            }
            try database.execute("PRAGMA application_id = \(Schema.applicationID)")
            try database.execute("PRAGMA user_version = \(Schema.migrations.count)")
        }
    }

    /// Writes the pages of a store anew, as stores up to the tenth form of the schema have no checksums.
    private func addChecksums() throws {
        // What stands in the write-ahead log would not tell of it. The first page tells that there are checksums: no other may
        // be written before it, as those that find no room in the cache would be, so that the store is held in memory.
        try database.execute("PRAGMA journal_mode = DELETE; PRAGMA cache_spill = OFF; VACUUM; PRAGMA cache_spill = ON;")
    }

    /// Puts all that was written into the store's own file, so that it can be moved without what lies beside it.
    public func settle() throws {
        let isBusy = try database.prepare("PRAGMA wal_checkpoint(TRUNCATE)").first { $0.integer(0) != 0 } ?? false
        guard !isBusy else {
            throw StoreError(SQLiteRefusal(path: path, code: 5, message: "another program reads the store"))
        }
    }

    /// Verifies each page and what hangs together. Throws `StoreError.corrupt`.
    ///
    /// What is read is verified as it is read; this is for a store whose last writer was ended in the midst of its work,
    /// beside which files may lie that are not its own.
    public func verify() throws {
        var found: [String] = []
        for check in ["quick_check(1)", "foreign_key_check"] {
            try database.prepare("PRAGMA \(check)").forEach { row in
                if row.text(0) != "ok" { found.append(row.text(0)) }
            }
        }
        if let first = found.first { throw StoreError.corrupt(path: path, what: "a damaged one: \(first)") }
    }

    private func pragma(_ name: String) throws -> Int {
        try database.prepare("PRAGMA \(name)").first { $0.integer(0) } ?? 0
    }
}
