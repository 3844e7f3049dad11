import Records
import Testing

@testable import Readers

@Suite("InspectReader")
struct InspectReaderTests {
    private static let eval =
        #""eval": {"task": "medq", "model": "org/m", "created": "2026-01-01T00:00:00+00:00", "config": {"epochs": 2}, "#
        + #""dataset": {"samples": 2}, "packages": {"inspect_ai": "0.3.285"}}"#

    private static func results(_ scores: String, total: Int = 2) -> String {
        #""results": {"total_samples": \#(total), "completed_samples": \#(total), "scores": [\#(scores)]}"#
    }

    private static let accuracy =
        #"{"name": "choice", "scorer": "choice", "metrics": {"accuracy": {"name": "accuracy", "value": 0.5}, "#
        + #""stderr": {"name": "stderr", "value": 0.1, "params": {"cluster": "image"}}}}"#

    private static func log(_ scores: String, _ samples: [String], status: String = "success") -> String {
        #"{"version": 2, "status": "\#(status)", \#(eval), \#(results(scores, total: samples.count)), "samples": [\#(samples.joined(separator: ",\n"))]}"#
    }

    private static func sample(_ id: String, epoch: Int = 1, _ score: String, _ more: String = "") -> String {
        #"{"id": \#(id), "epoch": \#(epoch), "input": "q?", "choices": ["x", "y"], "target": "B", "#
            + #""output": {"choices": [{"message": {"content": "ANSWER: B"}}], "completion": "ANSWER: B"}, "#
            + #""scores": {"choice": {"value": \#(score), "answer": "B"}}\#(more)}"#
    }

    private func read(_ text: String) throws -> CollectingSink {
        let workspace = try Workspace()
        let sink = try workspace.read(try workspace.write("log.json", text))
        #expect(sink.breaches == [])
        return sink
    }

    @Test(
        "score values of every kind have their number, and what is none is unscored",
        arguments: [
            (#""C""#, 1.0 as Double?), (#""I""#, 0), (#""P""#, 0.5), (#""N""#, 0), (#""yes""#, 1), (#""No""#, 0),
            ("true", 1),
            ("0.25", 0.25), (#""0.75""#, 0.75), ("NaN", nil), ("null", nil), (#""what""#, nil), ("[1, 0]", nil),
            ("Infinity", nil),
        ])
    func values(_ value: String, _ expected: Double?) throws {
        let sink = try read(Self.log(Self.accuracy, [Self.sample("1", value)]))
        #expect(sink.predictions[0].scores == [MetricScore(metric: 0, value: expected)])
        let isForeign = [#""what""#, "[1, 0]", "Infinity"].contains(value)
        #expect(sink.problemKinds.contains("unreadable-score") == isForeign)
    }

    @Test("a sample gives the question, choices, target, text, extracted answer and facets")
    func fields() throws {
        let more = #", "metadata": {"modality": "CT", "n": 3, "deep": {"organ": "liver"}, "tags": [1], "none": null}"#
        let sink = try read(Self.log(Self.accuracy, [Self.sample(#""i1""#, epoch: 2, #""C""#, more)]))
        let prediction = try #require(sink.predictions.first)
        #expect(prediction.item == "i1")
        #expect(prediction.epoch == 2)
        #expect(prediction.question == "q?")
        #expect(prediction.choices == ["x", "y"])
        #expect(prediction.targets == ["B"])
        #expect(prediction.text == "ANSWER: B")
        #expect(prediction.runnerAnswer == "B")
        #expect(prediction.facets.map { "\($0.name)=\($0.value)" } == ["modality=CT", "n=3", "deep.organ=liver"])
        #expect(sink.problemKinds.contains("facet-left-out"))
        let run = sink.runs[0]
        #expect(
            [run.runner, run.model, run.benchmark, run.runnerVersion] == ["inspect_ai", "org/m", "medq", "0.3.285"])
        #expect(run.clusterFacet == "image")
        #expect(run.metrics == [MetricRecord(name: "choice/accuracy", reported: 0.5)])
    }

    @Test("messages, attachments and several letters are understood")
    func otherShapes() throws {
        let sample = #"""
            {"id": 7, "epoch": 1, "input": [{"role": "system", "content": "s"}, {"role": "user", "content": [{"type": "text",
            "text": "attachment://k"}, {"type": "image", "image": "data:"}]}], "choices": ["a", "b"], "target": ["A", "B"],
            "output": {"choices": [{"message": {"content": [{"type": "reasoning", "reasoning": "r"},
            {"type": "text", "text": "A, B"}]}}]}, "scores": {"choice": {"value": 1}}, "attachments": {"k": "long"}}
            """#
        let prediction = try #require(try read(Self.log(Self.accuracy, [sample])).predictions.first)
        #expect(prediction.item == "7")
        #expect(prediction.question == "long")
        #expect(prediction.targets == ["A,B"])
        #expect(prediction.text == "A, B")
    }

    @Test("an errored sample is a failure without a score, an invalidated one too, and a limit is said")
    func failures() throws {
        let errored =
            #"{"id": "e", "epoch": 1, "input": "q", "target": "A", "output": {"completion": ""}, "scores": {}, "error": {"message": "boom"}}"#
        let sink = try read(
            Self.log(
                Self.accuracy,
                [
                    errored, Self.sample(#""v""#, #""C""#, #", "invalidation": {"reason": "typo"}"#),
                    Self.sample(#""l""#, #""C""#, #", "limit": {"type": "token", "limit": 5}"#),
                ]))
        #expect(sink.predictions.map(\.failure) == ["boom", "invalidated: typo", nil])
        #expect(sink.predictions.map(\.scores[0].value) == [nil, nil, 1])
        #expect(sink.predictions[0].text == nil)
        #expect(sink.problemKinds.contains("limit-reached"))
        #expect(sink.runs[0].metrics[0].reportedNote?.contains("invalidated") == true)
    }

    @Test("named values of a scorer have a metric each, also those without results")
    func namedValues() throws {
        let entries = #"{"name": "f1", "scorer": "judge", "metrics": {"mean": {"name": "mean", "value": 0.75}}}"#
        let sample =
            #"{"id": 1, "epoch": 1, "input": "q", "target": "t", "scores": {"judge": {"value": {"f1": 0.75, "em": "I", "why": "x"}}}}"#
        let sink = try read(Self.log(entries, [sample]))
        #expect(sink.runs[0].metrics.map(\.name) == ["f1/mean", "em/mean"])
        #expect(sink.predictions[0].scores.map(\.value) == [0.75, 0])
    }

    @Test("a reducer other than the mean is noted beside the figure")
    func reducers() throws {
        let entry = { (reducer: String) in
            #"{"name": "c", "scorer": "c", "reducer": "\#(reducer)", "metrics": {"accuracy": {"name": "accuracy", "value": 1}}}"#
        }
        let sample = #"{"id": 1, "epoch": 1, "input": "q", "target": "t", "scores": {"c": {"value": 1}}}"#
        let only = try read(Self.log(entry("max"), [sample])).runs[0].metrics
        #expect(only.map(\.name) == ["c/accuracy"])
        #expect(only[0].reportedNote?.contains("max") == true)
        let both = try read(Self.log(entry("mean") + "," + entry("max"), [sample]))
        #expect(both.runs[0].metrics == [MetricRecord(name: "c/accuracy", reported: 1)])
        #expect(both.problemKinds.contains("metric-left-out"))
    }

    @Test("an unknown metric keeps its figure with a note, dispersions are no metrics")
    func unknownMetrics() throws {
        let entry =
            #"{"name": "s", "scorer": "s", "metrics": {"kappa": {"name": "x/kappa", "value": 0.3}, "std": {"name": "std", "value": 1}}}"#
        let metrics = try read(Self.log(entry, [])).runs[0].metrics
        #expect(metrics.map(\.name) == ["s/kappa"])
        #expect(metrics[0].reportedNote?.contains("not known to be a mean") == true)
    }

    @Test("logs of 2024 with one score and one scorer are read")
    func oldLayout() throws {
        let text =
            #"{"version": 1, "status": "success", \#(Self.eval), "results": {"scorer": {"name": "match"}, "metrics": {"accuracy": {"name": "accuracy", "value": 0.5}}}, "samples": [{"id": 1, "epoch": 1, "input": "q", "target": "t", "score": {"value": "C", "answer": "t"}}, {"id": 2, "epoch": 1, "input": "q", "target": "t", "score": {"value": "I"}}]}"#
        let sink = try read(text)
        #expect(sink.runs[0].metrics == [MetricRecord(name: "match/accuracy", reported: 0.5)])
        #expect(sink.mean(of: "match/accuracy").value == 0.5)
        #expect(sink.predictions[0].runnerAnswer == "t")
    }

    @Test("a header after the samples is found")
    func sortedKeys() throws {
        let text =
            #"{\#(Self.eval), "samples": [\#(Self.sample("1", "1"))], "results": {"total_samples": 1, "scores": [\#(Self.accuracy)]}, "status": "success", "version": 2}"#
        let sink = try read(text)
        #expect(sink.runs[0].metrics.map(\.reported) == [0.5])
        #expect(sink.problemKinds == [])
    }

    @Test("a text cut in the middle gives the samples before the cut and a problem with the line")
    func cutText() throws {
        let text = Self.log(Self.accuracy, [Self.sample("1", "1"), Self.sample("2", "0"), Self.sample("3", "1")])
        let sink = try read(String(text.dropLast(60)))
        #expect(sink.predictions.map(\.item) == ["1", "2"])
        let problem = try #require(sink.problems.first { $0.kind == "truncated-json" })
        #expect(problem.line == 3)
        #expect(sink.problemKinds.contains("missing-samples"))
    }

    @Test("a header without samples says over how much the figure was reported")
    func headerOnly() throws {
        let sink = try read(
            #"{"version": 2, "status": "success", \#(Self.eval), \#(Self.results(Self.accuracy, total: 8))}"#)
        #expect(sink.runs[0].itemsReported == 4)
        #expect(sink.runs[0].metrics[0].reportedNote?.contains("reported over 8") == true)
        #expect(sink.problemKinds == ["missing-samples", "no-samples"])
    }

    // MARK: - Archives

    private func archive(_ members: [(String, String)], method: UInt16 = 93) throws -> CollectingSink {
        var zip = ZipBuilder()
        for (name, text) in members { zip.add(name, text, method: method, frames: 2) }
        let workspace = try Workspace()
        let sink = try workspace.read(try workspace.write("log.eval", zip.bytes))
        #expect(sink.breaches == [])
        return sink
    }

    private static let header = #"{"version": 2, "status": "success", \#(eval), \#(results(accuracy, total: 2))}"#

    @Test("an archive is read in both compressions, and a repeated member counts once", arguments: [8, 93] as [UInt16])
    func archives(_ method: UInt16) throws {
        let sink = try archive(
            [
                ("samples/1_epoch_1.json", Self.sample("1", "0")),
                ("samples/a/b_epoch_1.json", Self.sample(#""a/b""#, "0")),
                ("samples/1_epoch_1.json", Self.sample("1", "1")), ("header.json", Self.header),
            ], method: method)
        #expect(sink.mean(of: "choice/accuracy").value == 0.5)
        #expect(sink.predictions.count == 2)
        #expect(sink.problemKinds == ["superseded-member"])
    }

    @Test("samples in folders with chunks beside them are read once")
    func chunks() throws {
        let sink = try archive([
            ("samples/1_epoch_1/sample.json", Self.sample("1", "1")), ("samples/1_epoch_1/events_1.json", "[]"),
            ("samples/2_epoch_1/sample.json", Self.sample("2", "1")), ("header.json", Self.header),
        ])
        #expect(sink.predictions.map(\.item) == ["1", "2"])
        #expect(sink.problemKinds == [])
    }

    @Test("a crashed run is read from its journal, and samples that only a summary knows are missing")
    func journal() throws {
        let sink = try archive([
            ("_journal/start.json", #"{"version": 2, \#(Self.eval), "plan": {}}"#),
            ("samples/1_epoch_1.json", Self.sample("1", #""C""#)),
            ("_journal/summaries/1.json", #"[{"id": 1, "epoch": 1}, {"id": 2, "epoch": 1}, {"id": 2, "epoch": 2}]"#),
        ])
        #expect(sink.runs[0].metrics.map(\.name) == ["choice/mean"])
        #expect(sink.predictions.count == 1)
        #expect(sink.problemKinds.contains("unfinished-run"))
        #expect(sink.problems.first { $0.kind == "summary-without-sample" }?.count == 2)
    }

    @Test("a broken sample is a problem that names it, and the rest is read")
    func brokenSample() throws {
        let sink = try archive([
            ("samples/1_epoch_1.json", #"{"id": 1, "#), ("samples/2_epoch_1.json", Self.sample("2", "1")),
            ("header.json", Self.header),
        ])
        #expect(sink.predictions.map(\.item) == ["2"])
        #expect(sink.problems.first { $0.kind == "truncated-json" }?.member == "samples/1_epoch_1.json")
    }

    @Test("a truncated archive is one problem")
    func truncated() throws {
        var zip = ZipBuilder()
        zip.add("header.json", Self.header)
        let workspace = try Workspace()
        let path = try workspace.write("log.eval", Array(zip.bytes.dropLast(30)))
        #expect(LogFinder().find([path]).problems.map(\.kind) == ["truncated-archive"])
    }
}
