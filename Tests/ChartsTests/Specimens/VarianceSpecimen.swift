@testable import Charts

extension Specimen {
    static let variance = Specimen(name: "variance") { shape in
        let names =
            shape == .longNames || shape == .scripts
            ? (0..<4).map(shape.benchmark) : ["model", "benchmark", "model × benchmark", "item sampling"]
        func bar(_ label: String, _ shares: [Double], half: Double = 0.08) -> VarianceComponentsChart.Bar {
            let components = zip(names, shares).map { name, share in
                VarianceComponentsChart.Component(
                    name: name, share: share, lower: max(0, share - half), upper: min(1, max(0, share) + half))
            }
            return VarianceComponentsChart.Bar(label: label, components: components, link: "variance.html")
        }
        let bars: [VarianceComponentsChart.Bar] =
            switch shape {
            case .typical, .longNames, .scripts: [bar("all benchmarks", [0.31, 0.524, 0.148, 0.018])]
            case .one: [bar("one", [0, 1.004, -0.004, 0])]
            case .many:
                (0..<40).map { index in
                    let first = 0.1 + 0.015 * Double(index)
                    return bar(shape.benchmark(index), [first, 0.9 - first - 0.06, 0.04, 0.06])
                }
            case .equal: [bar("a", [0.25, 0.25, 0.25, 0.25], half: 0)]
            case .fullRange: ["understanding", "reasoning", "both"].map { bar($0, [0.2, 0.45, 0.3, 0.05], half: 1) }
            case .nothing: []
            }
        return VarianceComponentsChart(
            text: shape.text("Benchmarks account for half of the variance, models for a third"), bars: bars)
    }
}
