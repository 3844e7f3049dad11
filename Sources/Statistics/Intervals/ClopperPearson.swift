/// The interval that inverts the exact binomial test. Source: Clopper and Pearson 1934.
public enum ClopperPearson {
    /// The interval of k of n by beta quantiles, for real counts so that an effective size can be used.
    ///
    /// Lower end Beta⁻¹(α/2; k, n − k + 1), upper end Beta⁻¹(1 − α/2; k + 1, n − k); 0 at k = 0 and 1 at k = n.
    ///
    /// - Parameters:
    ///   - k: k, in [0, n].
    ///   - n: n, positive.
    ///   - level: 1 − α, in (0, 1).
    public static func interval(correct k: Double, size n: Double, level: Double) -> Interval {
        Interval(
            lower: end(.lower, correct: k, size: n, level: level),
            upper: end(.upper, correct: k, size: n, level: level), level: level, method: .clopperPearson)
    }

    /// One end of it.
    static func end(_ end: IntervalEnd, correct k: Double, size n: Double, level: Double) -> Double {
        let tail = (1 - level) / 2
        return switch end {
        case .lower: k <= 0 ? 0 : Beta.quantile(tail, a: k, b: n - k + 1)
        case .upper: k >= n ? 1 : Beta.upperQuantile(tail, a: k + 1, b: n - k)
        }
    }
}
