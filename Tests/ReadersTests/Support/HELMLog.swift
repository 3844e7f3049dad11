import Foundation
import Testing

@testable import Readers

/// Builds the files of a HELM run folder as HELM writes them.
enum HELMLog {
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
        let made =
            result
            ?? #"{"success": true, "completions": [\#(texts.joined(separator: ", "))], "request_datetime": 1767225600}"#
        return
            #"{"instance": \#(instance), "train_trial_index": \#(trial), \#(more)"request": {"prompt": "p"}, "result": \#(made)}"#
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

    static let folder = "suite/medq:model=org_m-1"

    /// Two instances, one of them answered right.
    static let run = [
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

    /// Reads the only run of a folder with these files.
    static func read(_ files: [String: String], at path: String = folder) throws -> CollectingSink {
        let workspace = try Workspace()
        for (name, text) in files { try workspace.write("\(path)/\(name)", text) }
        let sink = try workspace.read(workspace.folder.appendingPathComponent(path).path)
        #expect(sink.breaches == [])
        return sink
    }
}
