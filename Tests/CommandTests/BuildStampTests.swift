import Foundation
import Testing

@testable import acuity

@Suite("A build of the same inputs has nothing to do") final class BuildStampTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-stamp-\(UUID().uuidString)")

    deinit { try? FileManager.default.removeItem(at: folder) }
    private static let templates = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../templates").standardizedFileURL

    private var output: URL { folder.appending(path: "out") }
    private var study: URL { folder.appending(path: "study.toml") }

    private func write(_ text: String, to path: String) throws {
        let url = folder.appending(path: path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: url, atomically: true, encoding: .utf8)
    }

    private static func rows(_ model: String, shift: Int = 0) -> String {
        (0..<30).map { item in
            "{\"model\":\"\(model)\",\"benchmark\":\"p\",\"item\":\(item),\"target\":\"A\","
                + "\"prediction\":\"\((item + shift) % 3 == 0 ? "A" : "B")\"}\n"
        }.joined()
    }

    private func arguments(_ more: [String] = []) -> [String] {
        [
            "build", study.path, "--output", output.path, "--quiet", "--templates",
            folder.appending(path: "templates").path,
        ]
            + more
    }

    /// Whether a build with these arguments would find nothing to do.
    private func hasNothingToDo(_ arguments: [String]) throws -> Bool {
        guard case .run(let invocation) = ParsedCommandLine(arguments, commands: CommandList.all, version: "test")
        else {
            Issue.record("no command")
            return false
        }
        let workspace = Workspace(output: invocation.output)
        let stamp = try BuildStamp(
            invocation, input: StudyInput(invocation), workspace: workspace,
            templates: Workspace.templates(invocation.value(.templates)))
        return stamp.lastBuild(in: workspace).build != nil
    }

    private func prepare() throws {
        try write("[study]\ntitle = \"t\"\n[[logs]]\npath = \"logs/**\"\n", to: "study.toml")
        try write(Self.rows("a"), to: "logs/a.jsonl")
        try write(Self.rows("b", shift: 1), to: "logs/b.jsonl")
        try FileManager.default.copyItem(at: Self.templates, to: folder.appending(path: "templates"))
    }

    @Test("the first build works, the second finds that nothing changed, and both leave the same bytes")
    func twice() throws {
        try prepare()
        #expect(try !hasNothingToDo(arguments()))
        #expect(Program.run(arguments()) == .success)
        let first = try Data(contentsOf: output.appending(path: "results/findings.json"))
        #expect(try hasNothingToDo(arguments()))
        #expect(Program.run(arguments()) == .success)
        #expect(try Data(contentsOf: output.appending(path: "results/findings.json")) == first)
        #expect(try hasNothingToDo(arguments(["--threads", "1"])))
        #expect(try !hasNothingToDo(arguments(["--model", "c"])))
    }

    @Test(
        "whatever changes is noticed",
        arguments: [
            "a log", "a new log", "a log gone", "the study", "a template", "a page gone", "the findings",
            "the store gone",
        ])
    func change(what: String) throws {
        try prepare()
        #expect(Program.run(arguments()) == .success)
        #expect(try hasNothingToDo(arguments()))
        let files = FileManager.default
        switch what {
        case "a log": try write(Self.rows("a", shift: 2), to: "logs/a.jsonl")
        case "a new log": try write(Self.rows("c"), to: "logs/more/c.jsonl")
        case "a log gone": try files.removeItem(at: folder.appending(path: "logs/b.jsonl"))
        case "the study": try write("[study]\ntitle = \"u\"\n[[logs]]\npath = \"logs/**\"\n", to: "study.toml")
        case "a template": try write("<p>other</p>", to: "templates/404.mustache")
        case "a page gone": try files.removeItem(at: output.appending(path: "site/about.html"))
        case "the findings": try write("{}", to: "out/results/findings.json")
        default: try files.removeItem(at: output.appending(path: "results/acuity.sqlite"))
        }
        #expect(try !hasNothingToDo(arguments()))
    }

    @Test("links that lead in circles are followed once") func links() throws {
        try prepare()
        for name in ["one", "two", "three"] {
            try FileManager.default.createSymbolicLink(
                at: folder.appending(path: "logs/\(name)"), withDestinationURL: folder.appending(path: "logs"))
        }
        #expect(Program.run(arguments()) == .success)
        #expect(try hasNothingToDo(arguments()))
    }

    @Test("a build with bad input is tried again") func badInput() throws {
        try prepare()
        try write("[[logs]]\npath = \"logs/**\"\n[[model]]\nid = \"nobody\"\n", to: "study.toml")
        #expect(Program.run(arguments()) == .badInput)
        #expect(try !hasNothingToDo(arguments()))
    }
}
