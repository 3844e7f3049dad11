import Findings
import Statistics
import Study

/// How much benchmarks differ: for each model, and in the whole table.
struct VarianceAnalyzer {
    let study: Study
    let basis: Basis

    func variance(model: String, parts: [OverallEstimate]) -> VarianceFinding {
        let (variances, replaced) = Self.variances(parts)
        let effects = RandomEffects(estimates: parts.map(\.estimate), variances: variances, level: study.level)
        let fit = effects.fit(.pauleMandel)
        let range = effects.tauSquaredInterval(level: study.level)
        return VarianceFinding(
            model: model, benchmarks: parts.count, mean: fit.mean, standardError: fit.standardError,
            standardDeviation: fit.tauSquared.squareRoot(), tauSquared: fit.tauSquared, tauSquaredLower: range.lower,
            tauSquaredUpper: range.upper, method: fit.estimator.rawValue, q: effects.q, qPValue: effects.qPValue,
            iSquared: effects.iSquared, h: effects.h,
            alternatives: [RandomEffects.Estimator.derSimonianLaird, .reml].map { estimator in
                let other = effects.fit(estimator)
                return HeterogeneityFinding(
                    method: estimator.rawValue, tauSquared: other.tauSquared, mean: other.mean,
                    standardError: other.standardError)
            },
            prediction: fit.prediction.map {
                IntervalFinding(
                    $0.clipped(to: 0...1), reason: "a benchmark not yet seen, drawn like these \(parts.count)")
            }, replacedVariances: replaced, basis: basis)
    }

    /// The sampling variances of a model's accuracies, and how many of them had to be replaced because all items are right or
    /// wrong.
    static func variances(_ parts: [OverallEstimate]) -> (values: [Double], replaced: Int) {
        var replaced = 0
        let values = parts.map { part -> Double in
            let variance = part.standardError * part.standardError
            guard variance <= 0 else { return variance }
            // All right or all wrong: the variance of (k + ½)/(n + 1), with one item a cluster.
            replaced += 1
            let size = Double(part.clusters)
            return RandomEffects.samplingVariance(correct: (part.estimate * size).rounded(), size: size).variance
        }
        return (values, replaced)
    }

    /// - Parameter table: `[model][benchmark]`, complete.
    func components(_ table: [[OverallEstimate]]) -> ComponentsFinding? {
        let scores = table.map { $0.map(\.estimate) }
        let crossed = CrossedComponents(scores: scores)
        let concordance = KendallsW(scores: scores)
        // A table of equal scores has no components to split.
        guard crossed.generalizability.isFinite, concordance.w.isFinite else { return nil }
        let sampling =
            table.joined().reduce(0) { $0 + $1.standardError * $1.standardError }
            / Double(scores.count * scores[0].count)
        let macro = scores.map { $0.reduce(0, +) / Double($0.count) }
        let overItems = ReplicateTables(table, plan: nil)
        let overBenchmarks = ReplicateTables(
            table,
            plan: BootstrapPlan(seed: study.seed, name: "benchmarks", replicates: study.replicates))
        return ComponentsFinding(
            models: scores.count, benchmarks: scores[0].count, model: crossed.varianceModel,
            benchmark: crossed.varianceBenchmark, interaction: crossed.interaction(samplingVariance: sampling),
            sampling: sampling, generalizability: crossed.generalizability, kendallsW: concordance.w,
            kendallsWPValue: concordance.pValue,
            intervals: intervals(overItems, sampling: sampling, over: "items")
                + intervals(overBenchmarks, sampling: sampling, over: "benchmarks"),
            itemLuck: RankAnalyzer.luck(estimates: macro, replicates: overItems.macroAverages),
            benchmarkLuck: RankAnalyzer.luck(estimates: macro, replicates: overBenchmarks.macroAverages), basis: basis)
    }

    /// Percentile intervals of the components. A replicate carries sampling noise twice, once in the scores and once from
    /// the resampling, so that it is taken out of the residual twice.
    private func intervals(_ tables: ReplicateTables, sampling: Double, over: String) -> [ComponentInterval] {
        var replicates: [String: [Double]] = [:]
        for (scores, noise) in zip(tables.tables, tables.sampling) {
            replicates["sampling", default: []].append(noise)
            let crossed = CrossedComponents(scores: scores)
            let benchmarks = Double(scores[0].count)
            replicates["model", default: []].append(crossed.varianceModel)
            replicates["benchmark", default: []].append(crossed.varianceBenchmark)
            replicates["interaction", default: []].append(crossed.varianceResidual - 2 * sampling)
            let rest = max(0, crossed.varianceResidual - sampling) / benchmarks
            replicates["generalizability", default: []].append(crossed.varianceModel / (crossed.varianceModel + rest))
        }
        let tail = (1 - study.level) / 2
        return ["model", "benchmark", "interaction", "sampling", "generalizability"].compactMap { component in
            guard let distribution = DiscreteDistribution(replicates: replicates[component] ?? []) else { return nil }
            return ComponentInterval(
                component: component, over: over, lower: distribution.quantile(tail),
                upper: distribution.quantile(1 - tail), level: study.level,
                method: IntervalMethod.percentileJoint.rawValue)
        }
    }
}

/// The table of accuracies in each joint replicate, of these benchmarks or of benchmarks drawn anew.
private struct ReplicateTables {
    /// `[replicate][model][benchmark]`, without replicates in which an accuracy does not exist.
    private(set) var tables: [[[Double]]] = []
    /// `[replicate]`: the mean sampling variance of the table's cells. A cell's moves with p(1 − p), its design effect stays.
    private(set) var sampling: [Double] = []

    /// - Parameter plan: how benchmarks are drawn; nil to keep them.
    init(_ table: [[OverallEstimate]], plan: BootstrapPlan?) {
        let count = table[0][0].replicates.count
        for replicate in 0..<count {
            var columns = Array(table[0].indices)
            if let plan {
                let weights = JointBootstrap.weights(units: columns.count, replicate: replicate, plan: plan)
                columns = columns.flatMap { [Int](repeating: $0, count: Int(weights[$0])) }
                // One benchmark drawn every time leaves nothing to compare.
                if Set(columns).count < 2 { continue }
            }
            let scores = table.map { row in columns.map { row[$0].replicates[replicate] } }
            guard scores.allSatisfy({ $0.allSatisfy(\.isFinite) }) else { continue }
            tables.append(scores)
            var sum = 0.0
            for (row, drawn) in zip(table, scores) {
                for (column, score) in zip(columns, drawn) { sum += row[column].variance(at: score) }
            }
            sampling.append(sum / Double(table.count * columns.count))
        }
    }

    /// `[model][replicate]`: the unweighted means over benchmarks.
    var macroAverages: [[Double]] {
        guard let first = tables.first else { return [] }
        return first.indices.map { model in tables.map { $0[model].reduce(0, +) / Double($0[model].count) } }
    }
}

extension OverallEstimate {
    /// The sampling variance if the accuracy were another one.
    fileprivate func variance(at score: Double) -> Double {
        let own = estimate * (1 - estimate)
        let variance = standardError * standardError
        return own > 0 ? variance * max(0, score * (1 - score)) / own : variance
    }
}
