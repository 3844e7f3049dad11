import Readers

/// Logs in files that are no text: the members of archives, compressed bytes, pages of a database.
enum ArchiveTargets {
    /// The members of a workbook.
    static let workbook = FuzzTarget("workbook") { input in
        try read(FuzzArchive.bytes(FuzzFiles(input).files), as: "m_b_result.xlsx", runner: "vlmevalkit")
    }

    /// The members of an archive of Inspect.
    static let inspect = FuzzTarget("inspect-archive") { input in
        try read(FuzzArchive.bytes(FuzzFiles(input).files), as: "log.eval", runner: "inspect_ai")
    }

    /// The bytes of an archive or of a compressed file themselves.
    static let packed = FuzzTarget("packed") { try read($0, as: "m_b.jsonl", runner: "auto") }

    /// The pages of a database.
    static let database = FuzzTarget("database") { input in
        for runner in ["promptfoo", "deepeval"] { try read(input, as: "log.db", runner: runner) }
    }

    private static func read(_ bytes: [UInt8], as name: String, runner: String) throws {
        let folder = try FuzzFolder()
        folder.write(bytes, to: name)
        try LogCheck.read(folder, runner: runner)
    }
}
