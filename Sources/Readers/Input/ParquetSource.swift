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
    private var hasGiven = false
    private var isFinished = false
    /// How an interpreter ended that gave nothing.
    private var death: Int32?

    /// The first bytes of a parquet file.
    static let mark = Array("PAR1".utf8)

    /// - Parameter interpreters: the programs to try, in this order.
    init(path: String, place: InputPlace, interpreters: [String] = PythonInterpreters.paths()) {
        self.path = path
        self.place = place
        self.interpreters = interpreters
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            let running = try conversion ?? start()
            conversion = running
            let count = try running.read(into: buffer, place: place)
            if count > 0 || buffer.isEmpty {
                hasGiven = hasGiven || count > 0
                return count
            }
            if isFinished { return 0 }
            switch running.outcome() {
            case .finished:
                isFinished = true
                return 0
            case .withoutLibrary: conversion = nil
            case .damaged(let words):
                throw place.problem(
                    "damaged-table", expected: "a parquet file that pyarrow reads", found: words,
                    remedy: "Copy the file again; if the runner was stopped while writing, run it again.")
            case .died(let status):
                death = status
                if hasGiven { throw stopped(status) }
                // An interpreter that does not work at all makes place for the next one.
                conversion = nil
            }
        }
    }

    /// Starts the next interpreter; one that lacks pyarrow ends at once and makes place for the one after it.
    private func start() throws -> Conversion {
        while !interpreters.isEmpty {
            if let conversion = try? Conversion(interpreter: interpreters.removeFirst(), path: path) {
                return conversion
            }
        }
        if let death { throw stopped(death) }
        throw place.problem(
            "missing-converter", expected: "a Python with pyarrow, which converts parquet files", found: "none",
            remedy:
                "Run `make parquet`, or `pip install pyarrow` for the python3 in your PATH, or name a Python that has "
                + "it in the environment variable ACUITY_PYTHON; or export the file as JSONL.")
    }

    private func stopped(_ status: Int32) -> Problem {
        place.problem(
            "stopped-converter", expected: "all rows of the parquet file",
            found: "a converter that stopped with status \(status)",
            remedy: "Try again with more memory, or export the file as JSONL.")
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
        /// The interpreter has no pyarrow, or does not run at all.
        case withoutLibrary
        /// pyarrow refused the file, with its words.
        case damaged(String)
        /// The process ended in another way, such as by a signal.
        case died(Int32)
    }

    private static let withoutLibrary: Int32 = 97
    private static let damagedFile: Int32 = 98
    // Isolated (-I), so that a module lying in the current folder is never run; the user's own packages are added back.
    // Only a few words go to the pipe of errors, which nobody empties before the end: a full one would stop both sides.
    // Bytes such as images are replaced by their length.
    private static let script = """
        import sys, os, site, json
        words = os.dup(2)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        sys.path.append(site.getusersitepackages())
        try:
            import pyarrow.parquet as parquet
        except Exception:
            os._exit(97)
        def other(value):
            return "%d bytes" % len(value) if isinstance(value, (bytes, bytearray)) else str(value)
        try:
            out = sys.stdout.buffer
            for batch in parquet.ParquetFile(sys.argv[1]).iter_batches(batch_size=256):
                for row in batch.to_pylist():
                    out.write(json.dumps(row, ensure_ascii=False, default=other).encode("utf-8", "replace") + b"\\n")
            out.flush()
            os._exit(0)
        except BrokenPipeError:
            os._exit(0)
        except Exception as error:
            try:
                out.flush()
            except BrokenPipeError:
                os._exit(0)
            os.write(words, str(error)[:400].encode("utf-8", "replace"))
            os._exit(98)
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
        // A reader that stopped early leaves a process that would wait for its pipe to be emptied.
        try? output.fileHandleForReading.close()
        guard process.isRunning else { return }
        process.terminate()
        process.waitUntilExit()
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
        case 0 where process.terminationReason == .exit: return .finished
        case Self.withoutLibrary: return .withoutLibrary
        case Self.damagedFile:
            let words = errors.fileHandleForReading.availableData.prefix(1600)
            return .damaged(String(decoding: words, as: UTF8.self))
        default: return .died(process.terminationStatus)
        }
    }
}
