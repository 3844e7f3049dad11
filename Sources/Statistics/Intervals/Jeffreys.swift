/// The interval from the posterior under the prior Beta(½, ½). Source: Brown, Cai and DasGupta 2001.
public enum Jeffreys {
    /// The interval of k of n; the lower end is 0 at k = 0, the upper end is 1 at k = n.
    public static func interval(correct k: Double, size n: Double, level: Double) -> Interval {
        let tail = (1 - level) / 2
        return Interval(
            lower: k <= 0 ? 0 : Beta.quantile(tail, a: k + 0.5, b: n - k + 0.5),
            upper: k >= n ? 1 : Beta.upperQuantile(tail, a: k + 0.5, b: n - k + 0.5), level: level, method: .jeffreys)
    }
}
