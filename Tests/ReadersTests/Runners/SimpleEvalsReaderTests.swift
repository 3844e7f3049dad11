import Records
import Testing

@testable import Readers

@Suite("SimpleEvalsReader")
struct SimpleEvalsReaderTests {
    private static func html(
        _ score: String, correct: String = "B", extracted: String = "B", text: String = "hm"
    ) -> String {
        "<h3>Prompt conversation</h3><pre>\(text)</pre><h3>Results</h3>\\n<p>Correct Answer: \(correct)</p>\\n"
            + "<p>Extracted Answer: \(extracted)</p>\\n<p>Score: \(score)</p>\\n"
    }

    private static func convo(_ question: String, _ answer: String) -> String {
        #"[{"role": "system", "content": "s"}, {"role": "user", "content": "\#(question)"}, {"role": "assistant", "content": "\#(answer)"}]"#
    }

    private static func results(
        score: String = "0.5", metrics: String = #""chars": 3.0, "chars:std": 0.5"#, htmls: [String], convos: [String],
        rows: [String]? = nil
    ) -> String {
        let rows = rows ?? htmls.map { _ in "null" }
        return
            #"{"score": \#(score), "metrics": {\#(metrics)}, "htmls": [\#(htmls.map { "\"\($0)\"" }.joined(separator: ", "))], "#
            + #""convos": [\#(convos.joined(separator: ", "))], "metadata": {"example_level_metadata": [\#(rows.joined(separator: ", "))]}}"#
    }

    private func read(_ text: String, name: String) throws -> CollectingSink {
        let workspace = try Workspace()
        let sink = try workspace.read(try workspace.write(name, text))
        #expect(sink.breaches == [])
        return sink
    }

    private static func row(_ id: String, _ score: String, _ rubric: String = "") -> String {
        #"{"score": \#(score), "usage": {}, "rubric_items": [\#(rubric)], "prompt": [{"role": "user", "content": "It hurts."}], "#
            + #""completion": [{"role": "assistant", "content": "Where?"}], "prompt_id": "\#(id)", "completion_id": "c"}"#
    }

    @Test("HealthBench gives scores, axes, tags and epochs, and a clipped figure is explained")
    func healthBench() throws {
        let rubric =
            #"{"criterion": "a", "points": 4, "tags": ["level:example", "axis:accuracy"], "criteria_met": true, "explanation": ""}, "#
            + #"{"criterion": "b", "points": -6, "tags": ["axis:accuracy", "cluster:hedging"], "criteria_met": true, "explanation": ""}"#
        let sink = try read(
            Self.results(
                score: "0.0", metrics: #""overall_score": 0.0, "axis:accuracy": 0.0"#, htmls: ["x", "y", "z"],
                convos: ["[]", "[]", "[]"],
                rows: [Self.row("p1", "-0.5", rubric), Self.row("p2", "0.25"), Self.row("p1", "-0.1")]),
            name: "healthbench_hard_gpt-4.1_20260102_030405_allresults.json")
        let run = sink.runs[0]
        #expect([run.model, run.benchmark, run.startedAt] == ["gpt-4.1", "healthbench_hard", "2026-01-02T03:04:05"])
        #expect(run.metrics.map(\.name) == ["score", "axis:accuracy"])
        #expect(run.metrics[0].reported == 0)
        #expect(run.metrics[0].reportedNote == "the runner clips the mean to 0...1")
        #expect(sink.predictions.map(\.item) == ["p1", "p2", "p1"])
        #expect(sink.predictions.map(\.epoch) == [1, 1, 2])
        let first = sink.predictions[0]
        #expect(first.scores == [MetricScore(metric: 0, value: -0.5), MetricScore(metric: 1, value: -0.5)])
        #expect([first.question, first.text] == ["It hurts.", "Where?"])
        #expect(first.facets == [Facet(name: "cluster", value: "hedging")])
        #expect(sink.problemKinds == [])
    }

    @Test("without data of items the score, the answers and the options come from the HTML and the conversation")
    func fromHTML() throws {
        let question = #"Answer it.\n\nWhat is x &lt; y?\n\nA) one\nB) two\nC) three\nD) four"#
        let sink = try read(
            Self.results(
                htmls: [
                    Self.html("1.0", text: "&lt;h3&gt;Results&lt;/h3&gt;&lt;p&gt;Score: 0.0&lt;/p&gt;"),
                    Self.html("False", correct: "[&#39;a &lt; b&#39;, &#34;c&#34;]", extracted: "None"),
                ], convos: [Self.convo(question, "Answer: B"), Self.convo("other", "dunno")]),
            name: "mmlu_gpt_4o_20260102_030405_allresults.json")
        #expect(sink.runs[0].model == "gpt_4o")
        #expect(sink.runs[0].benchmark == "mmlu")
        #expect(sink.runs[0].metrics == [MetricRecord(name: "score", reported: 0.5)])
        #expect(sink.mean(of: "score").value == 0.5)
        let first = sink.predictions[0]
        #expect(first.choices == ["one", "two", "three", "four"])
        #expect(first.targets == ["B"])
        #expect([first.text, first.runnerAnswer] == ["Answer: B", "B"])
        #expect(sink.predictions[1].targets == ["a < b", "c"])
        #expect(sink.predictions[1].runnerAnswer == nil)
        #expect(sink.problems.first { $0.kind == "score-from-html" }?.count == 2)
    }

    @Test("forks that keep the data of items of other evals need no HTML")
    func forkedData() throws {
        let row =
            #"{"request_id": 7, "score": true, "correct_answer": "A", "extracted_answer": "A", "prompt_messages": [{"role": "user", "content": "q"}], "response": "It is A"}"#
        let sink = try read(
            Self.results(htmls: ["x"], convos: ["[]"], rows: [row]),
            name: "gpqa_gpt-oss-20b-low_temp1.0_20260102_030405_allresults.json")
        #expect(sink.runs[0].model == "gpt-oss-20b-low_temp1.0")
        let only = sink.predictions[0]
        #expect([only.item, only.question, only.text, only.runnerAnswer] == ["7", "q", "It is A", "A"])
        #expect(only.targets == ["A"])
        #expect(sink.mean(of: "score").value == 1)
    }

    @Test("a data set that is asked twice with permuted options gives epochs, a single question twice gives two items")
    func repeats() throws {
        func question(_ stem: String, _ options: [String]) -> String {
            Self.convo("\(stem)\\n\\nA) \(options[0])\\nB) \(options[1])", "Answer: A")
        }
        let rounds = [
            question("p?", ["x", "y"]), question("q?", ["u", "v"]), question("p?", ["y", "x"]),
            question("q?", ["u", "v"]),
        ]
        let twice = try read(
            Self.results(htmls: rounds.map { _ in Self.html("1.0") }, convos: rounds),
            name: "gpqa_m_20260102_030405_DEBUG_allresults.json")
        #expect(Set(twice.predictions.map(\.item)).count == 2)
        #expect(twice.predictions.map(\.epoch) == [1, 1, 2, 2])
        #expect(twice.runs[0].model == "m")
        #expect(twice.problemKinds.contains("debug-run"))

        let others = [rounds[0], rounds[1], rounds[0]]
        let once = try read(
            Self.results(htmls: others.map { _ in Self.html("1.0") }, convos: others),
            name: "gpqa_n_20260102_030405_allresults.json")
        #expect(Set(once.predictions.map(\.item)).count == 3)
        #expect(once.predictions.map(\.epoch) == [1, 1, 1])
        // The same question has the same key in another run, wherever it stands.
        #expect(once.predictions[0].item == twice.predictions[0].item)
    }

    @Test(
        "a file without a score of any item is refused with the reason",
        arguments: [(["<p>nothing</p>"], "no score"), ([], "no items")])
    func noScores(_ htmls: [String], _ words: String) throws {
        let text = Self.results(htmls: htmls, convos: htmls.map { _ in "null" })
        let problem = try #require(throws: Problem.self) {
            try read(text, name: "math_m_20260102_030405_allresults.json")
        }
        #expect(problem.kind == "no-item-scores")
        #expect(problem.found.contains(words))
    }

    @Test("the meta-evaluation, the metrics file and the report are no logs")
    func others() throws {
        let workspace = try Workspace()
        try workspace.write(
            "healthbench_meta_m_20260102_030405_allresults.json",
            #"{"score": 0.6, "metrics": {"num_physician_labels": 2.0}, "htmls": [], "convos": [], "metadata": {}}"#)
        try workspace.write(
            "healthbench_m_20260102_030405_allresults.json",
            Self.results(htmls: ["x"], convos: ["[]"], rows: [Self.row("p", "1")]))
        let metrics = try workspace.write(
            "healthbench_m_20260102_030405.json", #"{"score": 0.5, "score:std": 0.5, "chars": 1}"#)
        try workspace.write(
            "healthbench_m_20260102_030405.html", "<!DOCTYPE html><style>.message.assistant {} .variant {}</style>")
        let listing = LogFinder().find([workspace.folder.path])
        #expect(listing.problems == [])
        #expect(listing.logs.map { $0.url.lastPathComponent } == ["healthbench_m_20260102_030405_allresults.json"])
        #expect(
            listing.logs[0].sidecars.map(\.lastPathComponent) == [
                "healthbench_m_20260102_030405.html", "healthbench_m_20260102_030405.json",
            ])
        #expect(listing.passedOver.count == 1)
        #expect(listing.passedOver[0].reason.contains("meta-evaluation"))
        #expect(LogFinder().find([metrics]).logs.isEmpty)
    }

    @Test("a file that is cut off gives the items before the cut")
    func truncated() throws {
        let whole = Self.results(
            htmls: ["x", "y"], convos: ["[]", "[]"], rows: [Self.row("p1", "1"), Self.row("p2", "0")])
        let sink = try read(String(whole.dropLast(60)), name: "healthbench_m_20260102_030405_allresults.json")
        #expect(sink.predictions.map(\.item) == ["p1"])
        #expect(sink.problems.map(\.severity) == [.warning])
    }

    @Test(
        "names of files tell eval, model and time",
        arguments: [
            ("mmlu_PT-BR_gpt-4o_x_20260102_030405_allresults.json", "mmlu_PT-BR", "gpt-4o_x"),
            ("healthbench_consensus_o3_20260102_030405_DEBUG_allresults.json", "healthbench_consensus", "o3"),
            ("simpleqa_claude-3_20260102_0304_allresults.json", "simpleqa", "claude-3"),
        ])
    func names(_ name: String, _ eval: String, _ model: String) {
        let parsed = SimpleEvalsFileName(name)
        #expect(parsed.eval == eval)
        #expect(parsed.model == model)
        #expect(SimpleEvalsFileName("allresults.json").model == nil)
    }

    @Test("rows of a fork have the model's text as the answer and no target")
    func fork() throws {
        let line =
            #"{"id": "Genetics/rec1", "instruction": "q", "answer": "So: A", "usage": {}, "pred": "A", "is_correct": false}"#
        let sink = try read("\(line)\n{\"instruction\": 1}\n", name: "gpqa/06_m.jsonl")
        let first = sink.predictions[0]
        #expect([first.item, first.text, first.runnerAnswer] == ["Genetics/rec1", "So: A", "A"])
        #expect(first.targets == [])
        #expect(first.facets == [Facet(name: "category", value: "Genetics")])
        #expect(sink.mean(of: "is_correct").value == 0)
        #expect(Set(sink.problemKinds) == ["missing-model", "missing-benchmark", "missing-field"])
    }
}
