import Records
import SQLite
import Testing

@testable import Readers

@Suite("DeepEvalReader")
struct DeepEvalReaderTests {
    private static func metric(_ name: String, _ score: Double?, threshold: Double = 0.5, success: Bool) -> String {
        let outcome = score.map { "\"score\": \($0)" } ?? #""error": "judge down""#
        return
            #"{"name": "\#(name)", "threshold": \#(threshold), "success": \#(success), \#(outcome), "strictMode": false}"#
    }

    private static func testCase(
        _ name: String, _ success: Bool, order: Int = 0, input: String? = nil, metrics: [String] = []
    ) -> String {
        #"{"name": "\#(name)", "input": "\#(input ?? "in \(name)")", "actualOutput": "A", "expectedOutput": "B", "tags": ["easy", "ct"], "#
            + #""metadata": {"organ": "liver"}, "success": \#(success), "metricsData": [\#(metrics.joined(separator: ", "))], "order": \#(order), "runDuration": 0.5}"#
    }

    private static func run(
        _ cases: [String], passed: Int = 1, failed: Int = 1, conversations: [String] = [],
        more: String = #", "identifier": "base", "hyperparameters": {"Model": "gpt-x"}"#
    ) -> String {
        #"{"testCases": [\#(cases.joined(separator: ", "))], "conversationalTestCases": [\#(conversations.joined(separator: ", "))], "#
            + #""metricsScores": [], "testPassed": \#(passed), "testFailed": \#(failed)\#(more)}"#
    }

    private static let two = [
        testCase("c0", true, metrics: [metric("Relevancy", 0.9, success: true)]),
        testCase("c1", false, order: 1, metrics: [metric("Relevancy", 0.2, success: false)]),
    ]

    private func read(_ text: String, name: String = "test_run_20260102_030405.json") throws -> CollectingSink {
        let workspace = try Workspace()
        let sink = try workspace.read(try workspace.write(name, text))
        #expect(sink.breaches == [])
        return sink
    }

    @Test("a run gives the share of passed cases first, then its metrics")
    func plain() throws {
        let sink = try read(Self.run(Self.two))
        let run = sink.runs[0]
        #expect([run.model, run.benchmark, run.startedAt] == ["gpt-x", "base", "2026-01-02T03:04:05"])
        #expect(
            run.metrics == [MetricRecord(name: "testPassed / cases", reported: 0.5), MetricRecord(name: "Relevancy")])
        #expect(sink.mean(of: "testPassed / cases").value == 0.5)
        #expect(abs((sink.mean(of: "Relevancy").value ?? 0) - 0.55) < 1e-12)
        let first = sink.predictions[0]
        #expect([first.item, first.question, first.text] == ["c0", "in c0", "A"])
        #expect(first.targets == ["B"])
        #expect(first.facets == [Facet(name: "organ", value: "liver"), Facet(name: "tags", value: "easy, ct")])
        #expect(sink.problemKinds == [])
    }

    @Test("a metric that failed leaves no score, and the case counts as deepeval counted it")
    func metricErrors() throws {
        let cases = [Self.two[0], Self.testCase("c1", false, metrics: [Self.metric("Relevancy", nil, success: false)])]
        let sink = try read(Self.run(cases))
        #expect(sink.mean(of: "testPassed / cases").value == 0.5)
        #expect(sink.mean(of: "Relevancy").items == 1)
        #expect(sink.predictions[1].failure == nil)
        #expect(sink.problemKinds == ["metric-error"])
        #expect(sink.problems[0].line == 2)
    }

    @Test("a metric whose small scores pass is better when it is smaller")
    func direction() throws {
        let cases = [
            Self.testCase(
                "c0", true,
                metrics: [
                    Self.metric("Hallucination", 0.1, success: true), Self.metric("Relevancy", 0.9, success: true),
                ]),
            Self.testCase(
                "c1", false,
                metrics: [
                    Self.metric("Hallucination", 0.8, success: false), Self.metric("Relevancy", 0.5, success: true),
                ]),
        ]
        #expect(try read(Self.run(cases)).runs[0].metrics.map(\.higherIsBetter) == [true, false, true])
    }

    @Test("files of one run in a folder are read once; another run beside them is read too")
    func sameRun() throws {
        let workspace = try Workspace()
        // The runs differ only beyond the bytes that are looked at to recognise a file.
        let long = Self.testCase("c0", true, input: String(repeating: "x", count: 1 << 17))
        let text = Self.run([long, Self.two[1]])
        try workspace.write("p/.deepeval/.latest_run_full.json", text)
        try workspace.write("p/.deepeval/.latest_test_run.json", #"{"testRunData": \#(text)}"#)
        try workspace.write("p/.deepeval/.deepeval-cache.json", #"{"test_cases_lookup_map": {}}"#)
        try workspace.write("p/out/test_run_20260102_030405.json", text)
        try workspace.write("p/out/test_run_20260102_040506.json", text.replacing("gpt-x", with: "gpt-y"))
        let listing = LogFinder().find([workspace.folder.path])
        #expect(listing.problems == [])
        #expect(listing.passedOver.map(\.reason).filter { $0.contains("cache") }.count == 1)
        #expect(listing.logs.count == 1)
        let sink = CollectingSink()
        for log in listing.logs { try log.read(into: sink) }
        #expect(sink.runs.map(\.model) == ["gpt-x", "gpt-y"])
        #expect(sink.predictions.count == 4)
        #expect(sink.problemKinds == ["same-run", "same-run"])
    }

    @Test("short runs that differ are logs of their own")
    func shortRuns() throws {
        let workspace = try Workspace()
        let text = Self.run(Self.two)
        try workspace.write("a.json", text)
        try workspace.write("b.json", #"{"testRunData": \#(text)}"#)
        try workspace.write("c.json", text.replacing("gpt-x", with: "gpt-y"))
        let listing = LogFinder().find([workspace.folder.path])
        #expect(listing.logs.map { $0.parts.map(\.url.lastPathComponent) } == [["a.json", "b.json"], ["c.json"]])
    }

    @Test("a name with two inputs names no item; a name that comes again with the same input is an epoch")
    func names() throws {
        let different = [Self.testCase("c", true, input: "a"), Self.testCase("c", false, order: 1, input: "b")]
        #expect(try read(Self.run(different)).predictions.map(\.item) == ["case-0", "case-1"])
        let same = try read(Self.run([Self.testCase("c", true), Self.testCase("c", false, order: 1)]))
        #expect(same.predictions.map(\.item) == ["c", "c"])
        #expect(same.predictions.map(\.epoch) == [1, 2])
    }

    @Test("conversations have the last turn as the answer")
    func conversations() throws {
        let conversation =
            #"{"name": "talk", "success": true, "metricsData": [\#(Self.metric("Role", 1, success: true))], "scenario": "pain", "expectedOutcome": "advice", "#
            + #""turns": [{"role": "user", "content": "ow"}, {"role": "assistant", "content": "rest"}]}"#
        let sink = try read(Self.run([], passed: 1, failed: 0, conversations: [conversation]))
        #expect([sink.predictions[0].question, sink.predictions[0].text] == ["pain", "rest"])
        #expect(sink.predictions[0].targets == ["advice"])
        #expect(sink.runs[0].metrics[0].reported == 1)
    }

    @Test("what a run does not name is asked for, and a cut file tells how much is missing")
    func missing() throws {
        let sink = try read(Self.run(Self.two, more: ""), name: "study/.deepeval/.latest_run_full.json")
        #expect([sink.runs[0].model, sink.runs[0].benchmark] == ["study", "study"])
        #expect(sink.problemKinds == ["missing-model", "missing-benchmark"])

        let whole =
            #"{"testPassed": 1, "testFailed": 1, "metricsScores": [], "hyperparameters": {"model": "m", "dataset": "d"}, "testCases": ["#
            + Self.two.joined(separator: ", ")
        let cut = try read(String(whole.dropLast(30)))
        #expect(cut.predictions.map(\.item) == ["c0"])
        #expect(Set(cut.problemKinds) == ["truncated-json", "missing-samples"])
        #expect(throws: Problem.self) { try read(#"{"testCases": [{"name": "#) }
    }

    @Test("the database is read from its payload, or else from its tables", arguments: [true, false])
    func database(_ hasPayload: Bool) throws {
        let workspace = try Workspace()
        let path = workspace.folder.appendingPathComponent("deepeval.db").path
        let payload = hasPayload ? Self.run(Self.two).replacing("'", with: "''") : "{}"
        let database = try Database(path: path, readOnly: false) { $0 }
        try database.execute(
            """
            CREATE TABLE test_runs (id INTEGER, created_at TEXT, identifier TEXT, test_file TEXT, dataset_alias TEXT,
              test_passed INTEGER, test_failed INTEGER, run_duration REAL, hyperparameters_json TEXT, payload_json TEXT);
            CREATE TABLE test_cases (id INTEGER, test_run_id INTEGER, kind TEXT, "order" INTEGER, name TEXT, input TEXT,
              actual_output TEXT, expected_output TEXT, success INTEGER, tags_json TEXT);
            CREATE TABLE metric_data (id INTEGER, test_run_id INTEGER, owner_type TEXT, owner_id INTEGER, name TEXT, score REAL,
              threshold REAL, success INTEGER, error TEXT);
            INSERT INTO test_runs VALUES (7, '2026-01-02T03:04:05Z', NULL, 'tests/test_medq.py', NULL, 1, 1, 0.5, '{"model": "gpt-x"}', '\(payload)');
            INSERT INTO test_cases VALUES (70, 7, 'single-turn', 0, 'c0', 'in c0', 'A', 'B', 1, '["easy"]');
            INSERT INTO test_cases VALUES (71, 7, 'single-turn', 1, 'c1', 'in c1', 'A', 'B', 0, NULL);
            INSERT INTO metric_data VALUES (1, 7, 'test_case', 70, 'Relevancy', 0.9, 0.5, 1, NULL);
            INSERT INTO metric_data VALUES (2, 7, 'test_case', 71, 'Relevancy', 0.2, 0.5, 0, NULL);
            INSERT INTO metric_data VALUES (3, 7, 'span', 71, 'Other', 1, 0.5, 1, NULL);
            """)
        let sink = try workspace.read(path)
        #expect(sink.breaches == [])
        let run = sink.runs[0]
        #expect([run.model, run.benchmark, run.startedAt] == ["gpt-x", "test_medq", "2026-01-02T03:04:05Z"])
        #expect(
            run.metrics == [MetricRecord(name: "testPassed / cases", reported: 0.5), MetricRecord(name: "Relevancy")])
        #expect(sink.mean(of: "testPassed / cases").value == 0.5)
        #expect(abs((sink.mean(of: "Relevancy").value ?? 0) - 0.55) < 1e-12)
        #expect(sink.predictions[0].facets.last == Facet(name: "tags", value: hasPayload ? "easy, ct" : "easy"))
    }
}
