/// The interval of an accuracy by the default rule, or by a method chosen by name.
///
/// A one-sided bound at 1 − α is an end of `bounds(alpha:)`.
///
/// Scores outside of [0, 1], of a metric with another range, are moved into it by the least and the largest score, and the
/// ends moved back: an interval then lies within the range that was seen.
public struct AccuracyEstimator: Sendable {
    /// The scores in [0, 1].
    private let sample: ScoreSample
    /// What turns an end back into the scores' own unit.
    private let origin: Double
    private let scale: Double
    private let plan: BootstrapPlan
    private let replicates: [Double]?
    /// For the rule where it needs one, at whatever level.
    private let effectiveSize: EffectiveSize?

    /// - Parameters:
    ///   - sample: One score in [0, 1] an item, epochs averaged, with clusters; at least one.
    ///   - plan: What decides the replicates where a bootstrap without an exact distribution is asked for.
    ///   - replicates: Joint replicates of this mean, if they are at hand; otherwise they are made when needed.
    public init(_ sample: ScoreSample, plan: BootstrapPlan, replicates: [Double]? = nil) {
        self.plan = plan
        let (least, largest) =
            sample.isBinary ? (0, 1) : (min(0, sample.scores.min() ?? 0), max(1, sample.scores.max() ?? 1))
        (origin, scale) = (least, largest - least)
        if least == 0, largest == 1 {
            self.sample = sample
            self.replicates = replicates
        } else {
            let (shift, factor) = (least, largest - least)
            self.sample = sample.rescaled { ($0 - shift) / factor }
            self.replicates = replicates.map { $0.map { ($0 - shift) / factor } }
        }
        let isExact = self.sample.isIndependentBinary || Self.isTooSmall(self.sample)
        effectiveSize = isExact ? nil : EffectiveSize(self.sample)
    }

    private func restored(_ interval: Interval) -> Interval {
        guard scale != 1 || origin != 0 else { return interval }
        return Interval(
            lower: restored(interval.lower), upper: restored(interval.upper), level: interval.level,
            method: interval.method)
    }

    private func restored(_ reasoned: ReasonedInterval) -> ReasonedInterval {
        ReasonedInterval(restored(reasoned.interval), reasoned.reason)
    }

    /// The two-sided interval.
    ///
    /// - Parameters:
    ///   - level: 1 − α, in (0, 1).
    ///   - method: A method that overrides the rule, one of `IntervalMethod.forAccuracy`; where it gives no interval with
    ///     a width, the rule decides after all and the reason says so.
    public func interval(level: Double, method: IntervalMethod? = nil) -> ReasonedInterval {
        let rule = restored(byRule(level: level))
        guard let method else { return rule }
        guard let chosen = by(method, level: level), chosen.isUsable else {
            return ReasonedInterval(
                rule.interval,
                "the study chose \(method.rawValue), which gives no interval with a width here; \(rule.reason)")
        }
        let warning =
            sample.isClustered && Self.ignoresClusters.contains(method)
            ? ", which takes items that share clusters as independent" : ""
        return ReasonedInterval(restored(chosen), "the study chose this method\(warning)")
    }

    /// The interval whose ends are one-sided bounds at 1 − α each: Clopper and Pearson's, at the effective size where
    /// items share clusters or scores are fractions. For independent 0/1 scores, to compare a bound with a threshold is
    /// the exact binomial test.
    ///
    /// - Parameter alpha: The one-sided error rate, in (0, 0.5).
    public func bounds(alpha: Double) -> ReasonedInterval {
        let level = 1 - 2 * alpha
        guard sample.isIndependentBinary else { return restored(byRule(level: level)) }
        return ReasonedInterval(
            clopperPearson(level: level),
            "0/1 scores of independent items; the bounds are those of the exact binomial test")
    }

    /// The p value of "the accuracy is at or above the threshold" (`isBelow`) or "below it": the smallest one-sided error
    /// rate at which a bound excludes the threshold. For independent 0/1 scores, the exact binomial test.
    public func pValue(threshold: Double, isBelow: Bool) -> Double {
        if let correct = sample.correct, !sample.isClustered {
            // A binary sample is in [0, 1] as it is.
            return isBelow
                ? BinomialTest.pLess(correct: correct, size: sample.itemCount, threshold: threshold)
                : BinomialTest.pGreater(correct: correct, size: sample.itemCount, threshold: threshold)
        }
        return ErrorRate.smallest { alpha in
            // The sample is no independent 0/1 one, so that the rule makes the bounds.
            let level = 1 - 2 * alpha
            return isBelow ? ruleEnd(.upper, level: level) < threshold : ruleEnd(.lower, level: level) >= threshold
        }
    }

    /// The bootstrap's own interval, BCa: from the exact distribution where it can be computed, else from replicates.
    ///
    /// - Returns: nil where BCa does not exist or has no width; with the Monte Carlo standard errors of both ends, 0 for
    ///   an exact distribution.
    public func bootstrap(level: Double) -> (interval: Interval, error: (lower: Double, upper: Double))? {
        guard !sample.isConstant, sample.standardError > 0 else { return nil }
        return distribution()?.bcaWithError(level: level).map { found in
            (restored(found.interval), (found.error.lower * scale, found.error.upper * scale))
        }
    }

    /// The bootstrap distribution of the mean: exact where it can be computed, else that of the replicates.
    ///
    /// - Returns: with the number of replicates, nil for an exact distribution; nil if no replicate is a number.
    public func bootstrapDistribution() -> (distribution: any ResamplingDistribution, replicates: Int?)? {
        guard scale == 1, origin == 0 else {
            let moved = joint()?.distribution as? DiscreteDistribution
            return moved.map { found in
                let support = found.support.map { origin + scale * $0 }
                return (DiscreteDistribution(support: support, masses: found.masses), support.count)
            }
        }
        guard let found = distribution() else { return nil }
        let replicates = found.origin == .joint ? (found.distribution as? DiscreteDistribution)?.support.count : nil
        return (found.distribution, replicates)
    }

    private static let ignoresClusters: [IntervalMethod] = [
        .clopperPearson, .blaker, .wilson, .jeffreys, .agrestiCoull,
    ]

    /// Whether independent fractional scores are too few, or too equal, for a standard error.
    private static func isTooSmall(_ sample: ScoreSample) -> Bool {
        !sample.isClustered && (sample.itemCount < DefaultRule.leastFractionalItems || sample.isConstant)
    }

    private func byRule(level: Double) -> ReasonedInterval {
        if let correct = sample.correct, !sample.isClustered {
            return ReasonedInterval(
                Blaker.interval(correct: correct, size: sample.itemCount, level: level),
                "0/1 scores of independent items")
        }
        guard let effectiveSize else {
            let reason =
                sample.isConstant
                ? "all scores are equal"
                : "fractional scores of fewer than \(DefaultRule.leastFractionalItems) independent items"
            return ReasonedInterval(clopperPearson(level: level), reason)
        }
        let interval = ExactAtEffectiveSize.interval(mean: sample.mean, effectiveSize, level: level).interval
        return ReasonedInterval(
            interval,
            sample.isClustered
                ? "items share \(sample.clusterCount) clusters"
                : "fractional scores of independent items")
    }

    /// One end of the rule's interval, in the scores' own unit; half of the work, which counts where forty levels are tried.
    func ruleEnd(_ end: IntervalEnd, level: Double) -> Double {
        guard let effectiveSize else { return restored(byRule(level: level)).interval[end] }
        return restored(ExactAtEffectiveSize.end(end, mean: sample.mean, effectiveSize, level: level))
    }

    private func restored(_ end: Double) -> Double {
        scale != 1 || origin != 0 ? origin + scale * end : end
    }

    private func clopperPearson(level: Double) -> Interval {
        let size = Double(sample.itemCount)
        let share = min(1, max(0, sample.mean))
        return ClopperPearson.interval(correct: share >= 1 ? size : share * size, size: size, level: level)
    }

    private func by(_ method: IntervalMethod, level: Double) -> Interval? {
        let size = Double(sample.itemCount)
        let correct = sample.correct.map(Double.init) ?? min(1, max(0, sample.mean)) * size
        switch method {
        case .clopperPearson: return clopperPearson(level: level)
        case .blaker: return sample.correct.map { Blaker.interval(correct: $0, size: sample.itemCount, level: level) }
        case .exactAtEffectiveSize: return ExactAtEffectiveSize.interval(sample, level: level).interval
        case .wilson: return Wilson.interval(correct: correct, size: size, level: level)
        case .jeffreys: return Jeffreys.interval(correct: correct, size: size, level: level)
        case .agrestiCoull: return AgrestiCoull.interval(correct: correct, size: size, level: level)
        case .wilsonClustered: return WilsonClustered.interval(sample.clusteredStandardError, level: level).interval
        case .kornGraubard: return KornGraubard.interval(sample.clusteredStandardError, level: level).interval
        case .bootstrapT:
            guard !sample.isConstant else { return nil }
            let statistics = BootstrapT.statistics(
                sums: sample.clusters.sums, sizes: sample.clusters.sizes, plan: plan)
            return BootstrapT.interval(
                estimate: sample.mean, standardError: sample.clusteredStandardError.standardError,
                statistics: statistics, level: level, range: 0...1)
        case .bcaExact, .bcaClusterExact: return distribution()?.bca(level: level)
        case .percentileExact: return distribution()?.percentile(level: level)
        case .basicExact: return distribution()?.basic(level: level)
        case .bcaJoint: return joint()?.bca(level: level)
        case .percentileJoint: return joint()?.percentile(level: level)
        case .basicJoint: return joint()?.basic(level: level)
        case .newcombe, .newcombePaired, .tango, .bonettPrice, .bonettPriceAtEffectiveSize, .mover, .prediction,
            .bettingSequence:
            return nil
        }
    }

    private func distribution() -> BootstrapDistribution? { sample.exactDistribution(range: 0...1) ?? joint() }

    private func joint() -> BootstrapDistribution? {
        sample.jointDistribution(replicates: replicates, plan: plan, range: 0...1)
    }
}
