import Foundation
import Statistics

/// The paired difference of independent 0/1 scores: coverage summed exactly over all counts.
public enum PairedCoverage {
    /// Sizes of the study.
    public static let sizes = [5, 10, 20, 40, 80, 160]

    private static let shares = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5]
    private static let names = ["default", "tango", "bonett-price", "newcombe-paired", "bca-exact"]

    /// All methods at one size, over the shares of items that only one of the two gets right.
    public static func cells(size: Int) -> [Cell] {
        let table = (0...size).map { first in (0...(size - first)).map { intervals(first, $0, size) } }
        let logarithms = (0...size).reduce(into: [0.0]) { $0.append($0[$1] + log(Double($1 + 1))) }
        var tally = Tally(methods: names.count)
        for p10 in shares {
            for p01 in shares where p01 <= p10 && p10 + p01 < 0.999 {
                var results = [(coverage: Double, width: Double)](repeating: (0, 0), count: names.count)
                for first in 0...size {
                    for second in 0...(size - first) {
                        let rest = size - first - second
                        let mass = exp(
                            logarithms[size] - logarithms[first] - logarithms[second] - logarithms[rest]
                                + Double(first) * log(p10) + Double(second) * log(p01)
                                + Double(rest) * log(1 - p10 - p01))
                        guard mass > 1e-14 else { continue }
                        for (index, interval) in table[first][second].enumerated() {
                            // The difference of two shares may miss an end by rounding.
                            if interval.lower - 1e-12 <= p10 - p01, p10 - p01 <= interval.upper + 1e-12 {
                                results[index].coverage += mass
                            }
                            results[index].width += mass * interval.width
                        }
                    }
                }
                tally.add(results, at: "only first \(p10), only second \(p01)")
            }
        }
        return tally.cells("paired difference", "n = \(size)", methods: names, datasets: 0)
    }

    private static func intervals(_ first: Int, _ second: Int, _ size: Int) -> [Interval] {
        let counts = PairedCounts(
            bothCorrect: Double(size - first - second) / 2, onlyFirst: Double(first), onlySecond: Double(second),
            neither: Double(size - first - second) / 2)
        let tango = Tango.interval(
            onlyFirst: Double(first), onlySecond: Double(second), size: Double(size), level: level)
        let a = [Double](repeating: 1, count: first) + [Double](repeating: 0, count: size - first)
        let b =
            [Double](repeating: 0, count: first) + [Double](repeating: 1, count: second)
            + [Double](repeating: 0, count: size - first - second)
        let exact = ExactBootstrap.pairedDifference(onlyFirst: first, onlySecond: second, size: size).bca(level: level)
        return [
            PairedDifferenceEstimator(first: a, second: b).interval(level: level).interval, tango,
            BonettPrice.interval(counts, level: level), Newcombe.pairedDifference(counts, level: level),
            exact.flatMap { $0.isUsable ? $0 : nil } ?? tango,
        ]
    }
}
