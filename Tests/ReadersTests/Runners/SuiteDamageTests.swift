import Records
import Testing

@testable import Readers

@Suite("damaged logs of suites")
struct SuiteDamageTests {
    private static let state =
        #"{"adapter_spec": {}, "request_states": [{"instance": {"input": {"text": "q"}, "references": [{"output": {"text": "x"}, "tags": ["correct"]}], "split": "test", "id": "i"}, "train_trial_index": 0, "output_mapping": {"A": "x", "B": "y"}, "result": {"success": true, "completions": [{"text": "A", "logprob": -1}], "request_datetime": 1767225600}}]}"#
    private static let stats =
        #"[{"instance_id": "i", "train_trial_index": 0, "stats": [{"name": {"name": "exact_match", "split": "test"}, "count": 1, "sum": 1.0, "mean": 1.0}]}]"#
    private static let predictions =
        #"{"0": {"origin_prompt": "q", "prediction": "A", "gold": "A"}, "1": {"origin_prompt": [{"role": "HUMAN", "prompt": "q"}], "prediction": ["A"], "gold": ["A"]}}"#
    private static let results =
        #"{"accuracy": 50.0, "details": {"type": "GEN", "0": {"prompt": "q", "origin_prediction": "A", "predictions": "A", "references": "A"}, "1": {"prompt": "q", "origin_prediction": "A", "predictions": "A", "references": "B"}}}"#
    private static let review =
        #"{"index": 0, "target": "B", "messages": [{"role": "user", "content": "q"}], "sample_score": {"score": {"value": {"acc": 1.0}, "extracted_prediction": "B", "prediction": "B", "main_score_name": "acc"}, "sample_id": 0, "group_id": 0, "sample_metadata": {"id": "a"}}}"#
    private static let report =
        #"{"dataset_name": "gsm8k", "model_name": "m", "metrics": [{"name": "mean_acc", "num": 1, "score": 1.0, "categories": [{"name": ["default"], "subsets": [{"name": "main", "score": 1.0, "num": 1}]}]}]}"#

    private static let files: [(runner: String, name: String, text: String)] = [
        ("helm", "r/s:model=m/scenario_state.json", state), ("helm", "r/s:model=m/per_instance_stats.json", stats),
        ("opencompass", "predictions/m/d.json", predictions), ("opencompass", "results/m/d.json", results),
        ("evalscope", "reviews/m/gsm8k_main.jsonl", review), ("evalscope", "reports/m/gsm8k.json", report),
    ]

    /// What stands in for a value: other kinds, huge numbers, numbers that JSON does not have.
    private static let others = [
        "null", "true", "-1", "1e400", "NaN", "99999999999999999999", "\"\"", "[]", "{}", "[[1]]",
    ]

    /// The places of the plain values of members in a text.
    private static func values(of text: String) -> [Range<String.Index>] {
        text.matches(of: /: ("[^"]*"|[-0-9.e+]+|true|\[[^\[\]{}]*\])/).map {
            $0.output.1.startIndex..<$0.output.1.endIndex
        }
    }

    @Test("end in problems or in records, never in a crash, with every value of another kind", arguments: 0..<6)
    func kinds(_ index: Int) throws {
        let damaged = Self.files[index]
        for range in Self.values(of: damaged.text) {
            for other in Self.others {
                try read(index, damaged.text.replacingCharacters(in: range, with: other))
            }
        }
    }

    @Test("end in problems or in records, never in a crash, cut anywhere", arguments: 0..<6)
    func cuts(_ index: Int) throws {
        let damaged = Self.files[index]
        for length in stride(from: 1, to: damaged.text.utf8.count, by: 17) {
            try read(index, String(damaged.text.prefix(length)))
        }
    }

    @Test("with a byte order mark, carriage returns and repeated keys are read", arguments: 0..<6)
    func oddities(_ index: Int) throws {
        let text = Self.files[index].text
        let odd = "\u{FEFF}" + text.replacing(", \"", with: ",\r\n \"")
        // Lines of JSONL cannot be broken.
        let line = "\u{FEFF}" + text.replacing(#"{"index": 0"#, with: #"{"index": 9, "index": 0"#) + "\r\n"
        let sink = try read(index, index == 4 ? line : odd)
        #expect(sink?.predictions.isEmpty == false)
    }

    /// Reads a run with one of its files damaged.
    @discardableResult
    private func read(_ index: Int, _ text: String) throws -> CollectingSink? {
        let workspace = try Workspace()
        let runner = Self.files[index].runner
        for (place, file) in Self.files.enumerated() where file.runner == runner {
            try workspace.write(file.name, place == index ? text : file.text)
        }
        let sink = CollectingSink()
        for log in LogFinder().find([workspace.folder.path]).logs {
            let problem = try Problem.caught { try log.reader.read(log, into: sink) }
            if let problem {
                #expect(!problem.remedy.isEmpty)
                return nil
            }
        }
        return sink
    }
}
