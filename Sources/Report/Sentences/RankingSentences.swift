import Charts
import Findings

/// Who is ahead, and how surely, in words.
struct RankingSentences {
    let index: FindingsIndex
    let ranking: Ranking

    private var isHigherBetter: Bool {
        ranking.benchmark.flatMap { index.benchmarks[$0]?.higherIsBetter } ?? true
    }

    private var scope: Sentence {
        guard let benchmark = ranking.benchmark else { return "macro-average accuracy" }
        return isHigherBetter
            ? "accuracy on \(index.link(benchmark: benchmark))" : "score on \(index.link(benchmark: benchmark))"
    }

    private var superlative: String { isHigherBetter ? "highest" : "lowest" }

    private var remark: String { isHigherBetter ? "" : " (lower is better)" }

    private static let rate = "(family-wise error rate \(Digits.level(Ranking.errorRate)))"

    /// Who has the best estimate, or who share it, with the number.
    private func claim() -> Sentence? {
        guard let best = ranking.rows.first else { return nil }
        let tied = ranking.rows.prefix { $0.estimate == best.estimate }
        let numbers = tied.map { Digits.sentence($0.estimate, $0.interval) }.reduce(into: [String]()) { list, number in
            if !list.contains(number) { list.append(number) }
        }
        let names = Sentence.list(tied.map { index.link(model: $0.model) }, limit: 4)
        let verb = Words.verb(tied.count, "has", "share")
        return "\(names) \(verb) the \(superlative) \(scope), \(Words.list(numbers, limit: 4))\(remark)"
    }

    /// The best model, with its number and those that cannot be told apart from it.
    func leader() -> Sentence? {
        guard let best = ranking.rows.first, let claim = claim() else { return nil }
        guard ranking.rows.count > 1 else {
            let number = Digits.sentence(best.estimate, best.interval)
            return "\(index.link(model: best.model)) stands at \(number) in \(scope)\(remark)."
        }
        // Those that share the estimate are named already.
        let isShared = ranking.rows[1].estimate == best.estimate
        let untold = ranking.untold(from: 0)
        if !untold.isEmpty, !isShared {
            let names = Sentence.list(untold.map { index.link(model: ranking.rows[$0].model) }, limit: 4)
            return "\(claim); it cannot be told apart from \(names)."
        }
        let others = ranking.rows.indices.dropFirst()
        if others.allSatisfy({ ranking.relation(0, $0) == .better }) {
            let side = isHigherBetter ? "lower" : "higher"
            return
                "\(claim), and every other model is \(side) by a family-wise test at \(Digits.level(Ranking.errorRate))."
        }
        return untold.isEmpty ? "\(claim); no test compares it with every other model." : "\(claim)."
    }

    /// What a benchmark's page opens with: who leads, and how many pairs of models can be told apart.
    func opening() -> Sentence? {
        let (tested, told) = ranking.pairs
        guard ranking.rows.count > 2, tested > 0, let leader = leader() else { return leader() }
        var parts = leader.parts
        parts[parts.count - 1].text.removeLast()
        let start = Sentence(parts: parts)
        return
            "\(start); \(told == 0 ? "none" : "\(told)") of \(tested) pairs of models can be told apart \(Self.rate)."
    }

    /// What the list of models opens with: who leads, and how many of the others are worse or cannot be told apart.
    func group() -> Sentence? {
        guard ranking.rows.count > 1, let claim = claim() else { return leader() }
        // Of those that share the best estimate, the first one is compared with the others.
        let isShared = ranking.rows[1].estimate == ranking.rows[0].estimate
        let it: Sentence = isShared ? index.link(model: ranking.rows[0].model) : "it"
        let relations = ranking.rows.indices.dropFirst().map { ranking.relation(0, $0) }
        func clause(_ relation: Ranking.Relation, _ words: (String, String), _ rest: Sentence = "") -> Sentence? {
            let count = relations.count { $0 == relation }
            return count == 0 ? nil : "\(count) \(Words.verb(count, words.0, words.1))\(rest)"
        }
        let start: Sentence = "Of \(ranking.rows.count) models, \(claim)"
        guard relations.contains(where: { $0 != .untested }) else {
            return "\(start); no test compares \(it) with another model."
        }
        let clauses = [
            clause(.untold, ("cannot", "cannot"), " be told apart from \(it)"),
            clause(.better, ("is worse", "are worse")), clause(.worse, ("is better", "are better")),
            clause(.untested, ("was", "were"), " not tested against \(it)"),
        ]
        return "\(start); of the other \(relations.count), \(Sentence.list(clauses.compactMap(\.self))) \(Self.rate)."
    }

    /// Who is ahead, short enough for the title of a narrow chart.
    func headline() -> Sentence? {
        guard let best = ranking.rows.first, ranking.rows.count > 1 else { return leader() }
        let number = Digits.sentence(best.estimate, best.interval)
        let claim: Sentence = "\(index.link(model: best.model)) has the \(superlative) estimate, \(number)"
        let untold = ranking.untold(from: 0).count
        return untold == 0 ? claim : "\(claim), not told apart from \(Digits.counted(untold, "model"))"
    }

    /// How many pairs of models can be told apart.
    func pairs() -> Sentence? {
        let (tested, told) = ranking.pairs
        guard tested > 0 else { return nil }
        let rate = Self.rate
        switch (told, tested) {
        case (1, 1): return "The two models can be told apart \(rate)."
        case (0, 1): return "The two models cannot be told apart \(rate)."
        case (tested, _): return "All \(tested) pairs of models can be told apart \(rate)."
        case (0, _): return "None of the \(tested) pairs of models can be told apart \(rate)."
        default:
            let rest = tested - told
            return "\(told) of \(tested) pairs of models can be told apart; the other \(rest) cannot \(rate)."
        }
    }

    /// Models of one kind against models of the other, where the study has exactly two kinds.
    func kinds() -> Sentence? {
        let kinds = index.document.models.compactMap(\.kind).reduce(into: [String]()) { known, kind in
            if !known.contains(kind) { known.append(kind) }
        }
        guard kinds.count == 2, let first = kinds.first, let second = kinds.last else { return nil }
        var counts = (first: 0, second: 0, untold: 0)
        for row in ranking.rows.indices where index.models[ranking.rows[row].model]?.kind == first {
            for other in ranking.rows.indices where index.models[ranking.rows[other].model]?.kind == second {
                switch ranking.relation(row, other) {
                case .better: counts.first += 1
                case .worse: counts.second += 1
                case .untold: counts.untold += 1
                case .untested: continue
                }
            }
        }
        let tested = counts.first + counts.second + counts.untold
        guard tested > 0 else { return nil }
        return """
            Of \(Digits.counted(tested, "pair")) of a \(first) with a \(second) model, the \(first) model is better in \
            \(counts.first), the \(second) model in \(counts.second), and \(counts.untold) cannot be told apart.
            """
    }

    /// Where one model stands.
    func place(of model: String) -> Sentence? {
        guard let position = ranking.rows.firstIndex(where: { $0.model == model }) else { return nil }
        let row = ranking.rows[position]
        let number = Digits.sentence(row.estimate, row.interval)
        guard ranking.rows.count > 1 else { return leader() }
        let above = ranking.rows.indices.filter { ranking.relation(position, $0) == .worse }.count
        let below = ranking.rows.indices.filter { ranking.relation(position, $0) == .better }.count
        let untold = ranking.untold(from: position).count
        var clauses: [String] = []
        if above > 0 { clauses.append("\(Digits.counted(above, "model")) \(Words.verb(above, "is", "are")) better") }
        if below > 0 { clauses.append("\(below) \(Words.verb(below, "is", "are")) worse") }
        if untold > 0 { clauses.append("\(untold) cannot be told apart from it") }
        let relation =
            clauses.isEmpty ? "no test compares it with another model" : "\(Words.list(clauses)) \(Self.rate)"
        return """
            \(index.link(model: model)) stands at \(number) in \(scope), place \(position + 1) of \
            \(ranking.rows.count) by estimate; \(relation).
            """
    }
}
