/// Percentile, basic and BCa ends from a resampling distribution, exact or of replicates (Efron 1987).
public struct BootstrapEnds: Sendable {
    public let distribution: DiscreteDistribution
    /// The statistic on the data.
    public let estimate: Double
    /// z0; infinite or NaN where all of the distribution lies on one side, or is one point.
    public let biasCorrection: Double
    /// a; NaN where all jackknife values are equal.
    public let acceleration: Double

    /// - Parameter acceleration: from the jackknife, see `Acceleration`.
    public init(_ distribution: DiscreteDistribution, estimate: Double, acceleration: Double) {
        self.distribution = distribution
        self.estimate = estimate
        self.acceleration = acceleration
        let position = distribution.position(of: estimate)
        biasCorrection = Normal.quantile(position.below + position.at / 2)
    }

    /// Whether BCa ends exist.
    public var hasBCa: Bool { biasCorrection.isFinite && acceleration.isFinite && distribution.support.count > 1 }

    public func percentile(level: Double) -> (lower: Double, upper: Double) {
        let tail = (1 - level) / 2
        return (distribution.quantile(tail), distribution.quantile(1 - tail))
    }

    /// The ends reflected at the estimate, not clipped.
    public func basic(level: Double) -> (lower: Double, upper: Double) {
        let ends = percentile(level: level)
        return (2 * estimate - ends.upper, 2 * estimate - ends.lower)
    }

    /// BCa ends, or nil where they do not exist.
    public func bca(level: Double) -> (lower: Double, upper: Double)? {
        guard hasBCa else { return nil }
        let z = Normal.quantile((1 + level) / 2)
        func end(_ z: Double) -> Double {
            let shifted = biasCorrection + z
            let denominator = 1 - acceleration * shifted
            // Beyond the pole the transformation has left the distribution on the side of the tail.
            guard denominator > 0 else { return z < 0 ? distribution.support[0] : distribution.support.last ?? estimate }
            return distribution.quantile(Normal.cdf(biasCorrection + shifted / denominator))
        }
        return (end(-z), end(z))
    }
}

/// The acceleration of BCa from jackknife values: a = Σ d³ / (6 (Σ d²)^1.5).
public enum Acceleration {
    /// From the values of the statistic without each unit in turn; d_i = mean of the values − value i.
    public static func jackknife(_ values: [Double]) -> Double {
        let mean = values.reduce(0, +) / Double(values.count)
        return of(values.map { mean - $0 })
    }

    /// From given d; NaN if all are 0.
    public static func of(_ d: [Double]) -> Double {
        var squares = 0.0
        var cubes = 0.0
        for x in d {
            squares += x * x
            cubes += x * x * x
        }
        return squares > 0 ? cubes / (6 * squares * squares.squareRoot()) : .nan
    }

    /// The d of a mean of scores that enters a statistic with a weight, for statistics of several independent parts:
    /// leave-one-out within the part, scaled by (n − 1)/n.
    public static func parts(_ scores: [Double], weight: Double = 1) -> [Double] {
        let n = Double(scores.count)
        let mean = scores.reduce(0, +) / n
        return scores.map { weight * ($0 - mean) / n }
    }

    /// The d of a ratio ΣS/Σm that enters a statistic with a weight: leave out cluster g, scaled by (G − 1)/G.
    public static func parts(sums: [Double], sizes: [Double], weight: Double = 1) -> [Double] {
        guard sums.count > 1 else { return [] }
        let values = leaveOneOut(sums: sums, sizes: sizes)
        let mean = values.reduce(0, +) / Double(values.count)
        let scale = weight * Double(values.count - 1) / Double(values.count)
        return values.map { scale * (mean - $0) }
    }

    /// The ratio ΣS/Σm without each cluster in turn.
    public static func leaveOneOut(sums: [Double], sizes: [Double]) -> [Double] {
        let sum = sums.reduce(0, +)
        let size = sizes.reduce(0, +)
        return zip(sums, sizes).map { (sum - $0) / (size - $1) }
    }
}
