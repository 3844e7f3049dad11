import Findings

/// What changed between two releases, in words.
struct ComparisonSentences {
    let index: FindingsIndex

    /// On how many benchmarks the candidate improved, regressed, or neither.
    func outcome(_ findings: [ComparisonFinding]) -> Sentence? {
        guard let some = findings.first else { return nil }
        let single = findings.filter { $0.benchmark != nil }
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
}
