import Findings

/// What the tests of a gap say: one-sided, each at half of what the interval's level leaves, adjusted by Holm over the models
/// of its benchmark. Claims about all models are made by the same rule.
enum GapOutcome {
    /// Reasoning is lower than understanding.
    case lower
    /// Reasoning is higher than understanding.
    case higher
    /// Neither test rejects.
    case open

    init(_ gap: GapFinding) {
        let alpha = (1 - gap.interval.level) / 2
        self = gap.adjustedPValue <= alpha ? .lower : gap.adjustedReversedPValue <= alpha ? .higher : .open
    }
}
