import CSQLite

/// What SQLite said when it refused an operation.
public struct SQLiteRefusal: Error, Equatable, Sendable {
    /// The database's path.
    public let path: String
    /// SQLite's result code.
    public let code: Int32
    /// SQLite's own words.
    public let message: String
    /// Whether the file is no SQLite database at all.
    public var isNotADatabase: Bool { code & 0xFF == SQLITE_NOTADB }
    /// Whether a limit of steps ended the operation.
    public var isBeyondSteps: Bool { code & 0xFF == SQLITE_INTERRUPT }
}

/// How many more intervals of steps a connection may take.
private final class StepCounter {
    static let interval: Int32 = 100_000
    var left: Int

    init(left: Int) { self.left = left }
}

/// A connection to an SQLite database. Pointers to SQLite live and die in this file and in `Statement.swift`.
public final class Database {
    /// Where the database lies.
    public let path: String
    private var handle: OpaquePointer?
    private let makeError: (SQLiteRefusal) -> any Error
    /// Outlives the handle, which is closed in deinit.
    private var steps: StepCounter?

    /// Opens the database, creating it if it is absent and may be written.
    ///
    /// - Parameter makeError: what a refusal becomes for the owner of the connection; everything here throws that.
    public init(
        path: String, readOnly: Bool = false, makeError: @escaping (SQLiteRefusal) -> any Error = { $0 }
    ) throws {
        self.path = path
        self.makeError = makeError
        let flags = readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        let code = sqlite3_open_v2(path, &handle, flags | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK else {
            let error = refusal(code)
            sqlite3_close_v2(handle)
            throw error
        }
        sqlite3_busy_timeout(handle, 10_000)
    }

    deinit { sqlite3_close_v2(handle) }

    /// Ends every statement with a refusal once all together have taken so many steps of SQLite's machine. A file of a few
    /// pages can hold tables without end: pages that hold each other, and views that call themselves.
    public func limit(steps count: Int) {
        let counter = StepCounter(left: count / Int(StepCounter.interval))
        steps = counter
        sqlite3_progress_handler(
            handle, StepCounter.interval,
            { context in
                guard let context else { return 1 }
                let counter = Unmanaged<StepCounter>.fromOpaque(context).takeUnretainedValue()
                counter.left -= 1
                return counter.left < 0 ? 1 : 0
            }, Unmanaged.passUnretained(counter).toOpaque())
    }

    /// Runs statements that return nothing.
    public func execute(_ sql: String) throws {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw refusal(code) }
    }

    /// Prepares a statement for repeated use.
    public func prepare(_ sql: String) throws -> Statement {
        var pointer: OpaquePointer?
        let code = sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &pointer, nil)
        guard code == SQLITE_OK, let pointer else { throw refusal(code) }
        return Statement(database: self, pointer: pointer)
    }

    /// The identifier of the row inserted last.
    public var lastInsertedRow: Int64 { sqlite3_last_insert_rowid(handle) }

    /// Runs `body` in one transaction that is undone if it throws.
    public func transaction<Result>(_ body: () throws -> Result) throws -> Result {
        try execute("BEGIN IMMEDIATE")
        do {
            let result = try body()
            try execute("COMMIT")
            return result
        } catch {
            // The first error is the one to tell; a failing rollback means that SQLite has rolled back already.
            try? execute("ROLLBACK")
            throw error
        }
    }

    /// The error for a code that SQLite returned.
    func refusal(_ code: Int32) -> any Error {
        let message = handle.map { String(cString: sqlite3_errmsg($0)) } ?? String(cString: sqlite3_errstr(code))
        return makeError(SQLiteRefusal(path: path, code: code, message: message))
    }
}
