@testable import Charts

extension Specimen {
    static let gapScatter = Specimen(name: "gap-scatter") { shape in
        var random = SplitMix(seed: 4)
        let count = shape.modelCount
        let points = (0..<count).map { index in
            let first = shape.value(index, of: max(6, count), random: &random)
            let second = shape.value(index + 2, of: max(6, count), random: &random)
            let shift = shape == .equal || shape == .fullRange ? 0 : random.number(in: -0.09...0.06)
            let gap = first.estimate - second.estimate - shift
            let half = shape == .equal ? 0 : shape == .fullRange ? 1 : 0.03
            return GapScatterChart.Item(
                label: shape.model(index), category: shape.category(index),
                x: .init(first.estimate, lower: first.lower, upper: first.upper),
                y: .init(second.estimate + shift, lower: second.lower + shift, upper: second.upper + shift),
                difference: .init(gap, lower: gap - half, upper: gap + half), link: "models/\(index).html")
        }
        return GapScatterChart(
            text: shape.text("Reasoning trails understanding for 11 of 12 models, by up to 17 percentage points"),
            points: points, axisTitle: "accuracy")
    }
}
