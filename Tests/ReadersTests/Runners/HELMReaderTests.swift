import Foundation
import Records
import Testing

@testable import Readers

@Suite("HELMReader")
struct HELMReaderTests {
    @Test("a run folder is one log, whichever of its files is named")
    func folderIsOneLog() throws {
        let workspace = try Workspace()
        for (name, text) in HELMLog.run { try workspace.write("\(HELMLog.folder)/\(name)", text) }
        let whole = try workspace.read(workspace.folder.path)
        #expect(whole.runs.count == 1)
        let run = whole.runs[0]
        #expect(
            [run.runner, run.model, run.benchmark, run.startedAt] == [
                "helm", "org/m-1", "medq", "2026-01-01T00:00:00Z",
            ])
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
        for name in HELMLog.run.keys.sorted() {
            let one = try workspace.read(workspace.folder.appendingPathComponent("\(HELMLog.folder)/\(name)").path)
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
        var files = HELMLog.run
        files["run_spec.json"] = nil
        let sink = try HELMLog.read(files, at: folder)
        #expect([sink.runs[0].model, sink.runs[0].benchmark] == [model, benchmark])
        #expect(sink.problemKinds == [])
    }

    @Test("a folder that names neither model nor benchmark is asked for both")
    func missingNames() throws {
        var files = HELMLog.run
        files["run_spec.json"] = nil
        let sink = try HELMLog.read(files, at: "copied")
        #expect(sink.problemKinds == ["missing-model", "missing-benchmark"])
        #expect(sink.runs[0].model == "copied")
    }

    @Test("of options that are asked for apart the likeliest is the answer, unless HELM says which it took")
    func separateOptions() throws {
        func ask(_ id: String, _ reference: Int, _ likelihood: Double, _ mode: String = "original") -> String {
            HELMLog.request(
                HELMLog.instance(id), more: #""reference_index": \#(reference), "request_mode": "\#(mode)", "#,
                result: #"{"success": true, "completions": [{"text": "t", "logprob": \#(likelihood), "tokens": []}]}"#)
        }
        var files = HELMLog.run
        files["scenario_state.json"] = HELMLog.state([
            ask("i1", 0, -3), ask("i1", 1, -1), ask("i1", 2, -2), ask("i2", 0, -1), ask("i2", 0, -9, "calibration"),
            ask("i2", 1, -1), ask("i2", 1, -2, "calibration"), ask("i3", 0, -1), ask("i3", 1, -5),
        ])
        files["per_instance_stats.json"] = HELMLog.list([
            HELMLog.entry("i1", [HELMLog.stat("exact_match", 1)]),
            HELMLog.entry("i2", [HELMLog.stat("exact_match", 0)]),
            HELMLog.entry(
                "i3",
                [HELMLog.stat("exact_match", 1), HELMLog.stat("predicted_index", 1), HELMLog.stat("max_prob", 0.75)]),
        ])
        let sink = try HELMLog.read(files)
        #expect(sink.predictions.map(\.text) == ["B", "A", "B"])
        #expect(sink.predictions.map(\.targets) == [["B"], ["B"], ["B"]])
        #expect(sink.predictions.map(\.confidence) == [nil, nil, 0.75])
        #expect(sink.runs[0].metrics.map(\.name) == ["exact_match", "exact_match split=test sub_split=None"])
    }

    @Test("the files for display stand in for the large ones")
    func display() throws {
        let predictions = HELMLog.list([
            #"{"instance_id": "i1", "train_trial_index": 0, "predicted_text": " B", "mapped_output": "y", "stats": {"exact_match": 1, "num_bytes": 4}}"#,
            #"{"instance_id": "i2", "train_trial_index": 0, "predicted_text": " A", "mapped_output": "x", "stats": {"exact_match": 0}}"#,
            #"{"instance_id": "i1", "train_trial_index": 1, "predicted_text": " huh", "stats": {"exact_match": 0}}"#,
            #"{"instance_id": "i3", "train_trial_index": 0, "predicted_text": " B", "stats": {"exact_match": 0.5}}"#,
        ])
        let sink = try HELMLog.read([
            "run_spec.json": HELMLog.specification(), "display_predictions.json": predictions,
            "instances.json": HELMLog.list([
                HELMLog.instance("i1"), HELMLog.instance("i2", split: "valid"), HELMLog.instance("i3"),
            ]),
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

    @Test("the first versions, which wrote texts in place of objects, are read")
    func firstVersions() throws {
        var files = HELMLog.run
        let instance =
            #"{"input": "old?", "references": [{"output": "yes", "tags": ["correct"]}], "split": "test", "id": "i1"}"#
        files["scenario_state.json"] = HELMLog.state([
            HELMLog.request(instance), HELMLog.request(HELMLog.instance("i2")),
        ])
        let sink = try HELMLog.read(files)
        #expect(sink.predictions[0].question == "old?")
        #expect(sink.predictions[0].targets == ["yes"])
    }

    @Test("pictures make clusters, and extra data are facets without the answer")
    func media() throws {
        var files = HELMLog.run
        let picture =
            #"{"input": {"multimedia_content": {"media_objects": [{"content_type": "image/png", "location": "/home/x/1.png"}, {"text": "what is it?"}]}}, "references": [], "split": "test", "id": "i1", "extra_data": {"modality": "CT", "answer": "no", "split": "train"}}"#
        files["scenario_state.json"] = HELMLog.state([
            HELMLog.request(picture), HELMLog.request(HELMLog.instance("i2")),
        ])
        let sink = try HELMLog.read(files)
        #expect(sink.runs[0].clusterFacet == "image")
        #expect(sink.predictions[0].question == "what is it?")
        #expect(
            sink.predictions[0].facets == [
                Facet(name: "split", value: "test"), Facet(name: "image", value: "1.png"),
                Facet(name: "modality", value: "CT"),
            ])
    }

    @Test("a file cut in the middle gives the rows before it and a problem with its line")
    func cutFile() throws {
        var files = HELMLog.run
        files["scenario_state.json"] = String(try #require(files["scenario_state.json"]).dropLast(40))
        let sink = try HELMLog.read(files)
        #expect(sink.predictions.count == 1)
        let problem = try #require(sink.problems.first { $0.kind == "truncated-json" })
        #expect(problem.file.hasSuffix("scenario_state.json"))
        #expect(problem.remedy.contains("The 1 rows before it were read."))
    }

    @Test("damaged aggregates do not keep the items from being read")
    func damagedAggregates() throws {
        var files = HELMLog.run
        files["run_spec.json"] =
            #"{"name": "medq:model=org_m-1", "scenario_spec": {}, "adapter_spec": {}, "metric_specs": ["#
        files["stats.json"] = #"[{"name": {"name": "exact_match", "split": "test"}, "count": 1, "mean""#
        let sink = try HELMLog.read(files)
        #expect(sink.predictions.count == 2)
        #expect(sink.runs[0].model == "org/m-1")
        #expect(sink.problems.allSatisfy { $0.severity == .warning })
        #expect(sink.problems.count == 2)
    }

    @Test("several runs below a suite are a log each, and the suite's summaries are passed over with a reason")
    func suite() throws {
        let workspace = try Workspace()
        for model in ["m-1", "m-2"] {
            for (name, text) in HELMLog.run { try workspace.write("runs/s/medq:model=org_\(model)/\(name)", text) }
        }
        try workspace.write("runs/s/run_specs.json", "[\(HELMLog.specification())]")
        try workspace.write("runs/s/runs.json", #"[{"run_path": "p", "run_spec": {}, "stats": []}]"#)
        try workspace.write("runs/s/summary.json", #"{"suites": ["s"], "date": "2026-01-01"}"#)
        try workspace.write("runs/s/costs.json", "{}")
        try workspace.write("lone/stats.json", HELMLog.list([HELMLog.stat("exact_match", 0.5)]))
        let listing = LogFinder().find([workspace.folder.path])
        #expect(listing.problems.isEmpty)
        #expect(listing.logs.count == 2)
        #expect(listing.passedOver.count == 5)
        #expect(listing.passedOver.allSatisfy { $0.reason.contains("HELM") })
    }
}
