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
        let samples = analyses.compactMap { analysis -> (pair: PairedDifferenceEstimator, unpaired: Int)? in
            guard let a = analysis.data.models.first(where: { $0.model == models.0 })?.scores,
                let b = analysis.data.models.first(where: { $0.model == models.1 })?.scores
            else { return nil }
            return PairAnalyzer.pair(a, b, data: analysis.data).map {
                ($0, a.indices.count { a[$0].isNaN != b[$0].isNaN })
            }
        }
        guard samples.count == analyses.count, !samples.isEmpty else { return nil }
        let weight = 1 / Double(samples.count)
        estimator = CombinationEstimator(
            samples.map { .init([.init($0.pair.sample, weight: weight, isDifference: true)]) }, range: -1...1)
        let differences = zip(replicates.0, replicates.1).map { $0 - $1 }.filter(\.isFinite)
        let below = Double(differences.count { $0 <= 0 } + 1) / Double(differences.count + 1)
        let above = Double(differences.count { $0 >= 0 } + 1) / Double(differences.count + 1)
        pValue = min(1, 2 * min(below, above))
        items = samples.reduce(0) { $0 + $1.pair.sample.itemCount }
        clusters = samples.reduce(0) { $0 + $1.pair.sample.clusterCount }
        unpaired = samples.reduce(0) { $0 + $1.unpaired }
    }
}
