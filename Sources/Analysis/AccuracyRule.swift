import Findings
import Statistics

/// The default rule for the interval of an accuracy, by n, clusters and degeneracy.
enum AccuracyRule {
    static func interval(
        _ selection: Selection, _ sums: ClusterSums, _ error: ClusteredStandardError, replicates: [Double], level: Double
    ) -> IntervalFinding {
        selection.clusters == nil
            ? independent(selection, replicates: replicates, level: level)
            : clustered(selection, sums, error, replicates: replicates, level: level)
    }

    private static func independent(_ selection: Selection, replicates: [Double], level: Double) -> IntervalFinding {
        let n = selection.scores.count
        let isConstant = selection.scores.allSatisfy { $0 == selection.scores[0] }
        if isConstant { return clopperPearson(selection, level, "all scores are equal") }
        if selection.isBinary {
            guard n >= Estimation.smallest else {
                return clopperPearson(selection, level, "0/1 scores of fewer than \(Estimation.smallest) independent items")
            }
            let exact = ExactBootstrap.accuracy(correct: Int(selection.sum), size: n)
            if let ends = exact.bca(level: level), ends.upper > ends.lower {
                return Estimation.finding(
                    ends, level, .bcaExact, "0/1 scores of \(Estimation.smallest) independent items or more")
            }
            return clopperPearson(selection, level, "the bootstrap distribution has no BCa interval")
        }
        if n >= 30 {
            if let lattice = Lattice(selection.scores) {
                let ends = ExactBootstrap.latticeMean(scores: lattice.scores, levels: lattice.levels).bca(level: level)
                if let ends, ends.upper > ends.lower {
                    return Estimation.finding(ends, level, .bcaExact, "scores on a lattice of \(lattice.levels) steps")
                }
            }
            let acceleration = Acceleration.of(Acceleration.parts(selection.scores))
            if let ends = Estimation.jointBCa(
                replicates, estimate: selection.mean, acceleration: acceleration, level: level)
            {
                return Estimation.finding(ends, level, .bcaJoint, "fractional scores of independent items")
            }
        } else if let interval = studentised(selection.scores, level: level) {
            return interval
        }
        return clopperPearson(selection, level, "too few different scores to resample")
    }

    private static func clustered(
        _ selection: Selection, _ sums: ClusterSums, _ error: ClusteredStandardError, replicates: [Double], level: Double
    ) -> IntervalFinding {
        let clusters = sums.sums.count
        if clusters >= Estimation.smallest, error.standardError > 0 {
            if selection.isBinary, clusters <= 400,
                let exact = ExactBootstrap.clusterRatio(
                    sums: sums.sums.map { Int($0) }, sizes: sums.sizes.map { Int($0) }, limit: 20_000_000),
                let ends = exact.bca(level: level), ends.upper > ends.lower
            {
                return Estimation.finding(ends, level, .bcaClusterExact, "0/1 scores of items in \(clusters) clusters")
            }
            let acceleration = Acceleration.jackknife(Acceleration.leaveOneOut(sums: sums.sums, sizes: sums.sizes))
            if let ends = Estimation.jointBCa(
                replicates, estimate: selection.mean, acceleration: acceleration, level: level)
            {
                return Estimation.finding(ends, level, .bcaJoint, "items in \(clusters) clusters")
            }
        }
        let reason = clusters < Estimation.smallest
            ? "fewer than \(Estimation.smallest) clusters" : "the clusters do not vary enough to be resampled"
        let interval = KornGraubard.interval(error, level: level).interval
        return interval.isUsable ? Estimation.finding(interval, reason) : clopperPearson(selection, level, reason)
    }

    /// Clopper-Pearson at k = n · mean; where items share clusters, with one item a cluster.
    private static func clopperPearson(_ selection: Selection, _ level: Double, _ reason: String) -> IntervalFinding {
        let size = Double(selection.clusterCount)
        return Estimation.finding(
            ClopperPearson.interval(correct: selection.mean * size, size: size, level: level), reason)
    }

    /// The bootstrap-t for few fractional scores, clipped to [0, 1]; nil where it has no width.
    private static func studentised(_ scores: [Double], level: Double) -> IntervalFinding? {
        let ones = [Double](repeating: 1, count: scores.count)
        let drawn = JointBootstrap.replicates(
            [.init(sums: scores, sizes: ones), .init(sums: scores.map { $0 * $0 }, sizes: ones)], count: 9_999, seed: 0,
            name: "bootstrap-t", threads: 1)
        let n = Double(scores.count)
        let mean = scores.reduce(0, +) / n
        let square = scores.reduce(0) { $0 + $1 * $1 } / n
        func error(_ mean: Double, _ square: Double) -> Double { (max(0, square - mean * mean) / (n - 1)).squareRoot() }
        // Replicates of equal scores have no standard error and say nothing about the t statistic.
        let statistics = zip(drawn[0], drawn[1]).compactMap { m, s -> Double? in
            let spread = error(m, s)
            return spread > 1e-9 ? (m - mean) / spread : nil
        }
        guard statistics.count > 9_000 else { return nil }
        let interval = BootstrapT.interval(
            estimate: mean, standardError: error(mean, square), tStatistics: statistics, level: level
        ).clipped(to: 0...1)
        return interval.isUsable ? Estimation.finding(interval, "fractional scores of fewer than 30 items") : nil
    }

    /// The interval by a method that the study names; nil if it does not apply here.
    static func named(
        _ name: String, _ selection: Selection, _ sums: ClusterSums, _ error: ClusteredStandardError,
        replicates: [Double], level: Double
    ) -> IntervalFinding? {
        guard let method = IntervalMethod(rawValue: name) else { return nil }
        let n = Double(selection.scores.count)
        let k = selection.sum
        let interval: Interval?
        switch method {
        case .wilson: interval = Wilson.interval(correct: k, size: n, level: level)
        case .clopperPearson: interval = ClopperPearson.interval(correct: k, size: n, level: level)
        case .jeffreys: interval = Jeffreys.interval(correct: k, size: n, level: level)
        case .agrestiCoull: interval = AgrestiCoull.interval(correct: k, size: n, level: level)
        case .kornGraubard: interval = KornGraubard.interval(error, level: level).interval
        case .wilsonClustered:
            interval = selection.clusters.map {
                WilsonClustered.interval(scores: selection.scores, clusters: $0, level: level).interval
            }
        case .percentileExact, .basicExact:
            guard selection.isBinary, selection.clusters == nil else { return nil }
            let exact = ExactBootstrap.accuracy(correct: Int(k), size: selection.scores.count)
            let ends = method == .percentileExact ? exact.percentile(level: level) : exact.basic(level: level)
            interval = Interval(lower: ends.lower, upper: ends.upper, level: level, method: method).clipped(to: 0...1)
        default: interval = nil
        }
        return interval.flatMap { $0.isUsable ? Estimation.finding($0, "the study asks for it") : nil }
    }
}

/// Scores as whole multiples of 1/levels.
struct Lattice {
    let scores: [Int]
    let levels: Int

    /// Nil if no lattice of at most 60 steps holds all scores.
    init?(_ scores: [Double]) {
        for levels in 1...60 {
            let scaled = scores.map { $0 * Double(levels) }
            if zip(scaled, scores).allSatisfy({ abs($0 - $0.rounded()) < 1e-9 && (0...1).contains($1) }) {
                self.scores = scaled.map { Int($0.rounded()) }
                self.levels = levels
                return
            }
        }
        return nil
    }
}
