/// The interval of the difference of two mean scores over different items, such as understanding minus reasoning.
public struct GapEstimator: Sendable {
    /// The items of the first mean.
    public let first: ScoreSample
    /// The items of the second mean.
    public let second: ScoreSample
    /// The clusters of all items of both.
    public let clusterCount: Int
    private let bootstrap: BootstrapDistribution?
    private let isIndependent: Bool

    /// - Parameters:
    ///   - first: The scores in [0, 1] of the first mean's items; at least one.
    ///   - second: The scores of the second mean's items, which are other items; at least one.
    ///   - firstClusters: The cluster of each item of the first mean; nil with `secondClusters` if items are independent.
    ///   - secondClusters: The same for the second mean; an equal number means the same cluster.
    ///   - plan: What decides the replicates where no exact distribution serves.
    ///   - replicates: Joint replicates of the gap, if they are at hand; otherwise they are made when needed.
    public init(
        first: [Double], second: [Double], firstClusters: [Int]? = nil, secondClusters: [Int]? = nil,
        plan: BootstrapPlan, replicates: [Double]? = nil
    ) {
        self.first = ScoreSample(scores: first, clusters: firstClusters)
        self.second = ScoreSample(scores: second, clusters: secondClusters)
        var positions = Array(0..<(first.count + second.count))
        if let firstClusters, let secondClusters {
            positions = ClusterSums.positions(of: firstClusters + secondClusters)
        }
        clusterCount = (positions.max() ?? 0) + 1
        isIndependent = clusterCount == first.count + second.count
        let samples = [self.first, self.second]
        if samples.allSatisfy({ $0.isConstant }) {
            bootstrap = nil
        } else if isIndependent, let right = self.first.correct, let otherRight = self.second.correct {
            let isRich = samples.allSatisfy { $0.itemCount >= DefaultRule.leastItems && !$0.isConstant }
            bootstrap =
                isRich
                ? ExactBootstrap.gap(
                    correct1: right, size1: first.count, correct2: otherRight, size2: second.count) : nil
        } else if clusterCount >= DefaultRule.leastClusters {
            let none = [Double?](repeating: nil, count: first.count)
            let otherNone = [Double?](repeating: nil, count: second.count)
            let clusters = clusterCount
            let columns = [first.map(Optional.some) + otherNone, none + second.map(Optional.some)].map {
                ClusterColumn(scores: $0, positions: positions, clusterCount: clusters)
            }
            bootstrap = BootstrapDistribution(
                estimate: self.first.mean - self.second.mean,
                replicates: replicates ?? JointBootstrap.run(columns: columns, plan: plan).difference(0, 1),
                jackknifeParts: [zip(columns[0].jackknife, columns[1].jackknife).map { $0 - $1 }], range: -1...1)
        } else {
            bootstrap = nil
        }
    }

    /// The first mean minus the second.
    public var estimate: Double { first.mean - second.mean }

    /// The standard error of the gap: that of the resampling distribution, else from both parts.
    public var standardError: Double {
        bootstrap?.standardError
            ?? (first.standardError * first.standardError + second.standardError * second.standardError).squareRoot()
    }

    /// The two-sided interval and why it was made in that way.
    ///
    /// - Parameter level: 1 − α, in (0, 1).
    public func interval(level: Double) -> (interval: Interval, reason: String) {
        if let bootstrap, let interval = bootstrap.bca(level: level), interval.isUsable {
            return (
                interval,
                bootstrap.origin == .exact
                    ? "the scores of both parts are 0 or 1, not all equal, of at least \(DefaultRule.leastItems) "
                        + "independent items"
                    : isIndependent
                        ? "the scores are fractions"
                        : "items of the two parts share at least \(DefaultRule.leastClusters) clusters"
            )
        }
        if isIndependent, let right = first.correct, let otherRight = second.correct {
            return (
                Newcombe.difference(
                    correct1: Double(right), size1: Double(first.itemCount), correct2: Double(otherRight),
                    size2: Double(second.itemCount), level: level),
                "a part has fewer than \(DefaultRule.leastItems) items or equal scores only"
            )
        }
        let parts = [first, second].map { KornGraubardParts.interval($0, level: level) }
        let interval = Mover.interval(
            weights: [1, -1], estimates: [first.mean, second.mean], intervals: parts, level: level)
        return (
            interval.clipped(to: -1...1),
            "fewer than \(DefaultRule.leastClusters) clusters, or resampling gives no interval with a width"
        )
    }
}

/// The interval of one part of a combination: Korn and Graubard's, which has a width for every sample.
enum KornGraubardParts {
    static func interval(_ sample: ScoreSample, level: Double) -> Interval {
        if sample.isConstant {
            let size = Double(sample.clusterCount)
            let share = min(1, max(0, sample.mean))
            return ClopperPearson.interval(correct: share >= 1 ? size : share * size, size: size, level: level)
        }
        return KornGraubard.interval(sample.clusteredStandardError, level: level).interval
    }
}
