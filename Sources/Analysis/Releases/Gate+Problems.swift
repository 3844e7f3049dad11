import Findings
import Records

extension Gate.Judgement {
    /// Waivers that no longer do what they were written for.
    ///
    /// A warning where an expired one leaves failures open, a note where nothing agrees with a waiver, so that it can go.
    ///
    /// - Parameter file: the study file, as messages name it.
    public func problems(file: String) -> [ProblemFinding] {
        policy.waivers.indices.compactMap { index in
            let waiver = policy.waivers[index]
            let count = waiver.covered + settled[index]
            guard waiver.isExpired || count == 0 else { return nil }
            let name = "waiver \(index + 1) (\(waiver.scope))"
            if count == 0 {
                return Problem(
                    kind: "waiver-without-failure", severity: .note, file: file, field: "compare.waiver",
                    expected: "a failure that blocks and that \(name) agrees with",
                    found: waiver.isExpired ? "none, and its last day was \(waiver.until)" : "none",
                    remedy: "Remove it, or check the names in it."
                ).finding
            }
            return Problem(
                kind: "expired-waiver", severity: .warning, file: file, field: "compare.waiver",
                expected: "waivers that hold on \(policy.date)",
                found: "\(name), whose last day was \(waiver.until) and which would cover \(count)",
                remedy: "Mend what it covers, or decide anew and give it another day."
            ).finding
        }
    }
}

extension WaiverFinding {
    /// What the waiver is about, as the study file writes it.
    fileprivate var scope: String {
        [
            ("candidate", candidate), ("benchmark", benchmark), ("capability", capability),
            ("facet", facet.map { "\($0.name)=\($0.value)" }), ("threshold", threshold), ("measure", measure?.rawValue),
        ].compactMap { key, value in value.map { "\(key) `\($0)`" } }.joined(separator: ", ")
    }
}
