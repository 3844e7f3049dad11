import Foundation

/// Estimates of several benchmarks as draws from a distribution of benchmarks (DerSimonian and Laird 1986; Paule and
/// Mandel 1982; restricted maximum likelihood as in Viechtbauer 2005).
public struct RandomEffects: Sendable {
    /// A between-benchmark variance with the pooled mean that belongs to it.
    public struct Fit: Sendable, Equatable {
        public let tauSquared: Double
        /// The mean with weights 1/(v + tau²).
        public let mean: Double
        public let standardError: Double
        /// mean ± t_{J−2} sqrt(tau² + SE²) (Higgins, Thompson and Spiegelhalter 2009); NaN for fewer than three estimates.
        public let prediction: (lower: Double, upper: Double)

        public static func == (left: Fit, right: Fit) -> Bool {
            left.tauSquared == right.tauSquared && left.mean == right.mean && left.standardError == right.standardError
        }
    }

    public let estimates: [Double]
    public let variances: [Double]

    /// - Parameters:
    ///   - estimates: y_j, at least two.
    ///   - variances: v_j, the sampling variances, above 0.
    public init(estimates: [Double], variances: [Double]) {
        precondition(estimates.count == variances.count && estimates.count > 1, "a variance for each of two estimates or more")
        self.estimates = estimates
        self.variances = variances
    }

    private var degrees: Double { Double(estimates.count - 1) }

    /// Cochran's Q at tau² = 0.
    public var q: Double { generalisedQ(0) }

    /// The p value of Q where there is no variance between benchmarks.
    public var qPValue: Double { ChiSquared.survival(q, degrees: degrees) }

    /// max(0, (Q − (J − 1))/Q).
    public var iSquared: Double { q > 0 ? max(0, (q - degrees) / q) : 0 }

    public func derSimonianLaird(level: Double) -> Fit {
        let weights = variances.map { 1 / $0 }
        let sum = weights.reduce(0, +)
        let squares = weights.reduce(0) { $0 + $1 * $1 }
        return fit(max(0, (q - degrees) / (sum - squares / sum)), level: level)
    }

    /// tau² at which the weighted sum of squares equals J − 1.
    public func pauleMandel(level: Double) -> Fit {
        guard generalisedQ(0) > degrees else { return fit(0, level: level) }
        var low = 0.0
        var high = max(1e-12, estimates.reduce(0) { $0 + $1 * $1 })
        while generalisedQ(high) > degrees { high *= 2 }
        // Bisection to the last bit: Q falls strictly in tau².
        for _ in 0..<2000 {
            let middle = (low + high) / 2
            guard middle > low, middle < high else { break }
            if generalisedQ(middle) > degrees { low = middle } else { high = middle }
        }
        return fit((low + high) / 2, level: level)
    }

    /// Restricted maximum likelihood: the zero of the restricted score, or 0.
    public func reml(level: Double) -> Fit {
        guard restrictedScore(0) > 0 else { return fit(0, level: level) }
        var low = 0.0
        var high = max(1e-12, estimates.reduce(0) { $0 + $1 * $1 })
        while restrictedScore(high) > 0 { high *= 2 }
        for _ in 0..<2000 {
            let middle = (low + high) / 2
            guard middle > low, middle < high else { break }
            if restrictedScore(middle) > 0 { low = middle } else { high = middle }
        }
        return fit((low + high) / 2, level: level)
    }

    private func mean(_ tauSquared: Double) -> (mean: Double, weight: Double) {
        var weight = 0.0
        var sum = 0.0
        for (y, v) in zip(estimates, variances) {
            weight += 1 / (v + tauSquared)
            sum += y / (v + tauSquared)
        }
        return (sum / weight, weight)
    }

    private func generalisedQ(_ tauSquared: Double) -> Double {
        let mean = mean(tauSquared).mean
        return zip(estimates, variances).reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) / ($1.1 + tauSquared) }
    }

    /// Twice the derivative of the restricted log-likelihood by tau²: Σ w² (y − ȳ)² − Σ w + Σ w² / Σ w.
    private func restrictedScore(_ tauSquared: Double) -> Double {
        let (mean, weight) = mean(tauSquared)
        var squares = 0.0
        var residuals = 0.0
        for (y, v) in zip(estimates, variances) {
            let w = 1 / (v + tauSquared)
            squares += w * w
            residuals += w * w * (y - mean) * (y - mean)
        }
        return residuals - weight + squares / weight
    }

    private func fit(_ tauSquared: Double, level: Double) -> Fit {
        let (mean, weight) = mean(tauSquared)
        let error = (1 / weight).squareRoot()
        let half = estimates.count > 2
            ? StudentT.criticalValue(level: level, degrees: degrees - 1) * (tauSquared + 1 / weight).squareRoot() : .nan
        return Fit(tauSquared: tauSquared, mean: mean, standardError: error, prediction: (mean - half, mean + half))
    }
}
