import Findings

/// What the distributions behind intervals look like, in words.
struct DistributionSentences {
    let index: FindingsIndex

    /// Whether the interval of the first overlaps those of the next ones; overlap is no test, and the sentence says so.
    func overlap(_ findings: [DistributionFinding]) -> Sentence? {
        guard let first = findings.first else { return nil }
        let name = index.link(model: first.model)
        guard findings.count > 1 else {
            return
                "If items were drawn anew, the accuracy of \(name) would fall mostly within \(Digits.sentence(first.estimate, first.interval))."
        }
        let over = findings.dropFirst().count { $0.interval.upper >= first.interval.lower }
        return """
            The interval of \(name) overlaps those of \(over) of the next \(Digits.counted(findings.count - 1, "model")); \
            whether models differ is for the paired test to say.
            """
    }
}
