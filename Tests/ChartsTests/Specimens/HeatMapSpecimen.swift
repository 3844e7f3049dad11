@testable import Charts

extension Specimen {
    static let heatMap = Specimen(name: "heat-map") { shape in
        var random = SplitMix(seed: 2)
        let (count, width) = (shape.modelCount, shape.benchmarkCount)
        let rows = (0..<count).map { index in
            let cells = (0..<width).map { column -> HeatMapChart.Cell? in
                let value = shape.value(index + column, of: count + width, random: &random)
                guard shape == .one || shape == .equal || random.number(in: 0...1) > 0.05 else { return nil }
                return HeatMapChart.Cell(
                    value: value.estimate, lower: value.lower, upper: value.upper,
                    mark: value.lower > 0.7 ? .pass : value.upper < 0.7 ? .fail : .inconclusive,
                    link: "benchmarks/\(column).html")
            }
            return HeatMapChart.Row(
                label: shape.model(index), category: shape.category(index), cells: cells,
                mean: cells.compactMap { $0?.value }.first)
        }
        return HeatMapChart(
            text: shape.text("Accuracy is highest on SLAKE (55% to 79%) and lowest on MedXpertQA-MM (31% to 52%)"),
            columns: (0..<width).map { HeatMapChart.Column(label: shape.benchmark($0), mean: 0.5) }, rows: rows,
            valueTitle: "accuracy")
    }
}
