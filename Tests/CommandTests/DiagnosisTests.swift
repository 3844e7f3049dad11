import Foundation
import Testing

@testable import acuity

@Suite("What Acuity tells of its work") final class DiagnosisTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-diagnosis-\(UUID().uuidString)")
    private static let templates = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../templates").standardizedFileURL

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// A log whose model's name would steer a terminal and break a line.
    private func prepare() throws {
        let logs = folder.appending(path: "logs")
        try FileManager.default.createDirectory(at: logs, withIntermediateDirectories: true)
        let rows = (0..<30).map { item in
            "{\"model\":\"m\\u001b[31m\\nforged\",\"benchmark\":\"p\",\"item\":\(item),\"target\":\"A\",\"prediction\":\"A\"}\n"
        }
        try rows.joined().write(to: logs.appending(path: "a.jsonl"), atomically: true, encoding: .utf8)
        try "nothing".write(to: logs.appending(path: "b.bin"), atomically: true, encoding: .utf8)
    }

    private var build: [String] {
        [
            "build", folder.appending(path: "logs").path, "--output", folder.appending(path: "out").path, "--templates",
            Self.templates.path,
        ]
    }

    private func lines(_ file: URL) throws -> [LogFile.Line] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .map { try JSONDecoder().decode(LogFile.Line.self, from: Data($0.utf8)) }
    }

    @Test("a log file has the command, each step, each message and the end, and commands follow each other") func log()
        throws
    {
        try prepare()
        let file = folder.appending(path: "acuity.log")
        let options = ["--quiet", "--log", file.path]
        #expect(Program.run(build + options) == .success)
        let first = try lines(file)
        let start = try #require(first.first)
        #expect(start.kind == .start && start.acuity == Program.version && start.arguments == build + options)
        #expect(first.last?.kind == .end && first.last?.exitCode == 0)
        let texts = first.map(\.text)
        for part in [
            "Using ", "Found 1 log; 1 file passed over", "generic, sure by", "b.bin: no reader recognises it",
            "Made the store", "as the store had nothing of it", "30 items, 30 predictions kept, 0 replaced",
            "Analysed: 1 model, 1 benchmark", "Wrote ", "Templates of", "Put the site in place", "1 log read",
        ] {
            #expect(texts.contains { $0.contains(part) }, "\(part)")
        }
        #expect(first.map(\.seconds) == first.map(\.seconds).sorted())
        #expect(Program.run(build + options) == .success)
        let second = try lines(file).dropFirst(first.count)
        #expect(second.first?.kind == .start)
        #expect(second.contains { $0.text == "Nothing has changed since the last build." })
    }

    @Test("why a log is read again, and why it is not") func reasons() throws {
        try prepare()
        let log = folder.appending(path: "logs/c.jsonl")
        func row(_ prediction: String) -> String {
            "{\"model\":\"n\",\"benchmark\":\"p\",\"item\":1,\"target\":\"A\",\"prediction\":\"\(prediction)\"}\n"
        }
        try row("A").write(to: log, atomically: true, encoding: .utf8)
        #expect(Program.run(build + ["--quiet"]) == .success)
        try row("BB").write(to: log, atomically: true, encoding: .utf8)
        let file = folder.appending(path: "acuity.log")
        #expect(Program.run(build + ["--quiet", "--log", file.path]) == .success)
        let texts = try lines(file).map(\.text)
        #expect(texts.contains { $0.hasPrefix("Building anew: input") && $0.hasSuffix("c.jsonl has changed") })
        #expect(texts.contains { $0.hasPrefix("Cached") && $0.contains("a.jsonl") })
        #expect(
            texts.contains {
                $0.hasPrefix("Read") && $0.contains("c.jsonl, as its bytes, or what is said of it, are others")
            })
    }

    @Test("a command that fails has told so in its log") func failure() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "acuity.log")
        #expect(Program.run(["build", "/nonexistent", "--output", folder.path, "--log", file.path]) == .badInput)
        let lines = try lines(file)
        #expect(lines.contains { $0.kind == .error && $0.text.contains("/nonexistent") })
        #expect(lines.last?.kind == .end && lines.last?.exitCode == 3)
    }

    @Test("a file that is no log is left alone, and a folder that is not there is told") func otherFiles() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let study = folder.appending(path: "study.toml")
        try "[study]\n".write(to: study, atomically: true, encoding: .utf8)
        #expect(Program.run(["formats", "--log", study.path]) == .usage)
        #expect(try String(contentsOf: study, encoding: .utf8) == "[study]\n")
        #expect(Program.run(["formats", "--log", folder.appending(path: "none/a.log").path]) == .usage)
        #expect(Program.run(build + ["--quiet", "--verbose"]) == .usage)
    }

    @Test("names from logs cannot steer the terminal or forge a line of the log") func hostileNames() throws {
        try prepare()
        // Names of models become identifiers; those of files are told as they are.
        try Data("nothing".utf8).write(to: folder.appending(path: "logs/c\u{1B}[31m\nforged.bin"))
        let file = folder.appending(path: "acuity.log")
        let outcome = try BuiltProgram.run(build + ["--verbose", "--log", file.path], in: folder)
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("Read ") && outcome.errors.contains(" s: 1 run"))
        #expect(outcome.errors.contains("c⟨U+001B⟩[31m\\nforged.bin"))
        for text in [outcome.errors, try String(contentsOf: file, encoding: .utf8)] {
            #expect(!text.contains("\u{1B}"))
            #expect(!text.split(separator: "\n").contains { $0.hasPrefix("forged") })
        }
        let stamped = outcome.errors.split(separator: "\n").filter { $0.hasPrefix("[") }
        #expect(stamped.count > 10)
        #expect(stamped.allSatisfy { $0.prefixMatch(of: #/\[\d+\.\d{3} \+\d+\.\d{3}\] /#) != nil })
    }

    @Test("without being asked, nothing of it is said") func silence() throws {
        try prepare()
        let outcome = try BuiltProgram.run(build, in: folder)
        #expect(outcome.status == 0 && !outcome.errors.contains("[0.") && !outcome.errors.contains("Templates of"))
        let console = Console(isQuiet: false)
        #expect(!console.tellsSteps)
        console.step(
            {
                Issue.record("a text was made for nobody")
                return ""
            }())
    }

    @Test("--version is one line; with --verbose it lists what is linked, wherever it stands") func version() throws {
        #expect(try BuiltProgram.run(["--version"], in: folder).output == Program.version + "\n")
        for arguments in [["--version", "--verbose"], ["--verbose", "--version"]] {
            let outcome = try BuiltProgram.run(arguments, in: folder)
            let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(outcome.status == 0 && lines.first.map(String.init) == Program.version)
            #expect(
                lines.contains { $0.hasPrefix("SQLite ") && $0.contains("blessing") && $0.contains("libsqlite3.so") })
            #expect(lines.contains { $0.hasPrefix("parquet converter (optional): ") })
        }
    }

    @Test("the program's own bill of materials names what it loads, and its time can be set") func bill() throws {
        let outcome = try BuiltProgram.run(["sbom"], in: folder)
        let document = try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        let files = try #require(document["files"] as? [[String: Any]]).compactMap { $0["fileName"] as? String }
        #expect(files.contains("./libsqlite3.so.0") && files.contains("./libc.so.6"))
        #expect(!outcome.output.contains(folder.path) && !outcome.output.contains("/usr/lib"))
        #expect(try SourceDate.epoch("86400") == Date(timeIntervalSince1970: 86_400))
        #expect(try SourceDate.epoch(nil) == nil)
        #expect(throws: UsageError.self) { try SourceDate.epoch("yesterday") }
    }
}

@Suite("A crash") struct CrashTests {
    @Test(
        "says that it is a defect and how to report it, and ends by its signal",
        .disabled(if: Sanitizer.takesSignals, "skipped: a sanitizer takes the signals"),
        arguments: [
            (SIGSEGV, "SIGSEGV"), (SIGBUS, "SIGBUS"), (SIGILL, "SIGILL"), (SIGTRAP, "SIGTRAP"), (SIGFPE, "SIGFPE"),
            (SIGABRT, "SIGABRT"),
        ])
    func crash(signal: Int32, name: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-crash-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let log = folder.appending(path: "acuity.log")
        // A command that waits for the list of files that it is to take.
        let list = Pipe()
        let program = try BuiltProgram(
            ["summarize", "logs", "--files", "-", "--out", "a.summary", "--verbose", "--log", log.path], in: folder,
            input: list)
        while !program.errors.contains("Acuity"), program.isRunning { usleep(2000) }
        kill(program.identifier, signal)
        let outcome = program.wait()
        #expect(outcome.reason == .uncaughtSignal)
        #expect(outcome.status == signal)
        #expect(outcome.errors.contains("acuity was ended by \(name)."))
        #expect(outcome.errors.contains("a defect of Acuity \(Program.version)"))
        #expect(outcome.errors.contains("The command was: acuity summarize logs --files - --out a.summary"))
        #expect(outcome.errors.contains("acuity doctor") && outcome.errors.contains("Nothing stored is lost"))
        let last = try String(contentsOf: log, encoding: .utf8).split(separator: "\n").last
        #expect(last?.hasPrefix("{\"kind\":\"crash\",\"text\":\"SIG") == true)
    }

    @Test("the command stands in one line, as a shell takes it") func command() {
        #expect(
            DefectReport(["build", "a b", "it's", "'\u{301}", "\u{1B}[31m\nx", ""]).command
                == "acuity build 'a b' 'it'\\''s' ''\\''\u{301}' '⟨U+001B⟩[31m\\nx' ''")
        #expect(DefectReport([String(repeating: "x", count: 5000)]).command.count == 2001)
    }
}
