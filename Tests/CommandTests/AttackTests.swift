import Foundation
import Testing

/// What logs and study files say is untrusted. The attacks and the parsers that look for them are in `Tests/Attacks`, in
/// another language, so that no mistake of Acuity's own writers is made again by its readers.
@Suite struct AttackTests {
    @Test("Texts that try to run, to inject or to hide stay texts in everything that is made of them")
    func attacks() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL
        guard ProcessInfo.processInfo.environment["PATH"].map({ hasProgram("cmark-gfm", in: $0) }) == true else {
            print("skipped: no `cmark-gfm`; `make test` installs it")
            return
        }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", root.appending(path: "Tests/Attacks/attack.py").path, "--turns", "1", "--program",
            program.path,
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(text)")
        #expect(text.contains("0 faults"))
    }

    /// The program that was built with the tests.
    private var program: URL {
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
        return URL(filePath: bundle).deletingLastPathComponent().appending(path: "acuity")
    }

    private func hasProgram(_ name: String, in path: String) -> Bool {
        path.split(separator: ":").contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
    }
}
