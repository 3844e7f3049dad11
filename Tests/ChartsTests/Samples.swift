@testable import Charts

/// Random numbers that are the same on each run (Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func number(in range: ClosedRange<Double>) -> Double {
        Double.random(in: range, using: &self)
    }
}

/// Charts made of seeded random values, with names as they come from logs.
enum Samples {
    static let names = [
        "HuatuoGPT-Vision-32B", "Qwen2.5-VL-72B", "Lingshu-7B", "X",
        "LLaVA-Med-v1.5-Mistral-7B-instruct-preview-2025-03-checkpoint-12000",
        "a very long name with spaces that has to wrap once and then end in an ellipsis",
        "huatuogpt_vision_34b_without_any_place_to_break_the_line_but_low_lines", String(repeating: "W", count: 200),
        "医学视觉语言模型-72B", "Модель-с-длинным-названием", "",
    ]

    static let hostile = [
        "<script>alert(1)</script>", "<b>bold</b> &amp; <i>unclosed", "\"quotes\" 'single' & ampersand",
        "control\u{0}\u{1}\u{7}\u{1B}[31m", "bidi \u{202E}desrever\u{202C} \u{2066}isolate", "line\nbreak\ttab\r\n",
        "e" + String(repeating: "\u{301}", count: 300), "emoji 🏥👩‍⚕️", "noncharacter \u{FFFE}\u{FFFF}",
        "</svg><svg onload=x>", "<span font='100'>markup</span", "\u{2028}\u{200B}\u{FEFF}",
        String(repeating: "<", count: 5000),
    ]

    static func text(_ random: inout SplitMix) -> ChartText {
        ChartText(
            title: "No model reaches 90%; the best, HuatuoGPT-Vision-32B, stands at 63.1% to 68.4%",
            subtitle:
                "Mean accuracy over 7 benchmarks with 95% Wilson intervals; n = \(Int(random.number(in: 1...9999)))",
            footnote: "Source: published accuracies.")
    }

    static func name(_ random: inout SplitMix, from names: [String] = Samples.names) -> String {
        names.randomElement(using: &random) ?? ""
    }

    static func leaderboard(seed: UInt64, rowCount: Int, names: [String] = Samples.names) -> LeaderboardChart {
        var random = SplitMix(seed: seed)
        let rows = (0..<rowCount).map { _ in
            let estimate = random.number(in: 0...1)
            let half = random.number(in: 0...0.1)
            return LeaderboardChart.Row(
                label: name(&random, from: names), estimate: estimate, lower: max(0, estimate - half),
                upper: min(1, estimate + half),
                category: [.general, .medical, .other].randomElement(using: &random) ?? .other,
                note: ValueFormat.count(Int(random.number(in: 1...30_000))))
        }
        let groups = (0..<rowCount / 3).map { $0 * 2...min(rowCount - 1, $0 * 2 + 4) }
        let thresholds = (0..<Int(seed % 4)).map { _ in
            let value = random.number(in: 0...1)
            return LeaderboardChart.Threshold(value: value, label: name(&random, from: names))
        }
        return LeaderboardChart(
            text: text(&random), rows: rows, groups: groups, thresholds: thresholds,
            format: seed % 2 == 0 ? .percent : .score, axisTitle: "mean accuracy")
    }

    static func heatMap(
        seed: UInt64, rowCount: Int, columnCount: Int, names: [String] = Samples.names
    ) -> HeatMapChart {
        var random = SplitMix(seed: seed)
        let columns = (0..<columnCount).map { _ in
            HeatMapChart.Column(label: name(&random, from: names), mean: random.number(in: 0...1))
        }
        let rows = (0..<rowCount).map { _ in
            let cells = (0..<columnCount).map { _ -> HeatMapChart.Cell? in
                let value = random.number(in: 0...1)
                guard value > 0.1 else { return nil }
                return HeatMapChart.Cell(
                    value: value, lower: value - 0.02, upper: min(1, value + 0.02),
                    mark: seed % 2 == 0 ? VerdictMark.allCases.randomElement(using: &random) : nil)
            }
            return HeatMapChart.Row(
                label: name(&random, from: names), category: seed % 3 == 0 ? nil : .medical, cells: cells,
                mean: random.number(in: 0...1))
        }
        return HeatMapChart(
            text: text(&random), columns: columns, rows: rows, format: seed % 2 == 0 ? .percent : .score,
            valueTitle: "accuracy")
    }

    static func dumbbell(seed: UInt64, rowCount: Int, names: [String] = Samples.names) -> DumbbellChart {
        var random = SplitMix(seed: seed)
        let rows = (0..<rowCount).map { _ in
            let (first, second) = (random.number(in: 0...1), random.number(in: 0...1))
            let gap = first - second
            return DumbbellChart.Row(
                label: name(&random, from: names),
                first: .init(first, lower: max(0, first - 0.03), upper: min(1, first + 0.03)),
                second: .init(second), difference: .init(gap, lower: gap - 0.05, upper: gap + 0.05),
                category: seed % 2 == 0 ? .general : nil)
        }
        return DumbbellChart(text: text(&random), rows: rows, axisTitle: "accuracy")
    }
}
