import Foundation

@testable import Charts

extension Specimen {
    static let criticalDifference = Specimen(name: "critical-difference") { shape in
        var random = SplitMix(seed: 6)
        let (count, benchmarks) = (shape.modelCount, shape.benchmarkCount)
        var sums = [Double](repeating: 0, count: count)
        for _ in 0..<benchmarks {
            let scores = (0..<count).map {
                shape.value($0, of: count, random: &random).estimate
                    + (shape == .equal ? 0 : random.number(in: -0.08...0.08))
            }
            for model in 0..<count {
                let (better, equal) = (
                    scores.filter { $0 > scores[model] }.count, scores.filter { $0 == scores[model] }.count
                )
                sums[model] += Double(better) + Double(equal + 1) / 2
            }
        }
        let entries = (0..<count).map { model in
            CriticalDifferenceChart.Entry(
                label: shape.model(model), category: shape.category(model), meanRank: sums[model] / Double(benchmarks),
                link: "models/\(model).html")
        }
        let difference = 3.268 * (Double(count * (count + 1)) / Double(6 * max(1, benchmarks))).squareRoot()
        return CriticalDifferenceChart(
            text: shape.text("Lingshu-32B ranks first but cannot be told apart from the next five"), entries: entries,
            criticalDifference: count == 0 ? 1 : difference, benchmarkCount: benchmarks)
    }
}
