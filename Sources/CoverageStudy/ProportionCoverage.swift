import Statistics

/// The accuracy of independent 0/1 items: coverage summed exactly over all counts.
public enum ProportionCoverage {
    /// Sizes of the study.
    public static let sizes = Array(5...30) + [40, 50, 64, 80, 100, 150, 200, 300, 500, 1000, 2000, 5000, 10_000]

    private static let methods: [(name: String, method: IntervalMethod?)] = [
        ("default", nil), ("clopper-pearson", .clopperPearson), ("bca-exact", .bcaExact), ("wilson", .wilson),
        ("jeffreys", .jeffreys),
    ]

    /// All methods at one size, over p = 0.01, 0.02 ... 0.99.
    public static func cells(size: Int) -> [Cell] {
        let intervals = (0...size).map { correct in
            let estimator = AccuracyEstimator(sample(correct, size), plan: BootstrapPlan(seed: 0, name: ""))
            return methods.map { estimator.interval(level: level, method: $0.method).interval }
        }
        var tally = Tally(methods: methods.count)
        for hundredth in 1...99 {
            let p = Double(hundredth) / 100
            let window = Binomial.window(trials: size, probability: p)
            tally.add(
                methods.indices.map { method in
                    var (coverage, width) = (0.0, 0.0)
                    for (offset, mass) in window.masses.enumerated() {
                        let interval = intervals[window.first + offset][method]
                        if interval.lower <= p, p <= interval.upper { coverage += mass }
                        width += mass * interval.width
                    }
                    return (coverage, width)
                }, at: "p = \(p)")
        }
        return tally.cells("accuracy", "n = \(size)", methods: methods.map(\.name), datasets: 0)
    }

    /// The largest width of the default interval over Clopper and Pearson's, over all counts of one size.
    public static func largestWidthRatio(size: Int) -> Double {
        (0...size).map { correct in
            let estimator = AccuracyEstimator(sample(correct, size), plan: BootstrapPlan(seed: 0, name: ""))
            return estimator.interval(level: level).interval.width
                / estimator.interval(level: level, method: .clopperPearson).interval.width
        }.max() ?? 0
    }

    private static func sample(_ correct: Int, _ size: Int) -> ScoreSample {
        ScoreSample(
            scores: [Double](repeating: 1, count: correct) + [Double](repeating: 0, count: size - correct))
    }
}
