import MathBridge

/// Student's t distribution.
public enum StudentT {
    /// P(T ≤ x) with the given degrees of freedom.
    public static func cdf(_ x: Double, degrees: Double) -> Double { acuity_student_cdf(degrees, x) }

    /// The x with P(T ≤ x) = p; NaN unless the degrees of freedom are positive.
    public static func quantile(_ p: Double, degrees: Double) -> Double { acuity_student_quantile(degrees, p) }

    /// The half-width in standard errors of a two-sided interval, t_{1 − α/2}.
    ///
    /// - Parameters:
    ///   - level: 1 − α, in (0, 1).
    ///   - degrees: degrees of freedom, positive; need not be whole.
    public static func criticalValue(level: Double, degrees: Double) -> Double {
        -quantile((1 - level) / 2, degrees: degrees)
    }
}
