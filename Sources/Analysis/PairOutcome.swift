import Statistics

/// How two models fall together on one benchmark.
struct PairOutcome: Sendable {
    /// First minus second, on the items that both have.
    let summary: PairedSummary
    /// Items that only one of the two has.
    let unpaired: Int
    /// The test of no difference.
    let test: (pValue: Double, method: TestMethod)

    /// - Parameter plan: for random sign patterns.
    /// - Returns: nil if there is no item that both have.
    init?(_ first: ModelScores, _ second: ModelScores, data: BenchmarkData, plan: BootstrapPlan) {
        if let a = first.outcomes, let b = second.outcomes {
            guard let outcomes = PairedOutcomes(a, b, clusters: data.clusterNumbers) else { return nil }
            (summary, unpaired, test) = (outcomes.summary, outcomes.unpaired, outcomes.test(plan: plan))
            return
        }
        let (a, b) = (first.scores, second.scores)
        let shared = a.indices.filter { !a[$0].isNaN && !b[$0].isNaN }
        guard !shared.isEmpty else { return nil }
        let pair =
            shared.count == a.count
            ? PairedDifferenceEstimator(first: a, second: b, clusters: data.clusters)
            : PairedDifferenceEstimator(
                first: shared.map { a[$0] }, second: shared.map { b[$0] },
                clusters: data.clusters.map { clusters in shared.map { clusters[$0] } })
        summary = PairedSummary(pair)
        unpaired = a.indices.count { a[$0].isNaN != b[$0].isNaN }
        test = pair.test(plan: plan)
    }
}

/// The outcomes of all pairs of models of one benchmark.
struct PairTable: Sendable {
    private var places: [String: Int] = [:]
    private var pairs: [PairOutcome?] = []

    init() {}

    /// - Parameter pairs: in the order of `PairAnalyzer.pairs`.
    init(models: [String], pairs: [PairOutcome?]) {
        places = Dictionary(uniqueKeysWithValues: models.enumerated().map { ($1, $0) })
        self.pairs = pairs
    }

    /// First minus second, and the number of items that only one of them has; nil for models without common items.
    subscript(first: String, second: String) -> (summary: PairedSummary, unpaired: Int)? {
        guard let i = places[first], let j = places[second], i != j else { return nil }
        let (low, high) = (min(i, j), max(i, j))
        guard let pair = pairs[low * places.count - low * (low + 1) / 2 + high - low - 1] else { return nil }
        return (i < j ? pair.summary : pair.summary.reversed, pair.unpaired)
    }
}
