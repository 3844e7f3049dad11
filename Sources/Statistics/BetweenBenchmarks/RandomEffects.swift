/// How much estimates of several benchmarks differ beyond their sampling noise.
///
/// y_j = μ + u_j + e_j with var u = τ² and known var e_j = v_j. Sources: DerSimonian and Laird 1986, Paule and Mandel
/// 1982, Viechtbauer 2005 (REML), Higgins and Thompson 2002 (I², H), Higgins, Thompson and Spiegelhalter 2009
/// (prediction interval).
public struct RandomEffects: Sendable, Equatable {
    /// How τ² was estimated.
    public enum Estimator: String, Sendable, CaseIterable {
        case derSimonianLaird = "dersimonian-laird"
        case pauleMandel = "paule-mandel"
        case reml
    }

    /// A fit with one estimator of τ².
    public struct Fit: Sendable, Equatable {
        /// The estimator of τ².
        public let estimator: Estimator
        /// The variance between benchmarks, not negative.
        public let tauSquared: Double
        /// The pooled mean with weights 1/(v + τ²).
        public let mean: Double
        /// The standard error of the mean.
        public let standardError: Double
        /// Where a new benchmark would lie, mean ± t_{J−2} sqrt(τ² + SE²); nil with fewer than three benchmarks.
        public let prediction: Interval?
    }

    /// Q = Σ w (y − ȳ_w)², w = 1/v.
    public let q: Double
    /// P(χ²_{J−1} > Q).
    public let qPValue: Double
    /// max(0, (Q − (J − 1))/Q).
    public let iSquared: Double
    /// H = sqrt(Q/(J − 1)), the excess of the spread over that of sampling alone.
    public let h: Double
    let estimates: [Double]
    let variances: [Double]
    private let level: Double

    /// - Parameters:
    ///   - estimates: y_j, at least two.
    ///   - variances: v_j, positive; see `samplingVariance` for benchmarks that are all right or all wrong.
    ///   - level: The level of the prediction interval.
    public init(estimates: [Double], variances: [Double], level: Double) {
        precondition(estimates.count == variances.count && estimates.count >= 2, "at least two benchmarks")
        precondition(variances.allSatisfy { $0 > 0 }, "positive sampling variances")
        self.estimates = estimates
        self.variances = variances
        self.level = level
        let pooled = Self.pool(estimates, variances, tauSquared: 0)
        let degrees = Double(estimates.count - 1)
        q = pooled.q
        qPValue = ChiSquared.survival(q, degrees: degrees)
        iSquared = q > 0 ? max(0, (q - degrees) / q) : 0
        h = (q / degrees).squareRoot()
    }

    /// The fit with one estimator.
    public func fit(_ estimator: Estimator) -> Fit {
        let tauSquared =
            switch estimator {
            case .derSimonianLaird: derSimonianLaird()
            case .pauleMandel: pauleMandel()
            case .reml: reml()
            }
        let pooled = Self.pool(estimates, variances, tauSquared: tauSquared)
        let error = (1 / pooled.weight).squareRoot()
        var prediction: Interval?
        if estimates.count >= 3 {
            let t = StudentT.criticalValue(level: level, degrees: Double(estimates.count - 2))
            let half = t * (tauSquared + error * error).squareRoot()
            prediction = Interval(
                lower: pooled.mean - half, upper: pooled.mean + half, level: level, method: .prediction)
        }
        return Fit(
            estimator: estimator, tauSquared: tauSquared, mean: pooled.mean, standardError: error,
            prediction: prediction)
    }

    /// The interval of τ² by the Q profile: the values at which Σ (y − ȳ)²/(v + τ²) lies between the quantiles of its
    /// distribution, χ² with J − 1 degrees of freedom. Source: Viechtbauer 2007.
    public func tauSquaredInterval(level: Double) -> (lower: Double, upper: Double) {
        let degrees = Double(estimates.count - 1)
        let tail = (1 - level) / 2
        func root(_ target: Double) -> Double {
            func q(_ tauSquared: Double) -> Double { Self.pool(estimates, variances, tauSquared: tauSquared).q }
            guard q(0) > target else { return 0 }
            var (low, high) = (0.0, 1e-6)
            while q(high) > target { high *= 2 }
            while true {
                let middle = low + (high - low) / 2
                guard middle > low, middle < high else { return high }
                if q(middle) > target { low = middle } else { high = middle }
            }
        }
        return (
            root(ChiSquared.quantile(1 - tail, degrees: degrees)), root(ChiSquared.quantile(tail, degrees: degrees))
        )
    }

    /// The sampling variance of an accuracy k/n, p(1 − p)/n; for all right or all wrong that of (k + ½)/(n + 1).
    ///
    /// - Returns: The variance and whether it was replaced.
    public static func samplingVariance(correct: Double, size: Double) -> (variance: Double, isReplaced: Bool) {
        let p = correct / size
        let variance = p * (1 - p) / size
        guard !(variance > 0) else { return (variance, false) }
        let moved = (correct + 0.5) / (size + 1)
        return (moved * (1 - moved) / (size + 1), true)
    }

    static func pool(
        _ estimates: [Double], _ variances: [Double], tauSquared: Double
    ) -> (mean: Double, weight: Double, q: Double) {
        var weight = 0.0
        var sum = 0.0
        for (y, v) in zip(estimates, variances) {
            weight += 1 / (v + tauSquared)
            sum += y / (v + tauSquared)
        }
        let mean = sum / weight
        var q = 0.0
        for (y, v) in zip(estimates, variances) { q += (y - mean) * (y - mean) / (v + tauSquared) }
        return (mean, weight, q)
    }

    /// τ² = max(0, (Q − (J − 1)) / (Σw − Σw²/Σw)).
    private func derSimonianLaird() -> Double {
        var sum = 0.0
        var squares = 0.0
        for v in variances {
            sum += 1 / v
            squares += 1 / (v * v)
        }
        return max(0, (q - Double(estimates.count - 1)) / (sum - squares / sum))
    }

    /// The τ² at which Q with weights 1/(v + τ²) equals J − 1, by bisection; 0 if Q is below that already.
    private func pauleMandel() -> Double {
        let degrees = Double(estimates.count - 1)
        guard q > degrees else { return 0 }
        var low = 0.0
        var high = variances.max() ?? 1
        while Self.pool(estimates, variances, tauSquared: high).q > degrees { high *= 2 }
        for _ in 0..<200 {
            let middle = (low + high) / 2
            if middle == low || middle == high { break }
            if Self.pool(estimates, variances, tauSquared: middle).q > degrees { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    /// The root of the restricted score, by bisection; 0 if the score is negative at 0.
    ///
    /// 2 l'(τ²) = Σ w² (y − μ)² − Σ w + Σ w² / Σ w with w = 1/(v + τ²).
    private func reml() -> Double {
        // The likelihood may have several stationary points; a coarse scan finds the interval around the best of them.
        let spread = (estimates.max() ?? 0) - (estimates.min() ?? 0)
        let top = max(spread * spread, variances.max() ?? 0) * 2
        let grid = (0...400).map { top * Double($0 * $0) / 160_000 }
        let likelihoods = grid.map(restrictedLikelihood)
        let best = likelihoods.indices.max { likelihoods[$0] < likelihoods[$1] } ?? 0
        var low = grid[max(0, best - 1)]
        var high = grid[min(grid.count - 1, best + 1)]
        if restrictedScore(low) <= 0 { return best == 0 || low == 0 ? 0 : low }
        for _ in 0..<200 {
            let middle = (low + high) / 2
            if middle == low || middle == high { break }
            if restrictedScore(middle) > 0 { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    private func restrictedScore(_ tauSquared: Double) -> Double {
        let mean = Self.pool(estimates, variances, tauSquared: tauSquared).mean
        var (sum, squares, residuals) = (0.0, 0.0, 0.0)
        for (y, v) in zip(estimates, variances) {
            let w = 1 / (v + tauSquared)
            sum += w
            squares += w * w
            residuals += w * w * (y - mean) * (y - mean)
        }
        return residuals - sum + squares / sum
    }
}
