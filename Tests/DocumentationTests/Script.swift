import Foundation
import Testing

/// A script of this folder, run as its own process. They are in another language so that they serve writers without a build.
struct Script {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    static let root = folder.appending(path: "../..").standardizedFileURL
    /// Without the parser of Markdown nothing can be said; `make test` installs it.
    static let hasParser = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .contains { FileManager.default.isExecutableFile(atPath: "\($0)/cmark-gfm") }
    static let parserIsMissing: Comment = "skipped: no `cmark-gfm`; `make test` installs it"

    /// The program that was built with the tests.
    static let program = [CommandLine.arguments[0], "/proc/self/exe"]
        .map {
            URL(fileURLWithPath: $0).resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "acuity")
        }
        .first { FileManager.default.isExecutableFile(atPath: $0.path) }

    let name: String

    /// Runs the script; its exit code, and what it printed on both streams.
    func run(_ arguments: [String]) throws -> (code: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-B", Self.folder.appending(path: name).path] + arguments
        process.standardInput = FileHandle.nullDevice
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }

    /// Runs the script on a source tree of these files alone.
    func run(on files: [String: String], _ arguments: [String] = []) throws -> (code: Int32, output: String) {
        let tree = FileManager.default.temporaryDirectory.appending(path: "acuity-pages-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: tree) }
        for (path, text) in files {
            let url = tree.appending(path: path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: url, atomically: true, encoding: .utf8)
        }
        return try run(arguments + ["--root", tree.path])
    }
}
