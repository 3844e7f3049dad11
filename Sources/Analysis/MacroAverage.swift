import Findings
import Statistics
import Study

/// The macro-average of one model, with all that is found from its one estimator.
struct MacroAverage {
    let estimate: EstimateFinding
    let distribution: DistributionFinding?
    /// By threshold.
    let verdicts: [String: VerdictFinding]
    /// The one-sided bounds that a study without thresholds is shown by.
    let bounds: OneSidedBounds
}

/// The one-sided bounds of one model at one error rate.
struct OneSidedBounds {
    let lower: Double
    let upper: Double
}

extension AcrossBenchmarks {
    /// The macro-averages of all models that have every benchmark, in the order of the document.
    func macroAverages() -> [MacroAverage] {
        let models = complete
        return Parallel.map(models.count, threads: threads) { macroAverage(models[$0]) }
    }

    private func macroAverage(_ model: String) -> MacroAverage {
        let samples = analyses.compactMap { analysis in
            analysis.data.models.first { $0.model == model }.map { analysis.data.select($0).sample }
        }
        let estimator = CombinationEstimator(
            samples.map { .init([.init($0, weight: 1 / Double(samples.count))]) }, range: 0...1)
        let estimate = macroEstimate(model, estimator)
        let bounds = estimator.interval(level: 1 - 2 * ThresholdCurveAnalyzer.defaultAlpha).interval
        let thresholds = study.thresholds.filter { $0.benchmark == "macro-average" }
        let verdicts = thresholds.compactMap { macroVerdict($0, model: model, estimator) }
        return MacroAverage(
            estimate: estimate, distribution: distribution(estimate, estimator),
            verdicts: Dictionary(verdicts.map { ($0.threshold, $0) }) { first, _ in first },
            bounds: OneSidedBounds(lower: bounds.lower, upper: bounds.upper))
    }

    private func macroEstimate(_ model: String, _ estimator: CombinationEstimator) -> EstimateFinding {
        let parts = parts(model)
        let count = Double(parts.count)
        return EstimateFinding(
            scope: .macroAverage, model: model, estimate: estimator.estimate,
            interval: IntervalFinding(estimator.interval(level: study.level)),
            standardError: estimator.standardError, items: parts.reduce(0) { $0 + $1.items },
            clusters: parts.reduce(0) { $0 + $1.clusters }, benchmarks: parts.count,
            lowerBound: parts.reduce(0) { $0 + $1.bounds.lower } / count,
            upperBound: parts.reduce(0) { $0 + $1.bounds.upper } / count,
            chance: parts.allSatisfy { $0.chance != nil }
                ? parts.reduce(0) { $0 + ($1.chance ?? 0) } / count : nil,
            basis: basis)
    }

    private func distribution(_ estimate: EstimateFinding, _ estimator: CombinationEstimator) -> DistributionFinding? {
        if let exact = estimator.exactDistribution {
            return DistributionFinding(estimate, exact, replicates: nil)
        }
        return DiscreteDistribution(replicates: macroReplicates(estimate.model)).map {
            DistributionFinding(estimate, $0, replicates: $0.support.count)
        }
    }

    private func macroVerdict(
        _ threshold: Threshold, model: String, _ estimator: CombinationEstimator
    ) -> VerdictFinding? {
        let parts = parts(model)
        let count = Double(parts.count)
        let chance = parts.allSatisfy { $0.chance != nil } ? parts.reduce(0) { $0 + ($1.chance ?? 0) } / count : nil
        guard let minimum = threshold.minimum ?? chance else { return nil }
        let interval = estimator.interval(level: 1 - 2 * threshold.alpha).interval
        return VerdictFinding(
            threshold: threshold.id, model: model, verdict: Verdict(interval, minimum: minimum), minimum: minimum,
            estimate: estimator.estimate, lower: interval.lower, upper: interval.upper, alpha: threshold.alpha,
            passPValue: estimator.pValue(threshold: minimum, isBelow: false),
            failPValue: estimator.pValue(threshold: minimum, isBelow: true),
            method: interval.method.rawValue, items: parts.reduce(0) { $0 + $1.items },
            clusters: parts.reduce(0) { $0 + $1.clusters }, basis: basis)
    }
}
