/// The interval and the test of a paired difference by the default rule.
public struct PairedDifferenceEstimator: Sendable {
    /// First minus second of each item.
    public let sample: ScoreSample
    /// b, items that only the first gets right; nil unless every score is 0 or 1.
    public let onlyFirst: Int?
    /// c, items that only the second gets right; nil unless every score is 0 or 1.
    public let onlySecond: Int?

    /// - Parameters:
    ///   - first: The first model's score of each item, in [0, 1]; at least one item.
    ///   - second: The second model's score of the same items.
    ///   - clusters: The cluster of each item, or nil if items are independent.
    public init(first: [Double], second: [Double], clusters: [Int]? = nil) {
        precondition(first.count == second.count, "two scores an item")
        let sample = ScoreSample(scores: zip(first, second).map { $0 - $1 }, clusters: clusters)
        self.sample = sample
        let isBinary = first.allSatisfy { $0 == 0 || $0 == 1 } && second.allSatisfy { $0 == 0 || $0 == 1 }
        onlyFirst = isBinary ? sample.scores.count { $0 == 1 } : nil
        onlySecond = isBinary ? sample.scores.count { $0 == -1 } : nil
    }

    /// The mean of the first minus that of the second.
    public var estimate: Double { sample.mean }

    /// The two-sided interval.
    ///
    /// - Parameter level: 1 − α, in (0, 1).
    public func interval(level: Double) -> ReasonedInterval { PairedSummary(self).interval(level: level) }

    /// The p value of no difference: exact McNemar for 0/1 scores of independent items, else sign-flip, by cluster where
    /// items share clusters.
    ///
    /// - Parameter plan: Key and number of random sign patterns where neither a lattice nor enumeration serves.
    public func test(plan: BootstrapPlan) -> (pValue: Double, method: TestMethod) {
        if let onlyFirst, let onlySecond, !sample.isClustered {
            return (McNemar.test(onlyFirst: onlyFirst, onlySecond: onlySecond).exact, .mcNemar)
        }
        return (SignFlip.test(sums: sample.clusters.sums, plan: plan).pValue, .signFlip)
    }
}
