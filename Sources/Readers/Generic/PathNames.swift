import Foundation

/// What the path of a log says of its run, for logs whose rows do not name their model and benchmark.
///
/// People name files and folders after models, benchmarks, settings and repeats, in any order: parts that look like a
/// model's name decide, then the order file, folder, folder above.
struct PathNames {
    /// The model's name, with a sampling temperature where the path has one, because runs that differ in it are no repeats.
    let model: String
    /// The benchmark's name.
    let benchmark: String
    /// The number of the repeat, such as that of `_run2` or `seed43`; nil if the path has none.
    let epoch: Int?
    /// The time in the file's name as ISO 8601, or nil.
    let startedAt: String?
    /// The file's name without endings, repeat and time: equal for files that hold repeats of one run.
    let stem: String

    /// - Parameter hasModel: whether rows name the model, so that the file is named after the benchmark.
    init(_ url: URL, hasModel: Bool = false) {
        var rest = LogProbe.stem(url.lastPathComponent)
        epoch = Self.take(
            Self.repeatPattern, from: &rest
        )
        .flatMap { Int($0) }
        startedAt = Self.takeTime(from: &rest)
        let temperature = Self.take(Self.temperaturePattern, from: &rest)
        rest = Self.withoutWords(rest)
        stem = rest
        let folders = url.deletingLastPathComponent().standardizedFileURL.pathComponents.dropFirst().reversed().prefix(
            5)
        var parts = ([rest] + folders).filter { !Self.isOrdinary($0) }
        if parts.isEmpty { parts = [LogProbe.stem(url.lastPathComponent)] }
        var model = parts[0]
        if hasModel {
            benchmark = parts[0]
        } else {
            model = parts.first(where: Self.looksLikeModel) ?? parts[0]
            if let position = parts.firstIndex(of: model) { parts.remove(at: position) }
            if let (inside, without) = Self.splitting(rest), Self.looksLikeModel(without) || !Self.looksLikeModel(model)
            {
                self.model = temperature.map { "\(without) temp\($0)" } ?? without
                benchmark = inside
                return
            }
            // The nearest part that remains; beyond the second folder names have little to do with the file.
            benchmark = parts.prefix(3).first(where: Self.looksLikeBenchmark) ?? parts.first ?? model
            model = Self.without(benchmark, in: model)
        }
        self.model = temperature.map { "\(model) temp\($0)" } ?? model
    }

    // Reading a pattern takes longer than matching it. The patterns are never changed, but their type does not say so.
    nonisolated(unsafe) private static let repeatPattern =
        #/(?i)[_\-.]?(?:run|seed|epoch|trial|rep|repeat|iter|attempt)[_\-]?(\d{1,6})(?!\d)/#
    nonisolated(unsafe) private static let temperaturePattern =
        #/(?i)[_\-.]?temp(?:erature)?[_\-]?(\d(?:\.\d+)?)(?!\d)/#
    nonisolated(unsafe) private static let timePattern =
        #/[_\-.]?(20\d\d)[_\-]?([01]\d)[_\-]?([0-3]\d)(?:[_\-T]?([0-2]\d)[_\-:]?([0-5]\d)(?:[_\-:]?([0-5]\d))?)?(?!\d)/#
    nonisolated(unsafe) private static let sizePattern = #/(^|[^a-z0-9.])\d{1,4}(\.\d+)?b($|[^a-z0-9])/#
    nonisolated(unsafe) private static let uuidPattern =
        #/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/#

    private static func take(_ pattern: Regex<(Substring, Substring)>, from text: inout String) -> String? {
        guard let match = text.firstMatch(of: pattern) else { return nil }
        let value = String(match.1)
        text.removeSubrange(match.range)
        return value
    }

    private static func takeTime(from text: inout String) -> String? {
        guard let match = text.firstMatch(of: timePattern) else { return nil }
        var time = "\(match.1)-\(match.2)-\(match.3)"
        if let hour = match.4, let minute = match.5 { time += "T\(hour):\(minute):\(match.6 ?? "00")" }
        text.removeSubrange(match.range)
        return time
    }

    private static let endings = [
        "raw_labeled", "raw", "predictions", "prediction", "preds", "results", "result", "responses", "outputs",
        "output",
        "answers", "eval", "scores", "samples", "log", "logs", "grading", "graded", "detailed", "details", "inference",
    ]

    /// A name without the words that say only what kind of file it is, at its end or its beginning.
    private static func withoutWords(_ name: String) -> String {
        var name = name
        var isChanged = true
        while isChanged {
            isChanged = false
            for word in endings {
                for sign in ["_", "-", "."] {
                    if name.lowercased().hasSuffix(sign + word) {
                        name.removeLast(word.count + 1)
                        isChanged = true
                    } else if name.lowercased().hasPrefix(word + sign) {
                        name.removeFirst(word.count + 1)
                        isChanged = true
                    }
                }
            }
        }
        return name
    }

    private static let ordinary: Set<String> = Set(endings).union([
        "data", "evals", "evaluation", "evaluations", "runs", "base_runs", "checkpoints", "test_results", "test",
        "tests",
        "val", "train", "tmp", "cot", "zero_shot", "few_shot", "full", "big", "out", "results_raw", "artifacts",
        "files", "per_example", "home", "root", "work", "users", "desktop", "documents", "downloads", "",
    ])

    /// Whether a name says what kind of thing a file or folder is, and not which.
    private static func isOrdinary(_ name: String) -> Bool {
        ordinary.contains(name.lowercased()) || name.allSatisfy { $0.isNumber || "_-.T".contains($0) }
    }

    private static let families = [
        "gpt", "claude", "gemini", "gemma", "llama", "llava", "vicuna", "alpaca", "qwen", "qwq", "mistral", "mixtral",
        "ministral", "deepseek", "phi-", "phi3", "phi4", "olmo", "falcon", "internvl", "internlm", "minicpm", "glm",
        "kimi",
        "grok", "gigachat", "command-r", "o1-", "o3-", "o4-", "sonnet", "opus", "haiku", "huatuo", "lingshu",
        "medgemma", "meditron",
        "biomistral", "biomed_clip", "biomedclip", "doubao", "yi-", "hunyuan", "baichuan", "nova-", "sabia", "mimo",
        "paligemma", "idefics", "blip", "molmo", "pixtral", "lora_", "mock-", "bert", "vilt", "resnet", "densenet",
        "o1_", "o3_", "finetuned", "fine-tuned",
        "fine_tuned", "cogvlm", "llada", "solar", "exaone", "aya-", "smollm", "nemotron", "jamba", "chatdoctor",
        "pmc_llama", "med42", "medalpaca", "minimax",
    ]

    /// Whether a name looks like that of a model: a size such as `7b`, or a known family.
    static func looksLikeModel(_ name: String) -> Bool {
        // The groups of a UUID can read as a size: `943b`.
        let lower = name.lowercased().replacing(uuidPattern, with: "")
        return lower == "baseline" || families.contains { lower.contains($0) }
            || lower.contains(Self.sizePattern)
    }

    /// Benchmarks that people put into the names of files beside the model's, the longer ones first.
    private static let knownBenchmarks = [
        "mmlu_pro_health", "mmlu-pro-health", "medxpertqa_text", "medxpertqa_mm", "medxpertqa-text", "medxpertqa-mm",
        "medxpertqa",
        "omnimedvqa", "healthbench_hard", "healthbench", "afrimedqa", "kormedmcqa", "headqa", "medmcqa", "pubmedqa",
        "pathvqa",
        "path-vqa", "path_vqa", "pmc-vqa", "pmc_vqa", "pmcvqa", "vqa_rad", "vqa-rad", "vqarad", "mmlu_pro", "mmlu-pro",
        "bioasq",
        "medqa", "slake", "mmmu", "mmlu", "gpqa", "usmle", "igakuqa", "cmexam", "cmb",
    ]

    /// The benchmark within a name and the name without it; nil if there is none or nothing else.
    private static func splitting(_ name: String) -> (benchmark: String, rest: String)? {
        let lower = name.lowercased()
        for known in knownBenchmarks {
            guard let range = lower.range(of: known) else { continue }
            let before = lower[..<range.lowerBound].last
            let after = lower[range.upperBound...].first
            guard [before, after].allSatisfy({ $0.map { "_-. ".contains($0) } ?? true }) else { continue }
            let start = lower.distance(from: lower.startIndex, to: range.lowerBound)
            let letters = Array(name)
            let signs = CharacterSet(charactersIn: "_-. ")
            let head = String(letters.prefix(start)).trimmingCharacters(in: signs)
            let tail = String(letters.dropFirst(start + known.count))
            let rest = (head + tail).trimmingCharacters(in: signs)
            guard !rest.isEmpty else { return nil }
            return (String(letters[start..<(start + known.count)]), rest)
        }
        return nil
    }

    private static let benchmarkWords = [
        "vqa", "medqa", "mmlu", "mmmu", "bench", "xpert", "mcqa", "pubmedqa", "gpqa", "slake", "exam", "usmle",
        "healthbench", "enamed",
        "qa_", "_qa", "mirage",
    ]

    /// Whether a name looks like that of a benchmark.
    static func looksLikeBenchmark(_ name: String) -> Bool {
        let lower = name.lowercased()
        return !looksLikeModel(name) && (benchmarkWords.contains { lower.contains($0) } || lower.hasSuffix("qa"))
    }

    /// A model's name without the benchmark's in it: `gpt-4o` of `gpt-4o-medqa`.
    private static func without(_ benchmark: String, in model: String) -> String {
        for sign in ["-", "_"] {
            guard let range = model.range(of: sign + benchmark, options: .caseInsensitive),
                range.lowerBound > model.startIndex
            else { continue }
            return model.replacingCharacters(in: range, with: "")
        }
        return model
    }
}
