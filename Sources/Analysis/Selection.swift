import Statistics

/// Some items of a benchmark and the scores of one model on them, without the items that have no score.
struct Selection: Sendable {
    /// The scores, in [0, 1].
    let scores: [Double]
    /// The cluster of each scored item, numbered as in the benchmark; nil where items are independent.
    let clusters: [Int]?
    /// Items that were selected but have no score.
    let unscored: Int
    /// The sum over selected items of the share of predictions without an answer.
    let unresolved: Double
    /// The mean chance level of the selected items, or nil.
    let chance: Double?
    /// The mean with every unresolved item wrong, and with every one right (Manski 1990), over all selected items.
    let bounds: (lower: Double, upper: Double)
    private let scored: ScoreSample?

    init(scores: [Double], clusters: [Int]?, unscored: Int, unresolved: Double, chance: Double?) {
        self.scores = scores
        self.clusters = clusters
        self.unscored = unscored
        self.unresolved = unresolved
        self.chance = chance
        // Made once: every number of the selection rests on it.
        scored = scores.isEmpty ? nil : ScoreSample(scores: scores, clusters: clusters)
        let selected = Double(scores.count + unscored)
        let sum = scores.reduce(0, +)
        // Metrics such as grades leave [0, 1]; for them the best that was seen stands for the best there is.
        let best = scored?.isBinary ?? true ? 1 : max(1, scores.max() ?? 1)
        // Unresolved predictions have score 0 or none, so that the sum is that of the lower bound already.
        bounds = (sum / selected, min(best, (sum + unresolved * best) / selected))
    }

    /// The scores as statistics take them; there must be one.
    var sample: ScoreSample {
        guard let scored else { preconditionFailure("a sample has at least one score") }
        return scored
    }
    var mean: Double { scored?.mean ?? .nan }
    /// Distinct clusters, or items where these are independent.
    var clusterCount: Int { scored?.clusterCount ?? 0 }
}

extension BenchmarkData {
    /// The scored items of a model among those that ask for a capability.
    func select(_ model: ModelScores, capability: String) -> Selection {
        select(model, sharing: capabilityClusters[capability]) { capabilities[$0] == capability }
    }

    /// The scored items of a model among those for which `includes` holds.
    ///
    /// - Parameter shared: the clusters of these items, which models with a score on each of them share: a copy for each of
    ///   many models would take much of the memory of an analysis.
    func select(
        _ model: ModelScores, sharing shared: [Int]? = nil, where includes: (Int) -> Bool = { _ in true }
    ) -> Selection {
        var scores: [Double] = []
        var clustersOfItems: [Int] = []
        var (count, unscored) = (0, 0)
        var (chanceSum, unresolved) = (0.0, 0.0)
        for item in 0..<itemCount where includes(item) {
            count += 1
            chanceSum += chance?[item] ?? 0
            unresolved += model.unresolved[item]
            guard !model.scores[item].isNaN else {
                unscored += 1
                continue
            }
            scores.append(model.scores[item])
            if let clusters { clustersOfItems.append(clusters[item]) }
        }
        let isWhole = scores.count == itemCount
        let sharedClusters = isWhole ? clusters : unscored == 0 ? shared : nil
        return Selection(
            scores: isWhole ? model.scores : scores,
            clusters: clusters == nil ? nil : sharedClusters ?? clustersOfItems, unscored: unscored,
            unresolved: unresolved, chance: chance == nil || count == 0 ? nil : chanceSum / Double(count))
    }
}
