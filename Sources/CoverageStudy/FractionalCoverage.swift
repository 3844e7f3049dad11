import Statistics

/// The mean of independent fractional scores, simulated.
public enum FractionalCoverage {
    /// Sizes of the study.
    public static let sizes = [5, 10, 20, 30, 60, 200, 1000]

    /// Score distributions: values with their probabilities, or a beta distribution.
    private static let distributions: [(name: String, values: [(score: Double, mass: Double)])] = [
        ("tenths", [(0, 0.3), (0.3, 0.1), (0.6, 0.1), (0.9, 0.1), (1, 0.4)]),
        ("thirds, few right", [(0, 0.95), (1.0 / 3, 0.02), (2.0 / 3, 0.01), (1, 0.02)]),
        ("thirds, few wrong", [(0, 0.02), (1.0 / 3, 0.01), (2.0 / 3, 0.02), (1, 0.95)]),
        ("halves, few", [(0, 0.98), (0.5, 0.02)]),
        ("beta(0.5, 0.5)", beta(0.5, 0.5)), ("beta(5, 5)", beta(5, 5)), ("beta(20, 1)", beta(20, 1)),
        ("beta(0.2, 4)", beta(0.2, 4)),
    ]
    private static let names = ["default", "bca-joint", "bootstrap-t"]

    /// All methods at one size, over the distributions.
    public static func cells(size: Int, datasets: Int) -> [Cell] {
        var tally = Tally(methods: names.count)
        for (name, values) in distributions {
            var random = RandomNumbers("fractions/\(size)/\(name)")
            let truth = values.reduce(0) { $0 + $1.score * $1.mass }
            var results = [(coverage: Double, width: Double)](repeating: (0, 0), count: names.count)
            for index in 0..<datasets {
                let sample = ScoreSample(scores: (0..<size).map { _ in draw(values, random.uniform()) })
                let plan = BootstrapPlan(seed: UInt64(index), name: name, replicates: 499)
                let estimator = AccuracyEstimator(sample, plan: plan)
                for (method, choice) in [nil, IntervalMethod.bcaJoint, .bootstrapT].enumerated() {
                    let interval = estimator.interval(level: level, method: choice).interval
                    // The truth is a sum and may miss an end of 0 or 1 by rounding.
                    if interval.lower - 1e-12 <= truth, truth <= interval.upper + 1e-12 {
                        results[method].coverage += 1 / Double(datasets)
                    }
                    results[method].width += interval.width / Double(datasets)
                }
            }
            tally.add(results, at: name)
        }
        return tally.cells("accuracy, fractions", "n = \(size)", methods: names, datasets: datasets)
    }

    private static func draw(_ values: [(score: Double, mass: Double)], _ uniform: Double) -> Double {
        var sum = 0.0
        for (score, mass) in values {
            sum += mass
            if uniform < sum { return score }
        }
        return values[values.count - 1].score
    }

    private static func beta(_ a: Double, _ b: Double) -> [(score: Double, mass: Double)] {
        (0..<512).map { (Beta.quantile((Double($0) + 0.5) / 512, a: a, b: b), 1.0 / 512) }
    }
}
