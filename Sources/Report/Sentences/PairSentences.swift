import Findings

/// What is known of two models beside each other, in words.
struct PairSentences {
    let index: FindingsIndex
    /// The benchmark that orders the models, or nil for the macro-average.
    let scope: String?

    init(index: FindingsIndex, ranking: Ranking?) {
        self.index = index
        scope = ranking?.benchmark
    }

    /// Which of two models is better, by how much, and what would have been seen; with the first one subtracted from.
    func opening(_ first: String, _ second: String) -> Sentence {
        guard let found = index.difference(first, second, on: scope) else {
            return onBenchmarks(first, second)
                ?? "No test of the study compares \(index.link(model: first)) with \(index.link(model: second))."
        }
        let measure: Sentence = scope.map { "on \(index.link(benchmark: $0))" } ?? "by macro-average accuracy"
        let isHigherBetter = isHigherBetter(scope)
        let remark = isHigherBetter ? "" : ", where lower is better"
        let p =
            found.family > 1
            ? "by itself; adjusted over \(Digits.counted(found.family, "pair")), \(Digits.pClause(found.adjustedPValue))"
            : "(\(Digits.pClause(found.pValue)))"
        let detectable = "\(Digits.format.string(found.detectable, decimals: Digits.decimals(found.interval))) points"
        // The detectable difference is that of a single test.
        let condition = found.family > 1 ? "without the adjustment " : ""
        let seen = "\(condition)80 of 100 studies like this one would show a true difference of \(detectable)"
        guard found.adjustedPValue < Ranking.errorRate else {
            return """
                \(index.link(model: first)) and \(index.link(model: second)) cannot be told apart \(measure)\(remark): the \
                paired difference is \(Digits.points(found.estimate, found.interval)) \(p); \(seen).
                """
        }
        let isTurned = (found.estimate > 0) != isHigherBetter
        let better = isTurned ? found.turned : found
        return """
            \(index.link(model: better.first)) is better than \(index.link(model: better.second)) \(measure)\(remark): the \
            paired difference is \(Digits.points(better.estimate, better.interval)) \(p); \(seen).
            """
    }

    /// On how many benchmarks each of two models is better.
    func onBenchmarks(_ first: String, _ second: String) -> Sentence? {
        var (ahead, behind, open) = (0, 0, 0)
        for benchmark in index.document.benchmarks {
            guard let found = index.difference(first, second, on: benchmark.id) else { continue }
            if found.adjustedPValue >= Ranking.errorRate {
                open += 1
            } else if (found.estimate > 0) == isHigherBetter(benchmark.id) {
                ahead += 1
            } else {
                behind += 1
            }
        }
        let all = ahead + behind + open
        guard all > 0 else { return nil }
        let rate = "(family-wise error rate \(Digits.level(Ranking.errorRate)) over the pairs of each)"
        let names: (Sentence, Sentence) = (index.link(model: first), index.link(model: second))
        let rest = open == 0 ? "" : "; on \(open) they cannot be told apart"
        return """
            On single benchmarks, \(names.0) is better on \(ahead == 0 ? "none" : "\(ahead)") of \(all) and \(names.1) on \
            \(behind == 0 ? "none" : "\(behind)")\(rest) \(rate).
            """
    }

    /// How many pairs can be told apart, and which two models lie furthest from each other.
    func all(_ ranking: Ranking?) -> Sentence {
        let models = index.document.models.count
        guard models > 1 else {
            return models == 0
                ? "The study has no models to compare." : "The study has one model, so there is no pair to compare."
        }
        guard let ranking, ranking.pairs.tested > 0 else {
            let tested = Set(index.document.differences.map { [$0.first, $0.second].sorted() }).count
            let count = Digits.counted(models, "model")
            return tested == 0
                ? "No test of the study compares its \(count) with each other."
                : "No macro-average compares the study's \(count); \(Digits.counted(tested, "pair")) \(Words.verb(tested, "is", "are")) compared on single benchmarks."
        }
        let (tested, told) = ranking.pairs
        let measure: Sentence =
            ranking.benchmark.map { "on \(index.link(benchmark: $0))" } ?? "by macro-average accuracy"
        let rate = "(family-wise error rate \(Digits.level(Ranking.errorRate)))"
        let count = told == 0 ? "None" : told == tested ? "All" : "\(told)"
        let start: Sentence =
            tested == 1
            ? "The two models \(told == 1 ? "can" : "cannot") be told apart \(measure) \(rate)"
            : "\(count) of \(tested) pairs of models can be told apart \(measure) \(rate)"
        guard let widest = widest(ranking) else { return "\(start)." }
        return """
            \(start); \(tested == 1 ? "the" : "the largest") difference, \
            \(Digits.points(widest.estimate, widest.interval)), is that of \(index.link(model: widest.first)) and \
            \(index.link(model: widest.second)).
            """
    }

    /// The largest difference of a ranking, turned so that it is positive; the first of equal ones.
    private func widest(_ ranking: Ranking) -> DifferenceFinding? {
        let models = ranking.rows.map(\.model)
        let all = models.indices.flatMap { first in
            models.indices.filter { $0 > first }.compactMap {
                index.difference(models[first], models[$0], on: ranking.benchmark)
            }
        }
        let most = all.max { abs($0.estimate) < abs($1.estimate) }
        return most.map { $0.estimate < 0 ? $0.turned : $0 }
    }

    private func isHigherBetter(_ benchmark: String?) -> Bool {
        benchmark.flatMap { index.benchmarks[$0]?.higherIsBetter } ?? true
    }
}
