import Findings

extension ClaimVerdict {
    /// The verdict as pages say it.
    var words: String {
        switch self {
        case .holds: "holds"
        case .holdsInPart: "holds in part"
        case .doesNotHold: "does not hold"
        case .open: "open"
        }
    }

    /// Which of the three marks of a verdict stands for it.
    var mark: Verdict {
        switch self {
        case .holds: .pass
        case .holdsInPart, .open: .inconclusive
        case .doesNotHold: .fail
        }
    }
}

extension ClaimSupport {
    /// Which of the three marks of a verdict stands for it.
    var mark: Verdict {
        switch self {
        case .supports: .pass
        case .open: .inconclusive
        case .contradicts: .fail
        }
    }
}

extension ClaimFinding {
    /// The parts that the verdict counts.
    var counted: [ClaimPart] { parts.filter(\.isCounted) }

    /// The counted parts that say one thing.
    func counted(_ support: ClaimSupport) -> [ClaimPart] { counted.filter { $0.support == support } }
}
