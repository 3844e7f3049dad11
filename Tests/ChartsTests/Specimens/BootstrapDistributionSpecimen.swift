import Foundation

@testable import Charts

extension Specimen {
    /// A histogram of a normal distribution that leans a little, with the interval of its inner 95%.
    private static func panel(
        _ index: Int, of count: Int, shape: DataShape, random: inout SplitMix
    ) -> BootstrapDistributionChart.Panel {
        let value = shape.value(index, of: count, random: &random)
        let deviation = (value.upper - value.lower) / 2 / 1.96
        var bars: [BootstrapDistributionChart.Bar] = []
        if deviation == 0 {
            bars = [.init(lower: value.estimate, upper: value.estimate, mass: 1)]
        } else {
            let width = deviation / 6
            for step in -21..<21 {
                let z = (Double(step) + 0.5) / 6
                let from = value.estimate + Double(step) * width
                guard from >= 0, from + width <= 1 else { continue }
                bars.append(.init(lower: from, upper: from + width, mass: exp(-z * z / 2) * (1 + 0.08 * z) / 15.04))
            }
        }
        return .init(
            label: shape.model(index), bars: bars, estimate: value.estimate, lower: value.lower, upper: value.upper,
            shares: .init(below: 0.025, inside: 0.95, above: 0.025), kind: "exact distribution",
            link: "models/\(index).html")
    }

    /// One panel for the shape `one`, else one a model.
    static let bootstrapDistribution = Specimen(name: "bootstrap") { shape in
        var random = SplitMix(seed: 8)
        let count = shape == .typical ? 6 : shape.modelCount
        return BootstrapDistributionChart(
            text: shape.text("The interval of Lingshu-32B, 75.5% to 82.4%, leaves out the outer 2.5% on each side"),
            panels: (0..<count).map { panel($0, of: count, shape: shape, random: &random) }, axisTitle: "accuracy")
    }
}
