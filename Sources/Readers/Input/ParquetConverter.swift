import Foundation

/// What converts parquet files, if it is there.
public struct ParquetConverter: Sendable {
    /// The Python that has pyarrow.
    public let interpreter: String
    /// The version of pyarrow.
    public let version: String

    /// Looks in the places that a parquet file is converted from; starts Python, and so takes a moment.
    public static func find() -> ParquetConverter? {
        for interpreter in PythonInterpreters.paths() {
            let process = Process()
            let output = Pipe()
            process.executableURL = URL(fileURLWithPath: interpreter)
            process.arguments = [
                "-I", "-c",
                "import sys, site; sys.path.append(site.getusersitepackages()); import pyarrow; print(pyarrow.__version__)",
            ]
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = output
            process.standardError = FileHandle.nullDevice
            guard (try? process.run()) != nil else { continue }
            let words = output.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            guard process.terminationStatus == 0, process.terminationReason == .exit else { continue }
            let version = String(decoding: words, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
            return ParquetConverter(interpreter: interpreter, version: version)
        }
        return nil
    }
}
