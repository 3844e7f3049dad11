/// How far benchmarks agree in ranking models: Kendall's coefficient of concordance with ties.
/// Source: Kendall and Babington Smith 1939; Friedman 1937 for the test.
public struct KendallsW: Sendable, Equatable {
    /// W, 0 for no agreement, 1 for the same ranking everywhere; NaN if every benchmark ties all models.
    public let w: Double
    /// The statistic of the test, J (I − 1) W for J benchmarks and I models.
    public let chiSquared: Double
    /// P(χ²_{I−1} > statistic).
    public let pValue: Double

    /// - Parameter scores: scores[model][benchmark]; benchmarks judge models, ties get mean ranks.
    public init(scores: [[Double]]) {
        let models = Double(scores.count)
        let benchmarks = Double(scores.first?.count ?? 0)
        precondition(models >= 2 && benchmarks >= 1, "at least two models and one benchmark")
        var sums = [Double](repeating: 0, count: scores.count)
        var ties = 0.0
        for benchmark in scores[0].indices {
            let column = scores.map { $0[benchmark] }
            for (model, rank) in Ranks.meanRanks(column).enumerated() { sums[model] += rank }
            var counts: [Double: Double] = [:]
            for score in column { counts[score, default: 0] += 1 }
            for score in counts.keys.sorted() {
                let count = counts[score] ?? 0
                ties += count * count * count - count
            }
        }
        let mean = benchmarks * (models + 1) / 2
        let spread = sums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        w = 12 * spread / (benchmarks * benchmarks * (models * models * models - models) - benchmarks * ties)
        chiSquared = benchmarks * (models - 1) * w
        pValue = ChiSquared.survival(chiSquared, degrees: models - 1)
    }
}
