import Records
import Testing

@testable import Readers

@Suite("Hugging Face evaluate")
struct HuggingFaceEvaluateReaderTests {
    private static let tail =
        #""_timestamp": "2026-11-24T02:54:01", "_git_commit_hash": null, "_evaluate_version": "0.4.6", "_python_version": "3"}"#

    private func read(_ text: String) throws -> CollectingSink {
        let workspace = try Workspace()
        return try workspace.read(try workspace.write("medq/result.json", text))
    }

    @Test("an accuracy is the share of predictions that equal their reference")
    func accuracy() throws {
        let sink = try read(
            #"{"accuracy": 0.5, "model": "m", "dataset": "d", "predictions": ["A", 1], "references": ["A", 2], "#
                + #""lang": ["en", "de"], "short": [1], \#(Self.tail)"#)
        #expect(sink.runs[0].model == "m")
        #expect(sink.runs[0].benchmark == "d")
        #expect(sink.runs[0].runnerVersion == "0.4.6")
        #expect(sink.runs[0].metrics == [MetricRecord(name: "accuracy", reported: 0.5)])
        #expect(sink.mean(of: "accuracy").value == 0.5)
        #expect(sink.predictions.map(\.text) == ["A", "1"])
        #expect(sink.predictions[1].facets == [Facet(name: "lang", value: "de")])
        #expect(Set(sink.problemKinds) == ["no-item-key", "list-left-out"])
    }

    @Test("lists of scores are metrics; several references are accepted answers; ids name the items")
    func lists() throws {
        let sink = try read(
            #"{"f1": [0.5, 1.0], "ids": ["a", "b"], "predictions": ["x", null], "references": [["x", "y"], ["z"]], \#(Self.tail)"#
        )
        #expect(sink.runs[0].metrics.map(\.name) == ["f1"])
        #expect(sink.predictions.map(\.item) == ["a", "b"])
        #expect(sink.predictions[0].targets == ["x", "y"])
        #expect(sink.predictions[1].text == nil)
        #expect(sink.mean(of: "f1").value == 0.75)
        #expect(Set(sink.problemKinds) == ["missing-model", "missing-benchmark"])
    }

    @Test("a figure that texts as they are do not explain is told")
    func otherFigure() throws {
        let sink = try read(#"{"exact_match": 1.0, "predictions": ["a "], "references": ["a"], \#(Self.tail)"#)
        #expect(sink.mean(of: "exact_match").value == 0)
        #expect(sink.runs[0].metrics[0].reportedNote != nil)
    }

    @Test("figures alone, and lists of rows, are no logs of it")
    func others() throws {
        let workspace = try Workspace()
        let figures = LogFinder().find([try workspace.write("a.json", #"{"accuracy": 0.5, \#(Self.tail)"#)])
        #expect(figures.logs.isEmpty)
        let rows = LogFinder().find([
            try workspace.write(
                "b.json", #"{"predictions": [{"id": 1, "prediction": "A", "target": "A"}], "references": []}"#)
        ])
        #expect(rows.logs.map(\.reader.runner.id) == ["generic"])
    }
}
