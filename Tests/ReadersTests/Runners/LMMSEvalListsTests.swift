import Records
import Testing

@testable import Readers

@Suite("lmms-eval lists")
struct LMMSEvalListsTests {
    private func read(_ values: [String]) throws -> CollectingSink {
        let rows = values.enumerated().map {
            #"{"doc_id": \#($0), "target": "t", "filtered_resps": ["r"], "doc_hash": "h", "input": "q\#($0)?", "m": \#($1)}"#
        }
        let workspace = try Workspace()
        let path = try workspace.write(
            "m/20251029_190223_samples_t.jsonl", rows.joined(separator: "\n") + "\n")
        return try workspace.read(path)
    }

    @Test("of several parts that are right or wrong the share is the score")
    func shares() throws {
        let sink = try read(["[true, false]", "[true]", "[1, 0, 0, 1]", "[false]"])
        #expect(sink.predictions.map { $0.scores.first?.value } == [0.5, 1, 0.5, 0])
        #expect(sink.mean(of: "m,none").value == 0.5)
        #expect(!sink.problemKinds.contains("metric-left-out"))
    }

    @Test("a list of answers is no score, even if it has one number")
    func answers() throws {
        let sink = try read(["[588]", #"["12", "x"]"#, "[]"])
        #expect(sink.mean(of: "m,none").items == 0)
        #expect(sink.problems.first { $0.kind == "metric-left-out" }?.count == 3)
    }

    @Test(
        "the answer to a choice is the least loss or the greatest likelihood, and a runner that takes the other is told",
        arguments: [
            ("2.5", "1.5", "1.0", "B"), ("-2.5", "-1.5", "0.0", "A"), ("-2.5", "-1.5", "1.0", "B"),
        ])
    func choices(first: String, second: String, score: String, runner: String) throws {
        let workspace = try Workspace()
        let pairs = #"["\#(first)", "False"], ["\#(second)", "False"]"#
        let path = try workspace.write(
            "m/20251029_190223_samples_t.jsonl",
            #"{"doc_id": 0, "target": "1", "filtered_resps": [\#(pairs)], "doc_hash": "h", "input": "q?", "acc": \#(score)}"#
                + "\n")
        let sink = try workspace.read(path)
        #expect(sink.predictions.map(\.text) == ["B"])
        #expect(sink.predictions.map(\.runnerAnswer) == [runner])
        #expect(sink.predictions.map(\.targets) == [["B"]])
        #expect(sink.problemKinds.contains("inverted-choice") == (runner == "A"))
    }
}
