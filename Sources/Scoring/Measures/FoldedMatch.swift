/// Equality of folded texts, the score that judges short answers.
///
/// Small letters, compatibility forms together, punctuation and white space as single spaces, numbers in one way, no
/// articles; spaces do not count except between digits; diacritics do not count where one side has none at all.
public enum FoldedMatch {
    /// 1 if the texts are the same answer, else 0.
    public static func score(_ answer: String, _ target: String) -> Double {
        TextFolding.equal(TextFolding.fold(answer), TextFolding.fold(target)) ? 1 : 0
    }
}
