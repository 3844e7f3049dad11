import Foundation
import Records
import Testing

@testable import Readers

@Suite("EvalScopeReader")
struct EvalScopeReaderTests {
    private static let root = "20260102_030405"

    private static let conversation =
        #""messages": [{"role": "system", "content": "s"}, {"role": "user", "content": [{"type": "text", "text": "q?"}, {"type": "image", "image": "data"}]}, {"role": "assistant", "content": "ANSWER: B", "model": "m-1"}]"#

    /// A row of a review, as the versions since 1.6 write it unless other parts are given.
    private static func row(
        _ index: Int, group: Int? = nil, score: String = "1.0", metric: String = "acc", more: String = "",
        asked: String = conversation, target: String = "\"B\"",
        metadata: String = #"{"level": 2, "correct_answer": "B"}"#
    ) -> String {
        let generation = group == nil ? "" : #""generation_index": \#(index % 2), "#
        return
            #"{"index": \#(index), "target": \#(target), \#(asked), "sample_score": {"score": {"value": {"\#(metric)": \#(score)}, "#
            + #""extracted_prediction": "B", "prediction": "ANSWER: B"\#(more), "main_score_name": null}, "sample_id": \#(index), "#
            + #""group_id": \#(group ?? index), \#(generation)"sample_metadata": \#(metadata)}}"#
    }

    private static func report(
        _ figures: [(String, Double)], subsets: [(String, Double, Int)], category: String = "default"
    ) -> String {
        let parts = subsets.map { #"{"name": "\#($0.0)", "score": \#($0.1), "num": \#($0.2)}"# }.joined(separator: ", ")
        let count = subsets.reduce(0) { $0 + $1.2 }
        let metrics = figures.map {
            #"{"name": "\#($0.0)", "num": \#(count), "score": \#($0.1), "categories": [{"name": ["\#(category)"], "subsets": [\#(parts)]}]}"#
        }
        return
            #"{"name": "m-1@d", "dataset_name": "d_x", "model_name": "m-1", "score": 0, "metrics": [\#(metrics.joined(separator: ", "))]}"#
    }

    private func workspace(_ files: [String: String]) throws -> Workspace {
        let workspace = try Workspace()
        for (name, text) in files { try workspace.write("\(Self.root)/\(name)", text) }
        return workspace
    }

    private func read(_ files: [String: String], at name: String = "") throws -> CollectingSink {
        let workspace = try workspace(files)
        let sink = try workspace.read(
            workspace.folder.appendingPathComponent(name.isEmpty ? "" : "\(Self.root)/\(name)").path)
        #expect(sink.breaches == [])
        return sink
    }

    private static let files = [
        "reviews/m-1/d_x_CT scan.jsonl": [row(1, score: "0.0"), row(0)].joined(separator: "\n"),
        "reviews/m-1/d_x_MRI.jsonl": row(0),
        "predictions/m-1/d_x_MRI.jsonl": #"{"index": 0, "model": "m-1", "model_output": {"choices": []}}"#,
        "reports/m-1/d_x.json": report(
            [("mean_acc", 0.6667)], subsets: [("CT scan", 0.5, 2), ("MRI", 1, 1)], category: "radiology"),
        "configs/task_config_ab.yaml": "datasets:\n- d_x\nevalscope_version: 1.6.0\nmodel: m\n",
    ]

    @Test("all subsets of a data set are one run with its report, whether the folder or the report is named")
    func subsets() throws {
        let sink = try read(Self.files)
        #expect(sink.runs.count == 1)
        let run = sink.runs[0]
        #expect(
            [run.runner, run.model, run.benchmark, run.startedAt, run.runnerVersion] == [
                "evalscope", "m-1", "d_x", "2026-01-02T03:04:05", "1.6.0",
            ])
        #expect(run.metrics.map(\.name) == ["mean_acc"])
        #expect(run.metrics[0].reported == 0.6667)
        #expect(run.metrics[0].reportedNote?.contains("four decimals") == true)
        #expect(run.itemsReported == 3)
        #expect(abs((sink.mean(of: "mean_acc").value ?? .nan) - 2.0 / 3) < 1e-12)
        #expect(sink.predictions.map(\.item) == ["CT scan/1", "CT scan/0", "MRI/0"])
        let first = sink.predictions[0]
        #expect([first.question, first.text, first.runnerAnswer] == ["q?", "ANSWER: B", "B"])
        #expect(first.targets == ["B"])
        #expect(
            first.facets == [
                Facet(name: "subset", value: "CT scan"), Facet(name: "category", value: "radiology"),
                Facet(name: "level", value: "2"),
            ])
        #expect(sink.problemKinds == [])
        #expect(try read(Self.files, at: "reports/m-1/d_x.json").predictions == sink.predictions)
    }

    @Test("a review that is named is read alone, with the figure of its subset")
    func oneSubset() throws {
        let sink = try read(Self.files, at: "reviews/m-1/d_x_CT scan.jsonl")
        #expect(sink.predictions.count == 2)
        #expect(sink.runs[0].metrics[0].reported == 0.5)
        #expect(sink.runs[0].itemsReported == nil)
        #expect(sink.mean(of: "mean_acc").value == 0.5)
    }

    @Test(
        "the layouts of about 1.2, 1.6 and 1.14 give the same",
        arguments: [
            row(0, more: #", "explanation": null"#, asked: #""input": "**User**: \nq?""#, metadata: "{}"),
            row(0, asked: conversation + #", "trajectory": []"#, metadata: "{}"),
            row(
                0, more: #", "status": "success""#, asked: conversation + #", "agent_trace": null"#, target: #"["B"]"#,
                metadata: "null"),
        ])
    func layouts(_ row: String) throws {
        let sink = try read(["reviews/m-1/gpqa_diamond_default.jsonl": row])
        #expect(sink.runs.map { [$0.model, $0.benchmark] } == [["m-1", "gpqa_diamond"]])
        #expect(
            sink.predictions == [
                PredictionRecord(
                    run: 0, item: "default/0", question: "q?", targets: ["B"], text: "ANSWER: B", runnerAnswer: "B",
                    scores: [MetricScore(metric: 0, value: 1)], facets: [Facet(name: "subset", value: "default")],
                    line: 1)
            ])
        #expect(sink.runs[0].metrics == [MetricRecord(name: "mean_acc")])
    }

    @Test("rows before 1.0 have the repeats in one row")
    func beforeOne() throws {
        let choice = { (letter: String, result: String) in
            #"{"index": 0, "message": {"role": "assistant", "content": "so \#(letter)"}, "review": {"gold": "A", "pred": "\#(letter)", "result": \#(result)}}"#
        }
        let row =
            #"{"index": 4, "answer_id": "answer-1", "subset_name": "CT", "raw_input": {"question": "q?", "id": "case-4", "organ": "lung", "answer": "A"}, "origin_prompt": {"data": ["p q?"]}, "model_spec": {"model_id": "m-0"}, "choices": [\#(choice("A", "true")), \#(choice("B", "false"))], "reviewed": true, "review_id": "r", "reviewer_spec": {}, "review_time": 1}"#
        let sink = try read([
            "reviews/m-0/d_x_CT.jsonl": row,
            "reports/m-0/d_x.json": Self.report([("AverageAccuracy", 0.5)], subsets: [("CT", 0.5, 1)]),
        ])
        #expect(sink.predictions.map(\.text) == ["so A", "so B"])
        #expect(sink.predictions.map(\.epoch) == [1, 2])
        #expect(sink.predictions.map(\.item) == ["case-4", "case-4"])
        #expect(sink.predictions[0].question == "p q?")
        #expect(sink.predictions[0].targets == ["A"])
        #expect(sink.predictions[0].facets.map(\.value) == ["CT", "lung"])
        #expect(sink.runs[0].metrics.map(\.name) == ["AverageAccuracy"])
        #expect(sink.mean(of: "AverageAccuracy").value == 0.5)
    }

    @Test("repeats are epochs of their group, whatever the order of the rows")
    func repeats() throws {
        func rows(_ change: (String) -> String) -> String {
            [3, 0, 2, 1].map {
                change(
                    Self.row($0, group: $0 / 2, score: $0 == 3 ? "0.0" : "1.0", metadata: #"{"id": "case \#($0 / 2)"}"#)
                )
            }
            .joined(separator: "\n")
        }
        let numbered = try read(["reviews/m-1/general_mcq_default.jsonl": rows { $0 }])
        let unnumbered = try read([
            "reviews/m-1/general_mcq_default.jsonl": rows {
                $0.replacing(#/"generation_index": \d, /#, with: "")
            }
        ])
        for sink in [numbered, unnumbered] {
            #expect(
                sink.predictions.map { "\($0.item) \($0.epoch)" } == ["case 1 2", "case 0 1", "case 1 1", "case 0 2"])
            #expect(sink.mean(of: "mean_acc").items == 2)
            #expect(sink.mean(of: "mean_acc").value == 0.75)
        }
    }

    @Test("ids that do not tell items apart give way to positions")
    func sharedIDs() throws {
        let rows = [0, 1].map { Self.row($0, metadata: #"{"id": "patient 1"}"#) }.joined(separator: "\n")
        let sink = try read(["reviews/m-1/general_mcq_default.jsonl": rows])
        #expect(sink.predictions.map(\.item) == ["default/0", "default/1"])
    }

    @Test("a row that the scorer failed on has no score")
    func unscored() throws {
        let failed = Self.row(1, more: #", "status": "parse_error""#).replacing(#"{"acc": 1.0}"#, with: "{}")
        let fallback = Self.row(2, score: "0.0", more: #", "status": "fallback""#)
        let sink = try read(["reviews/m-1/gsm8k_main.jsonl": [Self.row(0), failed, fallback].joined(separator: "\n")])
        #expect(sink.mean(of: "mean_acc").items == 2)
        #expect(sink.mean(of: "mean_acc").value == 0.5)
        #expect(sink.predictions[1].scores == [MetricScore(metric: 0, value: nil)])
        #expect(sink.problems.map(\.kind) == ["unscored"])
        #expect(sink.problems.first?.found.contains("parse_error") == true)
    }

    @Test("a report of version 2 names metrics in parts, and the primary one judges")
    func versionTwo() throws {
        func metric(_ identity: String, _ score: Double, _ semantics: String) -> String {
            #"{"identity": \#(identity), "legacy_name": null, "num": 1, "score": \#(score), "categories": [{"name": ["default"], "subsets": [{"name": "default", "score": \#(score), "num": 1, "is_aggregate": false}, {"name": "ALL", "score": 0, "num": 1, "is_aggregate": true}]}], "semantics": \#(semantics)}"#
        }
        let wer = #"{"name": "wer", "aggregation": "mean", "dimensions": {}}"#
        let mark = #"{"name": "mark", "aggregation": "mean", "dimensions": {}}"#
        let pass = #"{"name": "mark", "aggregation": "pass_at_k", "dimensions": {"k": 2}}"#
        let ratio = #"{"direction": "lower_is_better", "value_range": {"min": 0, "max": null}}"#
        let marks = #"{"direction": "higher_is_better", "value_range": {"min": 0.0, "max": 10.0}}"#
        let report =
            #"{"schema_version": 2, "dataset_name": "d_x", "model_name": "m-1", "metrics": [\#(metric(wer, 0.25, ratio)), \#(metric(pass, 0.8, marks)), \#(metric(mark, 7, marks))], "primary_metric_identity": \#(mark)}"#
        let row = Self.row(0).replacing(#"{"acc": 1.0}"#, with: #"{"wer": 0.25, "mark": 7}"#)
        let sink = try read(["reviews/m-1/d_x_default.jsonl": row, "reports/m-1/d_x.json": report])
        let metrics = sink.runs[0].metrics
        #expect(metrics.map(\.name) == ["mean_mark", "mean_wer", "pass_at_k_mark[k=2]"])
        #expect(metrics.map(\.reported) == [7, 0.25, 0.8])
        #expect(metrics.map(\.scale) == [10, 1, 10])
        #expect(metrics.map(\.higherIsBetter) == [true, false, true])
        #expect(sink.mean(of: "mean_mark").value == 0.7)
        #expect(sink.mean(of: "pass_at_k_mark[k=2]").items == 0)
    }

    @Test("scores beyond one without a word on their range are left out and told")
    func otherScales() throws {
        let sink = try read(["reviews/m-1/gsm8k_main.jsonl": Self.row(0, score: "8")])
        #expect(sink.runs[0].metrics == [])
        #expect(sink.problemKinds == ["metric-left-out"])
    }

    @Test("predictions are read alone where there is no review, and fill in texts that a review lacks")
    func predictions() throws {
        let prediction =
            #"{"index": 3, "model": "m-1", "model_output": {"model": "m-1", "choices": [{"message": {"role": "assistant", "content": "so B"}}], "error": "cut off"}, \#(Self.conversation), "metadata": {"id": "c"}}"#
        let alone = try read(["predictions/m-1/gsm8k_main.jsonl": prediction])
        #expect(alone.predictions.map(\.text) == ["so B"])
        #expect(alone.predictions.map(\.failure) == ["cut off"])
        #expect(alone.predictions.map(\.item) == ["c"])
        #expect(alone.problemKinds == ["no-scores"])
        let bare = Self.row(3, asked: #""messages": []"#).replacing(
            #""prediction": "ANSWER: B""#, with: #""prediction": null"#)
        let joined = try read([
            "predictions/m-1/gsm8k_main.jsonl": prediction, "reviews/m-1/gsm8k_main.jsonl": bare,
        ])
        #expect(joined.predictions.map(\.text) == ["so B"])
        #expect(joined.runs.count == 1)
    }

    @Test(
        "data set and subset are told apart by what lies near, by known names, and by what names share",
        arguments: [
            ("d_x_CT_1", ["d_x"], [], "d_x", "CT_1"), ("mmlu_pro_law", ["mmlu"], [], "mmlu_pro", "law"),
            ("gpqa_diamond_default", [], [], "gpqa_diamond", "default"),
            ("own_set_a b", [], ["own_set_c"], "own_set", "a b"),
            ("own_set_test", [], [], "own_set", "test"), ("own_set", [], [], "own_set", nil),
        ] as [(String, [String], [String], String, String?)])
    func names(_ stem: String, _ known: [String], _ siblings: [String], _ dataset: String, _ subset: String?) {
        let names = EvalScopeNames(stem, EvalScopeHints(known: known, siblings: siblings))
        #expect(names.dataset == dataset)
        #expect(names.subset == subset)
    }

    @Test("configurations are passed over, and a report alone is no log")
    func passedOver() throws {
        let workspace = try workspace([
            "reports/m-1/d_x.json": Self.report([("mean_acc", 1)], subsets: [("default", 1, 1)]),
            "configs/task_config_1.yaml": "datasets:\n- d_x\n",
        ])
        let listing = LogFinder().find([workspace.folder.path])
        #expect(listing.logs.isEmpty)
        #expect(listing.passedOver.map { $0.reason.contains("of EvalScope") } == [true, true])
    }

    @Test("a broken row is a problem with its line, and rows that the report counts but the file lacks are missing")
    func damage() throws {
        var files = Self.files
        files["reviews/m-1/d_x_CT scan.jsonl"] =
            Self.row(0) + "\n" + Self.row(1).prefix(90) + "\n" + #"{"target": "B"}"#
        let sink = try read(files)
        #expect(sink.predictions.count == 2)
        #expect(sink.problemKinds == ["malformed-line", "missing-field", "missing-samples"])
        #expect(sink.problems[0].line == 2)
        #expect(sink.problems[0].file.hasSuffix("d_x_CT scan.jsonl"))
        files["reports/m-1/d_x.json"] = #"{"dataset_name": "d_x", "model_name": "m-1", "metrics": [{"name": "mean_acc""#
        let damaged = try read(files)
        #expect(damaged.predictions.count == 2)
        #expect(damaged.problems.contains { $0.kind == "truncated-json" && $0.severity == .warning })
    }

    @Test("a row elsewhere names its model itself")
    func elsewhere() throws {
        let workspace = try Workspace()
        let sink = try workspace.read(try workspace.write("copied/gsm8k_main.jsonl", Self.row(0)))
        #expect(sink.runs.map { [$0.model, $0.benchmark] } == [["m-1", "gsm8k"]])
        #expect(sink.problemKinds == [])
    }
}
