/// The studentised bootstrap. Source: Davison and Hinkley 1997, section 5.2.
public enum BootstrapT {
    /// [θ − SE q(1 − α/2), θ − SE q(α/2)] with the quantiles of t* = (θ* − θ)/SE*.
    ///
    /// - Parameters:
    ///   - estimate: θ, the statistic of the sample.
    ///   - standardError: SE, the standard error of the sample.
    ///   - statistics: t* of each replicate; those that are not numbers are left out.
    ///   - level: 1 − α, in (0, 1).
    ///   - range: What the ends are clipped to; nil for no clipping.
    /// - Returns: nil if no statistic is a number.
    public static func interval(
        estimate: Double, standardError: Double, statistics: [Double], level: Double,
        range: ClosedRange<Double>? = nil
    ) -> Interval? {
        guard let distribution = DiscreteDistribution(replicates: statistics) else { return nil }
        let tail = (1 - level) / 2
        let interval = Interval(
            lower: estimate - standardError * distribution.quantile(1 - tail),
            upper: estimate - standardError * distribution.quantile(tail), level: level, method: .bootstrapT)
        return range.map { interval.clipped(to: $0) } ?? interval
    }

    /// t* of replicates that draw whole clusters, each studentised by its own clustered standard error.
    ///
    /// A replicate whose standard error is 0, because it drew equal scores only, has no t* and is NaN.
    ///
    /// - Parameters:
    ///   - sums: S_g of each cluster; with independent items, the scores.
    ///   - sizes: m_g of each cluster.
    ///   - plan: key and number of replicates.
    public static func statistics(sums: [Double], sizes: [Double], plan: BootstrapPlan) -> [Double] {
        let estimate = sums.reduce(0, +) / sizes.reduce(0, +)
        return (0..<plan.replicates).map { replicate in
            let weights = JointBootstrap.weights(units: sums.count, replicate: replicate, plan: plan)
            var (sum, size) = (0.0, 0.0)
            for (cluster, weight) in weights.enumerated() where weight > 0 {
                sum += Double(weight) * sums[cluster]
                size += Double(weight) * sizes[cluster]
            }
            let mean = sum / size
            var squares = 0.0
            for (cluster, weight) in weights.enumerated() where weight > 0 {
                let residual = sums[cluster] - sizes[cluster] * mean
                squares += Double(weight) * residual * residual
            }
            // Equal scores may leave a residue of rounding, which would make a huge t*.
            let error = squares.squareRoot() / size
            return error > 1e-12 ? (mean - estimate) / error : .nan
        }
    }
}
