/// A mean score with its interval and why the interval was made in that way.
public struct AccuracyEstimate: Sendable, Equatable {
    /// The mean over items.
    public let estimate: Double
    /// The interval; never of zero width.
    public let interval: Interval
    /// Why this method was used here, as a clause.
    public let reason: String
    /// The standard error of the mean, clustered where items share clusters.
    public let standardError: Double
    /// The variance over that of independent items; nil unless items share clusters and scores vary.
    public let designEffect: Double?
    /// n, the number of items.
    public let itemCount: Int
    /// G, the number of clusters.
    public let clusterCount: Int
    /// k, the number of right items; nil unless every score is 0 or 1.
    public let correct: Int?
}

/// The interval of an accuracy by the default rule, or by a method chosen by name.
///
/// The resampling distribution is made once; intervals at several levels, such as one-sided bounds for verdicts, then
/// cost little. A one-sided bound at 1 − α is an end of the interval at level 1 − 2α.
public struct AccuracyEstimator: Sendable {
    /// The scores.
    public let sample: ScoreSample
    private let plan: BootstrapPlan
    private let replicates: [Double]?
    private let range: ClosedRange<Double>
    /// The distribution that the rule rests on; nil where it chooses a closed formula.
    private let bootstrap: BootstrapDistribution?

    /// - Parameters:
    ///   - scores: One score in [0, 1] an item, epochs averaged; at least one.
    ///   - clusters: The cluster of each item, or nil if items are independent.
    ///   - plan: What decides the replicates where no exact distribution serves.
    ///   - replicates: Joint replicates of this mean, if they are at hand; otherwise they are made when needed.
    public init(scores: [Double], clusters: [Int]? = nil, plan: BootstrapPlan, replicates: [Double]? = nil) {
        self.init(ScoreSample(scores: scores, clusters: clusters), plan: plan, replicates: replicates)
    }

    /// The same from a sample.
    public init(_ sample: ScoreSample, plan: BootstrapPlan, replicates: [Double]? = nil) {
        self.sample = sample
        self.plan = plan
        self.replicates = replicates
        range = min(0, sample.scores.min() ?? 0)...max(1, sample.scores.max() ?? 1)
        let least =
            sample.isClustered
            ? DefaultRule.leastClusters
            : sample.isBinary ? DefaultRule.leastItems : DefaultRule.leastFractionalItems
        if sample.isConstant || sample.clusterCount < least || sample.standardError == 0 {
            bootstrap = nil
        } else {
            bootstrap =
                sample.exactDistribution(range: range)
                ?? sample.jointDistribution(replicates: replicates, plan: plan, range: range)
        }
    }

    /// The estimate with its two-sided interval.
    ///
    /// - Parameters:
    ///   - level: 1 − α, in (0, 1).
    ///   - method: A method that overrides the rule, one of `IntervalMethod.forAccuracy`; where it gives no interval with
    ///     a width, the rule decides after all and the reason says so.
    public func estimate(level: Double, method: IntervalMethod? = nil) -> AccuracyEstimate {
        var (interval, reason) = byRule(level: level)
        if let method {
            if let chosen = by(method, level: level), chosen.isUsable {
                interval = chosen
                reason = "the study chose this method"
                if sample.isClustered && Self.ignoresClusters.contains(method) {
                    reason += ", which takes items that share clusters as independent"
                }
            } else {
                reason = "the study chose \(method.rawValue), which gives no interval with a width here; \(reason)"
            }
        }
        return AccuracyEstimate(
            estimate: sample.mean, interval: interval, reason: reason, standardError: sample.standardError,
            designEffect: sample.designEffect, itemCount: sample.itemCount, clusterCount: sample.clusterCount,
            correct: sample.correct)
    }

    private static let ignoresClusters: [IntervalMethod] = [.clopperPearson, .wilson, .jeffreys, .agrestiCoull]

    private func byRule(level: Double) -> (Interval, String) {
        if let bootstrap, let interval = bootstrap.bca(level: level), interval.isUsable {
            return (interval, bootstrapReason(bootstrap.origin))
        }
        if sample.isClustered { return byEffectiveSize(level: level) }
        if !sample.isConstant && !sample.isBinary, let interval = by(.bootstrapT, level: level), interval.isUsable {
            return (
                interval, "the scores are fractions of fewer than \(DefaultRule.leastFractionalItems) independent items"
            )
        }
        let interval = clopperPearson(size: Double(sample.itemCount), level: level)
        if sample.isConstant { return (interval, "all scores are equal, so resampling has no width") }
        if sample.isBinary && sample.itemCount < DefaultRule.leastItems {
            return (interval, "the scores are 0 or 1 of fewer than \(DefaultRule.leastItems) independent items")
        }
        return (interval, "resampling gives no interval with a width")
    }

    private func bootstrapReason(_ origin: BootstrapDistribution.Origin) -> String {
        switch origin {
        case .exact where sample.isBinary:
            "the scores are 0 or 1, not all equal, of at least \(DefaultRule.leastItems) independent items"
        case .exact:
            "the scores are fractions on a lattice of at least \(DefaultRule.leastFractionalItems) independent items"
        case .clusterExact:
            "items share at least \(DefaultRule.leastClusters) clusters, whose distribution can be computed in full"
        case .joint where sample.isClustered:
            "items share at least \(DefaultRule.leastClusters) clusters, whose distribution is too large to compute in "
                + "full"
        case .joint:
            "the scores are fractions of at least \(DefaultRule.leastFractionalItems) independent items, whose "
                + "distribution is too large to compute in full"
        }
    }

    private func byEffectiveSize(level: Double) -> (Interval, String) {
        if sample.isConstant {
            // All scores equal: nothing is known of the clusters but their number.
            var interval = clopperPearson(size: Double(sample.clusterCount), level: level)
            interval.method = .kornGraubard
            return (interval, "all scores are equal, so the clusters count as items")
        }
        let interval = KornGraubard.interval(sample.clusteredStandardError, level: level).interval
        guard sample.clusterCount < DefaultRule.leastClusters else {
            return (interval, "items share clusters and resampling gives no interval with a width")
        }
        return (interval, "items share fewer than \(DefaultRule.leastClusters) clusters")
    }

    private func clopperPearson(size: Double, level: Double) -> Interval {
        let share = min(1, max(0, sample.mean))
        return ClopperPearson.interval(correct: share >= 1 ? size : share * size, size: size, level: level)
    }

    private func by(_ method: IntervalMethod, level: Double) -> Interval? {
        let size = Double(sample.itemCount)
        let correct = sample.correct.map(Double.init) ?? min(1, max(0, sample.mean)) * size
        switch method {
        case .clopperPearson: return clopperPearson(size: size, level: level)
        case .wilson: return Wilson.interval(correct: correct, size: size, level: level)
        case .jeffreys: return Jeffreys.interval(correct: correct, size: size, level: level)
        case .agrestiCoull: return AgrestiCoull.interval(correct: correct, size: size, level: level)
        case .wilsonClustered: return WilsonClustered.interval(sample.clusteredStandardError, level: level).interval
        case .kornGraubard: return KornGraubard.interval(sample.clusteredStandardError, level: level).interval
        case .bootstrapT:
            let statistics = BootstrapT.statistics(
                sums: sample.clusters.sums, sizes: sample.clusters.sizes, plan: plan)
            return BootstrapT.interval(
                estimate: sample.mean, standardError: sample.clusteredStandardError.standardError,
                statistics: statistics, level: level, range: range)
        case .bcaExact, .bcaClusterExact: return distribution()?.bca(level: level)
        case .percentileExact: return distribution()?.percentile(level: level)
        case .basicExact: return distribution()?.basic(level: level)
        case .bcaJoint: return joint()?.bca(level: level)
        case .percentileJoint: return joint()?.percentile(level: level)
        case .basicJoint: return joint()?.basic(level: level)
        case .newcombe, .newcombePaired, .tango, .tangoClustered, .bonettPrice, .mover, .prediction: return nil
        }
    }

    private func distribution() -> BootstrapDistribution? {
        bootstrap ?? sample.exactDistribution(range: range) ?? joint()
    }

    private func joint() -> BootstrapDistribution? {
        if let bootstrap, bootstrap.origin == .joint { return bootstrap }
        return sample.jointDistribution(replicates: replicates, plan: plan, range: range)
    }
}
