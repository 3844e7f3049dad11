import Statistics

/// The gap of two independent accuracies: coverage summed exactly over all pairs of counts.
public enum GapCoverage {
    /// Sizes of the study.
    public static let sizes = [(5, 5), (10, 10), (20, 20), (20, 50), (50, 50), (30, 200), (100, 100)]

    private static let proportions = [0.01, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99]
    private static let names = ["default", "newcombe", "bca-exact"]

    /// All methods for two sizes, over all pairs of proportions.
    public static func cells(_ size1: Int, _ size2: Int) -> [Cell] {
        let samples = [size1, size2].map { size in
            (0...size).map { correct in
                ScoreSample(
                    scores: [Double](repeating: 1, count: correct) + [Double](repeating: 0, count: size - correct))
            }
        }
        let table = samples[0].map { first in samples[1].map { intervals(first, $0) } }
        var tally = Tally(methods: names.count)
        for p1 in proportions {
            let first = Binomial.window(trials: size1, probability: p1)
            for p2 in proportions {
                let second = Binomial.window(trials: size2, probability: p2)
                var results = [(coverage: Double, width: Double)](repeating: (0, 0), count: names.count)
                for (i, p) in first.masses.enumerated() {
                    for (j, q) in second.masses.enumerated() {
                        for (index, interval) in table[first.first + i][second.first + j].enumerated() {
                            if interval.lower - 1e-12 <= p1 - p2, p1 - p2 <= interval.upper + 1e-12 {
                                results[index].coverage += p * q
                            }
                            results[index].width += p * q * interval.width
                        }
                    }
                }
                tally.add(results, at: "p1 = \(p1), p2 = \(p2)")
            }
        }
        return tally.cells("gap", "n = \(size1), \(size2)", methods: names, datasets: 0)
    }

    private static func intervals(_ first: ScoreSample, _ second: ScoreSample) -> [Interval] {
        let (k1, k2) = (first.correct ?? 0, second.correct ?? 0)
        let newcombe = Newcombe.difference(
            correct1: Double(k1), size1: Double(first.itemCount), correct2: Double(k2), size2: Double(second.itemCount),
            level: level)
        let exact = ExactBootstrap.gap(
            correct1: k1, size1: first.itemCount, correct2: k2, size2: second.itemCount
        ).bca(level: level)
        let estimator = CombinationEstimator(
            [.init([.init(first, weight: 1), .init(second, weight: -1)])], range: -1...1)
        return [
            estimator.interval(level: level).interval, newcombe, exact.flatMap { $0.isUsable ? $0 : nil } ?? newcombe,
        ]
    }
}
