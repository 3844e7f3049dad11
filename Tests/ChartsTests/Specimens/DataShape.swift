@testable import Charts

/// The data that each kind of chart must withstand.
enum DataShape: String, CaseIterable, Sendable {
    /// What a study looks like: a dozen models, seven benchmarks.
    case typical
    /// One model, one benchmark.
    case one
    /// 60 models, 40 benchmarks.
    case many
    /// Names of 80 characters and more.
    case longNames
    /// Names in Chinese and Arabic, with emoji, markup, controls and marks of direction.
    case scripts
    /// Intervals without width, all values equal.
    case equal
    /// Intervals over the full range.
    case fullRange
    /// Nothing at all.
    case nothing

    var modelCount: Int {
        switch self {
        case .typical: 12
        case .one: 1
        case .many: 60
        case .longNames, .scripts: 9
        case .equal, .fullRange: 5
        case .nothing: 0
        }
    }

    var benchmarkCount: Int {
        switch self {
        case .typical: 7
        case .one: 1
        case .many: 40
        case .longNames, .scripts: 5
        case .equal, .fullRange: 3
        case .nothing: 0
        }
    }

    /// The name of a model.
    func model(_ index: Int) -> String {
        switch self {
        case .longNames: Self.long[index % Self.long.count]
        case .scripts: Self.foreign[index % Self.foreign.count]
        default:
            Self.models[index % Self.models.count]
                + (index < Self.models.count ? "" : "-v\(index / Self.models.count + 1)")
        }
    }

    /// The name of a benchmark.
    func benchmark(_ index: Int) -> String {
        switch self {
        case .longNames: Self.long[(index + 3) % Self.long.count]
        case .scripts: Self.foreign[(index + 4) % Self.foreign.count]
        default:
            Self.benchmarks[index % Self.benchmarks.count]
                + (index < Self.benchmarks.count ? "" : " part \(index / Self.benchmarks.count + 1)")
        }
    }

    func category(_ index: Int) -> Category { index % 3 == 1 ? .medical : .general }

    /// A share with its interval: seeded, falling with the index.
    func value(_ index: Int, of count: Int, random: inout SplitMix) -> (estimate: Double, lower: Double, upper: Double)
    {
        switch self {
        case .equal: return (0.5, 0.5, 0.5)
        case .fullRange: return (index % 2 == 0 ? 0 : 1, 0, 1)
        default:
            let estimate = 0.78 - 0.5 * Double(index) / Double(max(1, count)) + random.number(in: -0.02...0.02)
            let half = random.number(in: 0.012...0.035)
            return (estimate, estimate - half, min(1, estimate + half))
        }
    }

    /// The words around a chart: long as they are in earnest.
    func text(_ finding: String) -> ChartText {
        ChartText(
            title: finding,
            subtitle:
                "Unweighted mean accuracy over \(benchmarkCount) benchmarks; n = 23 412 items; 95% intervals (exact BCa)",
            footnote: "Simulated · Medical vision-language models, July 2025 · Acuity 0.7.0")
    }

    static let models = [
        "Lingshu-32B", "Qwen2.5-VL-72B", "HuatuoGPT-Vision-34B", "InternVL3-38B", "MedGemma-27B", "Lingshu-7B",
        "Qwen2.5-VL-32B", "InternVL3-8B", "MedGemma-4B", "Qwen2.5-VL-7B", "LLaVA-Med-7B", "Qwen2.5-VL-3B",
    ]
    static let benchmarks = ["SLAKE", "VQA-RAD", "OmniMedVQA", "PathVQA", "PMC-VQA", "MMMU-Med", "MedXpertQA-MM"]
    static let long = [
        "LLaVA-Med-v1.5-Mistral-7B-instruct-preview-2025-03-checkpoint-12000-merged-with-adapters",
        "a very long name with many spaces that has to wrap once and then has to end in an ellipsis in narrow places",
        "huatuogpt_vision_34b_without_any_place_to_break_the_line_but_low_lines_and_then_some_more", "X",
        String(repeating: "W", count: 90),
        "Qwen2.5-VL-72B-Instruct-AWQ-with-system-prompt-number-four-and-temperature-0.7",
    ]
    static let foreign = [
        "医学视觉语言模型-72B", "نموذج الرؤية الطبية ٧", "emoji 🏥👩‍⚕️ model", "Модель-с-длинным-названием",
        "<script>alert(1)</script>",
        "control\u{0}\u{7}\u{1B}[31m", "bidi \u{202E}desrever\u{202C}", "", "한국어 의료 모델",
    ]
}
