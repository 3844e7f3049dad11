import FaultInjection
import Foundation
import Readers
import Records
import Store
import Study
import Testing

@testable import Ingest

/// Rows that are taken as bytes must become what they become as records.
@Suite("Rows taken as bytes") struct RawRowsTests {
    /// Hands everything on, bytes too if they are wanted, and counts what came as bytes.
    private final class Spy: RecordSink, RawRecordSink {
        private let sink: ScoringSink
        private let takesRaw: Bool
        private(set) var rawCount = 0

        init(_ sink: ScoringSink, takesRaw: Bool) {
            self.sink = sink
            self.takesRaw = takesRaw
        }

        var rawSink: (any RawRecordSink)? { takesRaw ? self : nil }

        func begin(_ run: RunRecord) throws { try sink.begin(run) }
        func add(_ prediction: PredictionRecord) throws { try sink.add(prediction) }
        func finish(_ run: RunRecord) throws { try sink.finish(run) }
        func note(_ problem: Problem) { sink.note(problem) }

        func add(_ prediction: borrowing RawPrediction, form: String) throws -> Bool {
            let isTaken = try sink.add(prediction, form: form)
            if isTaken { rawCount += 1 }
            return isTaken
        }

        func remember(_ prediction: borrowing RawPrediction, form: String) { sink.remember(prediction, form: form) }
    }

    /// What a store holds of logs, and how many predictions came as bytes.
    private func content(_ logs: [Log], raw: Bool) throws -> (lines: [String], rawCount: Int) {
        let resolver = NameResolver(study: Study())
        let store = try Store(path: ":memory:")
        let writer = LogWriter(store: store)
        let known = KnownItems()
        var rawCount = 0
        for log in logs {
            let collector = LogCollector(file: log.path, resolver: resolver)
            let spy = Spy(
                ScoringSink(resolver: resolver, knownItems: known, into: collector), takesRaw: raw)
            do {
                try log.read(into: spy)
            } catch let problem as Problem {
                try collector.take(.note(problem))
            }
            rawCount += spy.rawCount
            let source = StoredSource(path: log.path, bytes: 0, sha256: "", fingerprint: "", runner: "generic")
            try writer.write(try collector.collected(), as: source)
        }
        return (try StoreContent.lines(store), rawCount)
    }

    private func logs(_ texts: [[String]]) throws -> [Log] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-raw-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return try texts.enumerated().map { number, rows in
            let path = folder.appending(path: "model-\(number)-7b.jsonl").path
            try (rows.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
            return try #require(LogFinder().find([path]).logs.first)
        }
    }

    private func expectSame(
        _ texts: [[String]], rawAtLeast least: Int, _ location: SourceLocation = #_sourceLocation
    ) throws {
        let logs = try logs(texts)
        defer { try? FileManager.default.removeItem(at: logs[0].url.deletingLastPathComponent()) }
        let records = try content(logs, raw: false)
        let bytes = try content(logs, raw: true)
        #expect(records.rawCount == 0, sourceLocation: location)
        #expect(bytes.rawCount >= least, "so many came as bytes: \(bytes.rawCount)", sourceLocation: location)
        #expect(bytes.lines == records.lines, sourceLocation: location)
        #expect(records.lines.count > 20, sourceLocation: location)
    }

    /// A row of a number, whose question, options and target follow from the item.
    private func row(_ item: Int, model: Int, text: String, more: String = "") -> String {
        "{\"question_id\":\"q\(item)\",\"question\":\"Wh\\u00e4t is \(item)?\",\"options\":[\"kidney \(item)\",\"liver\",\"lung"
            + " \\\"\(item % 3)\\\"\"],\"answer\":\"\(["A", "B", "C"][item % 3])\",\"benchmark\":\"b\",\"model\":\"m\(model)\","
            + "\"prediction\":\(text),\"correct\":\((item + model) % 2 == 0)\(more)}"
    }

    @Test("plain rows of several models") func plain() throws {
        let texts = [
            "\"A\"", "\"The answer is B.\"", "\"(C)\"", "\"\"", "null", "\"I cannot answer that.\"", "\"liver\"",
        ]
        try expectSame(
            (0..<4).map { model in
                (0..<150).map { row($0, model: model, text: texts[($0 * 5 + model) % texts.count]) }
            }, rawAtLeast: 400)
    }

    @Test("measures, confidences, epochs, facets, nested and lacking fields") func fields() throws {
        let more: [String] = [
            "", ",\"latency_ms\":120.5,\"epoch\":1", ",\"epoch\":2,\"confidence\":0.25", ",\"confidence\":1.5",
            ",\"latency_ms\":-1", ",\"meta\":{\"modality\":\"CT\",\"depth\":2}", ",\"meta\":{\"modality\":\"MRI\"}",
            ",\"meta\":{\"modality\":0.5}", ",\"meta\":null", ",\"error\":null", ",\"error\":\"timeout\"",
            ",\"error\":false", ",\"epoch\":\"first\"", ",\"output_tokens\":17", ",\"output_tokens\":17.5",
            ",\"cost\":\"0.5\"", ",\"epoch\":3,\"epoch\":1", ",\"meta.modality\":\"X\"", ",\"images\":[\"a\",\"b\"]",
            ",\"extra\":[{\"prediction\":\"B\",\"score\":1}]",
        ]
        try expectSame(
            (0..<3).map { model in
                (0..<400).map { number in
                    row(
                        number, model: model, text: "\"\(["A", "B"][number % 2])\"", more: more[number * 7 % more.count]
                    )
                }
            }, rawAtLeast: 300)
    }

    @Test("scores of all kinds, answers of the runner, and rows without texts") func scores() throws {
        let scores = ["1", "0", "true", "false", "0.5", "\"correct\"", "null", "\"\"", "12345678901234567890", "1e300"]
        try expectSame(
            (0..<2).map { model in
                (0..<300).map { number in
                    "{\"id\":\(number),\"model\":\"m\(model)\",\"dataset\":\"d\(number % 2)\",\"target\":\"B\","
                        + "\"parsed_answer\":\(["\"B\"", "\"C\"", "null", "7"][number % 4]),"
                        + "\"score\":\(scores[number * 3 % scores.count]),\"organ\":\"o\(number % 4)\"}"
                }
            }, rawAtLeast: 300)
    }

    @Test("broken lines, blank ones, values that are no rows, and texts that look like marks") func faults() throws {
        let odd = [
            "", "   ", "{\"question_id\":\"q1\"", "[1,2]", "7", "{}", "{\"prediction\":NaN}",
            "{\"question_id\":\"q5\",\"prediction\":\"\\ud800\",\"model\":\"m0\",\"answer\":\"A\"}",
            "{\"question_id\":\"q6\",\"prediction\":\"\\ufdd0NaN\",\"model\":\"m0\",\"answer\":\"A\"}",
            "{\"question_id\":null,\"prediction\":\"A\",\"model\":\"m0\",\"answer\":\"A\"}",
            "{\"question_id\":\"q8\",\"prediction\":[\"A\"],\"model\":\"m0\",\"answer\":\"A\"}",
            "{\"question_id\":\"q9\",\"prediction\":\"A\",\"model\":null,\"answer\":[\"A\",\"kidney 9\"]}",
            "{\"question_id\":\"q10\",\"prediction\":\"a\\u0000b\",\"model\":\"m1\",\"answer\":\"['A', 'B']\"}",
        ]
        try expectSame(
            (0..<2).map { model in
                (0..<200).map { number in
                    number % 4 == 3 && number > 20
                        ? odd[(number / 4 + model) % odd.count] : row(number, model: model, text: "\"A\"")
                }
            }, rawAtLeast: 100)
    }

    @Test("an item that another row says something else of") func changes() throws {
        try expectSame(
            (0..<3).map { model in
                (0..<120).map { number in
                    let item = row(number, model: model, text: "\"liver\"")
                    return number % 5 == model ? item.replacing("liver\",\"lung", with: "spleen\",\"lung") : item
                }
            }, rawAtLeast: 150)
    }

    @Test("the shared logs of real projects") func shared() throws {
        guard let shared = SharedLogs.folder else {
            print("skipped: ../shared/logs is not there")
            return
        }
        let logs = LogFinder().find([shared.path]).logs.filter {
            $0.reader.runner.id == "generic" && $0.path.hasSuffix(".jsonl")
        }
        var rawCount = 0
        for log in logs {
            let records = try content([log], raw: false)
            let bytes = try content([log], raw: true)
            #expect(bytes.lines == records.lines, "\(log.path)")
            rawCount += bytes.rawCount
        }
        #expect(logs.count > 10 && rawCount > 1000, "\(logs.count) logs, \(rawCount) rows")
    }
}
