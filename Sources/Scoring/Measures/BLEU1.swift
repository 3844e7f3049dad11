import Foundation

/// Clipped unigram precision with a penalty for brevity.
///
/// With m the size of the multiset intersection of the words of answer and target, p = m / |a|, the brevity penalty
/// BP = 1 if |a| > |t|, else exp(1 - |t| / |a|), and BLEU-1 = BP p. An answer without words scores 0. Words are those of
/// ``ROUGEL``. Source: Papineni et al. 2002, "BLEU: a Method for Automatic Evaluation of Machine Translation", N = 1, by
/// sentence and against one target at a time, without smoothing.
public enum BLEU1 {
    /// BLEU-1, from 0 to 1.
    public static func score(_ answer: String, _ target: String) -> Double {
        let answer = Tokens.words(answer)
        let target = Tokens.words(target)
        guard !answer.isEmpty else { return 0 }
        let precision = Double(Tokens.common(answer, target)) / Double(answer.count)
        let penalty = answer.count > target.count ? 1 : exp(1 - Double(target.count) / Double(answer.count))
        return penalty * precision
    }
}
