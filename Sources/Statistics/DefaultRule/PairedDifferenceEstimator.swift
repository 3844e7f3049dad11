/// A paired difference of mean scores with its interval and why the interval was made in that way.
public struct DifferenceEstimate: Sendable, Equatable {
    /// The mean of the first minus that of the second.
    public let estimate: Double
    /// The interval; never of zero width.
    public let interval: Interval
    /// Why this method was used here, as a clause.
    public let reason: String
    /// The standard error of the difference, clustered where items share clusters.
    public let standardError: Double
    /// n, the number of items.
    public let itemCount: Int
    /// G, the number of clusters.
    public let clusterCount: Int
    /// b, items that only the first gets right; nil unless every score is 0 or 1.
    public let onlyFirst: Int?
    /// c, items that only the second gets right; nil unless every score is 0 or 1.
    public let onlySecond: Int?
}

/// The interval and the test of a paired difference by the default rule.
public struct PairedDifferenceEstimator: Sendable {
    /// First minus second of each item.
    public let sample: ScoreSample
    /// b, items that only the first gets right; nil unless every score is 0 or 1.
    public let onlyFirst: Int?
    /// c, items that only the second gets right; nil unless every score is 0 or 1.
    public let onlySecond: Int?
    private let plan: BootstrapPlan
    private let bootstrap: BootstrapDistribution?

    /// - Parameters:
    ///   - first: The first model's score of each item, in [0, 1]; at least one item.
    ///   - second: The second model's score of the same items.
    ///   - clusters: The cluster of each item, or nil if items are independent.
    ///   - plan: What decides the replicates where no exact distribution serves.
    ///   - replicates: Joint replicates of the difference, if they are at hand; otherwise they are made when needed.
    public init(
        first: [Double], second: [Double], clusters: [Int]? = nil, plan: BootstrapPlan, replicates: [Double]? = nil
    ) {
        precondition(first.count == second.count, "two scores an item")
        let sample = ScoreSample(scores: zip(first, second).map { $0 - $1 }, clusters: clusters)
        self.sample = sample
        self.plan = plan
        let isBinary = first.allSatisfy { $0 == 0 || $0 == 1 } && second.allSatisfy { $0 == 0 || $0 == 1 }
        onlyFirst = isBinary ? sample.scores.count { $0 == 1 } : nil
        onlySecond = isBinary ? sample.scores.count { $0 == -1 } : nil
        if let onlyFirst, let onlySecond, !sample.isClustered {
            let isRich = onlyFirst + onlySecond >= DefaultRule.leastDiscordant && onlyFirst > 0 && onlySecond > 0
            bootstrap =
                isRich
                ? ExactBootstrap.pairedDifference(
                    onlyFirst: onlyFirst, onlySecond: onlySecond, size: sample.itemCount) : nil
        } else if sample.clusterCount < DefaultRule.leastClusters || sample.standardError == 0 {
            bootstrap = nil
        } else if sample.isBinary {
            // The differences happen to be 0 and 1 only; the clusters or fractions behind them still decide the way.
            bootstrap =
                (sample.isClustered ? sample.exactDistribution(range: -1...1) : nil)
                ?? sample.jointDistribution(replicates: replicates, plan: plan, range: -1...1)
        } else {
            bootstrap =
                sample.exactDistribution(range: -1...1)
                ?? sample.jointDistribution(replicates: replicates, plan: plan, range: -1...1)
        }
    }

    /// The difference with its two-sided interval.
    ///
    /// - Parameter level: 1 − α, in (0, 1).
    public func estimate(level: Double) -> DifferenceEstimate {
        let (interval, reason) = byRule(level: level)
        return DifferenceEstimate(
            estimate: sample.mean, interval: interval, reason: reason, standardError: sample.standardError,
            itemCount: sample.itemCount, clusterCount: sample.clusterCount, onlyFirst: onlyFirst,
            onlySecond: onlySecond)
    }

    /// The p value of no difference: exact McNemar for 0/1 scores of independent items, else sign-flip, by cluster where
    /// items share clusters.
    public func test() -> (pValue: Double, method: TestMethod) {
        if let onlyFirst, let onlySecond, !sample.isClustered {
            return (McNemar.test(onlyFirst: onlyFirst, onlySecond: onlySecond).exact, .mcNemar)
        }
        let flips = SignFlip.test(
            differences: sample.scores, clusters: sample.isClustered ? sample.clusters.positions : nil, plan: plan)
        return (flips.pValue, .signFlip)
    }

    private func byRule(level: Double) -> (Interval, String) {
        if let bootstrap, let interval = bootstrap.bca(level: level), interval.isUsable {
            return (interval, bootstrapReason(bootstrap.origin))
        }
        if let onlyFirst, let onlySecond, !sample.isClustered {
            let interval = Tango.interval(
                onlyFirst: Double(onlyFirst), onlySecond: Double(onlySecond), size: Double(sample.itemCount),
                level: level)
            return (
                interval,
                "fewer than \(DefaultRule.leastDiscordant) items separate the two models, or all in the same direction"
            )
        }
        let reason =
            sample.isConstant
            ? "all differences are equal, so the clusters count as items"
            : sample.clusterCount < DefaultRule.leastClusters
                ? "fewer than \(DefaultRule.leastClusters) clusters or items with fractional scores"
                : "resampling gives no interval with a width"
        return (tangoAtEffectiveSize(level: level), reason)
    }

    private func bootstrapReason(_ origin: BootstrapDistribution.Origin) -> String {
        switch origin {
        case .exact where onlyFirst != nil:
            "at least \(DefaultRule.leastDiscordant) independent items separate the two models, in both directions"
        case .exact: "the differences of independent items lie on a lattice"
        case .clusterExact:
            "items share at least \(DefaultRule.leastClusters) clusters, whose distribution can be computed in full"
        case .joint where sample.isClustered:
            "items share at least \(DefaultRule.leastClusters) clusters, whose distribution is too large to compute in "
                + "full"
        case .joint: "the scores are fractions whose distribution is too large to compute in full"
        }
    }

    /// Tango's interval with the gains and losses of the first at the size that the clusters are worth.
    private func tangoAtEffectiveSize(level: Double) -> Interval {
        let items = Double(sample.itemCount)
        let clusters = Double(sample.clusterCount)
        var size = clusters
        if let effect = sample.designEffect ?? (sample.isClustered || sample.isConstant ? nil : 1), effect.isFinite {
            // As Korn and Graubard do for one proportion.
            let ratio =
                StudentT.criticalValue(level: level, degrees: items - 1)
                / StudentT.criticalValue(level: level, degrees: clusters - 1)
            size = min(items, items / max(1, effect) * ratio * ratio)
        }
        var (gains, losses) = (0.0, 0.0)
        for score in sample.scores { if score > 0 { gains += score } else { losses -= score } }
        var interval = Tango.interval(
            onlyFirst: gains / items * size, onlySecond: losses / items * size, size: size, level: level)
        interval.method = .tangoClustered
        return interval
    }
}
