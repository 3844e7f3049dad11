import Foundation
import Records
import Testing

@testable import Readers

@Suite("HELMReader")
struct HELMReaderTests {
    // MARK: - Files as HELM writes them

    static func specification(
        name: String = "medq:model=org_m-1", groups: String = #"["medq"]"#, metrics: String = "[]"
    ) -> String {
        #"{"name": "\#(name)", "scenario_spec": {"class_name": "S", "args": {}}, "adapter_spec": {"method": "x", "#
            + #""model": "org/m-1", "model_deployment": "org/m-1"}, "metric_specs": \#(metrics), "groups": \#(groups)}"#
    }

    static func instance(
        _ id: String, split: String = "test", subSplit: String? = nil, more: String = "", correct: Int = 1
    ) -> String {
        let references = ["x", "y", "z"].enumerated().map {
            #"{"output": {"text": "\#($1)"}, "tags": [\#($0 == correct ? "\"correct\"" : "")]}"#
        }
        let sub = subSplit.map { #""sub_split": "\#($0)", "# } ?? ""
        return #"{"input": {"text": "q \#(id)?"}, "references": [\#(references.joined(separator: ", "))], "#
            + #""split": "\#(split)", \#(sub)\#(more)"id": "\#(id)"}"#
    }

    static func request(
        _ instance: String, trial: Int = 0, completions: [String] = [" B"], more: String = "",
        result: String? = nil
    ) -> String {
        let texts = completions.map { #"{"text": "\#($0)", "logprob": -1.5, "tokens": []}"# }
        let made = result ?? #"{"success": true, "completions": [\#(texts.joined(separator: ", "))], "request_datetime": 1767225600}"#
        return #"{"instance": \#(instance), "train_trial_index": \#(trial), \#(more)"request": {"prompt": "p"}, "result": \#(made)}"#
    }

    static let mapping = #""output_mapping": {"A": "x", "B": "y", "C": "z"}, "#

    static func state(_ requests: [String]) -> String {
        #"{"adapter_spec": {"method": "multiple_choice_joint"}, "request_states": [\#(requests.joined(separator: ",\n"))]}"#
    }

    static func stat(_ name: String, _ mean: Double?, part: String = #""split": "test""#, count: Int = 1) -> String {
        let value = mean.map { #", "sum": \#($0 * Double(count)), "mean": \#($0)"# } ?? ""
        return #"{"name": {"name": "\#(name)", \#(part)}, "count": \#(mean == nil ? 0 : count)\#(value)}"#
    }

    static func entry(_ id: String, _ stats: [String], trial: Int = 0, more: String = "") -> String {
        #"{"instance_id": "\#(id)", \#(more)"train_trial_index": \#(trial), "stats": [\#(stats.joined(separator: ", "))]}"#
    }

    static func list(_ elements: [String]) -> String { "[\(elements.joined(separator: ",\n"))]" }

    private static let folder = "suite/medq:model=org_m-1"

    private func read(_ files: [String: String], at path: String = folder) throws -> CollectingSink {
        let workspace = try Workspace()
        for (name, text) in files { try workspace.write("\(path)/\(name)", text) }
        let sink = try workspace.read(workspace.folder.appendingPathComponent(path).path)
        #expect(sink.breaches == [])
        return sink
    }

    private static let run = [
        "run_spec.json": specification(),
        "scenario.json": #"{"name": "medq", "description": "d", "tags": []}"#,
        "scenario_state.json": state([
            request(instance("i1"), more: mapping), request(instance("i2"), completions: [" A"], more: mapping),
        ]),
        "per_instance_stats.json": list([
            entry("i1", [stat("exact_match", 1), stat("num_output_tokens", 9)]),
            entry("i2", [stat("exact_match", 0), stat("num_output_tokens", 7)]),
        ]),
        "stats.json": list([stat("exact_match", 0.5), stat("num_instances", 2), stat("num_output_tokens", 8)]),
    ]

    // MARK: - Claims

    @Test("a run folder is one log, whichever of its files is named")
    func folderIsOneLog() throws {
        let workspace = try Workspace()
        for (name, text) in Self.run { try workspace.write("\(Self.folder)/\(name)", text) }
        let whole = try workspace.read(workspace.folder.path)
        #expect(whole.runs.count == 1)
        let run = whole.runs[0]
        #expect([run.runner, run.model, run.benchmark, run.startedAt] == ["helm", "org/m-1", "medq", "2026-01-01T00:00:00Z"])
        #expect(run.itemsReported == 2)
        #expect(
            run.metrics == [
                MetricRecord(name: "exact_match", reported: 0.5),
                MetricRecord(name: "exact_match split=test sub_split=None", reported: 0.5),
            ])
        #expect(whole.problemKinds == [])
        let first = whole.predictions[0]
        #expect([first.item, first.question, first.text, first.runnerAnswer] == ["i1", "q i1?", " B", "B"])
        #expect(first.choices == ["x", "y", "z"])
        #expect(first.targets == ["B"])
        #expect(first.facets == [Facet(name: "split", value: "test")])
        for name in Self.run.keys.sorted() {
            let one = try workspace.read(workspace.folder.appendingPathComponent("\(Self.folder)/\(name)").path)
            #expect(one.predictions == whole.predictions, "\(name)")
            #expect(one.runs == whole.runs, "\(name)")
        }
    }

    @Test(
        "without a specification the folder's name gives model and benchmark",
        arguments: [
            ("medq:model=org_m-1", "org/m-1", "medq"),
            ("mmlu-subject=a_b,method=joint,model=org_m_1-2", "org/m_1-2", "mmlu:subject=a_b,method=joint"),
            ("med_qa:model=org_m,model_deployment=host_m", "org/m", "med_qa"),
        ])
    func names(_ folder: String, _ model: String, _ benchmark: String) throws {
        var files = Self.run
        files["run_spec.json"] = nil
        let sink = try read(files, at: folder)
        #expect([sink.runs[0].model, sink.runs[0].benchmark] == [model, benchmark])
        #expect(sink.problemKinds == [])
    }

    @Test("a folder that names neither model nor benchmark is asked for both")
    func missingNames() throws {
        var files = Self.run
        files["run_spec.json"] = nil
        let sink = try read(files, at: "copied")
        #expect(sink.problemKinds == ["missing-model", "missing-benchmark"])
        #expect(sink.runs[0].model == "copied")
    }

    @Test("items of another split than the main one are counted but not scored under the plain metric")
    func splits() throws {
        let valid = #""split": "valid""#
        let reasoning = #""split": "test", "sub_split": "Reasoning""#
        let sink = try read([
            "run_spec.json": Self.specification(),
            "scenario_state.json": Self.state([
                Self.request(Self.instance("a", subSplit: "Recall")), Self.request(Self.instance("b", subSplit: "Reasoning")),
                Self.request(Self.instance("c", split: "valid")),
            ]),
            "per_instance_stats.json": Self.list([
                Self.entry("a", [Self.stat("exact_match", 1, part: #""split": "test", "sub_split": "Recall""#)]),
                Self.entry("b", [Self.stat("exact_match", 1, part: reasoning)]),
                Self.entry("c", [Self.stat("exact_match", 0, part: valid)]),
            ]),
            "stats.json": Self.list([
                Self.stat("exact_match", 1, part: reasoning), Self.stat("exact_match", 0, part: valid),
                Self.stat("exact_match", 0.25, part: #""split": "test", "perturbation": {"name": "typos"}"#),
                Self.stat("num_instances", 2), Self.stat("num_instances", 1, part: valid),
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
        let copy = Self.request(Self.instance("i1", more: typos))
        let copyEntry = Self.entry("i1", [Self.stat("exact_match", 0, part: #""split": "test", "perturbation": {"name": "typos"}"#)], more: typos)
        var files = Self.run
        files["scenario_state.json"] = Self.state([Self.request(Self.instance("i1")), copy])
        files["per_instance_stats.json"] = Self.list([Self.entry("i1", [Self.stat("exact_match", 1)]), copyEntry])
        let both = try read(files)
        #expect(both.predictions.map(\.item) == ["i1"])
        #expect(both.problems.map { [$0.kind, String($0.count)] } == [["perturbed-left-out", "1"]])
        #expect(both.mean(of: "exact_match").value == 1)
        files["scenario_state.json"] = Self.state([copy])
        files["per_instance_stats.json"] = Self.list([copyEntry])
        for hasScores in [true, false] {
            if !hasScores { files["per_instance_stats.json"] = nil }
            let alone = try read(files)
            #expect(alone.predictions.map(\.item) == [#"i1 {"name": "typos", "prob": 0.1}"#])
            #expect(alone.predictions[0].facets.contains(Facet(name: "perturbation", value: "typos")))
            #expect(alone.predictions[0].scores.isEmpty != hasScores)
        }
    }

    @Test("trials and further completions are epochs, of which HELM scores the first completion")
    func repeats() throws {
        var files = Self.run
        let one = Self.instance("i1")
        files["scenario_state.json"] = Self.state([
            Self.request(one, completions: [" A", " B"]), Self.request(one, trial: 1, completions: [" C", " B"]),
        ])
        files["per_instance_stats.json"] = Self.list([
            Self.entry("i1", [Self.stat("exact_match", 0)]), Self.entry("i1", [Self.stat("exact_match", 1)], trial: 1),
        ])
        let sink = try read(files)
        #expect(sink.predictions.map(\.epoch) == [1, 2, 3, 4])
        #expect(sink.predictions.map(\.scores.isEmpty) == [false, true, false, true])
        #expect(sink.mean(of: "exact_match").value == 0.5)
    }

    @Test("of options that are asked for apart the likeliest is the answer, unless HELM says which it took")
    func separateOptions() throws {
        func ask(_ id: String, _ reference: Int, _ likelihood: Double, _ mode: String = "original") -> String {
            Self.request(
                Self.instance(id), more: #""reference_index": \#(reference), "request_mode": "\#(mode)", "#,
                result: #"{"success": true, "completions": [{"text": "t", "logprob": \#(likelihood), "tokens": []}]}"#)
        }
        var files = Self.run
        files["scenario_state.json"] = Self.state([
            ask("i1", 0, -3), ask("i1", 1, -1), ask("i1", 2, -2), ask("i2", 0, -1), ask("i2", 0, -9, "calibration"),
            ask("i2", 1, -1), ask("i2", 1, -2, "calibration"), ask("i3", 0, -1), ask("i3", 1, -5),
        ])
        files["per_instance_stats.json"] = Self.list([
            Self.entry("i1", [Self.stat("exact_match", 1)]), Self.entry("i2", [Self.stat("exact_match", 0)]),
            Self.entry("i3", [Self.stat("exact_match", 1), Self.stat("predicted_index", 1), Self.stat("max_prob", 0.75)]),
        ])
        let sink = try read(files)
        #expect(sink.predictions.map(\.text) == ["B", "A", "B"])
        #expect(sink.predictions.map(\.targets) == [["B"], ["B"], ["B"]])
        #expect(sink.predictions.map(\.confidence) == [nil, nil, 0.75])
        #expect(sink.runs[0].metrics.map(\.name) == ["exact_match", "exact_match split=test sub_split=None"])
    }

    @Test("the files for display stand in for the large ones")
    func display() throws {
        let predictions = Self.list([
            #"{"instance_id": "i1", "train_trial_index": 0, "predicted_text": " B", "mapped_output": "y", "stats": {"exact_match": 1, "num_bytes": 4}}"#,
            #"{"instance_id": "i2", "train_trial_index": 0, "predicted_text": " A", "mapped_output": "x", "stats": {"exact_match": 0}}"#,
            #"{"instance_id": "i1", "train_trial_index": 1, "predicted_text": " huh", "stats": {"exact_match": 0}}"#,
            #"{"instance_id": "i3", "train_trial_index": 0, "predicted_text": " B", "stats": {"exact_match": 0.5}}"#,
        ])
        let sink = try read([
            "run_spec.json": Self.specification(), "display_predictions.json": predictions,
            "instances.json": Self.list([Self.instance("i1"), Self.instance("i2", split: "valid"), Self.instance("i3")]),
        ])
        #expect(sink.predictions.map(\.question) == ["q i1?", "q i2?", "q i1?", "q i3?"])
        #expect(sink.predictions.map(\.runnerAnswer) == ["B", "A", nil, nil])
        #expect(sink.predictions.map(\.targets) == [["B"], ["B"], ["y"], ["B"]])
        #expect(sink.runs[0].metrics.map(\.name) == ["exact_match"])
        // The second one is of the split that does not count.
        #expect(sink.mean(of: "exact_match").items == 2)
        #expect(sink.mean(of: "exact_match").value == 0.5)
        #expect(sink.problemKinds == ["partial-folder"])
    }

    @Test("scores alone are read and told")
    func scoresAlone() throws {
        var files = Self.run
        files["scenario_state.json"] = nil
        let sink = try read(files)
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
        var files = Self.run
        files["run_spec.json"] = Self.specification(groups: groups, metrics: metrics)
        files["per_instance_stats.json"] = Self.list([
            Self.entry("i1", names.map { Self.stat($0, 1) }), Self.entry("i2", names.map { Self.stat($0, 0.5) }),
        ])
        let sink = try read(files)
        #expect(sink.runs[0].metrics[0].name == main)
        #expect(sink.runs[0].metrics[0].scale == scale)
        #expect(abs((sink.mean(of: main).value ?? .nan) - 0.75 / scale) < 1e-12)
    }

    @Test("marks of a jury are shares of five, other numbers beyond one are left out and told")
    func scales() throws {
        var files = Self.run
        files["per_instance_stats.json"] = Self.list([
            Self.entry("i1", [Self.stat("chw_care_plan_accuracy", 4.5), Self.stat("toxicity", -1), Self.stat("bleu", 31)]),
            Self.entry("i2", [Self.stat("chw_care_plan_accuracy", 2), Self.stat("toxicity", 1)]),
        ])
        files["stats.json"] = Self.list([Self.stat("chw_care_plan_accuracy", 3.25)])
        let sink = try read(files)
        let metric = sink.runs[0].metrics[0]
        #expect([metric.reported, metric.scale] == [3.25, 5])
        #expect(abs((sink.mean(of: "chw_care_plan_accuracy").value ?? .nan) - 0.65) < 1e-12)
        #expect(sink.problems.map(\.field) == ["toxicity", "bleu"])
    }

    @Test("entries of the same instance under several metrics are one")
    func mergedEntries() throws {
        var files = Self.run
        files["per_instance_stats.json"] = Self.list([
            Self.entry("i1", [Self.stat("exact_match", 1)]), Self.entry("i2", [Self.stat("exact_match", 0), Self.stat("f1_score", nil)]),
            Self.entry("i1", [Self.stat("f1_score", 0.5, count: 2)]),
        ])
        let sink = try read(files)
        #expect(sink.mean(of: "f1_score").value == 0.5)
        #expect(sink.mean(of: "f1_score").items == 1)
        #expect(sink.mean(of: "exact_match").items == 2)
    }

    @Test("failed requests, missing scores and missing requests are told apart")
    func failures() throws {
        var files = Self.run
        files["scenario_state.json"] = Self.state([
            Self.request(Self.instance("i1"), result: #"{"success": false, "error": "content policy", "completions": []}"#),
            Self.request(Self.instance("i9")), Self.request(Self.instance("i2"), result: "null"),
        ])
        var sink = try read(files)
        #expect(sink.predictions.map(\.failure) == ["content policy", nil, "no result"])
        #expect(sink.predictions.map(\.text) == [nil, " B", nil])
        #expect(sink.problemKinds == ["missing-scores"])
        files["scenario_state.json"] = Self.state([Self.request(Self.instance("i1"))])
        sink = try read(files)
        #expect(sink.problemKinds == ["missing-samples"])
    }

    @Test("the first versions, which wrote texts in place of objects, are read")
    func firstVersions() throws {
        var files = Self.run
        let instance = #"{"input": "old?", "references": [{"output": "yes", "tags": ["correct"]}], "split": "test", "id": "i1"}"#
        files["scenario_state.json"] = Self.state([Self.request(instance), Self.request(Self.instance("i2"))])
        let sink = try read(files)
        #expect(sink.predictions[0].question == "old?")
        #expect(sink.predictions[0].targets == ["yes"])
    }

    @Test("pictures make clusters, and extra data are facets without the answer")
    func media() throws {
        var files = Self.run
        let picture = #"{"input": {"multimedia_content": {"media_objects": [{"content_type": "image/png", "location": "/home/x/1.png"}, {"text": "what is it?"}]}}, "references": [], "split": "test", "id": "i1", "extra_data": {"modality": "CT", "answer": "no", "split": "train"}}"#
        files["scenario_state.json"] = Self.state([Self.request(picture), Self.request(Self.instance("i2"))])
        let sink = try read(files)
        #expect(sink.runs[0].clusterFacet == "image")
        #expect(sink.predictions[0].question == "what is it?")
        #expect(
            sink.predictions[0].facets == [
                Facet(name: "split", value: "test"), Facet(name: "image", value: "1.png"), Facet(name: "modality", value: "CT"),
            ])
    }

    @Test("a file cut in the middle gives the rows before it and a problem with its line")
    func cutFile() throws {
        var files = Self.run
        files["scenario_state.json"] = String(try #require(files["scenario_state.json"]).dropLast(40))
        let sink = try read(files)
        #expect(sink.predictions.count == 1)
        let problem = try #require(sink.problems.first { $0.kind == "truncated-json" })
        #expect(problem.file.hasSuffix("scenario_state.json"))
        #expect(problem.remedy.contains("The 1 rows before it were read."))
    }

    @Test("damaged aggregates do not keep the items from being read")
    func damagedAggregates() throws {
        var files = Self.run
        files["run_spec.json"] = #"{"name": "medq:model=org_m-1", "scenario_spec": {}, "adapter_spec": {}, "metric_specs": ["#
        files["stats.json"] = #"[{"name": {"name": "exact_match", "split": "test"}, "count": 1, "mean""#
        let sink = try read(files)
        #expect(sink.predictions.count == 2)
        #expect(sink.runs[0].model == "org/m-1")
        #expect(sink.problems.allSatisfy { $0.severity == .warning })
        #expect(sink.problems.count == 2)
    }

    @Test("several runs below a suite are a log each, and the suite's summaries are passed over with a reason")
    func suite() throws {
        let workspace = try Workspace()
        for model in ["m-1", "m-2"] {
            for (name, text) in Self.run { try workspace.write("runs/s/medq:model=org_\(model)/\(name)", text) }
        }
        try workspace.write("runs/s/run_specs.json", "[\(Self.specification())]")
        try workspace.write("runs/s/runs.json", #"[{"run_path": "p", "run_spec": {}, "stats": []}]"#)
        try workspace.write("runs/s/summary.json", #"{"suites": ["s"], "date": "2026-01-01"}"#)
        try workspace.write("runs/s/costs.json", "{}")
        try workspace.write("lone/stats.json", Self.list([Self.stat("exact_match", 0.5)]))
        let listing = LogFinder().find([workspace.folder.path])
        #expect(listing.problems.isEmpty)
        #expect(listing.logs.count == 2)
        #expect(listing.passedOver.count == 5)
        #expect(listing.passedOver.allSatisfy { $0.reason.contains("HELM") })
    }
}
