import Records
import SQLite

/// An SQLite database that a runner keeps its runs in; opened to be read, never to be written.
struct DatabaseFile {
    private let database: Database

    /// - Throws: `Problem` `unreadable-database`.
    init(path: String, shownAs: String) throws {
        let place = InputPlace(file: shownAs)
        let steps = InputLimits.databaseSteps(bytes: try PlainFile(path: path, place: place).size)
        database = try Database(path: path, readOnly: true) { refusal in
            let problem = place.problem(
                "unreadable-database",
                expected: refusal.isBeyondSteps
                    ? "an SQLite database that is read in \(steps) steps" : "an SQLite database that can be read",
                found: refusal.isBeyondSteps ? "one without an end: its pages or views lead back" : refusal.message,
                remedy: "Check that no program is writing to it, and copy the files ending in -wal and -shm with it.")
            switch refusal.cause {
            case .isBusy, .cannotBeRead: ReadFailures.note(problem)
            default: break
            }
            return problem
        }
        database.limit(steps: steps)
    }

    /// The names of all tables.
    var tableNames: Set<String> {
        get throws {
            var names: Set<String> = []
            try database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").forEach {
                names.insert($0.text(0))
            }
            return names
        }
    }

    /// The names of a table's columns in order; empty if there is no such table.
    func columns(of table: String) throws -> [String] {
        var names: [String] = []
        try database.prepare("SELECT name FROM pragma_table_info(?) ORDER BY cid")
            .forEach(.text(table)) { names.append($0.text(0)) }
        return names
    }

    /// Hands the rows of a query to `body`.
    ///
    /// - Throws: `Problem` `unreadable-database`; what `body` throws.
    func forEach(_ query: String, _ values: Statement.Value..., body: (Statement) throws -> Void) throws {
        try database.prepare(query).forEach(values, body: body)
    }
}
