/// How much of an input Acuity holds or unpacks at most, so that a hostile or damaged file costs bounded memory and time. A
/// file beyond a limit is refused with a problem that names the limit; `docs/hostile-input.md` lists them.
public enum InputLimits {
    /// The longest line, row of a table, JSON value and part that is read in one piece, in bytes.
    public static let piece = 1 << 28
    /// How many cells of a sheet may be empty because a cell behind them is not: each costs time though the file holds none.
    public static let emptyCells = 1 << 28
    /// How often a folder is listed that several links lead to.
    public static let visits = 8

    /// How many steps of SQLite's machine the queries of a database may take: a hundred million, and a thousand for each of
    /// its bytes. Tables without an index take a step for each pair of rows.
    static func databaseSteps(bytes: Int64) -> Int { 100_000_000 + 1000 * Int(min(bytes, 1 << 50)) }
}

/// What a compressed file, an archive or a file with holes may unpack to.
struct UnpackingLimits {
    /// What is allowed in any case, in bytes.
    var free: Int64 = 1 << 30
    /// What more is allowed: so many times the packed size. Logs in JSON reach a tenth of it; runs of zeros a multiple.
    var ratio: Int64 = 250

    /// Whether so many bytes are more than a file of a given size may unpack to.
    func areExceeded(unpacked: Int64, packed: Int64) -> Bool {
        // Divided, because the product may not fit.
        unpacked > free && unpacked / ratio > packed
    }

    /// The limits in words, for a packed size.
    func words(packed: Int64) -> String {
        "at most \(free) bytes, or \(ratio) times the packed \(packed) bytes, after unpacking"
    }
}
