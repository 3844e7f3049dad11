@testable import Charts

extension Specimen {
    static let strips = Specimen(name: "strips") { shape in
        var random = SplitMix(seed: 21)
        let (count, width) = (shape.modelCount, shape.benchmarkCount)
        let rows = (0..<count).map { index in
            let dots = (0..<width).compactMap { column -> BenchmarkStripChart.Dot? in
                let value = shape.value(index + column * 2, of: count + width * 2, random: &random)
                guard column < 4 || random.number(in: 0...1) > 0.1 else { return nil }
                return BenchmarkStripChart.Dot(
                    benchmark: shape.benchmark(column), value: value.estimate, lower: value.lower, upper: value.upper,
                    link: "benchmarks/\(column).html")
            }
            let mean = dots.isEmpty ? nil : dots.reduce(0) { $0 + $1.value } / Double(dots.count)
            let half = shape == .equal ? 0 : 0.17 + random.number(in: 0...0.05)
            return BenchmarkStripChart.Row(
                label: shape.model(index), dots: dots, mean: mean,
                prediction: index == 4 ? nil : mean.map { max(0, $0 - half)...min(1, $0 + half) },
                spread: index == 4 ? nil : half / 2, category: shape.category(index), link: "models/\(index).html")
        }
        return BenchmarkStripChart(
            text: shape.text(
                "A new benchmark may stand 34 points apart from the mean: benchmarks differ more than models"),
            rows: rows, axisTitle: "accuracy")
    }
}
