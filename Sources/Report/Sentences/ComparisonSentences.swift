import Findings

/// What changed between two releases, in words.
struct ComparisonSentences {
    let index: FindingsIndex

    /// On how many benchmarks the candidate improved, regressed, or neither.
    func outcome(_ findings: [ComparisonFinding]) -> Sentence? {
        guard let some = findings.first else { return nil }
        let single = findings.filter { $0.scope == .benchmark }
        let judged = single.isEmpty ? findings : single
        func count(_ verdict: ComparisonVerdict) -> Int { judged.count { $0.verdict == verdict } }
        let clauses = [
            (count(.improved), "improved"), (count(.regressed), "regressed"), (count(.equivalent), "equivalent"),
            (count(.inconclusive), "inconclusive"),
        ].filter { $0.0 > 0 }.map { "\($0.1) on \($0.0)" }
        return """
            Against \(index.link(model: some.baseline)), \(index.link(model: some.candidate)) is \
            \(Words.list(clauses)) of \(Digits.counted(judged.count, "benchmark")).
            """
    }

    /// What the page of releases opens with: the outcome by benchmark, and the difference of the macro-averages.
    func opening(_ findings: [ComparisonFinding]) -> Sentence? {
        guard let some = findings.first, var parts = outcome(findings)?.parts else { return nil }
        parts[parts.count - 1].text.removeLast()
        let claim = Sentence(parts: parts)
        let rate = "(family-wise error rate \(Digits.level(1 - some.interval.level)))"
        guard let overall = findings.first(where: { $0.scope == .overall }) else {
            return "\(claim) \(rate)."
        }
        return
            "\(claim) \(rate); by macro-average the difference is \(Digits.points(overall.estimate, overall.interval))."
    }

    /// Where the level of a history changed, or that it did not.
    func changes(_ history: HistoryFinding) -> [Sentence] {
        let place: Sentence =
            history.benchmark.map { "On \(index.link(benchmark: $0))" } ?? "By macro-average accuracy"
        let count = Digits.counted(history.points.count, "release")
        let rate = "error rate \(Digits.level(history.alpha)), n = \(Digits.count(history.items))"
        let family = history.family.map { " of \($0)" } ?? ""
        guard !history.changes.isEmpty else {
            return ["\(place) no change of level is found over \(count)\(family) (\(rate))."]
        }
        return history.changes.map { change in
            """
            \(place) the level of \(count)\(family) changes with \(index.link(model: change.model)) by \
            \(Digits.points(change.estimate, change.interval)) (\(Digits.pClause(change.pValue)), \(rate)).
            """
        }
    }

    /// What dated releases of families say where the study names none to compare.
    func history(apart: Int, notApart: Int) -> Sentence? {
        let tested = apart + notApart
        guard tested > 0 else { return nil }
        return """
            In \(apart == 0 ? "none" : "\(apart)") of \(Digits.counted(tested, "step")) from one release of a family to the \
            next the two can be told apart (family-wise error rate \(Digits.level(Ranking.errorRate)) over all pairs).
            """
    }
}
