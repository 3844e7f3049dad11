/// The exact interval of a proportion that lies within Clopper and Pearson's. Source: Blaker 2000, Confidence curves and
/// improved exact confidence intervals for discrete distributions.
public enum Blaker {
    /// The proportions p whose acceptability exceeds α: P(X ≥ k) or P(X ≤ k), whichever is smaller, plus the largest
    /// opposite tail that does not exceed it. Where the set has holes, its hull.
    ///
    /// Covers at least at its level at every proportion and is nowhere wider than Clopper-Pearson.
    ///
    /// - Parameters:
    ///   - k: k, in 0 ... size.
    ///   - n: n, positive.
    ///   - level: 1 − α, in (0, 1).
    public static func interval(correct k: Int, size n: Int, level: Double) -> Interval {
        Interval(
            lower: lowerEnd(k, n, level: level), upper: 1 - lowerEnd(n - k, n, level: level), level: level,
            method: .blaker)
    }

    /// From Clopper and Pearson's end upwards, the first p whose acceptability exceeds α.
    ///
    /// There the upper tail U = P(X ≥ k) is α/2. The opposite tail L_j = P(X ≤ j) is the largest that does not exceed U;
    /// j grows by one where L_{j+1} meets U, and acceptability then jumps to 2U > α. So the end lies there, or before it
    /// where U + L_j, which falls and then rises, has reached α.
    private static func lowerEnd(_ k: Int, _ n: Int, level: Double) -> Double {
        guard k > 0 else { return 0 }
        let alpha = 1 - level
        let start = Beta.quantile(alpha / 2, a: Double(k), b: Double(n - k + 1))
        func upperTail(_ p: Double) -> Double { Binomial.survival(k - 1, trials: n, probability: p) }
        func lowerTail(_ j: Int, _ p: Double) -> Double { j < 0 ? 0 : Binomial.cdf(j, trials: n, probability: p) }
        let tail = upperTail(start)
        var (low, high) = (-1, k - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lowerTail(middle, start) <= tail { low = middle } else { high = middle }
        }
        let j = low
        let jump = firstTrue(from: start, to: 1) { lowerTail(j + 1, $0) <= upperTail($0) }
        let before = jump.nextDown
        guard before > start, upperTail(before) + lowerTail(j, before) > alpha else { return jump }
        return firstTrue(from: start, to: before) { p in
            // The sum rises only where the upper tail's derivative outweighs the lower one's.
            upperTail(p) + lowerTail(j, p) > alpha
        }
    }

    /// The point at which a condition that is false at one end and true at the other turns true, to the last bit.
    private static func firstTrue(from start: Double, to end: Double, _ condition: (Double) -> Bool) -> Double {
        var (low, high) = (start, end)
        while true {
            let middle = low + (high - low) / 2
            guard middle > low, middle < high else { return high }
            if condition(middle) { high = middle } else { low = middle }
        }
    }
}
