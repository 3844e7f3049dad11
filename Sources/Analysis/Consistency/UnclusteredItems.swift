import Store

/// Items of which the log does not tell the cluster, where it tells it of others: they count as independent, which makes
/// intervals too narrow if they are not.
enum UnclusteredItems: ConsistencyCheck {
    static let kinds = ["unclustered-items"]

    static func problems(_ runs: BenchmarkRuns) -> [RunProblem] {
        guard let facet = runs.clusterFacet, !runs.unclustered.isEmpty else { return [] }
        let items = runs.unclustered.map { runs.keys[$0] }
        return [
            RunProblem(
                kind: kinds[0], benchmark: runs.benchmark, runs: runs.used.map(\.run),
                expected: "the \(facet) of each item of \(runs.benchmark)",
                found: "\(RunWords.share(items.count, of: runs.keys.count)) without one\(RunWords.examples(items))",
                effect:
                    "Each of them counts as a cluster of its own; if some share one, intervals are narrower and p values "
                    + "smaller than they should be.",
                remedy: "Log the \(facet) of every item.", items: items, count: items.count)
        ]
    }
}
