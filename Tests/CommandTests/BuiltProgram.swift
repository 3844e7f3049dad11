import Foundation

/// The program as it was built beside the tests, for what only a process of its own can show.
struct BuiltProgram {
    static let url: URL? = [CommandLine.arguments[0], "/proc/self/exe"]
        .map {
            URL(fileURLWithPath: $0).resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "acuity")
        }
        .first { FileManager.default.isExecutableFile(atPath: $0.path) }

    /// How a process ended, and what it said.
    struct Outcome {
        var status: Int32
        var reason: Process.TerminationReason
        var output: String
        var errors: String
    }

    private let process = Process()
    private let folder: URL

    /// Starts the program with its output in files of a folder.
    ///
    /// - Parameter input: what it reads; nothing unless given.
    init(_ arguments: [String], in folder: URL, input: Pipe? = nil) throws {
        self.folder = folder
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        process.executableURL = Self.url
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardInput = input ?? FileHandle.nullDevice
        // Swift's own backtrace takes a second.
        process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
        process.standardOutput = try Self.stream(folder.appending(path: "stdout"))
        process.standardError = try Self.stream(folder.appending(path: "stderr"))
        try process.run()
    }

    /// Runs the program to its end.
    static func run(_ arguments: [String], in folder: URL) throws -> Outcome {
        try BuiltProgram(arguments, in: folder).wait()
    }

    var identifier: Int32 { process.processIdentifier }
    var isRunning: Bool { process.isRunning }

    /// What it has said on standard error so far.
    var errors: String { Self.text(folder.appending(path: "stderr")) }

    func wait() -> Outcome {
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, reason: process.terminationReason,
            output: Self.text(folder.appending(path: "stdout")), errors: errors)
    }

    private static func stream(_ url: URL) throws -> FileHandle {
        try Data().write(to: url)
        return try FileHandle(forWritingTo: url)
    }

    private static func text(_ url: URL) -> String { (try? String(contentsOf: url, encoding: .utf8)) ?? "" }
}
