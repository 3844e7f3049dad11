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

    /// What the page of ranks opens with, of the models of one scope.
    func opening(_ ranks: [RankFinding]) -> Sentence {
        guard let some = ranks.first else { return "There are no ranks: they need at least two models on a benchmark." }
        guard ranks.count > 1 else { return "A single model is ranked, so there is no order to tell." }
        let scope: Sentence = some.benchmark.map { "on \(index.link(benchmark: $0))" } ?? "by macro-average accuracy"
        let settled = ranks.filter { $0.lower == $0.upper }
        let widest = ranks.map { $0.upper - $0.lower + 1 }.max() ?? 1
        let sets = "\(Digits.level(index.document.study.level)) confidence"
        if settled.count == ranks.count {
            return "The order of all \(ranks.count) models \(scope) is settled: each \(sets) set holds a single rank."
        }
        if settled.isEmpty {
            return """
                Of \(ranks.count) models, none has a settled rank \(scope); the \(sets) sets hold up to \(widest) ranks.
                """
        }
        let names = Sentence.list(settled.map { index.link(model: $0.model) }, limit: 4)
        return """
            Of \(ranks.count) models, \(names) \(Words.verb(settled.count, "has", "have")) a settled rank \(scope); the \
            \(sets) sets of the others hold up to \(widest) ranks.
            """
    }

    /// Whether ranks over benchmarks tell models apart, and how many the best one is not told apart from.
    func overBenchmarks(_ finding: RankComparisonFinding) -> Sentence? {
        guard let best = finding.models.first else { return nil }
        let distance = Digits.plain(finding.criticalDifference)
        let untold = finding.groups.first { $0.contains(best) }.map { $0.count - 1 } ?? 0
        let name = index.link(model: best)
        if untold == 0 {
            return "\(name) ranks best over benchmarks, by more than the critical difference of \(distance) ranks."
        }
        return """
            \(name) has the best mean rank over benchmarks; \(Digits.counted(untold, "model")) \
            \(Words.verb(untold, "lies", "lie")) within the critical difference of \(distance) ranks.
            """
    }
}
