import Records
import Testing

@testable import Readers

@Suite("lighteval")
struct LightevalReaderTests {
    private static let time = "2026-11-24T02-48-57.123344"

    private static func row(
        _ id: String, gold: String = "1", metric: String = #"{"acc": 1}"#,
        response: String = #""logprobs": [-2.0, -0.5]"#,
        choices: String = #"[" yes", " no"]"#
    ) -> String {
        #"{"doc": {"query": "q\#(id)", "choices": \#(choices), "gold_index": \#(gold), "specific": {"id": "x", "modality": "#
            + #""CT", "answer": "B"}, "id": "\#(id)", "task_name": "medq|0"}, "metric": \#(metric), "model_response": {"input": "#
            + #""q", "text": [], "text_post_processed": [], \#(response)}}"#
    }

    private static let results =
        #"{"config_general": {"model_name": "lab/m", "lighteval_sha": "abc"}, "results": {"medq|0": {"acc": 0.5, "acc_stderr": "#
        + #"0.1, "wer": 0.2}, "all": {"acc": 0.5}}, "config_tasks": {"medq|0": {"metrics": [{"metric_name": "acc", "#
        + #""higher_is_better": true, "corpus_level_fn": "mean"}, {"metric_name": "wer", "higher_is_better": false, "#
        + #""corpus_level_fn": "CorpusLevelWER"}]}}, "summary_tasks": {}}"#

    private func read(
        _ rows: [String], file: String? = nil, results: String? = LightevalReaderTests.results
    ) throws
        -> CollectingSink
    {
        let workspace = try Workspace()
        if let results { try workspace.write("out/results/lab/m/results_\(Self.time).json", results) }
        let name = file ?? "out/details/lab/m/\(Self.time)/details_medq|0_\(Self.time).jsonl"
        return try workspace.read(try workspace.write(name, rows.joined(separator: "\n") + "\n"))
    }

    @Test("the likeliest option is the answer; model, task, time and figures come from the results and the name")
    func choices() throws {
        let sink = try read([Self.row("7"), Self.row("3", gold: "[0]", metric: #"{"acc": 0}"#)])
        #expect(sink.runs[0].model == "lab/m")
        #expect(sink.runs[0].benchmark == "medq|0")
        #expect(sink.runs[0].startedAt == "2026-11-24T02:48:57.123344")
        #expect(sink.runs[0].runnerVersion == "abc")
        #expect(sink.runs[0].metrics == [MetricRecord(name: "acc", reported: 0.5)])
        #expect(sink.predictions.map(\.item) == ["7", "3"])
        #expect(sink.predictions.map(\.runnerAnswer) == ["B", "B"])
        #expect(sink.predictions.map(\.targets) == [["B"], ["A"]])
        #expect(sink.predictions[0].choices == ["yes", "no"])
        #expect(sink.predictions[0].facets == [Facet(name: "modality", value: "CT")])
        #expect(sink.mean(of: "acc").value == 0.5)
        // `wer` has no value in the rows.
        #expect(sink.problemKinds == ["metric-left-out"])
    }

    @Test("texts are read without their reasoning; accepted answers are targets and no options")
    func generation() throws {
        let response = #""text_post_processed": ["42"], "text": ["<think>hm</think>42"], "logprobs": []"#
        let row = Self.row(
            "1", gold: "[0, 1]", metric: #"{"em": true}"#, response: response, choices: #"["42", "forty-two"]"#
        )
        .replacing(#""text": [], "text_post_processed": [], "#, with: "")
        let sink = try read([row])
        #expect(sink.predictions[0].text == "42")
        #expect(sink.predictions[0].choices.isEmpty)
        #expect(sink.predictions[0].targets == ["42", "forty-two"])
        #expect(sink.predictions[0].scores == [MetricScore(metric: 0, value: 1)])
    }

    @Test("several texts are epochs only where the metric has a value for each")
    func repeats() throws {
        func row(_ metric: String) -> String {
            Self.row("1", metric: metric, response: #""text_post_processed": null, "text": ["A", "B"], "logprobs": []"#)
                .replacing(#""text": [], "text_post_processed": [], "#, with: "")
        }
        let each = try read([row(#"{"em": [1, 0], "pass@2": 1}"#)])
        #expect(each.predictions.map(\.epoch) == [1, 2])
        #expect(each.predictions.map(\.text) == ["A", "B"])
        #expect(each.mean(of: "em").value == 0.5)
        #expect(each.mean(of: "pass@2").value == 1)
        let one = try read([row(#"{"avg@2": 0.5}"#)])
        #expect(one.predictions.count == 1)
        #expect(one.problemKinds.contains("several-outputs"))
    }

    @Test(
        "older rows have no identifier: equal questions have equal keys; nested values may be Python's text of them",
        arguments: [
            #"{"example": "Q1", "full_prompt": "Q1 A:", "predictions": [[-2.5, false], [-0.5, true]], "gold_index": [1], "#
                + #""gold": [], "choices": [" a", " b"], "metrics": {"acc": 1}, "pred_logits": [], "specifics": null}"#,
            #"{"example": "Q1", "full_prompt": "Q1 A:", "predictions": "[(-2.5, False), (-0.5, True)]", "gold_index": "[1]", "#
                + #""gold": "[]", "choices": "[' a', ' b']", "metrics": "{'acc': 1.0}", "pred_logits": "[]", "specifics": "None"}"#,
        ])
    func older(_ row: String) throws {
        let sink = try read([row, row.replacing("Q1", with: "Q2"), row])
        #expect(sink.predictions.map(\.runnerAnswer) == ["B", "B", "B"])
        #expect(sink.predictions.map(\.targets) == [["B"], ["B"], ["B"]])
        #expect(sink.predictions[2].item == sink.predictions[0].item + "-2")
        #expect(Set(sink.predictions.map(\.item)).count == 3)
        #expect(sink.mean(of: "acc").value == 1)
    }

    @Test("older rows with written answers have accepted answers as texts")
    func olderGeneration() throws {
        let sink = try read([
            #"{"example": "Q", "full_prompt": "Q", "predictions": ["B"], "gold": ["B"], "gold_index": [], "choices": [], "#
                + #""metrics": {"qem": 1, "log": [1, 2, 3]}}"#
        ])
        #expect(sink.predictions[0].text == "B")
        #expect(sink.predictions[0].targets == ["B"])
        #expect(sink.runs[0].metrics.map(\.name) == ["qem"])
        #expect(sink.problemKinds.contains("metric-left-out"))
    }

    @Test("without results the folders name the model; without folders the user is asked")
    func names() throws {
        let folders = try read([Self.row("1")], results: nil)
        #expect(folders.runs[0].model == "lab/m")
        #expect(folders.problemKinds == ["missing-sidecar"])
        let bare = try read(
            [Self.row("1")], file: "x/details_leaderboard|arc:challenge|25_\(Self.time).jsonl", results: nil)
        #expect(bare.runs[0].benchmark == "leaderboard|arc:challenge|25")
        #expect(bare.problemKinds.contains("missing-model"))
    }

    @Test(
        "a task is found among the figures by its parts",
        arguments: [
            ("leaderboard|arc|25", ["leaderboard|arc|25", "all"], "leaderboard|arc|25"),
            ("lighteval_arc_0", ["lighteval|arc|0", "all"], "lighteval|arc|0"),
            ("suite|arc|25", ["arc|25", "all"], "arc|25"), ("arc|0", ["lighteval|arc|0", "all"], "lighteval|arc|0"),
        ])
    func tasks(_ task: String, _ keys: [String], _ expected: String) {
        #expect(LightevalResults.match(task, among: keys) == expected)
    }

    @Test(
        "parquet details are read as they are",
        .enabled(if: ParquetFiles.interpreter != nil, "needs a Python with pyarrow (`make parquet`)"))
    func parquet() throws {
        let workspace = try Workspace()
        try workspace.write("out/results/lab/m/results_\(Self.time).json", Self.results)
        let path = "out/details/lab/m/\(Self.time)/details_medq|0_\(Self.time).parquet"
        try workspace.write(path, "")
        let file = workspace.folder.appendingPathComponent(path).path
        try ParquetFiles.write(file, rows: "[\(Self.row("7")), \(Self.row("8", metric: #"{"acc": 0}"#))]")
        let sink = try workspace.read(file)
        #expect(sink.mean(of: "acc").value == 0.5)
        #expect(sink.predictions.map(\.item) == ["7", "8"])
    }
}
