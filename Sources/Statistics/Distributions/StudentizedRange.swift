import Foundation

/// The range of k independent standard normal values: Tukey's studentized range with infinite degrees of freedom.
public enum StudentizedRange {
    /// The density beyond this is below 1e-19.
    private static let reach = 9.25
    /// The trapezoid rule converges faster than any power of the step for such an integrand; this one leaves rounding alone.
    private static let step = 1.0 / 16

    /// P(Q ≤ q) = k ∫ φ(z) (Φ(z) − Φ(z − q))^(k − 1) dz.
    ///
    /// - Parameters:
    ///   - q: the range in standard deviations.
    ///   - members: k, at least 2.
    public static func cdf(_ q: Double, members: Int) -> Double {
        precondition(members >= 2, "a range has at least two members")
        guard q > 0 else { return 0 }
        var sum = 0.0
        for point in -Int(reach / step)...Int(reach / step) {
            let z = Double(point) * step
            let density = exp(-z * z / 2)
            // Above 0 the survival function keeps the digits that the difference of two values near 1 would lose.
            let share = z > 0 ? Normal.survival(z - q) - Normal.survival(z) : Normal.cdf(z) - Normal.cdf(z - q)
            sum += density * pow(share, Double(members - 1))
        }
        return min(1, Double(members) * sum * step / (2 * Double.pi).squareRoot())
    }

    /// The q with P(Q ≤ q) = p.
    ///
    /// - Parameters:
    ///   - p: in (0, 1).
    ///   - members: k, at least 2.
    public static func quantile(_ p: Double, members: Int) -> Double {
        precondition(p > 0 && p < 1, "a probability between 0 and 1")
        var (low, high) = (0.0, 4.0)
        while cdf(high, members: members) < p && high < 64 { high *= 2 }
        for _ in 0..<64 {
            let middle = (low + high) / 2
            if cdf(middle, members: members) < p { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}
