import Findings
import Foundation
import Statistics
import Study

/// What the items of a benchmark can show of a difference of two models.
struct PowerAnalyzer {
    let study: Study

    private static let differences = [0.01, 0.02, 0.05, 0.10]
    private static let power = 0.8
    private static let gridSize = 40
    private static let (fewest, most) = (20.0, 100_000.0)

    /// Evenly spaced on a logarithmic scale, both ends included.
    private static let grid: [Int] = (0..<gridSize).map { index in
        Int((fewest * pow(most / fewest, Double(index) / Double(gridSize - 1))).rounded())
    }

    /// - Parameter differences: those of one benchmark.
    /// - Returns: nil if no pair of models has 0/1 scores.
    func power(_ differences: [DifferenceFinding], benchmark: String) -> PowerFinding? {
        let pairs = differences.compactMap(PairCounts.init)
        guard let discordance = Self.median(pairs.map(\.discordance)),
            let designEffect = Self.median(pairs.map(\.designEffect))
        else { return nil }
        let curves = Self.differences.filter { $0 <= discordance }.map {
            curve($0, discordance: discordance, designEffect: max(1, designEffect))
        }
        return PowerFinding(
            benchmark: benchmark, pairs: pairs.count, discordance: discordance, designEffect: designEffect,
            presentItems: pairs.map(\.items).max() ?? 0, alpha: 1 - study.level, curves: curves,
            basis: study.isSimulated ? .simulation : .logs)
    }

    private func curve(_ difference: Double, discordance: Double, designEffect: Double) -> PowerCurve {
        let (onlyFirst, onlySecond) = ((discordance + difference) / 2, (discordance - difference) / 2)
        let alpha = 1 - study.level
        var test = McNemarPower(onlyFirst: onlyFirst, onlySecond: onlySecond, alpha: alpha)
        let points = Self.grid.map { items in
            PowerPoint(items: items, power: test.power(size: max(1, Int(Double(items) / designEffect))))
        }
        return PowerCurve(
            difference: difference, points: points,
            itemsFor80: SampleSize.forDifference(
                onlyFirst: onlyFirst, onlySecond: onlySecond, alpha: alpha, power: Self.power,
                designEffect: designEffect))
    }

    /// The mean of the two middle values where there are two.
    private static func median(_ values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }

    /// What the power needs of a pair of models.
    private struct PairCounts {
        let items: Int
        let discordance: Double
        let designEffect: Double

        init?(_ difference: DifferenceFinding) {
            guard let onlyFirst = difference.onlyFirst, let onlySecond = difference.onlySecond else { return nil }
            items = difference.items
            let count = Double(items)
            discordance = Double(onlyFirst + onlySecond) / count
            // Against the variance of as many independent items with the same differences.
            let independent = (discordance - difference.estimate * difference.estimate) / count
            designEffect =
                difference.clusters == items || independent <= 0
                ? 1 : difference.standardError * difference.standardError / independent
        }
    }
}
