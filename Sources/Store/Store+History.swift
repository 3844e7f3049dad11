import SQLite

extension Store {
    /// Whether what is stored of items may rest on logs that are gone or changed, or on the order in which logs came: a
    /// store that is filled with the same logs at once may then say something else of them.
    public var dependsOnHistory: Bool {
        get throws { try statement("SELECT count(*) FROM history").first { $0.integer(0) } != 0 }
    }

    /// Notes that it does. Call within the transaction that makes it so.
    public func noteHistory(of path: String) throws {
        try statement("INSERT INTO history (path) VALUES (?)").run(.text(path))
    }

    /// Removes all that came from logs.
    public func removeAll() throws {
        try transaction {
            forget()
            for table in ["sources", "item_chunks", "item_fingerprints", "facets", "history"] {
                try database.execute("DELETE FROM \(table)")
            }
        }
    }
}
