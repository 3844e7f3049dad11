import Charts
import Findings

/// Whether models fail alike, in words.
struct AgreementSentences {
    let index: FindingsIndex

    /// The range of agreement beyond chance over all pairs, and the pair with the most.
    func range(_ findings: [AgreementFinding]) -> Sentence? {
        let known = findings.compactMap { finding in finding.kappa.map { (finding, $0) } }
        guard let least = known.map(\.1).min(), let most = known.max(by: { $0.1 < $1.1 }) else { return nil }
        func words(_ kappa: Double) -> String { ValueFormat.score.string(kappa, decimals: 2) }
        let (first, second) = (index.link(model: most.0.first), index.link(model: most.0.second))
        if known.count == 1 {
            return "The errors of \(first) and \(second) agree beyond chance by a kappa of \(words(most.1))."
        }
        return """
            Errors agree beyond chance by a kappa of \(words(least)) to \(words(most.1)), most for \(first) and \(second).
            """
    }
}
