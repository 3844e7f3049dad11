import MathBridge

/// The chi-squared distribution.
public enum ChiSquared {
    /// P(C > x) with the given degrees of freedom.
    public static func survival(_ x: Double, degrees: Double) -> Double { acuity_chi_squared_survival(degrees, x) }

    /// The x with P(C ≤ x) = p.
    public static func quantile(_ p: Double, degrees: Double) -> Double { acuity_chi_squared_quantile(degrees, p) }
}
