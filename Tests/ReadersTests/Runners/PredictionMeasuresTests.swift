import Records
import SQLite
import Testing

@testable import Readers

/// Latency, tokens and price of predictions, by runner.
@Suite("Measures of predictions") struct PredictionMeasuresTests {
    /// What a prediction has, in an order: seconds, tokens, price.
    struct Measures: Equatable {
        var latency: Double?
        var tokens: Int?
        var cost: Double?

        init(_ latency: Double? = nil, _ tokens: Int? = nil, _ cost: Double? = nil) {
            (self.latency, self.tokens, self.cost) = (latency, tokens, cost)
        }

        init(_ prediction: PredictionRecord) {
            self.init(prediction.latency, prediction.outputTokens, prediction.cost)
        }
    }

    private func measures(_ files: [(name: String, text: String)]) throws -> [Measures] {
        let workspace = try Workspace()
        var paths: [String] = []
        for file in files { paths.append(try workspace.write(file.name, file.text)) }
        return try workspace.read(paths[paths.count - 1]).predictions.map(Measures.init)
    }

    // MARK: - Inspect

    private static func inspect(_ sample: String) -> [(name: String, text: String)] {
        [
            (
                "log.json",
                #"{"version": 2, "status": "success", "eval": {"task": "t", "model": "org/m"}, "samples": [{"id": 1, "epoch": 1, "#
                    + #""input": "q?", "target": "B", \#(sample)}]}"#
            )
        ]
    }

    private static let call =
        #""output": {"choices": [{"message": {"content": "B"}}], "completion": "B", "time": 1.5, "usage": {"output_tokens": 7, "#
        + #""total_tokens": 9, "total_cost": 0.25}}"#
    private static let whole =
        #""total_time": 9.0, "working_time": 4.5, "model_usage": {"org/m": {"output_tokens": 30, "total_tokens": 60}, "#
        + #""org/grader": {"output_tokens": 500, "total_tokens": 900}}"#

    @Test("Inspect: one call is measured by itself, several turns by the sample, without other models")
    func inspectSamples() throws {
        let turn = #"{"role": "assistant", "content": "B"}"#
        func messages(_ count: Int) -> String {
            #""messages": [{"role": "user", "content": "q?"}, \#([String](repeating: turn, count: count).joined(separator: ", "))]"#
        }
        #expect(
            try measures(Self.inspect("\(Self.call), \(Self.whole), \(messages(1))")) == [Measures(1.5, 7, 0.25)])
        #expect(try measures(Self.inspect("\(Self.call), \(Self.whole), \(messages(2))")) == [Measures(4.5, 30)])
        // Examples in the input are no turns of the model.
        let examples = #""input": [\#(turn), {"role": "user", "content": "q?"}]"#
        #expect(
            try measures(Self.inspect("\(Self.call), \(Self.whole), \(messages(2)), \(examples)")) == [
                Measures(1.5, 7, 0.25)
            ])
    }

    @Test("Inspect: a sample without a call and zeros of a provider that counts nothing are no measures")
    func inspectNothing() throws {
        let none =
            #""output": {"choices": [], "completion": "", "time": 0.1, "usage": {"output_tokens": 0, "total_tokens": 0}}"#
        #expect(try measures(Self.inspect("\(none), \(Self.whole)")) == [Measures()])
        let uncounted =
            #""output": {"choices": [{"message": {"content": "B"}}], "usage": {"output_tokens": 0, "total_tokens": 0}}"#
        #expect(try measures(Self.inspect("\(uncounted), \(Self.whole)")) == [Measures()])
    }

    // MARK: - HELM

    @Test("HELM: the statistics of one request count, the mean over several requests does not") func helm() throws {
        var files = HELMLog.run
        files["per_instance_stats.json"] = HELMLog.list([
            HELMLog.entry(
                "i1",
                [
                    HELMLog.stat("exact_match", 1), HELMLog.stat("num_output_tokens", 9),
                    HELMLog.stat("inference_runtime", 0.5),
                ]),
            HELMLog.entry(
                "i2", [HELMLog.stat("exact_match", 0), HELMLog.stat("inference_runtime", 0.25, count: 3)]),
        ])
        #expect(try HELMLog.read(files).predictions.map(Measures.init) == [Measures(0.5, 9), Measures()])
        files["per_instance_stats.json"] = nil
        files["scenario_state.json"] = HELMLog.state([
            HELMLog.request(
                HELMLog.instance("i1"),
                result: #"{"success": true, "completions": [{"text": "B"}], "request_time": 1.25}"#)
        ])
        #expect(try HELMLog.read(files).predictions.map(Measures.init) == [Measures(1.25)])
    }

    // MARK: - promptfoo

    private static func promptfoo(_ more: String) -> [(name: String, text: String)] {
        [
            (
                "out.json",
                #"{"evalId": "e", "results": {"version": 3, "results": [{"testIdx": 0, "promptIdx": 0, "provider": {"id": "p"}, "#
                    + #""prompt": {"raw": "x"}, "vars": {"q": "a"}, "success": true, "score": 1, \#(more)}]}, "config": {}}"#
            )
        ]
    }

    @Test("promptfoo: milliseconds are seconds; what the cache took or spared is no measure") func promptfoo() throws {
        let usage = #""tokenUsage": {"completion": 73, "total": 83}"#
        #expect(
            try measures(
                Self.promptfoo(#""latencyMs": 1177, "cost": 0.5, "response": {"output": "y", "cost": 0.5, \#(usage)}"#))
                == [Measures(1.177, 73, 0.5)])
        #expect(
            try measures(
                Self.promptfoo(
                    #""latencyMs": 2, "cost": 0, "response": {"output": "y", "cached": true, "cost": 0, "tokenUsage": {"cached": 83}}"#
                )) == [Measures()])
        #expect(
            try measures(
                Self.promptfoo(
                    #""latencyMs": 2, "cost": 0.5, "response": {"output": "y", "cached": true, "latencyMs": 1500, "cost": 0.5}"#
                )) == [Measures(1.5, nil, 0.5)])
    }

    @Test("promptfoo: the database has them in columns") func promptfooDatabase() throws {
        let workspace = try Workspace()
        let path = workspace.folder.appendingPathComponent("promptfoo.db").path
        try Database(path: path, readOnly: false) { $0 }.execute(
            """
            CREATE TABLE evals (id TEXT, created_at INTEGER, description TEXT, results TEXT, config TEXT, prompts TEXT);
            CREATE TABLE eval_results (id TEXT, eval_id TEXT, prompt_idx INTEGER, test_idx INTEGER, test_case TEXT,
              prompt TEXT, provider TEXT, latency_ms INTEGER, cost REAL, response TEXT, error TEXT,
              failure_reason INTEGER, success INTEGER, score REAL, named_scores TEXT);
            INSERT INTO evals VALUES ('e1', 1767323045000, 'd', '{}', '{}', '[]');
            INSERT INTO eval_results VALUES ('r1', 'e1', 0, 0, '{}', '{"raw": "x"}', '{"id": "p"}', 250, 0.125,
              '{"output": "y", "tokenUsage": {"completion": 5}}', NULL, 0, 1, 1, '{}');
            """)
        #expect(try workspace.read(path).predictions.map(Measures.init) == [Measures(0.25, 5, 0.125)])
    }

    // MARK: - deepeval

    @Test("deepeval: the user's figures count, the time and price of the metrics do not") func deepEval() throws {
        func file(_ more: String) -> [(name: String, text: String)] {
            [
                (
                    "test_run_20260102_030405.json",
                    #"{"testCases": [{"name": "c", "input": "q", "actualOutput": "a", "success": true, "metricsData": [], "#
                        + #""runDuration": 21.5, "evaluationCost": 0.75\#(more)}], "testPassed": 1, "testFailed": 0, "metricsScores": []}"#
                )
            ]
        }
        #expect(try measures(file("")) == [Measures()])
        #expect(
            try measures(file(#", "completionTime": 1.5, "outputTokenCount": 12, "tokenCost": 0.5"#)) == [
                Measures(1.5, 12, 0.5)
            ])
    }

    @Test("deepeval: columns of the database are read where there are any") func deepEvalDatabase() throws {
        let workspace = try Workspace()
        let path = workspace.folder.appendingPathComponent("deepeval.db").path
        try Database(path: path, readOnly: false) { $0 }.execute(
            """
            CREATE TABLE test_runs (id INTEGER, created_at TEXT, identifier TEXT, test_file TEXT, dataset_alias TEXT,
              test_passed INTEGER, test_failed INTEGER, run_duration REAL, hyperparameters_json TEXT);
            CREATE TABLE test_cases (id INTEGER, test_run_id INTEGER, kind TEXT, "order" INTEGER, name TEXT, input TEXT,
              actual_output TEXT, expected_output TEXT, success INTEGER, tags_json TEXT, completion_time REAL,
              output_token_count INTEGER, token_cost REAL);
            CREATE TABLE metric_data (id INTEGER, test_run_id INTEGER, owner_type TEXT, owner_id INTEGER, name TEXT,
              score REAL, threshold REAL, success INTEGER, error TEXT);
            INSERT INTO test_runs VALUES (1, '2026-01-02T03:04:05Z', NULL, NULL, NULL, 1, 0, 0.5, NULL);
            INSERT INTO test_cases VALUES (2, 1, 'single-turn', 0, 'c', 'q', 'a', 'a', 1, NULL, 2.5, 6, 0.5);
            """)
        #expect(try workspace.read(path).predictions.map(Measures.init) == [Measures(2.5, 6, 0.5)])
    }

    // MARK: - Suites

    @Test("EvalScope: the turns of a review are added up, else predictions have the time of the output")
    func evalScope() throws {
        let score =
            #""sample_score": {"score": {"value": {"acc": 1.0}, "extracted_prediction": "B"%}, "sample_id": 0, "group_id": 0}"#
        let turns = ["1.5", "0.25"].map {
            #"{"role": "assistant", "content": "B", "model": "m-1", "perf_metrics": {"latency": \#($0), "output_tokens": 4}}"#
        }.joined(separator: ", ")
        let root = "20260102_030405"
        let example = #"{"role": "assistant", "content": "A"}"#
        let review =
            #"{"index": 0, "target": "B", "messages": [{"role": "user", "content": "q?"}, \#(example), \#(turns)], "#
            + score.replacing("%", with: #", "prediction": "B""#) + "}"
        #expect(try measures([("\(root)/reviews/m-1/d_x.jsonl", review)]) == [Measures(1.75, 8)])
        let bare = #"{"index": 0, "target": "B", "input": "q?", \#(score.replacing("%", with: ""))}"#
        let predicted =
            #"{"index": 0, "model": "m-1", "model_output": {"choices": [{"message": {"content": "B"}}], "time": 3.5, "#
            + #""usage": {"output_tokens": 11}}}"#
        #expect(
            try measures([
                ("\(root)/predictions/m-1/d_x.jsonl", predicted), ("\(root)/reviews/m-1/d_x.jsonl", bare),
            ]) == [Measures(3.5, 11)])
    }

    @Test("Every Eval Ever: one answer has its time and tokens, several answers share none", arguments: [1, 2])
    func everyEvalEver(outputs: Int) throws {
        let raw = [String](repeating: "\"C\"", count: outputs).joined(separator: ", ")
        let row =
            #"{"schema_version": "0.3.0", "evaluation_id": "e", "model_id": "m", "evaluation_name": "medq", "sample_id": "1", "#
            + #""interaction_type": "single_turn", "input": {"raw": "?", "reference": ["C"]}, "output": {"raw": [\#(raw)]}, "#
            + #""answer_attribution": [], "evaluation": {"score": 1.0, "is_correct": true}, "token_usage": {"input_tokens": 5, "#
            + #""output_tokens": 3, "total_tokens": 8}, "performance": {"latency_ms": 250, "generation_time_ms": 200}}"#
        #expect(
            try measures([("data/medq/lab/m/u_samples.jsonl", row)]) == [outputs == 1 ? Measures(0.25, 3) : Measures()])
    }

    @Test("OpenAI evals: the tokens of the model's sampling count, not those of the grader") func openAIEvals() throws {
        func sampling(_ tokens: Int) -> String {
            #"{"run_id": "R", "sample_id": "s", "type": "sampling", "data": {"prompt": "q", "sampled": ["A"], "#
                + #""usage": {"completion_tokens": \#(tokens)}}}"#
        }
        let lines = [
            #"{"spec": {"completion_fns": ["m"], "eval_name": "e", "run_id": "R"}}"#, sampling(4), sampling(900),
            #"{"run_id": "R", "sample_id": "s", "type": "match", "data": {"correct": true, "expected": "A", "picked": "A"}}"#,
        ]
        #expect(try measures([("run.jsonl", lines.joined(separator: "\n"))]) == [Measures(nil, 4)])
    }

    @Test("simple-evals: HealthBench and its forks keep the usage") func simpleEvals() throws {
        let row =
            #"{"score": 0.5, "usage": {"input_tokens": 9, "output_tokens": 21}, "rubric_items": [], "prompt_id": "p", "#
            + #""prompt": [{"role": "user", "content": "?"}], "completion": [{"role": "assistant", "content": "!"}]}"#
        let file =
            #"{"score": 0.5, "metrics": {"overall_score": 0.5}, "htmls": ["x"], "convos": ["[]"], "#
            + #""metadata": {"example_level_metadata": [\#(row)]}}"#
        #expect(
            try measures([("healthbench_m_20260102_030405_allresults.json", file)]) == [Measures(nil, 21)])
        let fork =
            #"{"id": "a/1", "instruction": "?", "answer": "B", "usage": {"completion_tokens": 35}, "model_cost": 0.5, "#
            + #""pred": "B", "is_correct": true, "bench_cost": 0.75}"#
        #expect(try measures([("gpqa/m.jsonl", fork)]) == [Measures(nil, 35, 0.5)])
    }

    @Test("OpenCompass, lmms-eval and lighteval count the tokens of each answer") func tokens() throws {
        let compass = #"{"0": {"origin_prompt": "q?", "prediction": "A", "gold": "A", "res_length": 12}}"#
        #expect(
            try measures([("out/20260102_030405/predictions/m/d.json", compass)]) == [Measures(nil, 12)])
        func lmms(_ counts: String) -> String {
            #"{"doc_id": 0, "target": "B", "filtered_resps": ["B"], "doc_hash": "h", "acc": 1.0, "input": "q?", "token_counts": \#(counts)}"#
        }
        let name = "org__m/20260102_030405_samples_t.jsonl"
        #expect(try measures([(name, lmms(#"[{"input_tokens": 9, "output_tokens": 6}]"#))]) == [Measures(nil, 6)])
        #expect(try measures([(name, lmms("[null]"))]) == [Measures()])
        #expect(try measures([(name, lmms(#"[{"output_tokens": 6}, {"output_tokens": 7}]"#))]) == [Measures()])
        func lighteval(_ tokens: String) -> String {
            #"{"doc": {"query": "q", "choices": ["42"], "gold_index": 0, "id": "1"}, "metric": {"em": 1}, "model_response": "#
                + #"{"text": ["42"], "text_post_processed": ["42"], "output_tokens": \#(tokens), "logprobs": []}}"#
        }
        let details = "out/details/lab/m/2026-11-24T02-48-57.123344/details_medq|0_2026-11-24T02-48-57.123344.jsonl"
        #expect(try measures([(details, lighteval("[[5, 6, 7]]"))]) == [Measures(nil, 3)])
        #expect(try measures([(details, lighteval("[[]]"))]) == [Measures()])
    }

    @Test("MLflow's own columns are seconds and tokens of the output, others are known by their names")
    func mlflow() throws {
        let table =
            #"{"columns": ["id", "inputs", "ground_truth", "outputs", "latency", "token_count", "cost_usd"], "#
            + #""data": [["1", "?", "A", "A", 3, 8, 0.5], ["2", "?", "A", "B", 120, 9, null]]}"#
        #expect(
            try measures([("run7/artifacts/eval_results_table.json", table)]) == [
                Measures(3, 8, 0.5), Measures(120, 9),
            ])
    }

    @Test("what is no amount is left out without a word, and the score stands")
    func noAmounts() throws {
        let workspace = try Workspace()
        let path = try workspace.write(
            "log.jsonl", #"{"model":"m","benchmark":"b","item":1,"target":"A","prediction":"A"}"#)
        let log = try #require(LogFinder().find([path]).logs.first)
        let collected = CollectingSink()
        let sink = FiniteSink(collected, place: InputPlace(file: log.path))
        try sink.begin(RunRecord(index: 0, runner: "generic", model: "m", benchmark: "b"))
        let scores = [MetricScore(metric: 0, value: 1)]
        for (latency, tokens, cost) in [(-1.0, -1, -0.5), (.nan, 3, .infinity), (0, 0, 0)] {
            try sink.add(
                PredictionRecord(
                    run: 0, item: "1", scores: scores, latency: latency, outputTokens: tokens, cost: cost))
        }
        #expect(collected.predictions.map(Measures.init) == [Measures(), Measures(nil, 3), Measures(0, 0, 0)])
        #expect(collected.predictions.allSatisfy { $0.scores == scores } && collected.problems.isEmpty)
    }

    // MARK: - Real logs

    @Test(
        "real logs have what their runners wrote",
        .enabled(if: SharedLogs.folder != nil, "needs ../shared/logs beside the repository"),
        arguments: [
            (
                "promptfoo/tthatcher95--nicheIQ/promptfoo/results.json", Measures(1.177, 73, 0.000755)
            ),
            (
                "inspect_ai/UKGovernmentBEIS--inspect_ai/tests/analysis/test_logs/2025-05-12T20-28-13-04-00_popularity.json",
                Measures(0.5381193747743964, 2)
            ),
            (
                "inspect_ai/UKGovernmentBEIS--inspect_ai/tests/analysis/test_logs/2025-05-12T20-27-36-04-00_browser.json",
                Measures(18.36, 281)
            ),
            (
                "helm/evaleval--every_eval_ever/tests/data/helm/mmlu-subject=philosophy,method=multiple_choice_joint,model=openai_gpt2",
                Measures(0.6803672313690186, 1)
            ),
            (
                "simple-evals-derived/kuk--simple-evals-ru/data/results/gpqa/06_qwen_2_5_7b.jsonl",
                Measures(nil, 351, 2.1975e-05)
            ),
            ("deepeval/B0nitoFlakes--symptom-sage/.deepeval/.latest_run_full.json", Measures()),
        ])
    func realLogs(path: String, expected: Measures) throws {
        let folder = try #require(SharedLogs.folder)
        let log = try #require(LogFinder().find([folder.appendingPathComponent(path).path]).logs.first)
        let sink = CollectingSink()
        try log.read(into: sink)
        #expect(Measures(try #require(sink.predictions.first)) == expected)
    }
}
