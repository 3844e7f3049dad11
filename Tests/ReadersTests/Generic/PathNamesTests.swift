import Foundation
import Testing

@testable import Readers

@Suite("Names from paths") struct PathNamesTests {
    @Test(
        "model, benchmark, repeat and time come from the path in whatever order people name things",
        arguments: [
            ("eval/medqa/gpt-4o.jsonl", "gpt-4o", "medqa", nil, nil),
            ("output/medqa/gpt-4o-medqa-test_hard.json", "gpt-4o-test_hard", "medqa", nil, nil),
            ("pathvqa/results/Qwen2.5-VL-7B/predictions.jsonl", "Qwen2.5-VL-7B", "pathvqa", nil, nil),
            ("MedQA2026/results/olmo3_7b/temp0.7_run2_results.json", "olmo3_7b temp0.7", "MedQA2026", 2, nil),
            ("bench/test_results/GPT_5_20251007_144809.csv", "GPT_5", "bench", nil, "2025-10-07T14:48:09"),
            ("vqa_rad/llama-3-8b/seed43.jsonl", "llama-3-8b", "vqa_rad", 43, nil),
            ("my-vqa/OUTPUTS/llavamed_test_pathvqa_pred.jsonl", "llavamed_test_pred", "pathvqa", nil, nil),
            ("run/baseline_results.json", "baseline", "run", nil, nil),
            ("slake/baseline/predictions.jsonl", "baseline", "slake", nil, nil),
        ] as [(String, String, String, Int?, String?)])
    func names(path: String, model: String, benchmark: String, epoch: Int?, time: String?) {
        let names = PathNames(URL(filePath: "/x/\(path)"))
        #expect(names.model == model && names.benchmark == benchmark)
        #expect(names.epoch == epoch && names.startedAt == time)
    }

    @Test(
        "names look like models by a size or a family",
        arguments: [
            ("llava1.5_13b", true), ("gpt-4.1", true), ("Lingshu-32B", true), ("medqa", false), ("slake", false),
            ("run2", false),
            ("b12", false), ("E7D25532-3B01-42AA-8AA9-9457FBD39726", false),
            ("logs-836318ea-4f57-943b-bf86-a6fd0ac8660a", false),
            ("qwen-7b-836318ea-4f57-943b-bf86-a6fd0ac8660a", true),
        ])
    func models(name: String, isModel: Bool) { #expect(PathNames.looksLikeModel(name) == isModel) }
}
