import Findings

/// What items look like together, in words.
struct ItemSentences {
    let index: FindingsIndex

    /// One benchmark.
    func benchmark(_ overview: ItemOverview) -> Sentence? {
        let scored = overview.all + overview.none + overview.some
        guard scored > 0 else { return nil }
        let name = index.link(benchmark: overview.benchmark)
        guard overview.models > 1 else {
            return """
                Of \(Digits.counted(scored, "item")) of \(name), the model is right on \(Digits.count(overview.all)) \
                (\(share(overview.all, scored))).
                """
        }
        return """
            Of \(Digits.counted(scored, "item")) of \(name), all models that were scored are right on \
            \(Digits.count(overview.all)) (\(share(overview.all, scored))), none on \(Digits.count(overview.none)) \
            (\(share(overview.none, scored))), and models differ on \(Digits.count(overview.some)).
            """
    }

    /// All benchmarks together, and the one on which models differ most.
    func all(_ overviews: [ItemOverview]) -> Sentence? {
        let counts = overviews.map { (overview: $0, scored: $0.all + $0.none + $0.some) }.filter { $0.scored > 0 }
        let scored = counts.map(\.scored).reduce(0, +)
        guard scored > 0 else { return nil }
        let (all, none) = (overviews.map(\.all).reduce(0, +), overviews.map(\.none).reduce(0, +))
        let claim: Sentence = """
            Of \(Digits.counted(scored, "item")) of \(Digits.counted(counts.count, "benchmark")), all models are right \
            on \(share(all, scored)) and none on \(share(none, scored))
            """
        let most = counts.max {
            Double($0.overview.some) / Double($0.scored) < Double($1.overview.some) / Double($1.scored)
        }
        guard counts.count > 1, let most else { return "\(claim)." }
        let link = index.benchmarkName(most.overview.benchmark)
        return """
            \(claim); they differ most often on \(name: link, path: most.overview.plan.browsePath), on \
            \(share(most.overview.some, most.scored)) of items.
            """
    }

    private func share(_ count: Int, _ all: Int) -> String {
        Digits.format.stringWithUnit(Double(count) / Double(all), decimals: 1)
    }
}
