import CrashBridge
import Foundation

/// A file that tells what a command did: a line of JSON for each thing that it said or decided.
///
/// Lines are added to what is there and go to the file at once, so that a command that fails, is stopped or crashes has
/// told everything up to then.
final class LogFile {
    /// What a line is about.
    enum Kind: String, Codable {
        /// The first line of a command.
        case start
        /// What was done or decided.
        case step
        case message
        case warning
        case error
        /// The last line of a command that came to its end.
        case end
    }

    /// A line as it stands in the file.
    struct Line: Codable {
        /// UTC.
        var time: String
        /// Seconds since the command began.
        var seconds: Double
        var kind: Kind
        var text: String
        /// In the first line: Acuity's version.
        var acuity: String?
        /// In the first line: the command line without the program's name.
        var arguments: [String]?
        /// In the first line: the folder in which relative paths start.
        var folder: String?
        /// In the last line.
        var exitCode: Int32?
    }

    private let descriptor: Int32
    private let clock: Stopwatch
    private let encoder: JSONEncoder

    /// - Throws: `UsageError` if it cannot be written, or if it is a file with something else.
    init(path: String, clock: Stopwatch) throws {
        self.clock = clock
        encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // A pipe or a terminal has nothing to be kept, and would be waited for.
        var state = stat()
        if stat(path, &state) == 0, state.st_mode & S_IFMT == S_IFREG, let known = FileHandle(forReadingAtPath: path) {
            defer { try? known.close() }
            let start = (try? known.read(upToCount: 1)) ?? Data()
            guard start.isEmpty || start == Data("{".utf8) else {
                throw UsageError(
                    "--log \(path): expected a new file or a log of Acuity; found another file. Name another.")
            }
        }
        descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw UsageError(
                "--log \(path): expected a file that can be written; found: \(String(cString: strerror(errno))). "
                    + "Check its folder, or name another.")
        }
        acuity_log_crashes(descriptor)
    }

    deinit {
        acuity_log_crashes(-1)
        close(descriptor)
    }

    func write(_ kind: Kind, _ text: String) { write(line(kind, text)) }

    func writeStart(_ arguments: [String]) {
        var line = line(.start, DefectReport(arguments).command)
        line.acuity = Program.version
        line.arguments = arguments
        line.folder = FileManager.default.currentDirectoryPath
        write(line)
    }

    func writeEnd(_ code: ExitCode) {
        var line = line(.end, "exit code \(code.rawValue)")
        line.exitCode = code.rawValue
        write(line)
    }

    private func line(_ kind: Kind, _ text: String) -> Line {
        Line(
            time: Date.now.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)),
            seconds: clock.seconds, kind: kind, text: text)
    }

    private func write(_ line: Line) {
        guard let data = try? encoder.encode(line) else { return }
        let text = Console.safeJSON(String(decoding: data, as: UTF8.self)) + "\n"
        // A disk that is full takes nothing from the command itself.
        _ = Array(text.utf8).withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
    }
}

/// The time since a command began.
struct Stopwatch {
    private let start = ContinuousClock.now

    /// Rounded to microseconds.
    var seconds: Double {
        let passed = (ContinuousClock.now - start).components
        let microseconds = passed.seconds * 1_000_000 + passed.attoseconds / 1_000_000_000_000
        return Double(microseconds) / 1_000_000
    }
}
