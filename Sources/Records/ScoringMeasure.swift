/// How a short answer is scored against its targets, from 0 to 1. With several targets the best one counts.
///
/// The formulas and their sources stand with the measures in `Scoring`.
public enum ScoringMeasure: String, CaseIterable, Sendable, Codable {
    /// 1 if the folded answer is a folded target, else 0: the judging score.
    case match
    /// 1 if the answer is a target to the letter.
    case exact
    /// 1 if the answer is a target after the normalisation of SQuAD.
    case normalised
    /// The harmonic mean of precision and recall over words.
    case tokenF1 = "token-f1"
    /// The share of the answer's words that are in the target, with a penalty for brevity.
    case bleu1 = "bleu-1"
    /// The F-measure of the longest common subsequence of words.
    case rougeL = "rouge-l"
}
