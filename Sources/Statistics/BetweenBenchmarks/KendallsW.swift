/// Kendall's coefficient of concordance with ties (Kendall and Babington Smith 1939): benchmarks judge models.
public struct KendallsW: Sendable, Equatable {
    /// From 0, no agreement, to 1; NaN if every benchmark ties all models.
    public let w: Double
    /// Friedman's statistic, J (I − 1) W.
    public let chiSquared: Double
    public let pValue: Double

    /// - Parameter scores: `[model][benchmark]`, at least 2 × 2.
    public init(scores: [[Double]]) {
        let models = scores.count
        let judges = scores[0].count
        var sums = [Double](repeating: 0, count: models)
        var ties = 0.0
        for judge in 0..<judges {
            let column = scores.map { $0[judge] }
            for (model, rank) in Ranks.averaged(column).enumerated() { sums[model] += rank }
            var counts: [Double: Int] = [:]
            for score in column { counts[score, default: 0] += 1 }
            for count in counts.values { ties += Double(count * count * count - count) }
        }
        let (i, j) = (Double(models), Double(judges))
        let mean = sums.reduce(0, +) / i
        let squares = sums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        w = 12 * squares / (j * j * (i * i * i - i) - j * ties)
        chiSquared = j * (i - 1) * w
        pValue = ChiSquared.survival(chiSquared, degrees: i - 1)
    }
}
