import Findings
import Statistics

/// Intervals of statistics that combine several accuracies: gaps, macro-averages, their differences; and what follows from
/// several benchmarks together.
extension Estimation {
    /// The interval of a gap a₁ p₁ + b₁ − (a₂ p₂ + b₂) on one benchmark.
    static func gap(_ parts: GapParts, scale: (Double, Double), shift: (Double, Double), level: Double) -> IntervalFinding {
        let (first, second) = (parts.understanding, parts.reasoning)
        let offset = shift.0 - shift.1
        if first.clusters == nil, first.isBinary, second.isBinary, min(first.scores.count, second.scores.count) >= smallest {
            let (k1, n1, k2, n2) = (Int(first.sum), first.scores.count, Int(second.sum), second.scores.count)
            if ExactBootstrap.gapAtoms(correct1: k1, size1: n1, correct2: k2, size2: n2) <= 2_000_000,
                let ends = ExactBootstrap.gap(correct1: k1, size1: n1, correct2: k2, size2: n2, scale: scale).bca(level: level),
                ends.upper > ends.lower
            {
                return finding((ends.lower + offset, ends.upper + offset), level, .bcaExact, "0/1 scores of independent parts")
            }
        }
        let estimate = scale.0 * first.mean + shift.0 - scale.1 * second.mean - shift.1
        if min(first.clusterCount, second.clusterCount) >= smallest {
            let replicates = zip(parts.understandingReplicates, parts.reasoningReplicates).map {
                scale.0 * $0 + shift.0 - scale.1 * $1 - shift.1
            }
            let acceleration = Acceleration.of(influence(first, weight: scale.0) + influence(second, weight: -scale.1))
            if let ends = jointBCa(replicates, estimate: estimate, acceleration: acceleration, level: level) {
                return finding(ends, level, .bcaJoint, "parts that share clusters, or scores that are not 0 or 1")
            }
        }
        return squareAndAdd(
            [(first, scale.0), (second, -scale.1)], estimate: estimate, level: level,
            reason: "a part with fewer than \(smallest) items or clusters, or without variation")
    }

    static func macro(
        _ selections: [Selection], estimate: Double, replicates: [Double], level: Double
    ) -> IntervalFinding {
        let weight = 1 / Double(selections.count)
        if selections.allSatisfy({ $0.clusters == nil && $0.isBinary }),
            let exact = ExactBootstrap.macroAverage(
                correct: selections.map { Int($0.sum) }, sizes: selections.map(\.scores.count), limit: 500_000),
            let ends = exact.bca(level: level), ends.upper > ends.lower
        {
            return finding(ends, level, .bcaExact, "0/1 scores of independent benchmarks")
        }
        let acceleration = Acceleration.of(selections.flatMap { influence($0, weight: weight) })
        if let ends = jointBCa(replicates, estimate: estimate, acceleration: acceleration, level: level) {
            return finding(ends, level, .bcaJoint, "benchmarks as fixed strata, each resampled by its clusters")
        }
        return squareAndAdd(
            selections.map { ($0, weight) }, estimate: estimate, level: level, reason: "no benchmark varies enough to be resampled")
    }

    static func macroDifference(
        first: [Selection], second: [Selection], estimate: Double, replicates: [Double], level: Double
    ) -> Difference {
        let weight = 1 / Double(first.count)
        let d = zip(first, second).flatMap { a, b -> [Double] in
            if a.scores.count == b.scores.count {
                var difference = a
                difference.scores = zip(a.scores, b.scores).map { $0 - $1 }
                return influence(difference, weight: weight)
            }
            return influence(a, weight: weight) + influence(b, weight: -weight)
        }
        let usable = replicates.filter { !$0.isNaN }
        let below = Double(usable.count { $0 <= 0 } + 1) / Double(usable.count + 1)
        let above = Double(usable.count { $0 >= 0 } + 1) / Double(usable.count + 1)
        let p = min(1, 2 * min(below, above))
        let interval = jointBCa(replicates, estimate: estimate, acceleration: Acceleration.of(d), level: level).map {
            finding($0, level, .bcaJoint, "the same items of each benchmark, resampled together")
        }
        return Difference(
            interval: interval
                ?? squareAndAdd(
                    first.map { ($0, weight) } + second.map { ($0, -weight) }, estimate: estimate, level: level,
                    reason: "the differences do not vary enough to be resampled"),
            pValue: p, test: "bootstrap-test")
    }

    static func standardisedGap(
        _ parts: [GapParts], estimate: Double, replicates: [Double], level: Double
    ) -> IntervalFinding {
        let weight = 1 / Double(parts.count)
        let d = parts.flatMap { influence($0.understanding, weight: weight) + influence($0.reasoning, weight: -weight) }
        if let ends = jointBCa(replicates, estimate: estimate, acceleration: Acceleration.of(d), level: level) {
            return finding(ends, level, .bcaJoint, "the mean gap of \(parts.count) benchmarks with equal weights")
        }
        return squareAndAdd(
            parts.flatMap { [($0.understanding, weight), ($0.reasoning, -weight)] }, estimate: estimate, level: level,
            reason: "no part varies enough to be resampled")
    }

    static func variance(model: String, parts: [OverallEstimate], level: Double, basis: Basis) -> VarianceFinding {
        var replaced = 0
        let variances = parts.map { part -> Double in
            let variance = part.standardError * part.standardError
            guard variance <= 0 else { return variance }
            // All right or all wrong: the variance of (k + ½)/(n + 1), with one item a cluster.
            replaced += 1
            let n = Double(part.clusters)
            let p = (part.estimate * n + 0.5) / (n + 1)
            return p * (1 - p) / n
        }
        let effects = RandomEffects(estimates: parts.map(\.estimate), variances: variances)
        let fit = effects.pauleMandel(level: level)
        let prediction = fit.prediction.lower.isFinite
            ? IntervalFinding(
                lower: max(0, fit.prediction.lower), upper: min(1, fit.prediction.upper), level: level,
                method: IntervalMethod.prediction.rawValue,
                reason: "a benchmark not yet seen, drawn like these \(parts.count)") : nil
        return VarianceFinding(
            model: model, benchmarks: parts.count, mean: fit.mean, standardError: fit.standardError,
            standardDeviation: fit.tauSquared.squareRoot(), tauSquared: fit.tauSquared, method: "paule-mandel",
            q: effects.q, qPValue: effects.qPValue, iSquared: effects.iSquared, prediction: prediction,
            replacedVariances: replaced, basis: basis)
    }

    /// - Parameter table: `[model][benchmark]`, complete.
    static func components(_ table: [[OverallEstimate]], basis: Basis) -> ComponentsFinding? {
        let scores = table.map { $0.map(\.estimate) }
        let crossed = CrossedComponents(scores: scores)
        let concordance = KendallsW(scores: scores)
        let sampling = table.joined().reduce(0) { $0 + $1.standardError * $1.standardError }
            / Double(scores.count * scores[0].count)
        // A table of equal scores has no components to split.
        guard crossed.generalizability.isFinite, concordance.w.isFinite else { return nil }
        return ComponentsFinding(
            models: scores.count, benchmarks: scores[0].count, model: crossed.varianceModel,
            benchmark: crossed.varianceBenchmark, interaction: crossed.varianceResidual - sampling, sampling: sampling,
            generalizability: crossed.generalizability, kendallsW: concordance.w, kendallsWPValue: concordance.pValue,
            basis: basis)
    }

    static func ranks(
        models: [String], estimates: [Double], replicates: [[Double]], level: Double, basis: Basis
    ) -> [RankFinding] {
        let ranks = Ranks.averaged(estimates.map { -$0 })
        return zip(zip(models, ranks), Ranks.probabilities(replicates)).map { unit, probabilities in
            let set = Ranks.confidenceSet(probabilities, level: level)
            return RankFinding(
                model: unit.0, rank: unit.1, lower: set.lower, upper: set.upper, probabilities: probabilities,
                basis: basis)
        }
    }

    /// The d of the jackknife of a mean that enters with a weight.
    private static func influence(_ selection: Selection, weight: Double) -> [Double] {
        guard let clusters = selection.clusters else { return Acceleration.parts(selection.scores, weight: weight) }
        let sums = ClusterSums(scores: selection.scores, clusters: clusters)
        return Acceleration.parts(sums: sums.sums, sizes: sums.sizes, weight: weight)
    }

    /// The interval of a weighted sum of independent accuracies from their own Wilson intervals: distances are squared and
    /// added (Newcombe 1998; Zou and Donner 2008). Where items share clusters, with one item a cluster.
    private static func squareAndAdd(
        _ parts: [(selection: Selection, weight: Double)], estimate: Double, level: Double, reason: String
    ) -> IntervalFinding {
        var below = 0.0
        var above = 0.0
        for (selection, weight) in parts {
            let size = Double(selection.clusterCount)
            let interval = Wilson.interval(correct: selection.mean * size, size: size, level: level)
            let down = weight * (selection.mean - interval.lower)
            let up = weight * (interval.upper - selection.mean)
            below += weight > 0 ? down * down : up * up
            above += weight > 0 ? up * up : down * down
        }
        return finding((estimate - below.squareRoot(), estimate + above.squareRoot()), level, .newcombe, reason)
    }
}
