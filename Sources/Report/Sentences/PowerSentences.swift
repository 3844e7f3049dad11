import Findings

/// What a benchmark's items can show, in words.
struct PowerSentences {
    let index: FindingsIndex

    /// The smallest of the differences looked at that the present items show with a power of 0.8.
    func detectable(_ finding: PowerFinding) -> Sentence? {
        let rising = finding.curves.sorted { $0.difference < $1.difference }
        guard let least = rising.first else { return nil }
        let name = index.link(benchmark: finding.benchmark)
        guard let seen = rising.first(where: { $0.itemsFor80.map { $0 <= finding.presentItems } ?? false }) else {
            let most = rising.last ?? least
            let needed = most.itemsFor80.map { "; it would need \(Digits.count($0)) items" } ?? ""
            return """
                The \(Digits.count(finding.presentItems)) items of \(name) would miss a difference of \
                \(Self.points(most.difference)) in more than one of five studies\(needed).
                """
        }
        if seen.difference == least.difference {
            return """
                The \(Digits.count(finding.presentItems)) items of \(name) would show a difference of \
                \(Self.points(seen.difference)) in at least four of five studies.
                """
        }
        let missed = rising.last { $0.difference < seen.difference } ?? least
        let needed = missed.itemsFor80.map { " takes \(Digits.count($0)) items" } ?? " is out of reach"
        return """
            The items of \(name) would show a difference of \(Self.points(seen.difference)) in at least four of five \
            studies; \(Self.points(missed.difference))\(needed).
            """
    }

    /// `2 points`.
    static func points(_ difference: Double) -> String {
        let number = Digits.plain(difference * 100)
        return number == "1" ? "1 point" : "\(number) points"
    }
}
