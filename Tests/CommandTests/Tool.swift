import Foundation

/// Programs of the system that look at what Acuity writes, where they are installed.
enum Tool {
    static func find(_ name: String) -> URL? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
            .map { URL(fileURLWithPath: String($0)).appending(path: name) }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }

    struct Outcome {
        var status: Int32
        var output: String
        var errors: String
    }

    /// Runs a program to its end, with its output in files of a folder.
    static func run(_ name: String, _ arguments: [String], in folder: URL) throws -> Outcome {
        let streams = ["output", "errors"].map { folder.appending(path: "\(name)-\($0)") }
        for stream in streams { try Data().write(to: stream) }
        let process = Process()
        process.executableURL = find(name)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: streams[0])
        process.standardError = try FileHandle(forWritingTo: streams[1])
        try process.run()
        process.waitUntilExit()
        let texts = try streams.map { try String(contentsOf: $0, encoding: .utf8) }
        return Outcome(status: process.terminationStatus, output: texts[0], errors: texts[1])
    }
}
