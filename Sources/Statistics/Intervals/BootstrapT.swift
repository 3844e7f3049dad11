/// The bootstrap-t interval (Efron 1982): the distribution of the studentised statistic from replicates.
public enum BootstrapT {
    /// - Parameters:
    ///   - tStatistics: (θ* − θ)/SE* of each replicate, in any order.
    /// - Returns: θ − SE · q(1 − α/2), θ − SE · q(α/2), not clipped.
    public static func interval(
        estimate: Double, standardError: Double, tStatistics: [Double], level: Double
    ) -> Interval {
        let distribution = DiscreteDistribution(replicates: tStatistics)
        let tail = (1 - level) / 2
        return Interval(
            lower: estimate - standardError * distribution.quantile(1 - tail),
            upper: estimate - standardError * distribution.quantile(tail), level: level, method: .bootstrapT)
    }
}
