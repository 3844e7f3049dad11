/// The interval of Σ w_j θ_j + constant, a weighted sum of mean scores over different items: a gap, a macro-average, a gap
/// averaged over benchmarks.
///
/// Parts are independent unless they share clusters; the parts of one `group` may.
public struct CombinationEstimator: Sendable {
    /// One mean score and how it enters.
    public struct Part: Sendable {
        /// The weight w_j, of either sign.
        public let weight: Double
        /// The mean score, θ_j.
        let mean: Double
        let standardError: Double
        /// The part's own interval.
        let interval: PartInterval
        /// Whether items are independent and all scores, or differences, are 0 or 1.
        let isIndependentBinary: Bool
        /// The scores; nil for a difference of which only a summary is known.
        let sample: ScoreSample?
        /// Whether the scores are differences in [−1, 1] of two models on the same items, instead of scores in [0, 1].
        let isDifference: Bool

        /// A mean that enters with a weight.
        public init(_ sample: ScoreSample, weight: Double, isDifference: Bool = false) {
            self.sample = sample
            self.weight = weight
            self.isDifference = isDifference
            mean = sample.mean
            standardError = sample.standardError
            isIndependentBinary = sample.isIndependentBinary
            interval = PartInterval(sample, isDifference: isDifference)
        }

        /// A difference of two models that enters with a weight.
        public init(_ difference: PairedSummary, weight: Double) {
            sample = nil
            self.weight = weight
            isDifference = true
            mean = difference.mean
            standardError = difference.standardError
            isIndependentBinary = !difference.isClustered && difference.isRise
            interval = .difference(difference.atEffectiveSize)
        }
    }

    /// Parts whose items may share clusters with each other and with no other group's.
    ///
    /// A group of two parts takes the correlation that the shared clusters make into account.
    public struct Group: Sendable {
        /// One part, or two that may share clusters.
        public let parts: [Part]
        let correlation: Double

        /// - Parameters:
        ///   - parts: one part, or two that may share clusters.
        ///   - clusters: the cluster of each item of each part, numbered alike; nil where items are independent.
        public init(_ parts: [Part], clusters: [[Int]]? = nil) {
            precondition(parts.count <= 2, "at most two parts share clusters")
            self.parts = parts
            correlation =
                parts.count == 2
                ? clusters.map { SharedClusters.correlation(parts.compactMap(\.sample), clusters: $0) } ?? 0 : 0
        }
    }

    /// The largest grid of a macro-average's distribution; beyond it the closed interval is quicker by far.
    private static let gridLimit = 1 << 18

    private let groups: [Group]
    private let constant: Double
    private let range: ClosedRange<Double>
    private let exact: (bootstrap: BootstrapDistribution, scale: Double, isBinned: Bool)?

    /// - Parameters:
    ///   - groups: the parts, those that share clusters in one group; groups are independent.
    ///   - constant: what is added to the weighted sum.
    ///   - range: The range of the result, to which the ends are clipped.
    public init(_ groups: [Group], constant: Double = 0, range: ClosedRange<Double>) {
        self.groups = groups
        self.constant = constant
        self.range = range
        exact = Self.exactDistribution(groups)
    }

    private var parts: [Part] { groups.flatMap(\.parts) }

    /// Σ w_j θ_j + constant.
    public var estimate: Double { constant + parts.reduce(0) { $0 + $1.weight * $1.mean } }

    /// sqrt(Σ w² SE²), with the covariance of parts that share clusters.
    public var standardError: Double {
        var variance = 0.0
        for group in groups {
            let errors = group.parts.map { $0.weight * $0.standardError }
            variance += errors.reduce(0) { $0 + $1 * $1 }
            if errors.count == 2 { variance += 2 * group.correlation * errors[0] * errors[1] }
        }
        return max(0, variance).squareRoot()
    }

    /// The bootstrap distribution of the sum where it was computed in full: of a macro-average of independent 0/1 items.
    public var exactDistribution: (any ResamplingDistribution)? {
        guard let exact, exact.scale == 1, constant == 0 else { return nil }
        return exact.bootstrap.distribution
    }

    /// The two-sided interval.
    ///
    /// - Parameter level: 1 − α, in (0, 1).
    public func interval(level: Double) -> ReasonedInterval {
        if let exact, let interval = exact.bootstrap.bca(level: level), interval.isUsable {
            let moved = Interval(
                lower: interval.lower * exact.scale + constant, upper: interval.upper * exact.scale + constant,
                level: level,
                method: interval.method)
            return ReasonedInterval(
                moved.clipped(to: range),
                "0/1 scores of independent items, at least \(DefaultRule.leastEvents) right and wrong in each part"
                    + (exact.isBinned
                        ? "; the distribution lies on a grid so fine that the ends move by less than 1e-6" : ""))
        }
        let interval = Mover.interval(
            groups: groups.map { group in
                Mover.Group(
                    members: group.parts.map { ($0.weight, $0.mean, $0.interval.at(level: level)) },
                    correlation: group.correlation)
            }, constant: constant, level: level)
        return ReasonedInterval(
            interval.clipped(to: range),
            parts.allSatisfy(\.isIndependentBinary)
                ? "a part with fewer than \(DefaultRule.leastEvents) right or wrong items"
                : "items share clusters or scores are fractions in at least one part")
    }

    /// The p value of "the sum is at or above the threshold" (`isBelow`) or "at or below it": the smallest one-sided error
    /// rate at which a bound excludes the threshold.
    public func pValue(threshold: Double, isBelow: Bool) -> Double {
        ErrorRate.smallest { alpha in
            let end = end(isBelow ? .upper : .lower, level: 1 - 2 * alpha)
            return isBelow ? end < threshold : end > threshold
        }
    }

    /// One end of the interval, without the work for the other.
    private func end(_ end: IntervalEnd, level: Double) -> Double {
        guard exact == nil else { return interval(level: level).interval[end] }
        return range.clamp(
            Mover.end(
                end,
                groups: groups.map { group in
                    let members = group.parts.map { part in
                        (part.weight, part.mean, part.interval.end(part.weight >= 0 ? end : end.opposite, level: level))
                    }
                    return (members, group.correlation)
                }, constant: constant))
    }

    /// The ratio of the first part of a group of two to the second by the same parts' intervals (Donner and Zou 2012), or
    /// nil where the second part's interval reaches 0.
    public static func ratio(_ group: Group, level: Double) -> (estimate: Double, interval: Interval)? {
        precondition(group.parts.count == 2, "a ratio has two parts")
        let (first, second) = (group.parts[0], group.parts[1])
        guard second.mean > 0 else { return nil }
        let intervals = group.parts.map { $0.interval.at(level: level) }
        return Mover.ratio(
            estimates: (first.mean, second.mean), intervals: (intervals[0], intervals[1]),
            correlation: group.correlation,
            level: level
        ).map { (first.mean / second.mean, $0) }
    }

    /// The exact distribution without the constant, and what it must be multiplied with; nil unless all parts are
    /// independent 0/1 items with enough events.
    private static func exactDistribution(
        _ groups: [Group]
    ) -> (bootstrap: BootstrapDistribution, scale: Double, isBinned: Bool)? {
        let parts = groups.flatMap(\.parts)
        guard !parts.contains(where: \.isDifference) else { return nil }
        let counts = parts.compactMap { part in part.isIndependentBinary ? part.sample?.correct : nil }
        let sizes = parts.compactMap(\.sample?.itemCount)
        guard counts.count == parts.count, groups.allSatisfy({ $0.correlation == 0 }),
            zip(counts, sizes).allSatisfy({ min($0, $1 - $0) >= DefaultRule.leastEvents })
        else { return nil }
        if parts.count == 2, parts[0].weight > 0, parts[1].weight == -parts[0].weight {
            return (
                ExactBootstrap.gap(correct1: counts[0], size1: sizes[0], correct2: counts[1], size2: sizes[1]),
                parts[0].weight, false
            )
        }
        let weight = 1 / Double(parts.count)
        guard parts.allSatisfy({ abs($0.weight - weight) < 1e-12 }) else { return nil }
        return ExactBootstrap.macroAverage(correct: counts, sizes: sizes, gridLimit: gridLimit).map {
            ($0.bootstrap, 1, $0.isBinned)
        }
    }
}

/// What clusters that two samples share do to their means.
enum SharedClusters {
    /// The correlation of both means from the clusters' residuals, in [−1, 1]; 0 where one of them does not vary.
    static func correlation(_ samples: [ScoreSample], clusters: [[Int]]) -> Double {
        let positions = ClusterSums.positions(of: clusters[0] + clusters[1])
        let count = (positions.max() ?? -1) + 1
        var residuals = [[Double]](repeating: [Double](repeating: 0, count: count), count: 2)
        var next = 0
        for (index, sample) in samples.enumerated() {
            for score in sample.scores {
                residuals[index][positions[next]] += score - sample.mean
                next += 1
            }
        }
        var (product, first, second) = (0.0, 0.0, 0.0)
        for (a, b) in zip(residuals[0], residuals[1]) {
            product += a * b
            first += a * a
            second += b * b
        }
        let scale = (first * second).squareRoot()
        return scale > 0 ? max(-1, min(1, product / scale)) : 0
    }
}
