@testable import Charts

extension Specimen {
    static let gapDumbbell = Specimen(name: "gap") { shape in
        var random = SplitMix(seed: 3)
        let count = shape.modelCount
        let rows = (0..<count).map { index in
            let first = shape.value(index, of: count, random: &random)
            let second = shape.value(index + 3, of: count, random: &random)
            let gap = first.estimate - second.estimate
            let half = shape == .equal ? 0 : shape == .fullRange ? 1 : 0.03
            return DumbbellChart.Row(
                label: shape.model(index), first: .init(first.estimate, lower: first.lower, upper: first.upper),
                second: .init(second.estimate, lower: second.lower, upper: second.upper),
                difference: .init(gap, lower: gap - half, upper: gap + half), category: shape.category(index),
                link: "models/\(index).html")
        }
        return DumbbellChart(
            text: shape.text("Reasoning trails understanding for all 12 models, by 9.1 to 15.8 percentage points"),
            rows: rows, axisTitle: "accuracy")
    }
}
