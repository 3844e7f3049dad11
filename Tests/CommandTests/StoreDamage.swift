import SQLite

/// Changes a store behind Acuity's back.
enum StoreDamage {
    static func execute(_ sql: String, on path: String) throws { try Database(path: path).execute(sql) }
}
