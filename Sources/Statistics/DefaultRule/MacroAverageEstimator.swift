/// The interval of the unweighted mean of mean scores of independent benchmarks, which are fixed strata.
public struct MacroAverageEstimator: Sendable {
    /// The benchmarks.
    public let parts: [ScoreSample]
    /// Whether the exact distribution was binned.
    public let isBinned: Bool
    private let bootstrap: BootstrapDistribution?

    /// - Parameters:
    ///   - parts: The scores of each benchmark; at least one benchmark.
    ///   - replicates: Joint replicates of the macro-average, the mean of the benchmarks' replicates. Nil: they are made
    ///     when needed, under the plan's name followed by a slash and the benchmark's position.
    ///   - plan: What decides the replicates where no exact distribution serves.
    public init(parts: [ScoreSample], plan: BootstrapPlan, replicates: [Double]? = nil) {
        precondition(!parts.isEmpty, "at least one benchmark")
        self.parts = parts
        let correct = parts.compactMap { $0.isClustered ? nil : $0.correct }
        if parts.allSatisfy({ $0.isConstant }) {
            bootstrap = nil
            isBinned = false
        } else if correct.count == parts.count,
            let exact = ExactBootstrap.macroAverage(correct: correct, sizes: parts.map(\.itemCount))
        {
            bootstrap = exact.bootstrap
            isBinned = exact.isBinned
        } else {
            let count = Double(parts.count)
            bootstrap = BootstrapDistribution(
                estimate: Self.mean(parts), replicates: replicates ?? Self.replicates(parts, plan: plan),
                jackknifeParts: parts.map { part in
                    // A shift common to a part has no effect on its distances from their mean.
                    part.column.jackknife.map { $0 / count }
                }, range: 0...1)
            isBinned = false
        }
    }

    /// The mean of the benchmarks' means.
    public var estimate: Double { Self.mean(parts) }

    /// sqrt(Σ SE_j²)/J.
    public var standardError: Double {
        parts.reduce(0) { $0 + $1.standardError * $1.standardError }.squareRoot() / Double(parts.count)
    }

    /// The two-sided interval and why it was made in that way.
    ///
    /// - Parameter level: 1 − α, in (0, 1).
    public func interval(level: Double) -> (interval: Interval, reason: String) {
        if let bootstrap, let interval = bootstrap.bca(level: level), interval.isUsable {
            if bootstrap.origin == .joint {
                return (interval, "items share clusters or scores are fractions in at least one benchmark")
            }
            return (
                interval,
                isBinned
                    ? "the scores are 0 or 1 of independent items; the distribution lies on a grid so fine that the "
                        + "ends move by less than a millionth"
                    : "the scores are 0 or 1 of independent items"
            )
        }
        let interval = Mover.interval(
            weights: [Double](repeating: 1 / Double(parts.count), count: parts.count), estimates: parts.map(\.mean),
            intervals: parts.map { KornGraubardParts.interval($0, level: level) }, level: level)
        return (interval.clipped(to: 0...1), "within every benchmark all scores are equal, so resampling has no width")
    }

    private static func mean(_ parts: [ScoreSample]) -> Double {
        parts.reduce(0) { $0 + $1.mean } / Double(parts.count)
    }

    private static func replicates(_ parts: [ScoreSample], plan: BootstrapPlan) -> [Double] {
        var sums = [Double](repeating: 0, count: plan.replicates)
        for (position, part) in parts.enumerated() {
            var own = plan
            own.name += "/\(position)"
            for (replicate, value) in JointBootstrap.run(columns: [part.column], plan: own)[0].enumerated() {
                sums[replicate] += value
            }
        }
        return sums.map { $0 / Double(parts.count) }
    }
}
