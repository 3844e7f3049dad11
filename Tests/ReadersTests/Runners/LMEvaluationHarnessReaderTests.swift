import Records
import Testing

@testable import Readers

@Suite("LMEvaluationHarnessReader")
struct LMEvaluationHarnessReaderTests {
    private static let time = "2026-01-01T02-03-04.5"

    private static func generated(
        _ id: Int, filter: String? = "none", score: String = "1.0", response: String = "So B.", filtered: String = "B",
        metric: String = "exact_match"
    ) -> String {
        let named = filter.map { #""filter": "\#($0)", "metrics": ["\#(metric)"], "# } ?? ""
        return
            #"{"doc_id": \#(id), "doc": {"question": "q\#(id)?", "options": {"A": "x", "B": "y"}, "answer": "B", "modality": "CT"}, "#
            + #""target": "B", "arguments": {"gen_args_0": {"arg_0": "prompt", "arg_1": {"until": []}}}, "#
            + #""resps": [["\#(response)", "other"]], "filtered_resps": ["\#(filtered)"], \#(named)"doc_hash": "h", "\#(metric)": \#(score)}"#
    }

    private static func chosen(
        _ doc: String, _ target: String, _ likelihoods: [Double], _ continuations: [String],
        more: String = #""acc": 1.0"#
    ) -> String {
        let arguments = continuations.enumerated().map { #""gen_args_\#($0)": {"arg_0": "p", "arg_1": " \#($1)"}"# }
        let pairs = likelihoods.map { #"["\#($0)", "False"]"# }
        return
            #"{"doc_id": 0, "doc": \#(doc), "target": \#(target), "arguments": {\#(arguments.joined(separator: ", "))}, "#
            + #""resps": [\#(pairs.map { "[\($0)]" }.joined(separator: ", "))], "filtered_resps": [\#(pairs.joined(separator: ", "))], "filter": "none", \#(more)}"#
    }

    private static func aggregate(_ figures: String, more: String = "", count: Int = 2) -> String {
        #"{"results": {"t_x": {"alias": "t_x", \#(figures)}}, "configs": {"t_x": {"task": "t_x"\#(more)}}, "versions": {}, "#
            + #""n-shot": {}, "higher_is_better": {"t_x": {"loss": false}}, "n-samples": {"t_x": {"original": 9, "effective": \#(count)}}, "#
            + #""config": {"model_args": "pretrained=org/m,dtype=float"}, "date": 1767225600.5, "lm_eval_version": "0.4.13"}"#
    }

    private func read(
        _ rows: [String], aggregate: String? = nil, name: String = "org__m/samples_t_x_\(time).jsonl"
    ) throws -> CollectingSink {
        let workspace = try Workspace()
        if let aggregate { try workspace.write("org__m/results_\(Self.time).json", aggregate) }
        let sink = try workspace.read(try workspace.write(name, rows.joined(separator: "\n") + "\n"))
        #expect(sink.breaches == [])
        return sink
    }

    @Test("rows of several filters are metrics of the same items")
    func filters() throws {
        let sink = try read(
            [
                Self.generated(0, filter: "strict"),
                Self.generated(1, filter: "strict", score: "0.0", filtered: "[invalid]"),
                Self.generated(0, filter: "loose"), Self.generated(1, filter: "loose", score: "true"),
            ],
            aggregate: Self.aggregate(
                #""exact_match,strict": 0.5, "exact_match_stderr,strict": 0.5, "exact_match,loose": 1"#))
        let run = sink.runs[0]
        #expect(
            [run.runner, run.model, run.benchmark, run.startedAt, run.runnerVersion] == [
                "lm-eval", "org/m", "t_x", "2026-01-01T00:00:00Z", "0.4.13",
            ])
        #expect(
            run.metrics == [
                MetricRecord(name: "exact_match,strict", reported: 0.5),
                MetricRecord(name: "exact_match,loose", reported: 1),
            ])
        #expect(sink.mean(of: "exact_match,strict").value == 0.5)
        #expect(sink.mean(of: "exact_match,loose").items == 2)
        #expect(sink.problemKinds == [])
        let first = sink.predictions[0]
        #expect([first.item, first.question, first.text, first.runnerAnswer] == ["0", "q0?", "So B.", "B"])
        #expect(first.choices == ["x", "y"])
        #expect(first.targets == ["B"])
        #expect(first.facets == [Facet(name: "modality", value: "CT")])
        #expect(sink.predictions[1].runnerAnswer == nil)
    }

    @Test(
        "the option with the largest likelihood is the answer, and the target index becomes its letter or word",
        arguments: [
            (
                #"{"question": "q", "choices": ["x", "y", "z"]}"#, "\"2\"", ["A", "B", "C"], ["C"], "B",
                ["x", "y", "z"]
            ),
            (
                #"{"question": "q", "opa": "x", "opb": "y", "opc": "z", "cop": 1}"#, "1", ["A", "B", "C"], ["B"], "B",
                ["x", "y", "z"]
            ),
            (
                #"{"question": "q", "final_decision": "no"}"#, "\"no\"", ["yes", "no", "maybe"], ["no"], "no",
                ["yes", "no", "maybe"]
            ),
            (
                #"{"question": "q", "choices": {"text": ["p", "q", "r"], "label": ["1", "2", "3"]}}"#, "\"0\"",
                ["p", "q", "r"], ["A"], "B", ["p", "q", "r"]
            ),
            (
                #"{"question": "q", "choices": ["2", "1", "0"]}"#, "\"2\"", ["2", "1", "0"], ["C"], "B",
                ["2", "1", "0"]
            ),
        ] as [(String, String, [String], [String], String, [String])])
    func choices(
        _ doc: String, _ target: String, _ continuations: [String], _ targets: [String], _ text: String,
        _ choices: [String]
    ) throws {
        let sink = try read([Self.chosen(doc, target, [-2, -1, -3], continuations)])
        #expect(sink.predictions[0].targets == targets)
        #expect(sink.predictions[0].text == text)
        #expect(sink.predictions[0].choices == choices)
    }

    @Test("accepted answers of a generation task are no options")
    func aliases() throws {
        let row = Self.generated(0).replacing(#""options": {"A": "x", "B": "y"}"#, with: #""answers": ["x", "y"]"#)
        #expect(try read([row]).predictions[0].choices == [])
    }

    @Test("a row cut in the middle is a problem with its line, and the other rows are read")
    func cutRow() throws {
        let sink = try read(
            [Self.generated(0), String(Self.generated(1).dropLast(40)), Self.generated(2)],
            aggregate: Self.aggregate(#""exact_match,none": 1"#, count: 3))
        #expect(sink.predictions.map(\.item) == ["0", "2"])
        #expect(sink.predictions.map(\.line) == [1, 3])
        let problem = try #require(sink.problems.first { $0.kind == "malformed-line" })
        #expect(problem.line == 2)
        #expect(problem.file.hasSuffix("samples_t_x_\(Self.time).jsonl"))
        #expect(problem.remedy.contains("run the task again"))
        #expect(sink.runs[0].metrics[0].reportedNote?.contains("of which the log holds 2") == true)
    }

    @Test(
        "scores that are no number leave the prediction unscored",
        arguments: [("null", nil), ("[1, 2]", nil), ("false", 0), ("NaN", nil), ("0.5", 0.5), ("\"x\"", nil)]
            as [(String, Double?)])
    func values(_ value: String, _ expected: Double?) throws {
        #expect(
            try read([Self.generated(0, score: value)]).predictions[0].scores == [
                MetricScore(metric: 0, value: expected)
            ])
    }

    @Test("a run with predictions only has no metric, and that is said")
    func predictOnly() throws {
        let sink = try read(
            [Self.generated(0, score: "null", metric: "bypass")],
            aggregate: Self.aggregate(#""bypass,none": 999"#, count: 1))
        #expect(sink.runs[0].metrics == [])
        #expect(sink.problemKinds == ["no-scores"])
    }

    @Test("without an aggregate the model comes from the folder and both are said")
    func noAggregate() throws {
        let sink = try read([Self.generated(0)])
        #expect(sink.runs[0].model == "org/m")
        #expect(sink.runs[0].benchmark == "t_x")
        #expect(sink.runs[0].startedAt == "2026-01-01T02:03:04.5")
        #expect(sink.problemKinds == ["missing-sidecar", "model-from-folder"])
    }

    @Test("the aggregate of another time is used with a warning")
    func otherTime() throws {
        let aggregate = Self.aggregate(#""exact_match,none": 1"#, count: 1)
        let sink = try read(
            [Self.generated(0)], aggregate: aggregate, name: "org__m/samples_t_x_2025-12-31T00-00-00.1.jsonl")
        #expect(sink.runs[0].metrics[0].reported == 1)
        #expect(sink.problemKinds == ["sidecar-of-other-time"])
    }

    @Test("old files are one indented list without filter names, which the configuration gives in order")
    func oldList() throws {
        let workspace = try Workspace()
        let rows = [Self.generated(0, filter: nil), Self.generated(0, filter: nil, score: "0.0")]
        let path = try workspace.write("out/pretrained__org-m_t_x.jsonl", "[\n\(rows.joined(separator: ",\n"))\n]")
        try workspace.write(
            "out/results.json",
            Self.aggregate(
                #""exact_match,strict": 1, "exact_match,loose": 0"#,
                more: #", "filter_list": [{"name": "strict"}, {"name": "loose"}]"#, count: 1))
        let sink = try workspace.read(path)
        #expect(sink.runs[0].benchmark == "t_x")
        #expect(sink.runs[0].metrics.map(\.name) == ["exact_match,strict", "exact_match,loose"])
        #expect(sink.mean(of: "exact_match,loose").value == 0)
    }

    @Test("a document twice without a filter is kept apart and said")
    func repeats() throws {
        let sink = try read([Self.generated(0, filter: nil), Self.generated(0, filter: nil)])
        #expect(sink.runs[0].metrics.map(\.name) == ["exact_match,none", "exact_match,unnamed-2"])
        #expect(sink.problemKinds.contains("repeated-item"))
    }

    @Test("an aggregation that is no mean is noted, and directions are taken over")
    func aggregations() throws {
        let more = #", "metric_list": [{"metric": "loss", "aggregation": "perplexity"}]"#
        let sink = try read(
            [Self.generated(0, metric: "loss")], aggregate: Self.aggregate(#""loss,none": 7.5"#, more: more, count: 1))
        #expect(sink.runs[0].metrics[0].higherIsBetter == false)
        #expect(sink.runs[0].metrics[0].reportedNote?.contains("perplexity") == true)
    }

    @Test("compressed samples are read", arguments: [Compression.gzip, .zstd])
    func compressed(_ compression: Compression) throws {
        let workspace = try Workspace()
        let path = try workspace.write(
            "m/samples_t_x_\(Self.time).jsonl.gz", pack(Array(Self.generated(0).utf8), compression))
        #expect(try workspace.read(path).runs[0].benchmark == "t_x")
    }

    @Test("rows of lmms-eval are not taken")
    func relatives() throws {
        let workspace = try Workspace()
        try workspace.write(
            "20260101_000000_samples_t.jsonl",
            #"{"doc_id": 0, "input": "q", "target": "a", "filtered_resps": ["a"], "doc_hash": "h"}"#)
        let logs = LogFinder(readers: [LMEvaluationHarnessReader()]).find([workspace.folder.path]).logs
        #expect(logs.isEmpty)
    }
}
