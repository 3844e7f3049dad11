import Findings
import Foundation
import Testing

@testable import acuity

@Suite("Commands") final class ProgramTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-command-\(UUID().uuidString)")

    deinit { try? FileManager.default.removeItem(at: folder) }
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        .standardizedFileURL

    private func log(_ name: String, models: [String] = ["a", "b"]) throws -> String {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let rows = models.flatMap { model in
            (0..<40).map { item in
                "{\"model\":\"\(model)\",\"benchmark\":\"p\",\"item\":\(item),\"target\":\"A\",\"prediction\":\"\(item % 3 == 0 ? "A" : "B")\"}"
            }
        }
        let path = folder.appending(path: name).path
        try (rows.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    private var templates: [String] { ["--templates", Self.root.appending(path: "templates").path] }

    @Test("a folder of logs becomes a store, findings and a site") func build() throws {
        let path = try log("l.jsonl")
        let output = folder.appending(path: "out")
        #expect(Program.run(["build", path, "--output", output.path, "--quiet"] + templates) == .success)
        for file in ["results/acuity.sqlite", "results/findings.json", "site/index.html"] {
            #expect(FileManager.default.fileExists(atPath: output.appending(path: file).path), "\(file)")
        }
        #expect(Program.run(["site", "--output", output.path, "--quiet"] + templates) == .success)
        #expect(Program.run(["check", "--output", output.path]) == .usage)
    }

    @Test(
        "thresholds are judged in every format, with the same exit code",
        arguments: [
            [], ["--json"], ["--format", "json", "--json"], ["--format", "table"], ["--format", "markdown"],
            ["--format", "junit"], ["--format", "sarif"], ["--format", "github"], ["--format", "html"],
            ["--format", "csv"], ["--format", "tap"],
        ])
    func check(options: [String]) throws {
        _ = try log("judged.jsonl")
        let output = folder.appending(path: "judged")
        let study = folder.appending(path: "judged.toml")
        let text =
            "[[logs]]\npath = \"judged.jsonl\"\n[[threshold]]\nid = \"high\"\nminimum = 0.9\nsource = \"a test\"\n"
        try text.write(to: study, atomically: true, encoding: .utf8)
        #expect(Program.run(["build", study.path, "--output", output.path, "--quiet"] + templates) == .success)
        #expect(Program.run(["check", "--output", output.path] + options) == .failed)
        #expect(Program.run(["check", "--output", output.path, "--format", "xml"]) == .usage)
        #expect(Program.run(["check", "--output", output.path, "--format", "csv", "--json"]) == .usage)
    }

    @Test(
        "wrong usage and bad input have their exit codes",
        arguments: [
            (["nope"], ExitCode.usage), ([], .usage), (["build", "--threads", "0", "x"], .usage),
            (["inspect", "/nonexistent/log.eval"], .badInput), (["verify", "/nonexistent"], .usage),
            (["formats"], .success),
            (["inspect", "--where", "modality", "x"], .usage),
            (["schema"], .success),
        ])
    func exitCodes(arguments: [String], code: ExitCode) { #expect(Program.run(arguments) == code) }

    @Test("a misspelt key of a study file is bad input") func studyFile() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appending(path: "study.toml").path
        try "[study]\ntitel = 1\n".write(toFile: path, atomically: true, encoding: .utf8)
        #expect(Program.run(["build", path, "--output", folder.path]) == .badInput)
    }

    @Test("an unknown interval method is bad input, not the default rule in silence") func unknownMethod() throws {
        let path = folder.appending(path: "method.toml").path
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try "[study]\nmethod = \"bootstrap\"\n".write(toFile: path, atomically: true, encoding: .utf8)
        #expect(Program.run(["build", path, "--output", folder.path]) == .badInput)
    }

    @Test(
        "a plan answers what it is asked, and says what it lacks",
        arguments: [
            (["--accuracy", "0.93", "--threshold", "0.9"], .success),
            (["--accuracy", "0.7", "--items", "100"], .success),
            (["--accuracy", "0.7"], .usage), (["--items", "10"], .usage),
            (["--accuracy", "7", "--items", "10"], .usage),
            (["--accuracy", "0.7", "--difference", "0.2", "--disagreement", "0.1"], .usage),
        ] as [([String], ExitCode)])
    func plan(options: [String], code: ExitCode) { #expect(Program.run(["plan"] + options) == code) }

    @Test("control characters of a log cannot reach the terminal") func safeText() {
        #expect(Console.safe("a\u{1B}[31mb\u{202E}c\td\n") == "a⟨U+001B⟩[31mb⟨U+202E⟩c\td\n")
    }

    @Test("JSON is printed without characters that turn the text around, and means the same") func safeJSON() throws {
        let text = "[\"a\u{202E}b\u{7F}\u{85}\",\n\t1]"
        #expect(Console.safeJSON(text) == "[\"a\\u202eb\\u007f\\u0085\",\n\t1]")
        let values = try #require(JSONSerialization.jsonObject(with: Data(Console.safeJSON(text).utf8)) as? [Any])
        #expect(values[0] as? String == "a\u{202E}b\u{7F}\u{85}")
    }

    static let hasValidator = { () -> Bool in
        guard let process = try? Process.run(URL(filePath: "/usr/bin/python3"), arguments: ["-c", "import jsonschema"])
        else {
            return false
        }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    @Test(
        "the findings satisfy their schema by an independent validator",
        .enabled(if: hasValidator, "skipped: python3-jsonschema is not installed; `make test` installs it"))
    func schema() throws {
        let path = try log("s.jsonl")
        let output = folder.appending(path: "schema")
        #expect(Program.run(["build", path, "--output", output.path, "--quiet"] + templates) == .success)
        let schema = output.appending(path: "schema.json")
        try FindingsSchema.data.write(to: schema)
        for findings in [
            output.appending(path: "results/findings.json"), Self.root.appending(path: "results/findings.json"),
        ]
        where FileManager.default.fileExists(atPath: findings.path) {
            let program = """
                import json, sys, jsonschema
                schema = json.load(open(sys.argv[1]))
                jsonschema.Draft202012Validator.check_schema(schema)
                jsonschema.Draft202012Validator(schema).validate(json.load(open(sys.argv[2])))
                """
            let process = try Process.run(
                URL(filePath: "/usr/bin/python3"), arguments: ["-c", program, schema.path, findings.path])
            process.waitUntilExit()
            #expect(process.terminationStatus == 0, "\(findings.lastPathComponent)")
        }
    }
}
