/// Clopper-Pearson at the effective size of clustered items. Source: Korn and Graubard 1998.
public enum KornGraubard {
    /// The interval, and the effective size n* that it was taken at.
    ///
    /// n* = min(n, p(1 − p)/SE² · (t_{n−1}/t_{G−1})²) with the corrected clustered standard error and t quantiles at
    /// 1 − α/2. With all scores equal, or in a single cluster, n* = G.
    public static func interval(
        scores: [Double], clusters: [Int], level: Double
    ) -> (interval: Interval, effectiveSize: Double) {
        interval(ClusteredStandardError(scores: scores, clusters: clusters), level: level)
    }

    /// The interval from a clustered standard error.
    public static func interval(
        _ error: ClusteredStandardError, level: Double
    ) -> (interval: Interval, effectiveSize: Double) {
        let size = effectiveSize(error, level: level)
        var interval = ClopperPearson.interval(correct: error.mean * size, size: size, level: level)
        // p · n* may miss n* by a rounding error, and a beta parameter of 1e-16 would not mean "no failure".
        if error.mean >= 1 { interval = ClopperPearson.interval(correct: size, size: size, level: level) }
        interval.method = .kornGraubard
        return (interval, size)
    }

    private static func effectiveSize(_ error: ClusteredStandardError, level: Double) -> Double {
        let clusters = Double(error.clusterCount)
        let items = Double(error.itemCount)
        guard error.mean > 0, error.mean < 1, error.corrected.isFinite else { return clusters }
        // A standard error of 0 with a mean inside (0, 1): every cluster has the same mean, and n is the cap.
        guard error.corrected > 0 else { return items }
        let ratio =
            StudentT.criticalValue(level: level, degrees: items - 1)
            / StudentT.criticalValue(level: level, degrees: clusters - 1)
        return min(items, error.mean * (1 - error.mean) / (error.corrected * error.corrected) * ratio * ratio)
    }
}
