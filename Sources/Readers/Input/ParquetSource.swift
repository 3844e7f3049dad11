import Foundation
import Records

/// The rows of a parquet file as JSONL, converted by pyarrow in a Python process as they are asked for.
///
/// No C library that reads parquet is packaged for Debian 12; pyarrow is the format's reference implementation.
final class ParquetSource: ByteSource {
    let place: InputPlace
    private let path: String
    private var interpreters: [String]
    private var conversion: Conversion?

    /// The first bytes of a parquet file.
    static let mark = Array("PAR1".utf8)

    init(path: String, place: InputPlace) {
        self.path = path
        self.place = place
        interpreters = PythonInterpreters.paths()
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            let running = try conversion ?? start()
            conversion = running
            let count = try running.read(into: buffer, place: place)
            if count > 0 || buffer.isEmpty { return count }
            switch running.outcome() {
            case .finished: return 0
            case .withoutLibrary: conversion = nil
            case .failed(let words):
                throw place.problem(
                    "damaged-table", expected: "a parquet file that pyarrow reads", found: words,
                    remedy: "Copy the file again; if the runner was stopped while writing, run it again.")
            }
        }
    }

    /// Starts the next interpreter; one that lacks pyarrow ends at once and makes place for the one after it.
    private func start() throws -> Conversion {
        while !interpreters.isEmpty {
            if let conversion = try? Conversion(interpreter: interpreters.removeFirst(), path: path) { return conversion }
        }
        throw place.problem(
            "missing-converter", expected: "a Python with pyarrow, which converts parquet files", found: "none",
            remedy: "Run `make parquet`, or `pip install pyarrow` for the python3 in your PATH, or name a Python that has "
                + "it in the environment variable ACUITY_PYTHON; or export the file as JSONL.")
    }
}

/// The Python interpreters that may have pyarrow, the one to be tried first in front.
enum PythonInterpreters {
    /// What ACUITY_PYTHON names, the environment that `make parquet` makes beside the build, and each `python3` in PATH.
    static func paths() -> [String] {
        let environment = ProcessInfo.processInfo.environment
        var paths = environment["ACUITY_PYTHON"].map { [$0] } ?? []
        if let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
            var folder = URL(fileURLWithPath: program)
            for _ in 0..<4 {
                folder.deleteLastPathComponent()
                paths.append(folder.appendingPathComponent("python/bin/python3").path)
            }
        }
        paths += (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/python3" }
        return paths.filter { FileManager.default.isExecutableFile(atPath: $0) }
    }
}

/// One Python process that writes the rows of a file to a pipe.
private final class Conversion {
    enum Outcome {
        case finished
        case withoutLibrary
        case failed(String)
    }

    private static let withoutLibrary: Int32 = 97
    // Isolated (-I), so that a module lying in the current folder is never run; the user's own packages are added back.
    // Bytes such as images are replaced by their length.
    private static let script = """
        import sys, site, json
        sys.path.append(site.getusersitepackages())
        try:
            import pyarrow.parquet as parquet
        except ImportError:
            sys.exit(97)
        def other(value):
            return "%d bytes" % len(value) if isinstance(value, (bytes, bytearray)) else str(value)
        try:
            out = sys.stdout.buffer
            for batch in parquet.ParquetFile(sys.argv[1]).iter_batches(batch_size=256):
                for row in batch.to_pylist():
                    out.write(json.dumps(row, ensure_ascii=False, default=other).encode("utf-8", "replace") + b"\\n")
        except BrokenPipeError:
            pass
        except Exception as error:
            sys.stderr.write(str(error)[:400])
            sys.exit(1)
        """

    private let process = Process()
    private let output = Pipe()
    private let errors = Pipe()

    init(interpreter: String, path: String) throws {
        process.executableURL = URL(fileURLWithPath: interpreter)
        process.arguments = ["-I", "-c", Self.script, path]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        try process.run()
    }

    deinit {
        if process.isRunning { process.terminate() }
    }

    func read(into buffer: UnsafeMutableRawBufferPointer, place: InputPlace) throws -> Int {
        let descriptor = output.fileHandleForReading.fileDescriptor
        while true {
            let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw place.problem(
                    "unreadable-file", expected: "the output of the parquet converter",
                    found: String(cString: strerror(errno)), remedy: "Try again.")
            }
            return count
        }
    }

    /// How the process ended; waits for it.
    func outcome() -> Outcome {
        process.waitUntilExit()
        switch process.terminationStatus {
        case 0: return .finished
        case Self.withoutLibrary: return .withoutLibrary
        default:
            let words = String(decoding: errors.fileHandleForReading.availableData.prefix(400), as: UTF8.self)
            return .failed(words.isEmpty ? "a converter that ended with status \(process.terminationStatus)" : words)
        }
    }
}
