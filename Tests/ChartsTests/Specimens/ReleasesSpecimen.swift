@testable import Charts

extension Specimen {
    static let releases = Specimen(name: "releases") { shape in
        var random = SplitMix(seed: 24)
        let count = shape.benchmarkCount
        func row(_ index: Int, label: String, level: Int) -> ReleaseForestChart.Row {
            let value =
                shape == .equal
                ? 0 : -0.06 + 0.13 * Double(index) / Double(max(1, count)) + random.number(in: -0.01...0.01)
            let half = shape == .equal ? 0 : shape == .fullRange ? 1 : random.number(in: 0.008...0.03)
            let change: ChangeMark =
                value - half > 0
                ? .improved : value + half < 0 ? .regressed : abs(value) + half < 0.02 ? .equivalent : .inconclusive
            return ReleaseForestChart.Row(
                label: label, level: level,
                difference: .init(value, lower: max(-1, value - half), upper: min(1, value + half)),
                change: change, flips: .init(lost: 130 - index * 12 % 120, gained: 22 + index * 17 % 140),
                link: "releases.html#\(index)")
        }
        var rows: [ReleaseForestChart.Row] = []
        for index in 0..<count {
            if index == 0 { rows.append(.init(label: "understanding")) }
            if index == (count + 1) / 2, index > 0 { rows.append(.init(label: "reasoning")) }
            rows.append(row(index, label: shape.benchmark(index), level: 1))
        }
        return ReleaseForestChart(
            text: shape.text("Between 0.6 and 0.7 Lingshu-7B lost 5.9 points on SLAKE and gained on two benchmarks"),
            rows: rows, overall: count > 1 ? row(count / 2 - 1, label: "Overall", level: 0) : nil, margin: 0.01,
            axisTitle: "difference in accuracy")
    }
}
