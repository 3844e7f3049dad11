import Records
import Testing

@testable import Readers

@Suite("HELMMetrics")
struct HELMMetricsTests {
    @Test("items of another split than the main one are counted but not scored under the plain metric")
    func splits() throws {
        let valid = #""split": "valid""#
        let reasoning = #""split": "test", "sub_split": "Reasoning""#
        let sink = try HELMLog.read([
            "run_spec.json": HELMLog.specification(),
            "scenario_state.json": HELMLog.state([
                HELMLog.request(HELMLog.instance("a", subSplit: "Recall")),
                HELMLog.request(HELMLog.instance("b", subSplit: "Reasoning")),
                HELMLog.request(HELMLog.instance("c", split: "valid")),
            ]),
            "per_instance_stats.json": HELMLog.list([
                HELMLog.entry("a", [HELMLog.stat("exact_match", 1, part: #""split": "test", "sub_split": "Recall""#)]),
                HELMLog.entry("b", [HELMLog.stat("exact_match", 1, part: reasoning)]),
                HELMLog.entry("c", [HELMLog.stat("exact_match", 0, part: valid)]),
            ]),
            "stats.json": HELMLog.list([
                HELMLog.stat("exact_match", 1, part: reasoning), HELMLog.stat("exact_match", 0, part: valid),
                HELMLog.stat("exact_match", 0.25, part: #""split": "test", "perturbation": {"name": "typos"}"#),
                HELMLog.stat("num_instances", 2), HELMLog.stat("num_instances", 1, part: valid),
            ]),
        ])
        #expect(sink.predictions.count == 3)
        #expect(sink.runs[0].itemsReported == 3)
        #expect(sink.mean(of: "exact_match").items == 2)
        #expect(sink.mean(of: "exact_match").value == 1)
        #expect(sink.runs[0].metrics.map(\.reported) == [nil, 1, 0])
        #expect(sink.mean(of: "exact_match split=test sub_split=Reasoning").items == 1)
        #expect(sink.mean(of: "exact_match split=valid sub_split=None").value == 0)
        #expect(sink.predictions[0].facets.map(\.value) == ["test", "Recall"])
    }

    @Test("perturbed copies are left out and counted, unless they are all there is")
    func perturbations() throws {
        let typos = #""perturbation": {"name": "typos", "prob": 0.1}, "#
        let copy = HELMLog.request(HELMLog.instance("i1", more: typos))
        let copyEntry = HELMLog.entry(
            "i1", [HELMLog.stat("exact_match", 0, part: #""split": "test", "perturbation": {"name": "typos"}"#)],
            more: typos)
        var files = HELMLog.run
        files["scenario_state.json"] = HELMLog.state([HELMLog.request(HELMLog.instance("i1")), copy])
        files["per_instance_stats.json"] = HELMLog.list([
            HELMLog.entry("i1", [HELMLog.stat("exact_match", 1)]), copyEntry,
        ])
        let both = try HELMLog.read(files)
        #expect(both.predictions.map(\.item) == ["i1"])
        #expect(both.problems.map { [$0.kind, String($0.count)] } == [["perturbed-left-out", "1"]])
        #expect(both.mean(of: "exact_match").value == 1)
        files["scenario_state.json"] = HELMLog.state([copy])
        files["per_instance_stats.json"] = HELMLog.list([copyEntry])
        for hasScores in [true, false] {
            if !hasScores { files["per_instance_stats.json"] = nil }
            let alone = try HELMLog.read(files)
            #expect(alone.predictions.map(\.item) == [#"i1 {"name": "typos", "prob": 0.1}"#])
            #expect(alone.predictions[0].facets.contains(Facet(name: "perturbation", value: "typos")))
            #expect(alone.predictions[0].scores.isEmpty != hasScores)
        }
    }

    @Test("trials and further completions are epochs, of which HELM scores the first completion")
    func repeats() throws {
        var files = HELMLog.run
        let one = HELMLog.instance("i1")
        files["scenario_state.json"] = HELMLog.state([
            HELMLog.request(one, completions: [" A", " B"]), HELMLog.request(one, trial: 1, completions: [" C", " B"]),
        ])
        files["per_instance_stats.json"] = HELMLog.list([
            HELMLog.entry("i1", [HELMLog.stat("exact_match", 0)]),
            HELMLog.entry("i1", [HELMLog.stat("exact_match", 1)], trial: 1),
        ])
        let sink = try HELMLog.read(files)
        #expect(sink.predictions.map(\.epoch) == [1, 2, 3, 4])
        #expect(sink.predictions.map(\.scores.isEmpty) == [false, true, false, true])
        #expect(sink.mean(of: "exact_match").value == 0.5)
    }

    @Test("scores alone are read and told")
    func scoresAlone() throws {
        var files = HELMLog.run
        files["scenario_state.json"] = nil
        let sink = try HELMLog.read(files)
        #expect(sink.problemKinds == ["no-text"])
        #expect(sink.mean(of: "exact_match").value == 0.5)
        #expect(sink.predictions.map(\.text) == [nil, nil])
    }

    @Test(
        "the metric that judges is the scenario's own",
        arguments: [
            (#"["narrative_qa"]"#, "[]", ["exact_match", "f1_score"], "f1_score", 1.0),
            (#"["medec"]"#, "[]", ["exact_match", "medec_error_flag_accuracy"], "medec_error_flag_accuracy", 1.0),
            (#"["other"]"#, "[]", ["rouge_l", "exact_match"], "exact_match", 1.0),
            (
                #"["aci_bench"]"#,
                #"[{"class_name": "helm.LLMJuryMetric", "args": {"metric_name": "aci_bench_accuracy"}}]"#,
                ["rouge_l", "aci_bench_accuracy"], "aci_bench_accuracy", 5.0
            ),
        ])
    func mainMetric(_ groups: String, _ metrics: String, _ names: [String], _ main: String, _ scale: Double) throws {
        var files = HELMLog.run
        files["run_spec.json"] = HELMLog.specification(groups: groups, metrics: metrics)
        files["per_instance_stats.json"] = HELMLog.list([
            HELMLog.entry("i1", names.map { HELMLog.stat($0, 1) }),
            HELMLog.entry("i2", names.map { HELMLog.stat($0, 0.5) }),
        ])
        let sink = try HELMLog.read(files)
        #expect(sink.runs[0].metrics[0].name == main)
        #expect(sink.runs[0].metrics[0].scale == scale)
        #expect(abs((sink.mean(of: main).value ?? .nan) - 0.75 / scale) < 1e-12)
    }

    @Test("marks of a jury are shares of five, other numbers beyond one are left out and told")
    func scales() throws {
        var files = HELMLog.run
        files["per_instance_stats.json"] = HELMLog.list([
            HELMLog.entry(
                "i1",
                [HELMLog.stat("chw_care_plan_accuracy", 4.5), HELMLog.stat("toxicity", -1), HELMLog.stat("bleu", 31)]),
            HELMLog.entry("i2", [HELMLog.stat("chw_care_plan_accuracy", 2), HELMLog.stat("toxicity", 1)]),
        ])
        files["stats.json"] = HELMLog.list([HELMLog.stat("chw_care_plan_accuracy", 3.25)])
        let sink = try HELMLog.read(files)
        let metric = sink.runs[0].metrics[0]
        #expect([metric.reported, metric.scale] == [3.25, 5])
        #expect(abs((sink.mean(of: "chw_care_plan_accuracy").value ?? .nan) - 0.65) < 1e-12)
        #expect(sink.problems.map(\.field) == ["toxicity", "bleu"])
    }

    @Test("entries of the same instance under several metrics are one")
    func mergedEntries() throws {
        var files = HELMLog.run
        files["per_instance_stats.json"] = HELMLog.list([
            HELMLog.entry("i1", [HELMLog.stat("exact_match", 1)]),
            HELMLog.entry("i2", [HELMLog.stat("exact_match", 0), HELMLog.stat("f1_score", nil)]),
            HELMLog.entry("i1", [HELMLog.stat("f1_score", 0.5, count: 2)]),
        ])
        let sink = try HELMLog.read(files)
        #expect(sink.mean(of: "f1_score").value == 0.5)
        #expect(sink.mean(of: "f1_score").items == 1)
        #expect(sink.mean(of: "exact_match").items == 2)
    }

    @Test("failed requests, missing scores and missing requests are told apart")
    func failures() throws {
        var files = HELMLog.run
        files["scenario_state.json"] = HELMLog.state([
            HELMLog.request(
                HELMLog.instance("i1"), result: #"{"success": false, "error": "content policy", "completions": []}"#),
            HELMLog.request(HELMLog.instance("i9")), HELMLog.request(HELMLog.instance("i2"), result: "null"),
        ])
        var sink = try HELMLog.read(files)
        #expect(sink.predictions.map(\.failure) == ["content policy", nil, "no result"])
        #expect(sink.predictions.map(\.text) == [nil, " B", nil])
        #expect(sink.problemKinds == ["missing-scores"])
        files["scenario_state.json"] = HELMLog.state([HELMLog.request(HELMLog.instance("i1"))])
        sink = try HELMLog.read(files)
        #expect(sink.problemKinds == ["missing-samples"])
    }
}
