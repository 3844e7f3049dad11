import Records
import SQLite
import Testing

@testable import Readers

@Suite("PromptfooReader")
struct PromptfooReaderTests {
    private static func row(
        _ test: Int, _ column: Int, _ provider: String = "openai:a", pass: Bool = true, prompt: String = "P",
        question: String? = nil, label: String = "", more: String = ""
    ) -> String {
        let asked = question ?? "q\(test)"
        return
            #"{"testIdx": \#(test), "promptIdx": \#(column), "provider": {"id": "\#(provider)", "label": "\#(label)"}, "#
            + #""prompt": {"raw": "Say \#(asked)", "label": "\#(prompt)"}, "vars": {"question": "\#(asked)", "answer": "yes", "modality": "CT"}, "#
            + #""testCase": {"description": "d", "assert": [{"type": "equals", "value": "{{answer}}"}], "metadata": {"organ": "liver"}}, "#
            + #""response": {"output": "out\#(test)"}, "success": \#(pass), "score": \#(pass ? 1 : 0.25), "namedScores": {"tone": 0.5}, "#
            + #""latencyMs": 7, "metadata": {"http": {"headers": {"set-cookie": "secret"}}}\#(more)}"#
    }

    private static func pair(_ label: String, pass: Int, fail: Int, error: Int = 0, score: Double) -> String {
        #"{"label": "\#(label)", "raw": "r", "provider": "x", "metrics": {"score": \#(score), "testPassCount": \#(pass), "#
            + #""testFailCount": \#(fail), "testErrorCount": \#(error), "namedScores": {"tone": 1.0}, "namedScoresCount": {"tone": 2}}}"#
    }

    private static func file(
        _ rows: [String], pairs: [String] = [], config: String = #"{"description": "medq"}"#
    ) -> String {
        #"{"evalId": "eval-1", "results": {"version": 3, "timestamp": "2026-01-02T03:04:05Z", "prompts": [\#(pairs.joined(separator: ", "))], "#
            + #""results": [\#(rows.joined(separator: ",\n"))], "stats": {"successes": 1}}, "config": \#(config), "shareableUrl": null, "#
            + #""metadata": {"promptfooVersion": "0.121.2"}}"#
    }

    private func read(_ text: String, name: String = "out.json") throws -> CollectingSink {
        let workspace = try Workspace()
        let sink = try workspace.read(try workspace.write(name, text))
        #expect(sink.breaches == [])
        return sink
    }

    @Test("providers are runs of one log, tests are items, and the figures of the runner stand beside")
    func providers() throws {
        let sink = try read(
            Self.file(
                [
                    Self.row(1, 0), Self.row(0, 1, "openai:b"), Self.row(0, 0, pass: false), Self.row(1, 1, "openai:b"),
                ], pairs: [Self.pair("P", pass: 1, fail: 1, score: 1.25), Self.pair("P", pass: 2, fail: 0, score: 2)]))
        #expect(sink.runs.map(\.model) == ["openai:a", "openai:b"])
        let run = sink.runs[0]
        #expect([run.benchmark, run.runnerVersion, run.startedAt] == ["medq", "0.121.2", "2026-01-02T03:04:05Z"])
        #expect(
            run.metrics == [
                MetricRecord(name: "pass rate", reported: 0.5), MetricRecord(name: "score", reported: 0.625),
                MetricRecord(name: "tone", reported: 0.5),
            ])
        #expect(run.clusterFacet == nil)
        #expect(sink.mean(of: "pass rate").value == 0.5)
        #expect(sink.mean(of: "score").value == 0.625)
        let first = sink.predictions[0]
        #expect([first.item, first.question, first.text] == ["1", "Say q1", "out1"])
        #expect(first.targets == ["yes"])
        #expect(first.facets == [Facet(name: "modality", value: "CT"), Facet(name: "organ", value: "liver")])
        #expect(sink.problemKinds == [])
    }

    @Test("several prompts are further items of a test, which is their cluster")
    func prompts() throws {
        let long = String(repeating: "word ", count: 40)
        let rows = [Self.row(0, 0), Self.row(0, 1, prompt: long), Self.row(1, 0)]
        let sink = try read(Self.file(rows))
        #expect(sink.runs.count == 1)
        #expect(sink.runs[0].clusterFacet == "test")
        #expect(sink.predictions[0].item == "0/P")
        #expect(sink.predictions[1].item.count < 70)
        #expect(sink.predictions.map { $0.facets.last } == ["0", "0", "1"].map { Facet(name: "test", value: $0) })
        #expect(sink.mean(of: "pass rate").items == 3)
    }

    @Test("tests that ask the same are epochs of one item")
    func repeats() throws {
        let rows = [
            Self.row(3, 0, pass: false, question: "b"), Self.row(0, 0, question: "a"), Self.row(2, 0, question: "b"),
            Self.row(1, 0, question: "a"),
        ]
        let sink = try read(Self.file(rows))
        #expect(sink.predictions.map(\.item) == ["1", "0", "1", "0"])
        #expect(sink.predictions.map(\.epoch) == [2, 1, 1, 2])
        #expect(sink.mean(of: "pass rate").value == 0.75)
    }

    @Test("an error is a failure with its first line, a failed assertion is not")
    func errors() throws {
        let rows = [
            Self.row(0, 0, pass: false, more: #", "failureReason": 2, "error": "429 slow down\n at /home/me/x.js""#),
            Self.row(1, 0, pass: false, more: #", "failureReason": 1, "error": "expected yes""#), Self.row(2, 0),
        ]
        let sink = try read(Self.file(rows, pairs: [Self.pair("P", pass: 1, fail: 1, error: 1, score: 1)]))
        #expect(sink.predictions.map(\.failure) == ["429 slow down", nil, nil])
        let metric = sink.runs[0].metrics[0]
        #expect(abs((metric.reported ?? 0) - 1.0 / 3) < 1e-12)
        #expect(metric.reportedNote?.contains("1 errors") == true)
        #expect(abs((sink.mean(of: "pass rate").value ?? 0) - 1.0 / 3) < 1e-12)
    }

    @Test("one identifier with two labels is two models, and so are two equal providers")
    func labels() throws {
        let labelled = try read(Self.file([Self.row(0, 0, label: "cold"), Self.row(0, 1, label: "hot")]))
        #expect(labelled.runs.map(\.model) == ["cold", "hot"])
        let equal = try read(Self.file([Self.row(0, 0), Self.row(0, 1)]))
        #expect(equal.runs.map(\.model) == ["openai:a", "openai:a #2"])
    }

    @Test("JSONL is read line by line, with broken lines told")
    func lines() throws {
        let text = "\u{FEFF}" + Self.row(0, 0) + "\r\n" + #"{"testIdx": 1, "prov"# + "\r\n" + #"{"note": 1}"# + "\r\n"
        let sink = try read(text, name: "medq.jsonl")
        #expect(sink.predictions.count == 1)
        #expect(sink.runs[0].benchmark == "medq")
        #expect(Set(sink.problemKinds) == ["malformed-line", "missing-field", "missing-benchmark"])
        #expect(sink.problems.first { $0.kind == "missing-field" }?.line == 3)
    }

    @Test("version 2 has no numbers of tests; what is asked names them")
    func second() throws {
        func old(_ question: String, _ success: Bool) -> String {
            #"{"provider": {"id": "openai:a"}, "prompt": {"raw": "Say \#(question)", "display": "Say {{q}}"}, "vars": {"q": "\#(question)"}, "#
                + #""response": \#(success ? #"{"output": {"x": 1}}"# : "null, \"error\": \"API error\""), "success": \#(success), "score": \#(success ? 1 : 0), "namedScores": {}}"#
        }
        let rows = [old("a", true), old("b", false), old("a", true)].joined(separator: ", ")
        let table =
            #""table": {"head": {"prompts": [{"raw": "Say {{q}}", "display": "Say {{q}}", "metrics": {"score": 2, "testPassCount": 2, "testFailCount": 1}}], "vars": ["q"]}, "body": [{"outputs": []}]}"#
        for text in [
            #"{"results": {"version": 2, "results": [\#(rows)], "stats": {}, \#(table)}, "config": {"description": "t"}}"#,
            #"{"version": 2, "results": [\#(rows)], "stats": {}, \#(table), "config": {"description": "t"}}"#,
        ] {
            let sink = try read(text)
            #expect(sink.runs.map(\.benchmark) == ["t"])
            #expect(sink.predictions.map(\.epoch) == [1, 1, 2])
            #expect(sink.predictions[0].item == sink.predictions[2].item)
            #expect(sink.predictions.map(\.failure) == [nil, "API error", nil])
            #expect(sink.predictions[0].text == #"{"x": 1}"#)
        }
    }

    @Test("what is sent to the server has its results at the top")
    func sent() throws {
        let sink = try read(
            #"{"config": {"description": "t"}, "prompts": [\#(Self.pair("P", pass: 1, fail: 0, score: 1))], "results": [\#(Self.row(0, 0))]}"#
        )
        #expect(sink.runs.map(\.benchmark) == ["t"])
        #expect(sink.runs[0].metrics[0].reported == 1)
        #expect(sink.predictions.map(\.item) == ["0"])
    }

    @Test("a CSV of any age has a run for each provider")
    func tables() throws {
        let marked = """
            Description,question,[openai:a] P,[openai:b] P
            d,"what, now?","[PASS] (1.00, tone: 0.50)

            yes

            Pass Reason: ok",
            d,why?,[FAIL] no,[ERROR] 429

            """
        let old = try read(marked, name: "medq.csv")
        #expect(old.runs.map(\.model) == ["openai:a", "openai:b"])
        #expect(old.predictions.map(\.text) == ["yes", "no", nil])
        #expect(old.predictions.map(\.item) == ["0", "1", "1"])
        #expect(old.predictions[2].failure == "429")
        #expect(old.predictions[0].question == "what, now?")
        #expect(old.mean(of: "pass rate").value == 0.5)
        #expect(old.mean(of: "score").value == 1)

        let columns = """
            question,modality,[openai:a] P,Status,Score,Named Scores,Metric: tone,Grader Reason,Comment,[openai:a] Q,Status,Score,Named Scores,Grader Reason,Comment
            what?,CT,yes,PASS,0.75,"{""tone"":0.5}",0.50,ok,,no,FAIL,0.00,,bad,
            """
        let new = try read(columns, name: "medq.csv")
        #expect(new.runs.map(\.model) == ["openai:a"])
        #expect(new.predictions.map(\.item) == ["0/P", "0/Q"])
        #expect(new.mean(of: "score").value == 0.375)
        #expect(new.mean(of: "tone").value == 0.5)
        #expect(new.predictions[0].facets.map(\.name) == ["modality", "prompt", "test"])
        #expect(new.problemKinds == ["missing-benchmark"])
    }

    @Test("the database has a run for each eval and provider, early evals among them")
    func database() throws {
        let workspace = try Workspace()
        let path = workspace.folder.appendingPathComponent("promptfoo.db").path
        let database = try Database(path: path, readOnly: false) { $0 }
        try database.execute(
            """
            CREATE TABLE evals (id TEXT, created_at INTEGER, author TEXT, description TEXT, results TEXT, config TEXT, prompts TEXT);
            CREATE TABLE eval_results (id TEXT, eval_id TEXT, prompt_idx INTEGER, test_idx INTEGER, test_case TEXT, prompt TEXT,
              provider TEXT, latency_ms INTEGER, cost REAL, response TEXT, error TEXT, failure_reason INTEGER, success INTEGER,
              score REAL, grading_result TEXT, named_scores TEXT, metadata TEXT);
            CREATE TABLE evals_to_datasets (eval_id TEXT, dataset_id TEXT);
            INSERT INTO evals VALUES ('e1', 1767323045000, NULL, NULL, '{}', '{}',
              '[{"label": "P", "metrics": {"score": 1, "testPassCount": 1, "testFailCount": 0, "testErrorCount": 1}}]');
            INSERT INTO evals_to_datasets VALUES ('e1', '0123456789abcdef');
            INSERT INTO eval_results VALUES ('r1', 'e1', 0, 1, '{"vars": {"question": "b"}}', '{"raw": "Say b", "label": "P"}',
              '{"id": "openai:a"}', 1, 0, NULL, '429', 2, 0, 0, NULL, 'not json', '{"http": {}}');
            INSERT INTO eval_results VALUES ('r2', 'e1', 0, 0, '{"vars": {"question": "a"}}', '{"raw": "Say a", "label": "P"}',
              '{"id": "openai:a"}', 1, 0, '{"output": "yes"}', NULL, 0, 1, 1, NULL, '{"tone": 0.5}', NULL);
            INSERT INTO evals VALUES ('e0', 1767000000000, NULL, 'early', '{"version": 2, "timestamp": "t", "results":
              [{"provider": {"id": "openai:c"}, "prompt": {"raw": "x"}, "vars": {"q": "a"}, "response": {"output": "y"}, "success": true, "score": 1}]}', '{}', NULL);
            """)
        let sink = try workspace.read(path)
        #expect(sink.breaches == [])
        #expect(sink.runs.map(\.model) == ["openai:c", "openai:a"])
        #expect(sink.runs.map(\.benchmark) == ["early", "dataset-0123456789ab"])
        #expect(sink.runs[1].startedAt == "2026-01-02T03:04:05Z")
        #expect(sink.runs[1].metrics[0].reported == 0.5)
        #expect(sink.predictions.map(\.item).dropFirst() == ["0", "1"])
        #expect(sink.predictions.map(\.failure) == [nil, nil, "429"])
        #expect(sink.mean(of: "pass rate", run: 1).value == 0.5)
    }

    @Test("YAML and reports are refused with the way out, and a cut file gives what stands before the cut")
    func others() throws {
        let workspace = try Workspace()
        try workspace.write("out.yaml", "evalId: eval-1\nresults:\n  version: 3\n")
        try workspace.write("out.html", "<!DOCTYPE html><title>promptfoo</title>")
        let listing = LogFinder().find([workspace.folder.path])
        #expect(listing.passedOver.allSatisfy { $0.reason.contains("export it as JSON") })
        #expect(listing.passedOver.count == 2)

        let whole = Self.file([Self.row(0, 0), Self.row(1, 0)])
        let cut = try #require(whole.range(of: "\"testIdx\": 1"))
        let sink = try read(String(whole[..<cut.upperBound]))
        #expect(sink.predictions.map(\.item) == ["0"])
        #expect(sink.problemKinds.contains("truncated-json"))
        let empty = try #require(throws: Problem.self) { try read(Self.file([])) }
        #expect(empty.kind == "no-rows")
    }
}
