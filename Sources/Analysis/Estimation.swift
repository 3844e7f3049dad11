import Findings
import Statistics

/// Which method serves where, and why: the default rule in one place. A zero-width interval is never given.
enum Estimation {
    struct Accuracy {
        let interval: IntervalFinding
        let standardError: Double
        let designEffect: Double?
    }

    struct Difference {
        let interval: IntervalFinding
        let pValue: Double
        let test: String
    }

    /// BCa from the exact distribution serves from this many independent items or clusters on.
    static let smallest = 20

    static func standardError(_ selection: Selection) -> Double {
        let sums = ClusterSums(scores: selection.scores, clusters: selection.clusters)
        let error = ClusteredStandardError(sums: sums.sums, sizes: sums.sizes)
        return selection.clusters == nil || error.corrected.isNaN ? error.standardError : error.corrected
    }

    static func accuracy(_ selection: Selection, replicates: [Double], level: Double, method: String?) -> Accuracy {
        let sums = ClusterSums(scores: selection.scores, clusters: selection.clusters)
        let error = ClusteredStandardError(sums: sums.sums, sizes: sums.sizes)
        let isClustered = selection.clusters != nil
        let named = method.flatMap { AccuracyRule.named($0, selection, sums, error, replicates: replicates, level: level) }
        let interval = named ?? AccuracyRule.interval(selection, sums, error, replicates: replicates, level: level)
        return Accuracy(
            interval: interval,
            standardError: isClustered && error.corrected.isFinite ? error.corrected : error.standardError,
            designEffect: isClustered && error.designEffect.isFinite ? error.designEffect : nil)
    }

    /// One-sided bounds at 1 − alpha: the ends of the two-sided interval at 1 − 2 alpha.
    static func bounds(
        _ selection: Selection, replicates: [Double], alpha: Double
    ) -> (lower: Double, upper: Double, method: String) {
        let interval = accuracy(selection, replicates: replicates, level: 1 - 2 * alpha, method: nil).interval
        return (interval.lower, interval.upper, interval.method)
    }

    static func itemsToSettle(_ accuracy: Double, minimum: Double, alpha: Double) -> Int? {
        Power.itemsToSettle(accuracy: accuracy, threshold: minimum, alpha: alpha)
    }

    static func holm(_ pValues: [Double]) -> [Double] { Multiplicity.holm(pValues) }

    static func pairedDifference(
        _ pair: ScoredPair, level: Double, seed: UInt64, key: String, replicates: Int, threads: Int
    ) -> Difference {
        let (b, c, n) = (pair.onlyFirst, pair.onlySecond, pair.first.count)
        if pair.isBinary, pair.clusters == nil {
            let p = McNemar.exact(onlyFirst: b, onlySecond: c)
            if b + c >= 10, b > 0, c > 0,
                let ends = ExactBootstrap.pairedDifference(onlyFirst: b, onlySecond: c, size: n).bca(level: level)
            {
                return Difference(
                    interval: finding(
                        ends, level, .bcaExact, "0/1 scores of the same items, \(b + c) of which the two differ on"),
                    pValue: p, test: "mcnemar-exact")
            }
            return Difference(
                interval: finding(
                    Tango.interval(onlyFirst: Double(b), onlySecond: Double(c), size: Double(n), level: level),
                    "the two differ on fewer than 10 items, or only in one direction"),
                pValue: p, test: "mcnemar-exact")
        }
        let sums = ClusterSums(scores: pair.differences, clusters: pair.clusters)
        let p = SignFlip.pValue(sums.sums, seed: seed, name: key + "/sign-flip")
        var drawn = pair.replicates
        if drawn.isEmpty, sums.sums.count > 1 {
            drawn = JointBootstrap.replicates(
                [JointBootstrap.Column(sums: sums.sums, sizes: sums.sizes)], count: replicates, seed: seed, name: key,
                threads: threads)[0]
        }
        let acceleration = sums.sums.count > 1
            ? Acceleration.jackknife(Acceleration.leaveOneOut(sums: sums.sums, sizes: sums.sizes)) : .nan
        if let ends = jointBCa(drawn, estimate: pair.mean, acceleration: acceleration, level: level) {
            let reason = pair.clusters == nil ? "scores that are not 0 or 1" : "items that share clusters"
            return Difference(interval: finding(ends, level, .bcaJoint, reason), pValue: p, test: "sign-flip")
        }
        // Tango's interval takes counts; clusters are counted once each, so that it is not too narrow.
        let scale = Double(sums.sums.count) / Double(n)
        let gained = pair.differences.reduce(0) { $0 + max(0, $1) } * scale
        let lost = pair.differences.reduce(0) { $0 + max(0, -$1) } * scale
        return Difference(
            interval: finding(
                Tango.interval(onlyFirst: gained, onlySecond: lost, size: Double(sums.sums.count), level: level),
                "the differences do not vary enough to be resampled"),
            pValue: p, test: "sign-flip")
    }

    /// BCa ends from replicates, or nil where they do not exist or have no width.
    static func jointBCa(
        _ replicates: [Double], estimate: Double, acceleration: Double, level: Double
    ) -> (lower: Double, upper: Double)? {
        let usable = replicates.filter { !$0.isNaN }
        guard usable.count >= 100 else { return nil }
        let ends = BootstrapEnds(DiscreteDistribution(replicates: usable), estimate: estimate, acceleration: acceleration)
            .bca(level: level)
        return ends.flatMap { $0.upper > $0.lower ? $0 : nil }
    }

    static func finding(_ interval: Interval, _ reason: String) -> IntervalFinding {
        IntervalFinding(
            lower: interval.lower, upper: interval.upper, level: interval.level, method: interval.method.rawValue,
            reason: reason)
    }

    static func finding(
        _ ends: (lower: Double, upper: Double), _ level: Double, _ method: IntervalMethod, _ reason: String
    ) -> IntervalFinding {
        IntervalFinding(lower: ends.lower, upper: ends.upper, level: level, method: method.rawValue, reason: reason)
    }
}
