import Findings
import Foundation
import Testing

@testable import Study
@testable import acuity

@Suite("acuity init") final class InitCommandTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-init-\(UUID().uuidString)")

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func log(
        benchmark: String = "my bench", models: [String] = ["Qwen2.5-VL-7B", "a\"b\n# c"], facet: String = "image"
    ) throws -> String {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let rows = try models.flatMap { model in
            try (0..<100).map { item in
                let row: [String: Any] = [
                    "model": model, "benchmark": benchmark, "item": item, "target": "A",
                    "prediction": item % 3 == 0 ? "A" : "B", facet: "value-\(item / 2)",
                    "question_type": item % 2 == 0 ? "Organ" : "why\n[x]",
                ]
                return String(decoding: try JSONSerialization.data(withJSONObject: row), as: UTF8.self)
            }
        }
        let url = folder.appending(path: "logs/l.jsonl")
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try (rows.joined(separator: "\n") + "\n").write(to: url, atomically: true, encoding: .utf8)
        return folder.appending(path: "logs").path
    }

    private var file: URL { folder.appending(path: "study.toml") }
    private var text: String { (try? String(contentsOf: file, encoding: .utf8)) ?? "" }

    private func make(_ arguments: [String]) -> ExitCode {
        Program.run(["init"] + arguments + ["--study", file.path, "--quiet"])
    }

    @Test("the file names what the logs hold, whatever signs are in the names") func content() throws {
        #expect(make([try log()]) == .success)
        let study = try StudyFile.read(file.path)
        #expect(study.title == "2 models on 1 benchmark")
        #expect(study.logs.map(\.path) == [folder.appending(path: "logs").path])
        #expect(study.models.flatMap(\.aliases).sorted() == ["Qwen2.5-VL-7B", "a\"b\n# c"])
        #expect(study.benchmarks.map(\.aliases) == [["my bench"]])
        #expect(text.contains("# 100 items in the logs."))
        #expect(text.contains(#"#   "question_type": "Organ", "why\n[x]"; 100 items"#))
    }

    @Test("what only a person can know is a comment without a number") func comments() throws {
        #expect(make([try log()]) == .success)
        let study = try StudyFile.read(file.path)
        #expect(study.thresholds.isEmpty && study.compare == nil)
        #expect(study.level == Study().level && study.seed == Study().seed)
        #expect(text.contains("# minimum =            # your number"))
        let values = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap {
            $0.split(separator: " = ").last
        }
        #expect(values.allSatisfy { $0.hasPrefix("\"") || $0.hasPrefix("[") }, "\(values)")
    }

    @Test("what is proposed in comments is right as it stands") func proposals() throws {
        #expect(make([try log()]) == .success)
        let used = text.replacing(#/# (?=(capability = \{|strata = |chance = ))/#, with: "")
        let study = try StudyFile.parse(used, file: "study.toml")
        #expect(study.benchmarks.first?.capability?.facet == "question_type")
        #expect(study.benchmarks.first?.strata == ["question_type"])
        #expect(study.benchmarks.first?.chance == .options)
    }

    @Test("a facet with fewer values than items is proposed as a cluster, or told where the log names it")
    func clusters() throws {
        #expect(make([try log()]) == .success)
        #expect(text.contains("# Its clusters are those that the log names: cluster = \"image\"\n"))
        try FileManager.default.removeItem(at: file)
        #expect(make([try log(facet: "ward")]) == .success)
        #expect(text.contains("\n# cluster = \"ward\"\n"))
    }

    @Test("a build with the file gives the numbers that one without gives") func sameNumbers() throws {
        let logs = try log()
        #expect(make([logs]) == .success)
        let templates = ["--templates", MadeFile.root.appending(path: "templates").path, "--quiet"]
        func estimates(_ subject: String, _ name: String) throws -> [EstimateFinding] {
            let output = folder.appending(path: name)
            #expect(Program.run(["build", subject, "--output", output.path] + templates) == .success)
            return try FindingsDocument(decoding: Data(contentsOf: output.appending(path: "results/findings.json")))
                .estimates
        }
        let (with, without) = (try estimates(file.path, "with"), try estimates(logs, "without"))
        #expect(!with.isEmpty)
        #expect(with == without)
    }

    @Test("a file that is there is not overwritten, also if it is a link to nothing") func neverOverwritten() throws {
        let logs = try log()
        try "mine".write(to: file, atomically: true, encoding: .utf8)
        #expect(make([logs]) == .usage)
        #expect(text == "mine")
        try FileManager.default.removeItem(at: file)
        try FileManager.default.createSymbolicLink(atPath: file.path, withDestinationPath: "nowhere.toml")
        #expect(make([logs]) == .usage)
        #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "nowhere.toml").path))
    }

    @Test("logs that are none, or a study file in their place, are told") func wrong() throws {
        _ = try log()
        #expect(make([folder.appending(path: "nothing").path]) == .badInput)
        #expect(make([folder.appending(path: "old.toml").path]) == .usage)
        #expect(!FileManager.default.fileExists(atPath: file.path))
        #expect(make([folder.appending(path: "logs").path, folder.appending(path: "nothing").path]) == .badInput)
        #expect(FileManager.default.fileExists(atPath: file.path))
    }

    @Test(
        "paths start at the folder of the study file",
        arguments: [
            ("logs", "/w", "logs"), ("logs", "/w/studies", "../logs"), ("./a/../logs/*.eval", "/w", "logs/*.eval"),
            ("/elsewhere/logs", "/w", "/elsewhere/logs"), ("../logs", "/w", "../logs"), (".", "/w", "."),
            ("studies", "/w/studies", "."),
        ])
    func paths(path: String, folder: String, relative: String) {
        #expect(RelativePath.of(path, from: folder, current: "/w") == relative)
    }

    @Test("a name can end neither a text nor a comment") func quoting() throws {
        let name = "a\"\\\n\r\t\u{1}\u{7F}\u{202E}é"
        let quoted = TOMLText.quoted(name)
        #expect(quoted.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && $0.value != 0x202E })
        let study = try StudyFile.parse("[study]\ntitle = \(quoted) # \(quoted)\n", file: "study.toml")
        #expect(study.title == name)
    }
}
