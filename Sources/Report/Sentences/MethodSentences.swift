import Findings

/// How the numbers were made, in words.
struct MethodSentences {
    let index: FindingsIndex

    /// Intervals from a distribution that is computed in full.
    private static let exact: Set<String> = [
        "bca-exact", "percentile-exact", "basic-exact", "bca-cluster-exact", "clopper-pearson", "blaker",
    ]
    /// Intervals from random replicates.
    private static let random: Set<String> = ["bca-joint", "percentile-joint", "basic-joint", "bootstrap-t"]

    /// How many methods there are, and where the intervals of accuracies, differences and gaps come from.
    func opening() -> Sentence {
        let document = index.document
        let intervals =
            document.estimates.map(\.interval) + document.differences.map(\.interval) + document.gaps.map(\.interval)
        guard !intervals.isEmpty else { return "No number of the study was made yet, so no method was used." }
        let exact = intervals.count { Self.exact.contains($0.method) }
        let random = intervals.count { Self.random.contains($0.method) }
        let closed = intervals.count - exact - random
        var clauses = [(exact, "from exact distributions"), (closed, "from closed formulas")]
        clauses.append((random, "from \(Digits.counted(document.study.replicates, "random replicate"))"))
        let shares = clauses.filter { $0.0 > 0 }.enumerated().map { position, clause in
            let verb = position == 0 ? " " + Words.verb(clause.0, "comes", "come") : ""
            return "\(Digits.count(clause.0))\(verb) \(clause.1)"
        }
        let count = Digits.counted(intervals.count, "interval")
        let subject = shares.count == 1 ? (intervals.count == 1 ? "The \(count)" : "All \(count)") : "Of \(count)"
        let claim = shares.count == 1 ? String(shares[0].drop { $0 != " " }) : ", " + Words.list(shares)
        let methods =
            document.methods.isEmpty
            ? "" : "; the study uses \(Digits.counted(document.methods.count, "method")) in all"
        return """
            \(subject) of accuracies, differences and gaps, at a level of \(Digits.level(document.study.level))\
            \(claim)\(methods).
            """
    }
}
