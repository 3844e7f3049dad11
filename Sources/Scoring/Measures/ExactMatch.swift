import Foundation

/// Equality to the letter: EM = 1 if a = t, else 0, white space at both ends aside.
///
/// Letters that Unicode calls canonically equal (é as one scalar or two) are equal. Source: Rajpurkar et al. 2016, "SQuAD:
/// 100,000+ Questions for Machine Comprehension of Text", without its normalisation.
public enum ExactMatch {
    /// 1 if the texts are equal, else 0.
    public static func score(_ answer: String, _ target: String) -> Double {
        answer.trimmingCharacters(in: .whitespacesAndNewlines) == target.trimmingCharacters(in: .whitespacesAndNewlines)
            ? 1 : 0
    }
}
