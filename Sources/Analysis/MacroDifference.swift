import Statistics

/// The difference of two models' macro-averages, with what a finding of it needs.
struct MacroDifference {
    /// The identifier of the test that makes the p value.
    static let test = "bootstrap-test"

    let estimator: CombinationEstimator
    /// Items that both have, and their clusters.
    let items: Int
    let clusters: Int
    /// Items that only one of the two has.
    let unpaired: Int
    /// Twice the smaller share of replicates on either side of zero.
    let pValue: Double

    /// First minus second.
    ///
    /// - Parameters:
    ///   - analyses: the benchmarks to average over.
    ///   - replicates: both models' macro-averages over the same benchmarks, from the same weights.
    /// - Returns: nil if the models share no item of a benchmark.
    init?(
        _ models: (String, String), over analyses: [BenchmarkAnalysis], replicates: ([Double], [Double])
    ) {
        let pairs = analyses.compactMap { $0.pairs[models.0, models.1] }
        guard pairs.count == analyses.count, !pairs.isEmpty else { return nil }
        let weight = 1 / Double(pairs.count)
        estimator = CombinationEstimator(
            pairs.map { .init([.init($0.summary, weight: weight)]) }, range: -1...1)
        let differences = zip(replicates.0, replicates.1).map { $0 - $1 }.filter(\.isFinite)
        let below = Double(differences.count { $0 <= 0 } + 1) / Double(differences.count + 1)
        let above = Double(differences.count { $0 >= 0 } + 1) / Double(differences.count + 1)
        pValue = min(1, 2 * min(below, above))
        items = pairs.reduce(0) { $0 + $1.summary.itemCount }
        clusters = pairs.reduce(0) { $0 + $1.summary.clusterCount }
        unpaired = pairs.reduce(0) { $0 + $1.unpaired }
    }
}
