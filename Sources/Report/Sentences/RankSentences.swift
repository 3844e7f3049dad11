import Findings

/// How sure ranks are, in words.
struct RankSentences {
    let index: FindingsIndex

    /// Which ranks are settled, of the models of one scope.
    func settled(_ ranks: [RankFinding]) -> Sentence? {
        guard ranks.count > 1 else { return nil }
        let settled = ranks.filter { $0.lower == $0.upper }
        let widest = ranks.map { $0.upper - $0.lower + 1 }.max() ?? 1
        if settled.count == ranks.count { return "The confidence set of every model's rank is a single rank." }
        if settled.isEmpty { return "No model's rank is settled; confidence sets hold up to \(widest) ranks." }
        let names = Sentence.list(settled.map { index.link(model: $0.model) }, limit: 4)
        return """
            The \(Words.verb(settled.count, "rank", "ranks")) of \(names) \(Words.verb(settled.count, "is", "are")) settled; the confidence sets of the others \
            hold up to \(widest) ranks.
            """
    }

    /// Whether ranks over benchmarks tell models apart, and how many the best one is not told apart from.
    func overBenchmarks(_ finding: RankComparisonFinding) -> Sentence? {
        guard let best = finding.models.first else { return nil }
        let distance = Digits.plain(finding.criticalDifference)
        let untold = finding.groups.first { $0.contains(best) }.map { $0.count - 1 } ?? 0
        let name = index.link(model: best)
        if untold == 0 { return "\(name) ranks best over benchmarks, by more than the critical difference of \(distance) ranks." }
        return """
            \(name) has the best mean rank over benchmarks; \(Digits.counted(untold, "model")) \
            \(Words.verb(untold, "lies", "lie")) within the critical difference of \(distance) ranks.
            """
    }
}
