/// The score interval of a proportion. Source: Wilson 1927.
public enum Wilson {
    /// The interval of k of n, for real counts so that an effective size can be used.
    ///
    /// Centre (p + z²/2n) / (1 + z²/n), half-width z sqrt(p(1 − p)/n + z²/4n²) / (1 + z²/n).
    ///
    /// - Parameters:
    ///   - correct: k, in [0, n].
    ///   - size: n, positive.
    ///   - level: 1 − α, in (0, 1).
    public static func interval(correct: Double, size: Double, level: Double) -> Interval {
        let ends = ends(proportion: correct / size, size: size, z: Normal.criticalValue(level: level))
        return Interval(lower: ends.lower, upper: ends.upper, level: level, method: .wilson)
    }

    /// The ends at a proportion for a given normal quantile; exactly 0 at p = 0 and 1 at p = 1.
    static func ends(proportion p: Double, size n: Double, z: Double) -> (lower: Double, upper: Double) {
        let shrink = 1 + z * z / n
        let centre = (p + z * z / (2 * n)) / shrink
        let half = z * (max(0, p * (1 - p)) / n + z * z / (4 * n * n)).squareRoot() / shrink
        return (p <= 0 ? 0 : max(0, centre - half), p >= 1 ? 1 : min(1, centre + half))
    }
}
