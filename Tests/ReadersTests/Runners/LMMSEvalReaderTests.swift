import Records
import Testing

@testable import Readers

@Suite("LMMSEvalReader")
struct LMMSEvalReaderTests {
    private static let time = "20260102_030405"

    private static func row(
        _ id: Int, target: String = "B", response: String = #"["B"]"#,
        input: String = "What?\\nA. cat\\nB. dog\\n\\nAnswer:",
        _ metrics: String
    ) -> String {
        #"{"doc_id": \#(id), "target": "\#(target)", "filtered_resps": \#(response), "doc_hash": "same", \#(metrics), "input": "\#(input)"}"#
    }

    private static func aggregate(
        _ figures: String, count: Int = 2, model: String = #""model_name": "org/m""#, task: String = "t_x"
    ) -> String {
        #"{"results": {"\#(task)": {"alias": "x", \#(figures)}}, "configs": {"\#(task)": {}}, "versions": {}, "n-shot": {}, "#
            + #""higher_is_better": {"\#(task)": {"loss": false}}, "n-samples": {"\#(task)": {"original": 9, "effective": \#(count)}}, "#
            + #""config": {"model": "vllm", "model_args": "model=org/args,x=1"}, "git_hash": "abc", "date": "\#(time)", \#(model)}"#
    }

    private func read(
        _ rows: [String], aggregate: String? = nil, name: String = "org__m/\(time)_samples_t_x.jsonl"
    ) throws -> CollectingSink {
        let workspace = try Workspace()
        if let aggregate { try workspace.write("org__m/\(Self.time)_results.json", aggregate) }
        let sink = try workspace.read(try workspace.write(name, rows.joined(separator: "\n") + "\n"))
        #expect(sink.breaches == [])
        return sink
    }

    @Test("rows without the document are read with the aggregate of the same time")
    func plain() throws {
        let sink = try read(
            [
                Self.row(0, target: "1", #""acc": 1.0, "flag": true"#),
                Self.row(1, response: #""A""#, #""acc": 0.0, "flag": null"#),
            ],
            aggregate: Self.aggregate(#""acc,none": 0.5, "acc_stderr,none": "N/A", "flag,none": 1"#))
        let run = sink.runs[0]
        #expect(
            [run.runner, run.model, run.benchmark, run.startedAt, run.runnerVersion] == [
                "lmms-eval", "org/m", "t_x", "2026-01-02T03:04:05", "abc",
            ])
        #expect(run.metrics.map(\.name) == ["acc,none", "flag,none"])
        #expect(run.metrics.map(\.reported) == [0.5, 1])
        #expect(run.metrics.map(\.reportedNote) == [nil, nil])
        #expect(run.itemsReported == 2)
        #expect(sink.predictions.map(\.item) == ["0", "1"])
        #expect(sink.predictions.map(\.choices) == [["cat", "dog"], ["cat", "dog"]])
        // A target that is the position of an option becomes its letter; a response may be a text or a list.
        #expect(sink.predictions.map(\.targets) == [["B"], ["B"]])
        #expect(sink.predictions.map(\.text) == ["B", "A"])
        #expect(sink.predictions[1].scores == [MetricScore(metric: 0, value: 0), MetricScore(metric: 1, value: nil)])
        #expect(sink.problems == [])
    }

    @Test("percentages in the items are recognised after items that score nothing")
    func percentages() throws {
        let sink = try read(
            [Self.row(0, #""accuracy": 0.0"#), Self.row(1, #""accuracy": 100.0"#)],
            aggregate: Self.aggregate(#""accuracy,none": 50.0"#))
        #expect(sink.runs[0].metrics == [MetricRecord(name: "accuracy,none", reported: 50, scale: 100)])
        #expect(sink.mean(of: "accuracy,none").value == 0.5)
    }

    @Test("a percentage of fractions is told as a fraction")
    func percentageOfFractions() throws {
        let sink = try read(
            [Self.row(0, #""acc": 0.0"#), Self.row(1, #""acc": 1.0"#)],
            aggregate: Self.aggregate(#""acc,none": 50.0"#))
        #expect(sink.runs[0].metrics == [MetricRecord(name: "acc,none", reported: 0.5)])
    }

    @Test("objects of MMMU are scored by MMMU's rule, and the runner's own figure is explained")
    func multimodalUnderstanding() throws {
        let object = { (id: Int, type: String, answer: String, parsed: String) in
            #"{"id": "validation_Art_\#(id)", "subdomain": "Art", "question_type": "\#(type)", "answer": "\#(answer)", "parsed_pred": ["\#(parsed)"]}"#
        }
        let rows = [
            (0, "multiple-choice", "B", "B", "B"), (1, "multiple-choice", "C", "A", "A"),
            (2, "open", "4", "4.0", "It is 4"),
            (3, "open", "['Tampa', 'Florida']", "x", "in Florida"),
        ].map { id, type, answer, parsed, response in
            let value = object(id, type, answer, parsed)
            return Self.row(
                id, target: answer, response: #"["\#(response)"]"#,
                #""mmmu_acc": \#(value), "mmmu_acc_pass_at_k": \#(value), "submission": {"validation_Art_\#(id)": "x"}"#
            )
        }
        let sink = try read(rows, aggregate: Self.aggregate(#""mmmu_acc,none": 0.25, "submission,none": []"#, count: 4))
        #expect(sink.runs[0].metrics.map(\.name) == ["mmmu_acc,none", "mmmu_acc,none multiple-choice"])
        #expect(sink.mean(of: "mmmu_acc,none").value == 0.75)
        #expect(sink.mean(of: "mmmu_acc,none multiple-choice") == (0.5, 2))
        #expect(sink.runs[0].metrics[0].reportedNote?.contains("none of the 2 open items") == true)
        #expect(sink.predictions.map(\.item) == (0..<4).map { "validation_Art_\($0)" })
        #expect(sink.predictions[2].runnerAnswer == "4.0")
        #expect(sink.predictions[3].targets == ["Tampa", "Florida"])
        #expect(
            sink.predictions[0].facets == [
                Facet(name: "subdomain", value: "Art"), Facet(name: "question_type", value: "multiple-choice"),
            ])
    }

    @Test(
        "objects with a score, a verdict or an answer beside its target are scored",
        arguments: [
            (#"{"question_id": "q", "category": "c", "score": 0.5}"#, "x_score", 0.5),
            (#"{"overall": true, "task": "t"}"#, "accuracy", 1),
            (#"{"is_correct": false, "category": "c"}"#, "acc", 0),
            (#"{"pred_answer": "A", "answer": "A"}"#, "perception_score", 1),
            (#"{"pred": "A", "gt": "B"}"#, "acc", 0),
            (#"{"pred": "same", "gt": "same"}"#, "wer", nil),
            (#"{"pred_answer": "a", "answer": ["a", "b"]}"#, "anls", nil),
            (#"[1.0]"#, "acc", 1), (#"[1, 0]"#, "acc", 0.5), (#""True""#, "acc", 1), ("null", "acc", nil),
            ("NaN", "acc", nil),
        ] as [(String, String, Double?)])
    func shapes(value: String, name: String, score: Double?) throws {
        let sink = try read(
            [Self.row(0, #""\#(name)": \#(value)"#)], aggregate: Self.aggregate(#""a,none": 1"#, count: 1))
        #expect(sink.predictions.map { $0.scores.first?.value } == [score])
        #expect(sink.runs[0].metrics.map(\.name) == ["\(name),none"])
    }

    @Test("metrics of SLAKE's subgroups count only their items")
    func subgroups() throws {
        let record = { (id: Int, modality: String, isRight: Bool) in
            #"{"id": "\#(id)", "prediction": "x", "target": "y", "language": "en", "answer_type": "open", "modality": "\#(modality)", "content_type": "organ", "is_correct": \#(isRight)}"#
        }
        let rows = [(10, "ct", true), (11, "x-ray", false)].map { id, modality, isRight in
            let value = record(id, modality, isRight)
            return Self.row(
                id,
                #""slake_accuracy": \#(value), "slake_ct_accuracy": \#(value), "slake_xray_accuracy": \#(value), "slake_closed_accuracy": \#(value)"#
            )
        }
        let sink = try read(rows)
        #expect(sink.mean(of: "slake_accuracy,none") == (0.5, 2))
        #expect(sink.mean(of: "slake_ct_accuracy,none") == (1, 1))
        #expect(sink.mean(of: "slake_xray_accuracy,none") == (0, 1))
        #expect(sink.mean(of: "slake_closed_accuracy,none") == (nil, 0))
        #expect(sink.predictions[1].facets.contains(Facet(name: "modality", value: "x-ray")))
        #expect(!sink.predictions[1].facets.contains { $0.name == "is_correct" || $0.name == "prediction" })
    }

    @Test("rows of several filters, which are not named, follow one another")
    func filters() throws {
        let sink = try read(
            [(0, 1), (1, 0), (0, 0), (1, 0)].map { Self.row($0, #""acc": \#($1)"#) },
            aggregate: Self.aggregate(#""acc,strict": 0.5, "acc,loose": 0"#))
        #expect(sink.runs[0].metrics.map(\.name) == ["acc,strict", "acc,loose"])
        #expect(sink.mean(of: "acc,strict") == (0.5, 2))
        #expect(sink.mean(of: "acc,loose") == (0, 2))
    }

    @Test("repeats whose answers are kept apart are epochs, others show the first response")
    func repeats() throws {
        let object =
            #"{"id": "validation_Art_1", "question_type": "multiple-choice", "answer": "B", "parsed_pred": ["B", "A"]}"#
        let sink = try read([
            Self.row(0, response: #"["B", "A"]"#, #""mmmu_acc": \#(object)"#)
        ])
        #expect(sink.predictions.map(\.epoch) == [1, 2])
        #expect(sink.predictions.map(\.text) == ["B", "A"])
        #expect(sink.mean(of: "mmmu_acc,none").value == 0.5)
        let other = try read([Self.row(0, response: #"["B", "A"]"#, #""acc": 0.5"#)])
        #expect(other.predictions.map(\.text) == ["B"])
        #expect(other.problemKinds.contains("repeats-without-scores"))
    }

    @Test("likelihoods choose an option")
    func likelihoods() throws {
        let sink = try read([
            Self.row(0, target: "1", response: #"[[-2.5, false], [-1.5, true]]"#, input: "p", #""acc": 1.0"#)
        ])
        #expect(sink.predictions.map(\.text) == ["B"])
        #expect(sink.predictions.map(\.targets) == [["B"]])
    }

    @Test("without an aggregate the folder names the model, and that is said")
    func orphan() throws {
        let sink = try read([Self.row(0, #""acc": 1"#)])
        #expect(sink.runs[0].model == "org/m")
        #expect(Set(sink.problemKinds) == ["missing-sidecar", "missing-model"])
        let named = try read(
            [Self.row(0, #""acc": 1"#)], aggregate: Self.aggregate(#""acc,none": 1"#, count: 1, model: #""x": 1"#))
        #expect(named.runs[0].model == "org/args")
    }

    @Test("a first row that is longer than what is looked at is recognised")
    func longRow() throws {
        let prompt = String(repeating: "long ", count: LogProbe.prefixLength / 5)
        let row =
            #"{"doc_id": 0, "target": "a", "arguments": ["\#(prompt)", {}], "filtered_resps": ["a"], "doc_hash": "h", "acc": 1}"#
        let sink = try read([row, row.replacing("\"doc_id\": 0", with: "\"doc_id\": 1")])
        #expect(sink.runs.map(\.runner) == ["lmms-eval"])
        #expect(sink.predictions.count == 2)
    }

    @Test("an aggregate of other tasks is told")
    func otherTask() throws {
        let sink = try read(
            [Self.row(0, #""acc": 1"#)], aggregate: Self.aggregate(#""acc,none": 1"#, count: 1, task: "other"))
        #expect(sink.runs[0].metrics.map(\.reported) == [nil])
        #expect(sink.problemKinds == ["task-not-in-sidecar"])
    }

    @Test("the layout before 0.3 has its rows in `logs`")
    func old() throws {
        let workspace = try Workspace()
        let path = try workspace.write(
            "0101_run/slake.json",
            #"{"args": {"model": "llava", "model_args": "pretrained=org/old", "tasks": "slake"}, "model_configs": {"task": "slake_en", "repeats": 1}, "#
                + #""logs": [{"doc_id": 3, "doc": {"question": "q?", "modality": "CT"}, "target": "yes", "arguments": [["p", {}]], "resps": [["yes"]], "#
                + #""filtered_resps": ["yes"], "doc_hash": "h", "acc": 1.0}], "time": "x"}"#)
        let sink = try workspace.read(path)
        #expect(
            [sink.runs[0].runner, sink.runs[0].model, sink.runs[0].benchmark] == ["lmms-eval", "org/old", "slake_en"])
        #expect(sink.predictions.map(\.item) == ["3"])
        #expect(sink.predictions[0].question == "q?")
        #expect(sink.predictions[0].facets == [Facet(name: "modality", value: "CT")])
    }

    @Test("rows with the document are those of lm-evaluation-harness, rows without are not")
    func neighbours() throws {
        let workspace = try Workspace()
        let path = try workspace.write("a/\(Self.time)_samples_t.jsonl", Self.row(0, #""acc": 1"#) + "\n")
        let harness = try workspace.write(
            "b/samples_t_2026-01-01T02-03-04.5.jsonl",
            #"{"doc_id": 0, "doc": {}, "target": "a", "arguments": {}, "resps": [["a"]], "filtered_resps": ["a"], "filter": "none", "metrics": ["acc"], "acc": 1}"#
                + "\n")
        let listing = LogFinder().find([path, harness])
        #expect(listing.logs.map(\.reader.runner.id) == ["lmms-eval", "lm-eval"])
        #expect(listing.logs[0].candidates.map(\.runner).contains("lm-eval") == false)
        #expect(listing.logs[1].candidates.map(\.runner).contains("lmms-eval") == false)
    }

    @Test("malformed rows and missing samples are counted, the others are read")
    func damage() throws {
        let sink = try read(
            [Self.row(0, #""acc": 1"#), "{\"doc_id\": 1,", "{\"x\": 1}", Self.row(2, #""acc": 0"#)],
            aggregate: Self.aggregate(#""acc,none": 0.5"#, count: 5))
        #expect(sink.predictions.map(\.item) == ["0", "2"])
        #expect(Set(sink.problemKinds) == ["malformed-line", "missing-field", "missing-samples"])
    }
}
