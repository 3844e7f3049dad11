/// How a short answer is scored against its targets, from 0 to 1. With several targets the best one counts.
public enum ScoringMeasure: String, CaseIterable, Sendable, Codable {
    /// 1 if the folded answer is a folded target, else 0: the judging score. See ``FoldedMatch``.
    case match
    /// 1 if the answer is a target to the letter. See ``ExactMatch``.
    case exact
    /// 1 if the answer is a target after the normalisation of SQuAD. See ``NormalisedMatch``.
    case normalised
    /// The harmonic mean of precision and recall over words. See ``TokenF1``.
    case tokenF1 = "token-f1"
    /// The share of the answer's words that are in the target, with a penalty for brevity. See ``BLEU1``.
    case bleu1 = "bleu-1"
    /// The F-measure of the longest common subsequence of words. See ``ROUGEL``.
    case rougeL = "rouge-l"

    /// The score of an answer against its targets; 0 if there are none.
    public func score(_ answer: String, targets: [String]) -> Double {
        let one: (String, String) -> Double =
            switch self {
            case .match: FoldedMatch.score
            case .exact: ExactMatch.score
            case .normalised: NormalisedMatch.score
            case .tokenF1: TokenF1.score
            case .bleu1: BLEU1.score
            case .rougeL: ROUGEL.score
            }
        return targets.map { one(answer, $0) }.max() ?? 0
    }
}
