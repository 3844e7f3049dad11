import Records
import Testing

@testable import Readers

@Suite("damaged logs of tables, lighteval, Every Eval Ever and Hugging Face evaluate")
struct TableDamageTests {
    private static let instance =
        #"{"schema_version": "0.3.0", "evaluation_id": "e", "model_id": "lab/m", "evaluation_name": "medq/strict", "#
        + #""evaluation_result_id": "acc:strict", "sample_id": "1", "input": {"raw": "q", "reference": ["2"], "choices": ["x", "y", "z"]}, "#
        + #""output": {"raw": ["C"]}, "answer_attribution": [{"extracted_value": "C", "is_terminal": true}], "evaluation": "#
        + #"{"score": 50, "is_correct": true}, "metadata": {"filter": "strict", "epoch": "1", "modality": "CT"}}"#
    private static let aggregate =
        #"{"schema_version": "0.3.0", "evaluation_id": "e", "evaluation_timestamp": "1795487528", "eval_library": {"name": "lm_eval"}, "#
        + #""model_info": {"id": "lab/m"}, "evaluation_results": [{"evaluation_result_id": "acc:strict", "metric_config": "#
        + #"{"lower_is_better": true, "metric_unit": "percent"}, "score_details": {"score": 50}}]}"#
    private static let details =
        #"{"doc": {"query": "q", "choices": ["a", "b"], "gold_index": [1], "id": "1", "specific": {"m": "CT"}}, "metric": {"acc": 1, "#
        + #""each": [1, 0]}, "model_response": {"text": ["x", "y"], "logprobs": [-1.5, -0.5], "argmax_logits_eq_gold": [true]}}"#
    private static let older =
        #"{"example": "q", "full_prompt": "q", "predictions": "[(-2.5, False), (-0.5, True)]", "gold_index": "[1]", "gold": "[]", "#
        + #""choices": "[' a', ' b']", "metrics": "{'acc': 1.0}", "specifics": "{'id': 3}"}"#
    private static let table =
        #"{"columns": ["id", "inputs", "outputs", "ground_truth", "letter/score", "kind"], "data": [["1", "q", "A", "A", 1, "x"], "#
        + #"["2", "q", ["B"], {"a": 1}, null, "y"]]}"#
    private static let lists =
        #"{"accuracy": 0.5, "model": "m", "predictions": ["A", "B"], "references": ["A", ["C"]], "ids": [1, 2], "#
        + #""_timestamp": "t", "_evaluate_version": "0.4"}"#

    private static let files: [(name: String, runner: String, text: String)] = [
        ("u_samples.jsonl", "every-eval-ever", "\(instance)\n\(instance)\n"),
        ("details_t|0_2026-11-24T02-48-57.jsonl", "lighteval", "\(details)\n\(older)\n"),
        ("eval_results_table.json", "mlflow", table), ("p_0_abc.table.json", "wandb", table),
        ("result.json", "hf-evaluate", lists),
    ]

    @Test("end in problems or in records, never in a crash", arguments: 0..<5)
    func survival(_ index: Int) throws {
        let file = Self.files[index]
        let workspace = try Workspace()
        var damage = Damage(UInt64(100 + index))
        for round in 0..<150 {
            // Every other time the aggregate is damaged as well.
            let aggregate = Array(Self.aggregate.utf8)
            try workspace.write("u.json", round % 2 == 0 ? aggregate : damage.apply(to: aggregate))
            let path = try workspace.write(file.name, damage.apply(to: Array(file.text.utf8)))
            do {
                let sink = try workspace.read(path, runner: file.runner)
                #expect(sink.breaches == [])
                #expect(sink.problems.allSatisfy { !$0.remedy.isEmpty })
            } catch let problem as Problem {
                #expect(problem.file.hasSuffix(file.name))
                #expect(!problem.remedy.isEmpty)
            }
        }
    }

    @Test(
        "an empty list, a wrong kind at the top and a lone header are told",
        arguments: [
            ("u_samples.jsonl", "every-eval-ever", "[]"), ("u_samples.jsonl", "every-eval-ever", "{}"),
            ("d.jsonl", "lighteval", "3"), ("t.table.json", "wandb", #"{"columns": {}, "data": {}}"#),
            ("t.json", "mlflow", "[]"), ("r.json", "hf-evaluate", "{}"),
            ("r.json", "hf-evaluate", #"{"predictions": []}"#),
        ])
    func nothing(_ name: String, _ runner: String, _ text: String) throws {
        let workspace = try Workspace()
        let path = try workspace.write(name, text)
        do {
            let sink = try workspace.read(path, runner: runner)
            #expect(sink.predictions.isEmpty)
            #expect(!sink.problems.isEmpty)
        } catch let problem as Problem {
            #expect(problem.file == path)
            #expect(!problem.remedy.isEmpty)
        }
    }
}
