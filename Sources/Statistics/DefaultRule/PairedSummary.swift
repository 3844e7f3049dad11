/// A paired difference in a few numbers, which is all that its interval needs: for tables of many models, whose pairs'
/// items would not fit into memory.
public struct PairedSummary: Sendable {
    /// Items that both have.
    public let itemCount: Int
    /// Their clusters; as many as items where these are independent.
    public let clusterCount: Int
    /// The mean of the first minus that of the second.
    public private(set) var mean: Double
    /// The standard error of `mean`, of clusters where items share them; at least 0.
    public let standardError: Double
    /// b, items that only the first gets right; nil unless every score is 0 or 1.
    public private(set) var onlyFirst: Int?
    /// c, items that only the second gets right; nil unless every score is 0 or 1.
    public private(set) var onlySecond: Int?
    /// Whether every difference is 0 or 1, and 0 or −1.
    private(set) var isRise: Bool
    private(set) var isFall: Bool
    private(set) var atEffectiveSize: DifferenceAtEffectiveSize

    var isClustered: Bool { clusterCount < itemCount }

    /// The summary of differences that are at hand.
    public init(_ pair: PairedDifferenceEstimator) {
        let sample = pair.sample
        itemCount = sample.itemCount
        clusterCount = sample.clusterCount
        mean = sample.mean
        standardError = sample.standardError
        onlyFirst = pair.onlyFirst
        onlySecond = pair.onlySecond
        isRise = sample.isBinary
        isFall = sample.scores.allSatisfy { $0 == 0 || $0 == -1 }
        atEffectiveSize = DifferenceAtEffectiveSize(sample)
    }

    init(
        itemCount: Int, clusterCount: Int, mean: Double, standardError: Double, onlyFirst: Int?, onlySecond: Int?,
        isRise: Bool, isFall: Bool, atEffectiveSize: DifferenceAtEffectiveSize
    ) {
        self.itemCount = itemCount
        self.clusterCount = clusterCount
        self.mean = mean
        self.standardError = standardError
        self.onlyFirst = onlyFirst
        self.onlySecond = onlySecond
        self.isRise = isRise
        self.isFall = isFall
        self.atEffectiveSize = atEffectiveSize
    }

    /// The second minus the first.
    public var reversed: PairedSummary {
        PairedSummary(
            itemCount: itemCount, clusterCount: clusterCount, mean: mean == 0 ? 0 : -mean,
            standardError: standardError, onlyFirst: onlySecond, onlySecond: onlyFirst, isRise: isFall, isFall: isRise,
            atEffectiveSize: atEffectiveSize.reversed)
    }

    /// The two-sided interval.
    ///
    /// - Parameter level: 1 − α, in (0, 1).
    public func interval(level: Double) -> ReasonedInterval {
        if let onlyFirst, let onlySecond, !isClustered,
            min(onlyFirst, onlySecond) >= DefaultRule.leastEvents,
            let interval = ExactBootstrap.pairedDifference(
                onlyFirst: onlyFirst, onlySecond: onlySecond, size: itemCount
            ).bca(level: level), interval.isUsable
        {
            return ReasonedInterval(
                interval,
                "0/1 scores of the same independent items, at least \(DefaultRule.leastEvents) of which only one model gets "
                    + "right, for either model")
        }
        let interval = atEffectiveSize.interval(level: level).interval
        if isClustered { return ReasonedInterval(interval, "items share \(clusterCount) clusters") }
        return ReasonedInterval(
            interval,
            onlyFirst == nil
                ? "fractional scores of independent items"
                : "fewer than \(DefaultRule.leastEvents) items that only one of the two models gets right")
    }
}
