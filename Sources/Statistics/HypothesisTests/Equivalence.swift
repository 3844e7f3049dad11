/// Non-inferiority and equivalence by one-sided z tests on a difference and its standard error (Schuirmann 1987).
public enum Equivalence {
    /// The p value of "the difference is at or below −margin".
    public static func nonInferiority(difference: Double, standardError: Double, margin: Double) -> Double {
        Normal.survival((difference + margin) / standardError)
    }

    /// The larger p value of the two one-sided tests.
    public static func equivalence(difference: Double, standardError: Double, margin: Double) -> Double {
        max(
            nonInferiority(difference: difference, standardError: standardError, margin: margin),
            Normal.cdf((difference - margin) / standardError))
    }
}
