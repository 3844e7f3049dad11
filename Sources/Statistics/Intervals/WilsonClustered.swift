/// Wilson's interval at the effective size of clustered items. Sources: Wilson 1927; Kish 1965.
public enum WilsonClustered {
    /// The interval, and the effective size n_eff = n / max(1, design effect) that it was taken at.
    ///
    /// With all scores equal, or in a single cluster, where no design effect exists, n_eff = G.
    public static func interval(
        scores: [Double], clusters: [Int], level: Double
    ) -> (interval: Interval, effectiveSize: Double) {
        interval(ClusteredStandardError(scores: scores, clusters: clusters), level: level)
    }

    /// The interval from a clustered standard error.
    public static func interval(
        _ error: ClusteredStandardError, level: Double
    ) -> (interval: Interval, effectiveSize: Double) {
        let size =
            error.designEffect.isFinite
            ? Double(error.itemCount) / max(1, error.designEffect) : Double(error.clusterCount)
        let ends = Wilson.ends(proportion: error.mean, size: size, z: Normal.criticalValue(level: level))
        return (Interval(lower: ends.lower, upper: ends.upper, level: level, method: .wilsonClustered), size)
    }
}
