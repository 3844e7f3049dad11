/// Equality after the normalisation of SQuAD: EM = 1 if n(a) = n(t), else 0.
///
/// n makes small letters, takes out punctuation (without putting a space in its place), takes out the words a, an, the
/// and makes white space single. Source: the evaluation script of SQuAD v2.0 (Rajpurkar, Jia, Liang 2018); punctuation is
/// ASCII's there, and Unicode's as well here.
public enum NormalisedMatch {
    /// 1 if the normalised texts are equal, else 0.
    public static func score(_ answer: String, _ target: String) -> Double {
        Tokens.normalised(answer) == Tokens.normalised(target) ? 1 : 0
    }
}
