@testable import Charts

extension Specimen {
    static let history = Specimen(name: "history") { shape in
        HistoryChart(
            text: shape.text(
                "Lingshu rose by 21 percentage points in 18 months; its last release cannot be told apart"
            ),
            lineages: lineages(shape), axis: .days,
            changePoints: shape == .nothing
                ? [] : [.init(position: HistoryChart.day("2024-09-10") ?? 0, words: "new prompt")],
            threshold: .init(value: 0.7, label: "Assisted reading"), axisTitle: "accuracy")
    }

    static let historyInOrder = Specimen(name: "history-order") { shape in
        HistoryChart(
            text: shape.text("Lingshu rose by 21 percentage points over six releases"),
            lineages: Array(lineages(shape).prefix(1)), axis: .order,
            threshold: .init(value: 0.7, label: "Assisted reading"), axisTitle: "accuracy")
    }

    private static func lineages(_ shape: DataShape) -> [HistoryChart.Lineage] {
        var random = SplitMix(seed: 6)
        let counts: [Int] =
            switch shape {
            case .typical: [6, 4, 4]
            case .one: [1]
            case .many: [24, 8, 7, 6, 5, 4, 3, 3]
            case .nothing: []
            default: [5, 4]
            }
        let names = ["Lingshu", "Qwen-VL", "MedGemma", "InternVL", "LLaVA-Med", "HuatuoGPT", "BiomedGPT", "RadFM"]
        return counts.enumerated().map { place, count in
            let releases = (0..<count).map { index in
                let value = shape.value(count - index + 2 * place, of: max(8, count * 2 + 2 * place), random: &random)
                let day = 19_700 + 700 * (Double(index) + random.number(in: -0.2...0.2)) / Double(max(1, count - 1))
                let change: HistoryChart.Change = index == 0 ? .untested : (index + place) % 3 == 2 ? .notApart : .apart
                return HistoryChart.Release(
                    label: shape == .longNames || shape == .scripts
                        ? shape.model(index) : "v\(index / 2 + 1).\(index % 2 * 5)",
                    day: index == 1 && place == 1 ? nil : day.rounded(),
                    measure: .init(value.estimate, lower: value.lower, upper: value.upper), change: change,
                    link: "models/\(place)-\(index).html")
            }
            let name = shape == .longNames || shape == .scripts ? shape.model(place + 2) : names[place % names.count]
            return HistoryChart.Lineage(
                name: name, category: place % 2 == 0 ? .medical : .general, releases: releases)
        }
    }
}
