import Foundation

/// What the folders and the name of a file say: `<output of a model>/<BENCHMARK>/results.json`.
struct MedEvalKitPlace {
    /// The folder of the benchmark.
    let folder: URL
    /// The number of a chunk, `results_<k>.json`; nil for other files.
    let chunk: Int?
    /// Whether the name is `results.json`.
    let isWhole: Bool

    init(_ url: URL) {
        let own = url.deletingLastPathComponent()
        // MMMU has a folder for each subject within that of the benchmark.
        folder = MMMUPlace.subjects.contains(own.lastPathComponent) ? own.deletingLastPathComponent() : own
        let name = LogProbe.innerName(url.lastPathComponent)
        isWhole = name == "results.json"
        chunk = Self.chunk(name)
    }

    /// The number in `results_<k>.json`, or nil.
    static func chunk(_ name: String) -> Int? {
        let name = LogProbe.innerName(name)
        guard name.hasPrefix("results_"), name.hasSuffix(".json") else { return nil }
        let digits = name.dropFirst("results_".count).dropLast(".json".count)
        return digits.utf8.count <= 6 && digits.utf8.allSatisfy { (48...57).contains($0) } ? Int(digits) : nil
    }

    /// The benchmark: the name of the folder, as `--eval_datasets` has it.
    var benchmark: String { folder.lastPathComponent }

    /// The name of the folder above, which is the model's if the user followed the runner's custom.
    var model: String { folder.deletingLastPathComponent().lastPathComponent }

    /// Whether that name is more likely a benchmark's or one for the results of all models.
    var isModelDoubtful: Bool {
        let name = Self.folded(model)
        // `textonly-pubmedqa` for PubMedQA; the default of the runner is `eval_results/{}`.
        let rest = name.hasSuffix(Self.folded(benchmark)) ? String(name.dropLast(Self.folded(benchmark).count)) : name
        return rest.isEmpty || Self.benchmarks.contains(name) || Self.general.contains(rest)
    }

    /// Whether the folder has the name of a benchmark of MedEvalKit.
    var isKnown: Bool { Self.isBenchmark(benchmark) }

    /// Whether a name is that of a benchmark of MedEvalKit.
    static func isBenchmark(_ name: String) -> Bool { benchmarks.contains(folded(name)) }

    /// Whether the files are those of MMMU, which MedEvalKit keeps in its own way.
    var isMMMU: Bool {
        Self.folded(benchmark).hasPrefix("mmmumedical") || Self.folded(benchmark).hasPrefix("mmmuscience")
    }

    private static let benchmarks: Set<String> = [
        "mmmumedicaltest", "mmmumedicalval", "mmmusciencetest", "mmmuscienceval", "pathvqa", "pmcvqa", "vqarad",
        "slake",
        "medqausmle", "medqa", "medmcqa", "pubmedqa", "omnimedvqa", "medbulletsop4", "medbulletsop5", "medxpertqatext",
        "medxpertqamm", "supergpqa", "healthbench", "iuxray", "chexpertplus", "mimiccxr", "cmb", "cmexam", "cmmlu",
        "medqamcmle", "medframeqa", "radrestruct", "mmlu", "mmmu",
    ]
    private static let general: Set<String> = [
        "evalresults", "results", "result", "outputs", "output", "eval", "logs", "textonly", "{}",
    ]

    private static func folded(_ name: String) -> String {
        name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
    }
}
