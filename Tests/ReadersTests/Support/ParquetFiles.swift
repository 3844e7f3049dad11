import Foundation

@testable import Readers

/// Makes parquet files with the Python that converts them.
enum ParquetFiles {
    /// A Python with pyarrow, or nil.
    static let interpreter: String? = PythonInterpreters.paths().first { path in
        (try? run(path, ["-I", "-c", "import pyarrow.parquet"])) == 0
    }

    /// Writes rows, given as a JSON list, as a parquet file.
    static func write(_ path: String, rows: String) throws {
        let script =
            "import sys, json, pyarrow, pyarrow.parquet as p; "
            + "p.write_table(pyarrow.Table.from_pylist(json.load(open(sys.argv[2], encoding='utf-8'))), sys.argv[1])"
        struct NotWritten: Error {}
        // Rows may be longer than an argument of a program can be.
        try rows.write(toFile: path + ".json", atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path + ".json") }
        guard let interpreter, try run(interpreter, ["-I", "-c", script, path, path + ".json"]) == 0 else {
            throw NotWritten()
        }
    }

    private static func run(_ path: String, _ arguments: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
