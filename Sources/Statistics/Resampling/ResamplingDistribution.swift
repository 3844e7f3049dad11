/// The distribution of a statistic under resampling, exact or from replicates: a step function F*.
public protocol ResamplingDistribution: Sendable {
    /// The standard deviation.
    var standardError: Double { get }

    /// The smallest value t with F*(t) ≥ u, where values of F* within 1e-12 of u count as equal to u.
    func quantile(_ u: Double) -> Double

    /// P(θ* < θ) + ½ P(θ* = θ).
    func midProbability(at estimate: Double) -> Double

    /// F*(t) = P(θ* ≤ t).
    func cdf(_ t: Double) -> Double

    /// The least distance between two neighbouring values; 0 for a single value.
    var spacing: Double { get }
}

/// How far F* may fall short of u and still count as having reached it; sums of many atoms must not skip a step.
let quantileTolerance = 1e-12
