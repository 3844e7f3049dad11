/// The harmonic mean of precision and recall over words.
///
/// With m the size of the multiset intersection of the words of answer and target, P = m / |a|, R = m / |t| and
/// F1 = 2 P R / (P + R) = 2 m / (|a| + |t|); 0 if m = 0. If either has no words, F1 is 1 if both have none, else 0.
/// Words are those of ``NormalisedMatch``'s normalisation; Chinese and Japanese signs are a word each, as in MLQA.
/// Sources: the evaluation script of SQuAD v2.0 (Rajpurkar, Jia, Liang 2018); Lewis et al. 2020, "MLQA".
public enum TokenF1 {
    /// F1, from 0 to 1.
    public static func score(_ answer: String, _ target: String) -> Double {
        let answer = Tokens.normalised(answer)
        let target = Tokens.normalised(target)
        if answer.isEmpty || target.isEmpty { return answer.isEmpty == target.isEmpty ? 1 : 0 }
        return 2 * Double(Tokens.common(answer, target)) / Double(answer.count + target.count)
    }
}
