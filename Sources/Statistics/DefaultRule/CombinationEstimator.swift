/// The interval of Σ w_j θ_j + constant, a weighted sum of mean scores over different items: a gap, a macro-average, a gap
/// averaged over benchmarks.
///
/// Parts are independent unless they share clusters; the parts of one `group` may.
public struct CombinationEstimator: Sendable {
    /// One mean score and how it enters.
    public struct Part: Sendable {
        public let sample: ScoreSample
        public let weight: Double

        public init(_ sample: ScoreSample, weight: Double) {
            self.sample = sample
            self.weight = weight
        }
    }

    /// Parts whose items may share clusters with each other and with no other group's.
    ///
    /// A group of two parts takes the correlation that the shared clusters make into account.
    public struct Group: Sendable {
        public let parts: [Part]
        let correlation: Double

        /// - Parameter clusters: the cluster of each item of each part, numbered alike; nil where items are independent.
        public init(_ parts: [Part], clusters: [[Int]]? = nil) {
            precondition(parts.count <= 2, "at most two parts share clusters")
            self.parts = parts
            correlation =
                parts.count == 2 ? clusters.map { SharedClusters.correlation(parts.map(\.sample), clusters: $0) } ?? 0 : 0
        }
    }

    private let groups: [Group]
    private let constant: Double
    private let range: ClosedRange<Double>

    /// - Parameters:
    ///   - constant: what is added to the weighted sum.
    ///   - range: The range of the result, to which the ends are clipped.
    public init(_ groups: [Group], constant: Double = 0, range: ClosedRange<Double>) {
        self.groups = groups
        self.constant = constant
        self.range = range
    }

    private var parts: [Part] { groups.flatMap(\.parts) }

    /// Σ w_j θ_j + constant.
    public var estimate: Double { constant + parts.reduce(0) { $0 + $1.weight * $1.sample.mean } }

    /// sqrt(Σ w² SE²), with the covariance of parts that share clusters.
    public var standardError: Double {
        var variance = 0.0
        for group in groups {
            let errors = group.parts.map { $0.weight * $0.sample.standardError }
            variance += errors.reduce(0) { $0 + $1 * $1 }
            if errors.count == 2 { variance += 2 * group.correlation * errors[0] * errors[1] }
        }
        return max(0, variance).squareRoot()
    }

    /// The two-sided interval.
    ///
    /// - Parameter level: 1 − α, in (0, 1).
    public func interval(level: Double) -> ReasonedInterval {
        if let exact = exactDistribution(), let interval = exact.bootstrap.bca(level: level), interval.isUsable {
            let moved = Interval(
                lower: interval.lower + constant, upper: interval.upper + constant, level: level, method: interval.method)
            return ReasonedInterval(
                moved.clipped(to: range),
                "0/1 scores of independent items, at least \(DefaultRule.leastEvents) right and wrong in each part"
                    + (exact.isBinned ? "; the distribution lies on a grid so fine that the ends move by less than 1e-6" : ""))
        }
        let interval = Mover.interval(
            groups: groups.map { group in
                Mover.Group(
                    members: group.parts.map { part in
                        (part.weight, part.sample.mean, Self.robust(part.sample, level: level))
                    }, correlation: group.correlation)
            }, constant: constant, level: level)
        return ReasonedInterval(
            interval.clipped(to: range),
            parts.allSatisfy { $0.sample.isIndependentBinary }
                ? "a part with fewer than \(DefaultRule.leastEvents) right or wrong items"
                : "items share clusters or scores are fractions in at least one part")
    }

    /// A part's own interval that covers however few its events are.
    private static func robust(_ sample: ScoreSample, level: Double) -> Interval {
        guard let correct = sample.correct, !sample.isClustered else {
            return AccuracyEstimator(sample, plan: BootstrapPlan(seed: 0, name: "")).interval(level: level).interval
        }
        return ClopperPearson.interval(correct: Double(correct), size: Double(sample.itemCount), level: level)
    }

    /// The exact distribution without the constant; nil unless all parts are independent 0/1 items with enough events.
    private func exactDistribution() -> (bootstrap: BootstrapDistribution, isBinned: Bool)? {
        let parts = self.parts
        let counts = parts.compactMap { part in part.sample.isIndependentBinary ? part.sample.correct : nil }
        let sizes = parts.map(\.sample.itemCount)
        guard counts.count == parts.count, groups.allSatisfy({ $0.correlation == 0 }),
            zip(counts, sizes).allSatisfy({ min($0, $1 - $0) >= DefaultRule.leastEvents })
        else { return nil }
        if parts.count == 2, parts[0].weight == 1, parts[1].weight == -1 {
            return (
                ExactBootstrap.gap(correct1: counts[0], size1: sizes[0], correct2: counts[1], size2: sizes[1]), false
            )
        }
        let weight = 1 / Double(parts.count)
        guard parts.allSatisfy({ abs($0.weight - weight) < 1e-12 }) else { return nil }
        return ExactBootstrap.macroAverage(correct: counts, sizes: sizes)
    }
}

/// What clusters that two samples share do to their means.
enum SharedClusters {
    /// The correlation of both means from the clusters' residuals, in [−1, 1]; 0 where one of them does not vary.
    static func correlation(_ samples: [ScoreSample], clusters: [[Int]]) -> Double {
        var residuals: [[Int: Double]] = []
        for (sample, numbers) in zip(samples, clusters) {
            var sums: [Int: Double] = [:]
            for (score, cluster) in zip(sample.scores, numbers) { sums[cluster, default: 0] += score - sample.mean }
            residuals.append(sums)
        }
        var product = 0.0
        for cluster in residuals[0].keys.sorted() {
            if let other = residuals[1][cluster] { product += (residuals[0][cluster] ?? 0) * other }
        }
        func length(_ sums: [Int: Double]) -> Double {
            sums.keys.sorted().reduce(0) { $0 + (sums[$1] ?? 0) * (sums[$1] ?? 0) }.squareRoot()
        }
        let scale = length(residuals[0]) * length(residuals[1])
        return scale > 0 ? max(-1, min(1, product / scale)) : 0
    }
}
