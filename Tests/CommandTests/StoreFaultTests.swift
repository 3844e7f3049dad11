import Foundation
import Report
import Store
import Testing

@testable import acuity

@Suite("what commands do with stores and findings that are not as they should be") final class StoreFaultTests {
    private let folder = FileManager.default.temporaryDirectory.appending(
        path: "acuity-store-faults-\(UUID().uuidString)")

    deinit { try? FileManager.default.removeItem(at: folder) }
    private static let templates = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../templates").standardizedFileURL.path

    private func path(_ name: String) -> String { folder.appending(path: name).path }

    private func write(_ text: String, to name: String) throws {
        let url = folder.appending(path: name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    private static func rows(_ model: String, organ: String = "lung") -> String {
        (0..<20).map {
            "{\"model\":\"\(model)\",\"benchmark\":\"b\",\"item\":\($0),\"target\":\"A\",\"organ\":\"\(organ)\","
                + "\"prediction\":\"\($0 % 3 == 0 ? "A" : "B")\"}\n"
        }.joined()
    }

    private func run(_ arguments: String...) -> ExitCode {
        Program.run(arguments + ["--output", path("out"), "--quiet"])
    }

    private func build() -> ExitCode { run("build", path("logs"), "--templates", Self.templates) }

    private func sources() throws -> Int { try Store(path: path("out/results/acuity.sqlite")).sources().count }

    @Test("a log that cannot be looked at keeps its place in a store that would be filled anew") func unreadable()
        throws
    {
        for model in ["a", "b", "c"] { try write(Self.rows(model), to: "logs/\(model).jsonl") }
        #expect(build() == .success)
        // The first log says something else of its items; the last one is an archive that is cut off.
        try write(Self.rows("a", organ: "liver"), to: "logs/a.jsonl")
        try write("PK\u{3}\u{4} and no more", to: "logs/c.jsonl")
        #expect(build() == .badInput)
        #expect(try sources() == 3)
        try write(Self.rows("c"), to: "logs/c.jsonl")
        #expect(build() == .success)
        let findings = FileManager.default.contents(atPath: path("out/results/findings.json"))
        try FileManager.default.removeItem(atPath: path("out"))
        #expect(build() == .success)
        #expect(FileManager.default.contents(atPath: path("out/results/findings.json")) == findings)
    }

    @Test("a site is not made of another store than the findings, nor findings of an empty one") func otherStore()
        throws
    {
        try write(Self.rows("a"), to: "logs/a.jsonl")
        #expect(build() == .success)
        #expect(run("site", "--templates", Self.templates) == .success)
        try write(Self.rows("a", organ: "liver"), to: "logs/a.jsonl")
        #expect(run("ingest", path("logs")) == .success)
        #expect(run("site", "--templates", Self.templates) == .badInput)
        try write("[study]\ntitle = \"t\"\n", to: "study.toml")
        #expect(run("analyze", path("study.toml")) == .success)
        #expect(run("site", "--templates", Self.templates) == .success)
        for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: path("out/results/acuity.sqlite\(suffix)"))
        }
        try write("", to: "out/results/acuity.sqlite")
        #expect(run("analyze", path("study.toml")) == .badInput)
    }

    @Test("findings that cannot be read are not findings that are not there") func unreadableFindings() throws {
        try FileManager.default.createDirectory(atPath: path("out/results"), withIntermediateDirectories: true)
        #expect(run("tables") == .usage)
        try FileManager.default.createDirectory(
            atPath: path("out/results/findings.json"), withIntermediateDirectories: true)
        #expect(run("tables") == .badInput)
    }

    @Test("a second run keeps away from a store until the first has ended") func lock() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let console = Console(isQuiet: true)
        let first = try StoreLock(folder, console: console)
        let problem = #expect(throws: SiteProblem.self) { try StoreLock(self.folder, waits: false, console: console) }
        #expect(problem?.isBusy == true)
        first.release()
        try StoreLock(folder, waits: false, console: console).release()
    }
}
