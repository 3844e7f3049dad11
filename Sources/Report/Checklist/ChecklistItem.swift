import Findings

/// Something that guidelines ask a study of medical AI to report.
struct ChecklistItem: Sendable {
    /// The key under `[reporting]` by which a study answers it in its own words.
    let id: String
    /// What is asked.
    let question: String
    /// Which items of which guidelines ask it, as these number them; none for what no guideline names yet.
    let asked: [(guideline: Guideline, items: String)]
    /// What the findings show of it.
    let evidence: @Sendable (ChecklistEvidence) -> Evidence

    /// What the findings show of an item, before the study's own words.
    struct Evidence: Sendable {
        /// Whether they answer it in full; nil for nothing.
        var isWhole: Bool?
        var sentence: Sentence?

        static func whole(_ sentence: Sentence) -> Evidence { Evidence(isWhole: true, sentence: sentence) }
        static func part(_ sentence: Sentence) -> Evidence { Evidence(isWhole: false, sentence: sentence) }
        /// Nothing is shown, with a word on why.
        static func none(_ sentence: Sentence? = nil) -> Evidence { Evidence(isWhole: nil, sentence: sentence) }
    }

    /// How far an item is answered.
    enum Status: String, CaseIterable {
        case given
        case inPart = "in part"
        case notGiven = "not given"

        var mark: Verdict {
            switch self {
            case .given: .pass
            case .inPart: .inconclusive
            case .notGiven: .fail
            }
        }
    }

    /// An item with what is said to it.
    struct Answer: Sendable {
        let item: ChecklistItem
        let status: Status
        let shown: Sentence?
        /// The study's own words.
        let stated: String?
    }

    func answer(_ evidence: ChecklistEvidence) -> Answer {
        let found = self.evidence(evidence)
        let stated = evidence.document.study.reporting?[id]
        let status: Status =
            found.isWhole == true || stated != nil ? .given : found.isWhole == false ? .inPart : .notGiven
        return Answer(item: self, status: status, shown: found.sentence, stated: stated)
    }
}
