import Foundation
import Testing

@testable import acuity

@Suite("the commands summarize and merge") final class SummaryCommandTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-command-\(UUID().uuidString)")

    deinit { try? FileManager.default.removeItem(at: folder) }
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        .standardizedFileURL
    private var templates: [String] { ["--templates", Self.root.appending(path: "templates").path] }

    /// A study of two entries, the later of which finds the logs whose paths come first.
    private func study() throws -> String {
        for (place, name) in ["z/one", "z/two", "a/one", "a/two"].enumerated() {
            let rows = (0..<30).map { item in
                "{\"model\":\"m\(place % 2)\",\"benchmark\":\"b\(place / 2)\",\"item\":\(item),\"target\":\"A\","
                    + "\"prediction\":\"\((item + place) % 3 == 0 ? "A" : "B")\"}"
            }
            let url = folder.appending(path: "logs/\(name).jsonl")
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try (rows.joined(separator: "\n") + "\n").write(to: url, atomically: true, encoding: .utf8)
        }
        let text = "[study]\nreplicates = 200\n[[logs]]\npath = \"logs/z/*\"\n[[logs]]\npath = \"logs/a/*\"\n"
        try text.write(to: folder.appending(path: "study.toml"), atomically: true, encoding: .utf8)
        return folder.appending(path: "study.toml").path
    }

    private func findings(_ output: String) -> Data? {
        FileManager.default.contents(atPath: folder.appending(path: "\(output)/results/findings.json").path)
    }

    private func path(_ name: String) -> String { folder.appending(path: name).path }

    @Test("shares merge to what build makes, also in a folder that has another store, and the site can be made of it")
    func merge() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let study = try study()
        #expect(Program.run(["build", study, "--output", path("one"), "--quiet"] + templates) == .success)
        for number in 1...3 {
            let arguments = ["--shard", "\(number)/3", "--out", path("parts/p\(number).summary"), "--quiet"]
            #expect(Program.run(["summarize", study] + arguments) == .success)
        }
        #expect(
            Program.run(["merge", path("parts/p1.summary"), "--study", study, "--output", path("two"), "--quiet"])
                == .badInput)
        #expect(findings("two") == nil)
        let partial = [
            "merge", path("parts/p1.summary"), "--study", study, "--output", path("two"), "--partial", "--quiet",
        ]
        #expect(Program.run(partial) == .success)
        let text = String(decoding: findings("two") ?? Data(), as: UTF8.self)
        #expect(text.contains("lacking-summary") && text.contains("one.jsonl"))
        #expect(
            Program.run(["merge", path("parts"), "--study", study, "--output", path("two"), "--quiet"]) == .success)
        #expect(findings("two") == findings("one"))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: path("two/results")).sorted()
                == ["acuity.sqlite", "findings.json"])
        #expect(Program.run(["site", "--output", path("two"), "--quiet"] + templates) == .success)

        // A build in the same folder makes the store whole again.
        #expect(Program.run(["build", study, "--output", path("two"), "--quiet"] + templates) == .success)
        #expect(findings("two") == findings("one"))

        // Joined to one summary first, and named by a pattern.
        #expect(
            Program.run(["merge", path("parts/p[23]*"), "--summary", path("joined.summary"), "--quiet"]) == .success)
        let joined = [path("joined.summary"), path("parts/p1.summary"), path("parts/p2.summary")]
        #expect(Program.run(["merge"] + joined + ["--study", study, "--output", path("three"), "--quiet"]) == .success)
        #expect(findings("three") == findings("one"))
    }

    @Test("a worker that is told files takes their logs; a log that cannot be read is told by merge too") func files()
        throws
    {
        defer { try? FileManager.default.removeItem(at: folder) }
        let study = try study()
        try Data("PK\u{3}\u{4}broken".utf8).write(to: folder.appending(path: "logs/a/broken.eval"))
        #expect(Program.run(["build", study, "--output", path("one"), "--quiet"] + templates) == .badInput)
        let lists = [["a/two.jsonl", "z/one.jsonl"], ["z/two.jsonl", "a/broken.eval", "a/one.jsonl"]]
        for (place, list) in lists.enumerated() {
            let text = list.map { path("logs/\($0)") }.joined(separator: "\n")
            try text.write(toFile: path("list\(place)"), atomically: true, encoding: .utf8)
            let arguments = ["--files", path("list\(place)"), "--out", path("parts/\(place).summary"), "--quiet"]
            #expect(Program.run(["summarize", study] + arguments) == (place == 0 ? .success : .badInput))
        }
        #expect(
            Program.run(["merge", path("parts"), "--study", study, "--output", path("two"), "--quiet"]) == .badInput)
        #expect(findings("two") == findings("one") && findings("one") != nil)
    }

    @Test("machines that have the logs in other places make the same summary with --root") func root() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try study()
        try FileManager.default.createDirectory(atPath: path("mount"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: path("logs"), toPath: path("mount/logs"))
        for (place, root) in [folder.path, path("mount")].enumerated() {
            let arguments = ["--root", root, "--out", path("\(place).summary"), "--quiet"]
            #expect(Program.run(["summarize", root + "/logs"] + arguments) == .success)
        }
        let summaries = try ["0.summary", "1.summary"].map { try Data(contentsOf: folder.appending(path: $0)) }
        #expect(summaries[0] == summaries[1])
        #expect(
            Program.run(["merge", path("0.summary"), path("1.summary"), "--output", path("out"), "--quiet"]) == .success
        )
        let text = String(decoding: findings("out") ?? Data(), as: UTF8.self)
        #expect(text.contains("\"logs/a/one.jsonl\"") && !text.contains(folder.path))
        #expect(
            Program.run(["summarize", path("logs"), "--root", path("mount"), "--out", path("2.summary"), "--quiet"])
                == .badInput)
    }

    @Test(
        "wrong usage and bad input have their exit codes",
        arguments: [
            (["summarize"], ExitCode.usage), (["summarize", "logs"], .usage),
            (["summarize", "logs", "--out", "x.summary", "--shard", "4/3"], .usage),
            (["summarize", "logs", "--out", "x.summary", "--shard", "0/3"], .usage),
            (["summarize", "logs", "--out", "x.summary", "--shard", "3"], .usage),
            (["summarize", "logs", "--out", "x.summary", "--shard", "1/3", "--files", "list"], .usage),
            (["summarize", "logs", "--out", "x.summary", "--files", "list"], .badInput),
            (["merge"], .usage), (["merge", "logs"], .badInput), (["merge", "none.summary"], .badInput),
            (["merge", "logs/z/one.jsonl"], .badInput),
        ])
    func exitCodes(arguments: [String], code: ExitCode) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try study()
        try "nowhere.jsonl\n".write(toFile: path("list"), atomically: true, encoding: .utf8)
        let named = Set(["logs", "x.summary", "list", "none.summary", "logs/z/one.jsonl"])
        #expect(Program.run(arguments.map { named.contains($0) ? path($0) : $0 }) == code)
        #expect(!FileManager.default.fileExists(atPath: path("x.summary")))
    }
}
