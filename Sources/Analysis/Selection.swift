import Statistics

/// Some items of a benchmark and the scores of one model on them, without the items that have no score.
struct Selection {
    /// The scores, in [0, 1].
    var scores: [Double] = []
    /// The cluster of each scored item, numbered as in the benchmark; nil where items are independent.
    var clusters: [Int]?
    /// Items that were selected but have no score.
    var unscored = 0
    /// The sum over selected items of the share of predictions without an answer.
    var unresolved = 0.0
    /// The mean chance level of the selected items, or nil.
    var chance: Double?

    /// The scores as statistics take them; there must be one.
    var sample: ScoreSample { ScoreSample(scores: scores, clusters: clusters) }
    var isBinary: Bool { scores.allSatisfy { $0 == 0 || $0 == 1 } }
    var sum: Double { scores.reduce(0, +) }
    var mean: Double { sum / Double(scores.count) }
    /// Distinct clusters, or items where these are independent.
    var clusterCount: Int { clusters.map { Set($0).count } ?? scores.count }

    /// The mean with every unresolved item wrong, and with every one right (Manski 1990), over all selected items.
    var bounds: (lower: Double, upper: Double) {
        let selected = Double(scores.count + unscored)
        // Metrics such as grades leave [0, 1]; for them the best that was seen stands for the best there is.
        let best = max(1, scores.max() ?? 1)
        // Unresolved predictions have score 0 or none, so that the sum is that of the lower bound already.
        return (sum / selected, min(best, (sum + unresolved * best) / selected))
    }
}

extension BenchmarkData {
    /// The scored items of a model among those for which `includes` holds.
    func select(_ model: ModelScores, where includes: (Int) -> Bool = { _ in true }) -> Selection {
        var selection = Selection()
        var clustersOfItems: [Int] = []
        var chanceSum = 0.0
        var count = 0
        for item in 0..<itemCount where includes(item) {
            count += 1
            chanceSum += chance?[item] ?? 0
            selection.unresolved += model.unresolved[item]
            guard !model.scores[item].isNaN else {
                selection.unscored += 1
                continue
            }
            selection.scores.append(model.scores[item])
            if let clusters { clustersOfItems.append(clusters[item]) }
        }
        selection.clusters = clusters == nil ? nil : clustersOfItems
        selection.chance = chance == nil || count == 0 ? nil : chanceSum / Double(count)
        return selection
    }
}
