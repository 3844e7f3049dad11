import Analysis
import Findings
import Foundation
import Testing

@testable import acuity

@Suite("acuity compare") struct CompareCommandTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-compare-\(UUID().uuidString)")

    /// A log of one benchmark; items counted from 0 are right where the closure says so.
    private func log(
        _ name: String, model: String = "m", items: Range<Int> = 0..<200, target: String = "A", _ isRight: (Int) -> Bool
    ) throws -> String {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let rows = items.map { item in
            "{\"model\":\"\(model)\",\"benchmark\":\"p\",\"item\":\(item),\"target\":\"\(target)\","
                + "\"prediction\":\"\(isRight(item) ? target : "C")\",\"choices\":[\"x\",\"y\",\"z\"]}"
        }
        let path = folder.appending(path: name).path
        try (rows.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    private func document(_ arguments: [String]) throws -> ReleaseDocument {
        let file = folder.appending(path: "out-\(UUID().uuidString).json")
        _ = Program.run(["compare"] + arguments + ["--report", "json=\(file.path)", "--quiet", "--date", "2026-01-31"])
        return try JSONDecoder().decode(ReleaseDocument.self, from: Data(contentsOf: file))
    }

    @Test("the exit code tells: no regression 0, a regression 1, uncertain under --strict 4")
    func exitCodes() throws {
        let base = try log("v1.jsonl") { $0 % 4 != 0 }
        let worse = try log("v2.jsonl") { $0 % 4 != 0 && $0 % 5 != 1 }
        #expect(Program.run(["compare", base, worse, "--quiet"]) == .failed)
        #expect(Program.run(["compare", worse, base, "--quiet"]) == .success)
        #expect(Program.run(["compare", base, base, "--quiet", "--strict"]) == .inconclusive)
        #expect(Program.run(["compare", base, base, "--quiet", "--strict", "--margin", "0.1"]) == .success)
    }

    @Test("bad input ends with 3, wrong usage with 2; neither gives a verdict")
    func badInput() throws {
        let base = try log("v1.jsonl") { $0 % 4 != 0 }
        let others = try log("others.jsonl", items: 500..<600) { $0 % 4 != 0 }
        let targets = try log("targets.jsonl", target: "B") { $0 % 4 != 0 }
        let empty = try log("empty.jsonl", items: 0..<0) { _ in true }
        let two = try log("two.jsonl", model: "a") { _ in true }
        let mixed = folder.appending(path: "mixed.jsonl")
        try (Data(contentsOf: URL(filePath: two)) + Data(contentsOf: URL(filePath: base))).write(to: mixed)
        // The study at hand is the shipped one here, whose logs would all be read for a model of them.
        let plain = folder.appending(path: "plain.toml")
        try "".write(to: plain, atomically: true, encoding: .utf8)
        for (arguments, code) in [
            ([base, others], .badInput), ([base, targets], .badInput), ([base, empty], .badInput),
            ([base, "/nonexistent/log.jsonl"], .badInput), ([base], .usage), ([base, mixed.path], .usage),
            ([base, base, "--margin", "2"], .usage), ([base, base, "--format", "pdf"], .usage),
            ([base, base, "--accept", "everything"], .usage), ([base, base, "--date", "2026-02-30"], .usage),
            ([base, base, "--report", "junit"], .usage),
            ([base, "a-model-of-no-store", "--output", folder.path, "--study", plain.path], .usage),
        ] as [([String], ExitCode)] {
            #expect(Program.run(["compare"] + arguments + ["--quiet"]) == code, "\(arguments)")
        }
        #expect(Program.run(["compare", base, targets, "--accept", "targets", "--quiet"]) == .badInput)
        #expect(try document([base, "v2=\(mixed.path)::m"]).comparisons[0].estimate == 0)
    }

    @Test("releases are called by the names given, else by models, else by what was typed")
    func labels() throws {
        let (one, two) = (try log("one.jsonl") { _ in true }, try log("two.jsonl") { $0 > 3 })
        #expect(try document(["v1=\(one)", "v2=\(two)"]).releases.map(\.label) == ["v1", "v2"])
        #expect(try document([one, two]).releases.map(\.label) == [one, two])
        #expect(try document([one, one]).releases.map(\.label) == [one, "\(one) (2)"])
        let other = try log("other.jsonl", model: "n") { $0 > 3 }
        #expect(try document([one, other]).releases.map(\.label) == ["m", "n"])
    }

    @Test("other runners on both sides are bad input unless that is accepted")
    func runners() throws {
        let generic = try log("generic.jsonl", items: 0..<40) { $0 % 3 != 0 }
        let text = try String(contentsOfFile: generic, encoding: .utf8)
        try text.replacing("\"p\"", with: "\"p.dev.v0\"").write(toFile: generic, atomically: true, encoding: .utf8)
        let evals = folder.appending(path: "evals.jsonl")
        let specification =
            "{\"spec\":{\"completion_fns\":[\"m\"],\"eval_name\":\"p.dev.v0\",\"base_eval\":\"p\",\"split\":\"dev\","
            + "\"run_config\":{\"eval_spec\":{}},\"created_by\":\"\",\"run_id\":\"1\",\"created_at\":\"2026-01-01\"}}"
        let events = (0..<40).map { item in
            "{\"run_id\":\"1\",\"event_id\":\(item),\"sample_id\":\"\(item)\",\"type\":\"match\",\"data\":{\"correct\":true,"
                + "\"expected\":\"A\",\"picked\":\"A\",\"sampled\":\"A\",\"options\":[\"A\"]},\"created_by\":\"\",\"created_at\":\"\"}"
        }
        try ([specification] + events).joined(separator: "\n").write(to: evals, atomically: true, encoding: .utf8)
        let command = ["compare", "v1=\(generic)", "v2=\(evals.path)", "--quiet"]
        #expect(Program.run(command) == .badInput)
        #expect(Program.run(command + ["--accept", "runner,metric"]) == .success)
    }

    @Test("files that name no benchmark are taken for one, with a note")
    func unnamedBenchmarks() throws {
        func plain(_ name: String, _ isRight: (Int) -> Bool) throws -> String {
            let path = try log(name, isRight)
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try text.replacing("\"benchmark\":\"p\",", with: "").write(toFile: path, atomically: true, encoding: .utf8)
            return path
        }
        let (one, two) = (try plain("old.jsonl") { $0 % 3 != 0 }, try plain("new.jsonl") { $0 % 3 != 0 })
        let found = try document(["v1=\(one)", "v2=\(two)"])
        #expect(found.comparisons.first?.benchmark == "old" && found.comparisons.first?.items == 200)
        #expect(found.problems.contains { $0.kind == "benchmark-named-otherwise" && $0.severity == "note" })
    }

    @Test("models of a store compare as their logs do, and --store keeps what was compared")
    func store() throws {
        let (one, two) = (
            try log("one.jsonl", model: "m1") { $0 % 3 != 0 }, try log("two.jsonl", model: "m2") { $0 % 4 != 0 }
        )
        let fromLogs = try document([one, two])
        let path = folder.appending(path: "kept.sqlite").path
        #expect(try document([one, two, "--store", path]).comparisons == fromLogs.comparisons)
        let stored = try document(["m1", "m2", "--store", path])
        #expect(stored.comparisons == fromLogs.comparisons && stored.flips == fromLogs.flips)
        #expect(Program.run(["compare", "m1", "m3", "--store", path, "--quiet"]) == .usage)
        // Two logs of one model stay apart in the store under the releases' names.
        let again = try log("again.jsonl", model: "m1") { $0 % 4 != 0 }
        let named = try document(["v1=\(one)", "v2=\(again)", "--store", path])
        #expect(named.comparisons.map(\.estimate) == fromLogs.comparisons.map(\.estimate))
        #expect(try document(["v1", "v2", "--store", path]).comparisons == named.comparisons)
        #expect(Program.run(["compare", "v3=\(folder.path)/*.jsonl", one, "--quiet"]) == .usage)
    }

    @Test("findings of an earlier release are compared unpaired, with a warning and a wider interval")
    func findings() throws {
        let (one, two) = (try log("one.jsonl") { $0 % 3 != 0 }, try log("two.jsonl") { $0 % 3 != 0 && $0 % 5 != 1 })
        let output = folder.appending(path: "earlier")
        #expect(Program.run(["ingest", one, "--output", output.path, "--quiet"]) == .success)
        // Without a study of its own the command takes the one at hand, which is the shipped one here.
        let study = folder.appending(path: "plain.toml")
        try "".write(to: study, atomically: true, encoding: .utf8)
        #expect(Program.run(["analyze", study.path, "--output", output.path, "--quiet"]) == .success)
        let file = output.appending(path: "results/findings.json").path
        let unpaired = try document(["v1=\(file)", "v2=\(two)"])
        let paired = try document(["v1=\(one)", "v2=\(two)"])
        let (loose, tight) = (unpaired.comparisons[0], paired.comparisons[0])
        #expect(abs(loose.estimate - tight.estimate) < 1e-12)
        #expect(loose.interval.lower < tight.interval.lower && loose.interval.upper > tight.interval.upper)
        #expect(unpaired.problems.contains { $0.kind == "unpaired-comparison" && $0.severity == "warning" })
        #expect(!unpaired.releases[0].hasItems && unpaired.releases[1].hasItems)
        #expect((loose.pValue < 0.05) == (loose.interval.upper < 0 || loose.interval.lower > 0))
    }

    @Test("the study's comparison runs without operands, from its logs")
    func study() throws {
        _ = try log("a.jsonl", model: "a") { $0 % 3 != 0 }
        _ = try log("b.jsonl", model: "b") { $0 % 3 != 0 && $0 % 5 != 1 }
        let file = folder.appending(path: "study.toml")
        try """
        [[logs]]
        path = "*.jsonl"
        [compare]
        baseline = "a"
        candidate = "b"
        [[compare.waiver]]
        benchmark = "p"
        reason = "known since the last release"
        until = 2026-02-01
        """.write(to: file, atomically: true, encoding: .utf8)
        let common = ["compare", "--study", file.path, "--output", folder.path, "--quiet"]
        #expect(Program.run(common + ["--date", "2026-01-31"]) == .success)
        #expect(Program.run(common + ["--date", "2026-02-02"]) == .failed)
    }

    @Test("operands hold a name, a place and a model; a file that is there is meant whatever signs it has")
    func operands() {
        func read(_ text: String, existing: Set<String> = []) -> [String?] {
            let operand = ReleaseOperand(text) { existing.contains($0) }
            return [operand.name, operand.what, operand.model]
        }
        #expect(read("logs/v1") == [nil, "logs/v1", nil])
        #expect(read("v1=logs/v1") == ["v1", "logs/v1", nil])
        #expect(read("logs::org/m") == [nil, "logs", "org/m"])
        #expect(read("v1=logs::m") == ["v1", "logs", "m"])
        #expect(read("a=b.jsonl", existing: ["a=b.jsonl"]) == [nil, "a=b.jsonl", nil])
        #expect(read("v=a::b.jsonl", existing: ["a::b.jsonl"]) == ["v", "a::b.jsonl", nil])
        #expect(read("=x") == [nil, "=x", nil])
    }

    @Test("the document fits its schema", .enabled(if: ProgramTests.hasValidator, "needs python3-jsonschema"))
    func schema() throws {
        let (one, two) = (try log("one.jsonl") { $0 % 3 != 0 }, try log("two.jsonl") { $0 % 3 != 0 && $0 % 5 != 1 })
        let file = folder.appending(path: "gate.json")
        _ = Program.run(
            ["compare", one, two, "--margin", "0.01", "--sequential", "--report", "json=\(file.path)", "--quiet"])
        let schema = folder.appending(path: "schema.json")
        try ReleaseSchema.data.write(to: schema)
        let python = Process()
        python.executableURL = URL(filePath: "/usr/bin/python3")
        python.arguments = [
            "-c",
            "import json,sys,jsonschema; jsonschema.validate(json.load(open(sys.argv[1])), json.load(open(sys.argv[2])))",
            file.path, schema.path,
        ]
        try python.run()
        python.waitUntilExit()
        #expect(python.terminationStatus == 0)
    }
}
