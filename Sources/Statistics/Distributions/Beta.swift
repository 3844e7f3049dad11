import MathBridge

/// The beta distribution on [0, 1].
public enum Beta {
    /// P(B ≤ x), the regularised incomplete beta function.
    public static func cdf(_ x: Double, a: Double, b: Double) -> Double { acuity_beta_cdf(a, b, x) }

    /// The x with P(B ≤ x) = p; NaN unless a and b are positive and p is in [0, 1].
    public static func quantile(_ p: Double, a: Double, b: Double) -> Double { acuity_beta_quantile(a, b, p) }

    /// The x with P(B > x) = q, accurate for small q.
    public static func upperQuantile(_ q: Double, a: Double, b: Double) -> Double {
        acuity_beta_quantile_upper(a, b, q)
    }
}
