/// A statistic with its resampling distribution and what BCa needs besides.
public struct BootstrapDistribution: Sendable {
    /// How the distribution was found; decides the names of its interval methods.
    public enum Origin: Sendable {
        /// Computed in full for independent items.
        case exact
        /// Computed in full for clusters.
        case clusterExact
        /// Approximated by replicates of the joint bootstrap.
        case joint
    }

    /// θ, the statistic of the sample.
    public let estimate: Double
    /// The distribution of θ*.
    public let distribution: any ResamplingDistribution
    /// a of BCa; NaN if the statistic does not vary.
    public let acceleration: Double
    /// The range of the statistic; ends are clipped to it.
    public let range: ClosedRange<Double>
    /// How the distribution was found.
    public let origin: Origin

    /// A statistic with a distribution that is known.
    public init(
        estimate: Double, distribution: any ResamplingDistribution, acceleration: Double, range: ClosedRange<Double>,
        origin: Origin
    ) {
        self.estimate = estimate
        self.distribution = distribution
        self.acceleration = acceleration
        self.range = range
        self.origin = origin
    }

    /// From replicates of the joint bootstrap, or of any other.
    ///
    /// - Parameters:
    ///   - estimate: θ, the statistic of the sample.
    ///   - replicates: θ* of each replicate; those that are not numbers are left out.
    ///   - jackknifeParts: For each independent part of the statistic, θ without each of its items or clusters; a
    ///     single part for a statistic of one benchmark.
    ///   - range: The range of the statistic, to which ends are clipped.
    /// - Returns: nil if no replicate is a number.
    public init?(
        estimate: Double, replicates: [Double], jackknifeParts: [[Double]],
        range: ClosedRange<Double> = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
    ) {
        guard let distribution = DiscreteDistribution(replicates: replicates) else { return nil }
        self.init(
            estimate: estimate, distribution: distribution,
            acceleration: Acceleration.independentParts(jackknifeParts), range: range, origin: .joint)
    }

    /// The standard deviation of θ*.
    public var standardError: Double { distribution.standardError }

    /// z0 = Φ⁻¹(P(θ* < θ) + ½ P(θ* = θ)); infinite if the estimate lies outside of the distribution.
    public var biasCorrection: Double { Normal.quantile(distribution.midProbability(at: estimate)) }

    /// [q(α/2), q(1 − α/2)].
    public func percentile(level: Double) -> Interval {
        let tail = (1 - level) / 2
        return interval(
            distribution.quantile(tail), distribution.quantile(1 - tail), level: level,
            method: origin == .joint ? .percentileJoint : .percentileExact)
    }

    /// [2θ − q(1 − α/2), 2θ − q(α/2)].
    public func basic(level: Double) -> Interval {
        let tail = (1 - level) / 2
        return interval(
            2 * estimate - distribution.quantile(1 - tail), 2 * estimate - distribution.quantile(tail), level: level,
            method: origin == .joint ? .basicJoint : .basicExact)
    }

    /// The bias-corrected and accelerated interval; nil if the statistic does not vary or z0 is infinite.
    public func bca(level: Double) -> Interval? {
        let shares = bcaShares(level: level)
        guard let shares else { return nil }
        let method: IntervalMethod =
            switch origin {
            case .exact: .bcaExact
            case .clusterExact: .bcaClusterExact
            case .joint: .bcaJoint
            }
        return interval(
            distribution.quantile(shares.lower), distribution.quantile(shares.upper), level: level, method: method)
    }

    /// BCa with the Monte Carlo standard errors of both ends, which are 0 for an exact distribution; nil if BCa does not
    /// exist or has no width.
    public func bcaWithError(level: Double) -> (interval: Interval, error: (lower: Double, upper: Double))? {
        guard let shares = bcaShares(level: level), let interval = bca(level: level), interval.isUsable else {
            return nil
        }
        guard origin == .joint, let replicates = distribution as? DiscreteDistribution else {
            return (interval, (0, 0))
        }
        return (
            interval,
            (
                MonteCarloError.quantile(replicates, share: shares.lower),
                MonteCarloError.quantile(replicates, share: shares.upper)
            )
        )
    }

    /// The levels of the quantiles that BCa takes in place of α/2 and 1 − α/2.
    public func bcaShares(level: Double) -> (lower: Double, upper: Double)? {
        let bias = biasCorrection
        guard bias.isFinite, acceleration.isFinite else { return nil }
        let z = Normal.criticalValue(level: level)
        func share(_ z: Double) -> Double {
            let shifted = bias + z
            let shrink = 1 - acceleration * shifted
            // Past the pole of the formula the end is the distribution's own.
            guard shrink > 0 else { return shifted > 0 ? 1 : 0 }
            return Normal.cdf(bias + shifted / shrink)
        }
        return (share(-z), share(z))
    }

    private func interval(_ lower: Double, _ upper: Double, level: Double, method: IntervalMethod) -> Interval {
        Interval(lower: lower, upper: upper, level: level, method: method).clipped(to: range)
    }
}
