/// Fisher's F distribution.
public enum FisherF {
    /// P(F > x) with the given degrees of freedom of numerator and denominator; 1 for x ≤ 0.
    public static func survival(_ x: Double, numerator: Double, denominator: Double) -> Double {
        guard x > 0 else { return 1 }
        return Beta.cdf(denominator / (denominator + numerator * x), a: denominator / 2, b: numerator / 2)
    }
}
