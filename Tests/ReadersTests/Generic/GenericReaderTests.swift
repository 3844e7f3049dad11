import Foundation
import Records
import Testing

@testable import Readers

@Suite("Generic rows") struct GenericReaderTests {
    private let canonical =
        (1...6).map {
            "{\"model\":\"m\",\"benchmark\":\"b\",\"item\":\($0),\"target\":\"A\",\"prediction\":\"\($0 % 2 == 0 ? "A" : "B")\",\"image\":\"i\($0 / 2)\"}"
        }.joined(separator: "\n") + "\n"

    @Test("the five named fields need no study file") func canonicalFields() throws {
        let space = try Workspace()
        let sink = try space.read(space.write("log.jsonl", canonical))
        #expect(sink.runs.map(\.model) == ["m"] && sink.runs.map(\.benchmark) == ["b"])
        #expect(sink.predictions.map(\.item) == ["1", "2", "3", "4", "5", "6"])
        #expect(sink.predictions[1].text == "A" && sink.predictions[1].targets == ["A"])
        #expect(sink.runs[0].clusterFacet == "image" && sink.runs[0].metrics.isEmpty)
        #expect(sink.breaches.isEmpty)
    }

    @Test("packed logs are read in place", arguments: [Compression.gzip, .zstd, .xz])
    func packed(compression: Compression) throws {
        let space = try Workspace()
        let sink = try space.read(space.write("log.jsonl.packed", pack(Array(canonical.utf8), compression)))
        #expect(sink.predictions.count == 6)
    }

    @Test("a ZIP of one file is read in place, one of several is not mistaken for a log") func zipped() throws {
        let space = try Workspace()
        var zip = ZipBuilder()
        zip.add("inner.jsonl", canonical)
        #expect(try space.read(space.write("one.zip", zip.bytes)).predictions.count == 6)
        zip.add("second.jsonl", canonical)
        let path = try space.write("two.zip", zip.bytes)
        #expect(throws: Problem.self) { try space.read(path) }
    }

    @Test("a line that was cut is told with its number, and the others are read") func cutLine() throws {
        let space = try Workspace()
        let sink = try space.read(space.write("log.jsonl", String(canonical.dropLast(20))))
        #expect(sink.predictions.count == 5)
        let problem = try #require(sink.problems.first { $0.kind == "malformed-line" })
        #expect(problem.line == 6 && problem.severity == .error)
    }

    @Test("a CSV of another language is understood by its content") func foreignTable() throws {
        let space = try Workspace()
        let text = "\u{FEFF}idx;pergunta;esperado;pred;correta\n1;\"a; \"\"b\"\"\nc\";A;A;True\n2;d;B;A;False\n"
        let sink = try space.read(space.write("modelo.csv", text))
        #expect(sink.predictions.count == 2)
        #expect(sink.predictions[0].question == "a; \"b\"\nc")
        #expect(sink.mean(of: "correta").value == 0.5)
        #expect(sink.problemKinds.contains("guessed-fields") && sink.problemKinds.contains("missing-model"))
    }

    @Test("`correct` is a score where it holds truth values, and the gold where it holds letters") func ambiguousName()
        throws
    {
        let space = try Workspace()
        let truth = try space.read(
            space.write(
                "a.jsonl",
                "{\"id\":1,\"answer\":\"B\",\"response\":\"B\",\"correct\":true}\n{\"id\":2,\"answer\":\"C\",\"response\":\"B\",\"correct\":false}\n"
            ))
        #expect(truth.mean(of: "correct").value == 0.5 && truth.predictions[1].targets == ["C"])
        let gold = try space.read(
            space.write(
                "b.jsonl",
                "{\"id\":1,\"correct\":\"B\",\"response\":\"B\",\"is_correct\":1}\n{\"id\":2,\"correct\":\"C\",\"response\":\"B\",\"is_correct\":0}\n"
            ))
        #expect(gold.mean(of: "is_correct").value == 0.5 && gold.predictions[1].targets == ["C"])
    }

    @Test("percentages are brought to fractions and remembered") func percent() throws {
        let space = try Workspace()
        let sink = try space.read(
            space.write(
                "p.jsonl",
                "{\"id\":1,\"prediction\":\"x\",\"score\":100}\n{\"id\":2,\"prediction\":\"y\",\"score\":40}\n"))
        #expect(sink.runs[0].metrics == [MetricRecord(name: "score", scale: 100)])
        #expect(sink.predictions.map { $0.scores[0].value } == [1, 0.4])
    }

    @Test("rows within an object, keyed by item, or split into columns and data are found") func layouts() throws {
        let space = try Workspace()
        let listed = try space.read(
            space.write(
                "l.json",
                "{\"model\":\"m\",\"predictions\":[{\"id\":1,\"prediction\":\"A\",\"target\":\"A\"},{\"id\":2,\"prediction\":\"B\",\"target\":\"A\"}]}"
            ))
        #expect(listed.predictions.count == 2 && listed.runs[0].model == "m")
        let keyed = try space.read(
            space.write(
                "k.json",
                "{\"q1\":{\"prediction\":\"A\",\"target\":\"A\"},\"q2\":{\"prediction\":\"B\",\"target\":\"A\"}}"))
        #expect(keyed.predictions.map(\.item) == ["q1", "q2"])
        let split = try space.read(
            space.write(
                "s.json", "{\"columns\":[\"id\",\"prediction\",\"target\"],\"data\":[[1,\"A\",\"A\"],[2,\"B\",\"A\"]]}"),
            runner: "generic")
        #expect(split.predictions.map(\.text) == ["A", "B"])
    }

    @Test("only what the user left open is told as a guess") func guesses() throws {
        let space = try Workspace()
        let path = try space.write("g.jsonl", #"{"id":1,"prediction":"A","target":"B"}"# + "\n")
        var log = try #require(LogFinder().find([path]).logs.first)
        func guessed(_ roles: [String: String]) throws -> [String] {
            log.mapping = roles.isEmpty ? nil : FieldMapping(roles: roles)
            let sink = CollectingSink()
            try log.reader.read(log, into: sink)
            return sink.problems.filter { $0.kind == "guessed-fields" }.map(\.found)
        }
        #expect(try guessed([:]) == ["none; guessed: item = `id`, prediction = `prediction`, target = `target`"])
        #expect(
            try guessed(["item": "id", "prediction": "prediction"]) == ["names for some; guessed: target = `target`"])
        #expect(try guessed(["item": "id", "prediction": "prediction", "target": "target"]).isEmpty)
    }

    @Test("fields that the user names go before every guess, and a wrong name is told") func mapping() throws {
        let space = try Workspace()
        let path = try space.write(
            "m.jsonl",
            "{\"a\":{\"b\":\"7\"},\"x\":\"yes\",\"y\":\"no\"}\n{\"a\":{\"b\":\"8\"},\"x\":\"no\",\"y\":\"no\"}\n")
        var log = Log(url: URL(filePath: path), path: path, reader: GenericReader())
        log.mapping = FieldMapping(roles: ["item": "a.b", "prediction": "x", "target": "y"])
        let sink = CollectingSink()
        try GenericReader().read(log, into: sink)
        #expect(sink.predictions.map(\.item) == ["7", "8"] && sink.predictions.map(\.targets) == [["no"], ["no"]])
        log.mapping?.roles["prediction"] = "z"
        let problem = #expect(throws: Problem.self) { try GenericReader().read(log, into: CollectingSink()) }
        #expect(problem?.kind == "missing-field" && problem?.field == "z")
    }

    @Test(
        "means agree with what the items of real logs give",
        .enabled(if: SharedLogs.folder != nil, "skipped: ../shared/logs is not there"))
    func expectedMeans() throws {
        let folder = try #require(SharedLogs.folder)
        var checked = 0
        for row in try SharedLogs.expectations() {
            guard let path = row["path"], path.hasPrefix("generic/") || path.hasPrefix("simple-evals-derived/"),
                let metric = row["metric"], ["acierto", "correta", "is_correct"].contains(metric),
                let expected = row["recomputed_from_items"].flatMap(Double.init)
            else { continue }
            let sink = try Workspace().read(folder.appending(path: path).path)
            let mean = try #require(sink.mean(of: metric).value, "\(path)")
            #expect(abs(mean - expected) < 1e-6, "\(path)")
            checked += 1
        }
        #expect(checked >= 20)
    }
}
