import MathBridge

/// The standard normal distribution.
public enum Normal {
    /// P(Z ≤ x).
    public static func cdf(_ x: Double) -> Double { acuity_normal_cdf(x) }

    /// P(Z > x), accurate in the upper tail.
    public static func survival(_ x: Double) -> Double { acuity_normal_survival(x) }

    /// The x with P(Z ≤ x) = p; infinite at 0 and 1, NaN outside [0, 1].
    public static func quantile(_ p: Double) -> Double { acuity_normal_quantile(p) }

    /// The half-width in standard errors of a two-sided interval, z_{1 − α/2}.
    ///
    /// - Parameter level: 1 − α, in (0, 1).
    public static func criticalValue(level: Double) -> Double { -quantile((1 - level) / 2) }
}
