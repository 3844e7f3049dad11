import CSQLite
import PageChecksums

/// What SQLite said when it refused an operation.
public struct SQLiteRefusal: Error, Equatable, Sendable {
    /// The database's path.
    public let path: String
    /// SQLite's result code.
    public let code: Int32
    /// SQLite's own words.
    public let message: String

    /// A refusal that the owner of a connection states itself.
    public init(path: String, code: Int32, message: String) {
        self.path = path
        self.code = code
        self.message = message
    }

    /// Whether the file is no SQLite database at all.
    public var isNotADatabase: Bool { code & 0xFF == SQLITE_NOTADB }

    /// Why it was refused, as far as it tells what to do.
    public enum Cause: Sendable {
        /// The bytes of the database are not those that were written.
        case isDamaged
        case diskIsFull
        case isBusy
        case cannotBeWritten
        case cannotBeOpened
        /// The system could not read or write a file.
        case cannotBeRead
        case other
    }

    /// Why it was refused.
    public var cause: Cause {
        if code == Self.wrongChecksum { return .isDamaged }
        return switch code & 0xFF {
        case SQLITE_CORRUPT: .isDamaged
        case SQLITE_FULL: .diskIsFull
        case SQLITE_BUSY, SQLITE_LOCKED: .isBusy
        case SQLITE_READONLY, SQLITE_PERM: .cannotBeWritten
        case SQLITE_CANTOPEN: .cannotBeOpened
        case SQLITE_IOERR: .cannotBeRead
        default: .other
        }
    }

    /// SQLITE_IOERR_DATA, whose macro Swift does not see.
    private static let wrongChecksum = SQLITE_IOERR | (32 << 8)

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
    /// - Parameters:
    ///   - hasChecksums: whether pages that are read must have their checksums, and those that are written get them. A
    ///     database that was made without goes without, until it is vacuumed.
    ///   - makeError: what a refusal becomes for the owner of the connection; everything here throws that.
    public init(
        path: String, readOnly: Bool = false, hasChecksums: Bool = false,
        makeError: @escaping (SQLiteRefusal) -> any Error = { $0 }
    ) throws {
        self.path = path
        self.makeError = makeError
        let flags = readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        let code =
            hasChecksums
            ? acuity_open_with_page_checksums(path, &handle, flags | SQLITE_OPEN_NOMUTEX)
            : sqlite3_open_v2(path, &handle, flags | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK else {
            let error = refusal(code)
            sqlite3_close_v2(handle)
            throw error
        }
        sqlite3_extended_result_codes(handle, 1)
        sqlite3_busy_timeout(handle, 10_000)
    }

    /// Whether the pages have checksums; known once something was read.
    public var pagesHaveChecksums: Bool { acuity_pages_have_checksums(handle) != 0 }

    deinit { sqlite3_close_v2(handle) }

    /// Whether the library was made so that several threads may have connections.
    public static var isThreadSafe: Bool { sqlite3_threadsafe() != 0 }

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
