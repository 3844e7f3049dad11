import Records
import Testing

@testable import Readers

@Suite("Every Eval Ever")
struct EveryEvalEverReaderTests {
    private static func row(
        _ sample: String, metric: String? = "acc", score: String = "1.0", correct: Bool = true, more: String = "",
        evaluation: String = "medq", model: String = "lab/m", output: String = #"["C"]"#, metadata: String = "null"
    ) -> String {
        let id = metric.map { #""evaluation_result_id": "\#($0)", "# } ?? ""
        return
            #"{"schema_version": "0.3.0", "evaluation_id": "medq/lab_m/1", "model_id": "\#(model)", "evaluation_name": "#
            + #""\#(evaluation)", \#(id)"sample_id": "\#(sample)", "sample_hash": "h\#(sample)", "interaction_type": "#
            + #""single_turn", "input": {"raw": "Which?", "reference": ["C"], "choices": ["x", "y", "z"]}, "output": {"raw": "#
            + #"\#(output)}, "messages": null, "answer_attribution": [{"turn_idx": 0, "source": "output.raw", "#
            + #""extracted_value": "C", "extraction_method": "none", "is_terminal": true}], "evaluation": {"score": \#(score), "#
            + #""is_correct": \#(correct)}, "error": null, "metadata": \#(metadata)\#(more)}"#
    }

    private static func aggregate(_ results: String, library: String = "inspect") -> String {
        #"{"schema_version": "0.3.0", "evaluation_id": "medq/lab_m/1", "evaluation_timestamp": "1795487528", "#
            + #""retrieved_timestamp": "1795487529.5", "source_metadata": {}, "eval_library": {"name": "\#(library)", "version": "#
            + #""1"}, "model_info": {"name": "lab/m", "id": "lab/m"}, "evaluation_results": [\#(results)], "#
            + #""detailed_evaluation_results": {"format": "jsonl", "total_rows": 4}}"#
    }

    private static func result(_ id: String, score: Double, evaluation: String = "medq", config: String = "") -> String
    {
        #"{"evaluation_result_id": "\#(id)", "evaluation_name": "\#(evaluation)", "metric_config": {"lower_is_better": false"#
            + #"\#(config)}, "score_details": {"score": \#(score), "uncertainty": {"num_samples": 2}}}"#
    }

    private func read(_ rows: [String], _ aggregate: String? = nil) throws -> CollectingSink {
        let workspace = try Workspace()
        if let aggregate { try workspace.write("data/medq/lab/m/u.json", aggregate) }
        let path = try workspace.write("data/medq/lab/m/u_samples.jsonl", rows.joined(separator: "\n") + "\n")
        return try workspace.read(path)
    }

    @Test("rows of one answer, one a metric, are one prediction with several scores; figures come from the aggregate")
    func merging() throws {
        let sink = try read(
            [
                Self.row("1"), Self.row("1", metric: "f1", score: "0.5"), Self.row("2", score: "0", correct: false),
                Self.row("2", metric: "f1", score: "0.25"),
            ],
            Self.aggregate(Self.result("acc", score: 0.5) + "," + Self.result("f1", score: 0.375)))
        #expect(sink.breaches.isEmpty)
        #expect(sink.predictions.count == 2)
        #expect(sink.predictions[0].scores == [MetricScore(metric: 0, value: 1), MetricScore(metric: 1, value: 0.5)])
        #expect(sink.runs[0].metrics.map(\.name) == ["acc", "f1"])
        #expect(sink.runs[0].metrics.map(\.reported) == [0.5, 0.375])
        #expect(sink.mean(of: "acc").value == 0.5)
        #expect(sink.mean(of: "f1").value == 0.375)
        #expect(sink.runs[0].model == "lab/m")
        #expect(sink.runs[0].benchmark == "medq")
        #expect(sink.runs[0].startedAt == "2026-11-24T02:32:08Z")
        #expect(sink.runs[0].itemsReported == 2)
        #expect(sink.runs[0].runnerVersion == "0.3.0")
        #expect(sink.predictions[0].text == "C")
        #expect(sink.predictions[0].runnerAnswer == "C")
        #expect(sink.predictions[0].targets == ["C"])
        #expect(sink.problemKinds.isEmpty)
    }

    @Test(
        "a metric that comes again for a sample is another epoch; an epoch that the converter kept counts as it stands")
    func repeats() throws {
        let counted = try read([Self.row("1"), Self.row("1", score: "0", correct: false), Self.row("2")])
        #expect(counted.predictions.map(\.epoch) == [1, 2, 1])
        #expect(counted.mean(of: "acc").value == 0.75)
        let kept = try read([
            Self.row("1", metadata: #"{"epoch": "2", "modality": "CT"}"#), Self.row("1", metadata: #"{"epoch": "1"}"#),
        ])
        #expect(kept.predictions.map(\.epoch) == [2, 1])
        #expect(kept.predictions[0].facets == [Facet(name: "modality", value: "CT")])
    }

    @Test("several answers with one score are one prediction, and that is told")
    func severalOutputs() throws {
        let sink = try read([Self.row("1", score: "0.5", output: #"["A", "C"]"#)])
        #expect(sink.predictions.count == 1)
        #expect(sink.predictions[0].text == "A")
        #expect(sink.problemKinds.contains("several-outputs"))
    }

    @Test("filters that a converter adds to the name of an evaluation are metrics of one benchmark")
    func filters() throws {
        let sink = try read([
            Self.row("1", metric: "em:strict", evaluation: "medq/strict", metadata: #"{"filter": "strict"}"#),
            Self.row("1", metric: "em:loose", evaluation: "medq/loose", metadata: #"{"filter": "loose"}"#),
        ])
        #expect(sink.runs.map(\.benchmark) == ["medq"])
        #expect(sink.runs[0].metrics.map(\.name) == ["em:strict", "em:loose"])
        #expect(sink.predictions.allSatisfy { $0.facets.isEmpty })
    }

    @Test("percentages are told from the rows, which may hold fractions where the figure is a percentage")
    func units() throws {
        let percent = #", "metric_unit": "percent", "max_score": 100"#
        let fractions = try read(
            [Self.row("1"), Self.row("2", score: "0", correct: false)],
            Self.aggregate(Self.result("acc", score: 50, config: percent)))
        #expect(fractions.runs[0].metrics[0].scale == 1)
        #expect(fractions.runs[0].metrics[0].reported == 0.5)
        let whole = try read(
            [Self.row("1", score: "100"), Self.row("2", score: "0", correct: false)],
            Self.aggregate(Self.result("acc", score: 50, config: percent)))
        #expect(whole.runs[0].metrics[0].scale == 100)
        #expect(whole.runs[0].metrics[0].reported == 50)
        #expect(whole.mean(of: "acc").value == 0.5)
    }

    @Test("smaller scores can be better, unknown levels are not scored, and opposite marks of a binary metric are told")
    func metricConfiguration() throws {
        let sink = try read(
            [Self.row("1", score: "-1"), Self.row("2", score: "2")],
            Self.aggregate(
                Self.result(
                    "acc", score: 2,
                    config: #", "lower_is_better": true, "score_type": "levels", "has_unknown_level": true"#)))
        #expect(!sink.runs[0].metrics[0].higherIsBetter)
        #expect(sink.predictions.map { $0.scores[0].value } == [nil, 2])
        let binary = try read(
            [Self.row("1", score: "0", correct: true)],
            Self.aggregate(Self.result("acc", score: 0, config: #", "score_type": "binary""#)))
        #expect(binary.problemKinds.contains("contradictory-score"))
    }

    @Test("schema 0.2: whole numbers as sample ids, no result id, interactions in place of messages")
    func older() throws {
        let row =
            #"{"schema_version": "instance_level_eval_0.2.0", "evaluation_id": "e", "model_id": "lab/m", "evaluation_name": "#
            + #""medq", "sample_id": 7, "interaction_type": "multi_turn", "input": {"raw": "q", "reference": "B"}, "output": "#
            + #"null, "interactions": [{"turn_idx": 0, "role": "user", "content": "q"}, {"turn_idx": 1, "role": "assistant", "#
            + #""content": "I say B"}], "answer_attribution": [], "evaluation": {"score": null, "is_correct": true}, "error": "#
            + #""timeout"}"#
        let sink = try read([row])
        #expect(sink.runs[0].runnerVersion == "0.2.0")
        #expect(sink.runs[0].metrics.map(\.name) == ["score"])
        #expect(sink.predictions[0].item == "7")
        #expect(sink.predictions[0].text == "I say B")
        #expect(sink.predictions[0].targets == ["B"])
        #expect(sink.predictions[0].failure == "timeout")
        #expect(sink.predictions[0].scores == [MetricScore(metric: 0, value: 1)])
        #expect(sink.problemKinds.contains("score-from-is-correct"))
        #expect(sink.problemKinds.contains("missing-sidecar"))
    }

    @Test("samples that are named anew in each run are told apart by their hash")
    func hashes() throws {
        let sink = try read([Self.row("0a1b2c3d-0000-4000-8000-000000000001")])
        #expect(sink.predictions[0].item == "h0a1b2c3d-0000-4000-8000-000000000001")
    }

    @Test("the position of the right option that the converter of lm-evaluation-harness keeps becomes its letter")
    func positions() throws {
        let row = Self.row("1").replacing(#""reference": ["C"]"#, with: #""reference": ["2"]"#)
        let sink = try read([row], Self.aggregate(Self.result("acc", score: 1), library: "lm_eval"))
        #expect(sink.predictions[0].targets == ["C"])
        let other = try read([row], Self.aggregate(Self.result("acc", score: 1), library: "own"))
        #expect(other.predictions[0].targets == ["2"])
    }

    @Test("several models in one file are runs of their own; the aggregate alone is no log")
    func severalModels() throws {
        let sink = try read([Self.row("1"), Self.row("1", model: "lab/n"), Self.row("2")])
        #expect(sink.runs.map(\.model) == ["lab/m", "lab/n"])
        #expect(sink.predictions.map(\.run) == [0, 1, 0])
        #expect(sink.breaches.isEmpty)
        let workspace = try Workspace()
        let path = try workspace.write("u.json", Self.aggregate(Self.result("acc", score: 1)))
        let listing = LogFinder().find([path])
        #expect(listing.logs.isEmpty)
        #expect(listing.passedOver.map(\.reason).allSatisfy { $0.contains("_samples.jsonl") })
    }

    @Test("a line that is cut, one without a sample and missing rows are told; the others are read")
    func damage() throws {
        let sink = try read(
            [Self.row("1"), #"{"schema_version": "0.3.0", "evaluation_id": "e"}"#, String(Self.row("2").prefix(90))],
            Self.aggregate(Self.result("acc", score: 1)))
        #expect(sink.predictions.map(\.item) == ["1"])
        #expect(Set(sink.problemKinds) == ["malformed-line", "missing-field", "missing-samples"])
    }
}
