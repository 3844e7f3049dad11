import Findings
import Statistics

extension AcrossBenchmarks {
    /// The fewest models, and the fewest benchmarks, that ranks are compared for.
    private static let leastRanked = 3

    /// Whether the models differ by their ranks over benchmarks; nil for fewer than three models or benchmarks.
    func rankComparison() -> RankComparisonFinding? {
        let present = models.filter { model in analyses.contains { $0.overall[model] != nil } }
        var ranked = present
        var shared = analyses.filter { analysis in present.allSatisfy { analysis.overall[$0] != nil } }
        if shared.count < Self.leastRanked { (ranked, shared) = (complete, analyses) }
        guard ranked.count >= Self.leastRanked, shared.count >= Self.leastRanked else { return nil }
        let comparison = RankComparison(
            scores: ranked.map { model in
                shared.map { analysis in
                    let estimate = analysis.overall[model]?.estimate ?? 0
                    return analysis.data.entry.higherIsBetter ? estimate : -estimate
                }
            })
        let order = ranked.indices.sorted {
            (comparison.meanRanks[$0], $0) < (comparison.meanRanks[$1], $1)
        }
        let criticalDifference = comparison.criticalDifference(level: study.level)
        let groups = RankComparison.groups(
            of: order.map { comparison.meanRanks[$0] }, criticalDifference: criticalDifference)
        return RankComparisonFinding(
            meanRanks: order.map { ModelRank(model: ranked[$0], meanRank: comparison.meanRanks[$0]) },
            benchmarkIDs: shared.map(\.data.entry.id), friedman: comparison.friedman, pValue: comparison.pValue,
            imanDavenport: comparison.imanDavenport, imanDavenportPValue: comparison.imanDavenportPValue,
            criticalDifference: criticalDifference, groups: groups.map { $0.map { ranked[order[$0]] } },
            level: study.level,
            // Accuracies alone make these ranks; which item is right does not enter.
            basis: study.isSimulated ? .publishedCounts : .logs)
    }

    /// The models by falling macro-average, or by their estimate on the only benchmark, best first; those without one
    /// behind, in the order of the document.
    var ranking: [String] {
        let isHigherBetter = analyses.count != 1 || analyses[0].data.entry.higherIsBetter
        let ranked = analyses.count == 1 ? models.filter { analyses[0].overall[$0] != nil } : complete
        let scores = ranked.map { model in
            let parts = parts(model)
            let mean = parts.reduce(0) { $0 + $1.estimate } / Double(parts.count)
            return isHigherBetter ? mean : -mean
        }
        let order = ranked.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }.map { ranked[$0] }
        let known = Set(order)
        return order + models.filter { !known.contains($0) }
    }
}
