@testable import Charts

extension Specimen {
    static let leaderboard = Specimen(name: "leaderboard") { shape in
        var random = SplitMix(seed: 1)
        let count = shape.modelCount
        let rows = (0..<count).map { index in
            let value = shape.value(index, of: count, random: &random)
            return LeaderboardChart.Row(
                label: shape.model(index), estimate: value.estimate, lower: value.lower, upper: value.upper,
                category: shape.category(index), note: ValueFormat.count(3000 + 977 * index),
                link: "models/\(index).html")
        }
        let groups = count > 4 ? [0...2, 1...3] : []
        return LeaderboardChart(
            text: shape.text("No model reaches 90%; the best, Lingshu-32B, stands at 74.5% to 78.9%"), rows: rows,
            groups: groups,
            thresholds: [
                .init(value: 0.9, label: "Clinical deployment"), .init(value: 0.6, label: "Assisted reading"),
            ], axisTitle: "accuracy")
    }
}
