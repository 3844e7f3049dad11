import Foundation

/// The program under test.
public struct Program: Sendable {
    /// The program.
    public let executable: URL
    /// The library that makes faults.
    public let shim: URL
    /// The folder of page templates.
    public let templates: URL

    /// The program, the library that makes faults, and the folder of page templates.
    public init(executable: URL, shim: URL, templates: URL) {
        self.executable = executable
        self.shim = shim
        self.templates = templates
    }

    /// How a run of the program ended.
    public struct Ending: Sendable, Equatable {
        /// The exit code; nil if a signal ended it.
        public var code: Int32?
        /// The signal that ended it.
        public var signal: Int32?
        /// What it said on standard error.
        public var messages: String
    }

    /// Runs a command to its end.
    ///
    /// - Parameters:
    ///   - folder: the folder in which it runs.
    ///   - fault: what happens to it.
    ///   - below: where calls count; nil for `folder`.
    ///   - other: the file that replaces one, for an alteration.
    ///   - report: a file that gets a line for each call that counted.
    ///   - seconds: when it is killed, if it runs so long.
    public func run(
        _ arguments: [String], in folder: URL, fault: SystemFault? = nil, below: URL? = nil, other: URL? = nil,
        report: URL? = nil, killedAfter seconds: Double? = nil
    ) throws -> Ending {
        let run = try start(arguments, in: folder, fault: fault, below: below, other: other, report: report)
        if let seconds {
            usleep(useconds_t(seconds * 1_000_000))
            run.signal(SIGKILL)
        }
        return run.wait()
    }

    /// Starts a command.
    public func start(
        _ arguments: [String], in folder: URL, fault: SystemFault? = nil, below: URL? = nil, other: URL? = nil,
        report: URL? = nil
    ) throws -> RunningProgram {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        var environment = ProcessInfo.processInfo.environment
        if let fault {
            environment["LD_PRELOAD"] = shim.path
            environment.merge(fault.environment(below: (below ?? folder).path, other: other?.path ?? "")) { $1 }
            environment["FAULT_REPORT"] = report?.path
        }
        process.environment = environment
        return try RunningProgram(process)
    }

    /// The arguments of a command that makes pages.
    func withTemplates(_ arguments: [String]) -> [String] { arguments + ["--templates", templates.path] }
}

/// A program that was started.
public final class RunningProgram {
    private let process: Process
    private let messages: URL

    init(_ process: Process) throws {
        self.process = process
        // A file, as a pipe that nobody empties stops the program.
        messages = FileManager.default.temporaryDirectory.appending(path: "acuity-faults-\(UUID().uuidString).txt")
        try Data().write(to: messages)
        process.standardError = try FileHandle(forWritingTo: messages)
        process.standardOutput = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
    }

    deinit { try? FileManager.default.removeItem(at: messages) }

    /// Sends a signal, unless the program has ended.
    public func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    /// Whether it runs.
    public var isRunning: Bool { process.isRunning }

    /// Waits until it has ended.
    public func wait() -> Program.Ending {
        process.waitUntilExit()
        let isKilled = process.terminationReason == .uncaughtSignal
        return Program.Ending(
            code: isKilled ? nil : process.terminationStatus, signal: isKilled ? process.terminationStatus : nil,
            messages: (try? String(contentsOf: messages, encoding: .utf8)) ?? "")
    }
}
