import Findings
import Statistics
import Study

/// How many models would pass at each minimum that a threshold could demand, from the bounds of the verdicts.
struct ThresholdCurveAnalyzer {
    let across: AcrossBenchmarks
    let macroAverages: [MacroAverage]

    /// The one-sided error rate where the study has no threshold.
    static let defaultAlpha = 0.025
    private static let steps = 100

    func curves() -> [ThresholdCurveFinding] {
        let curves = across.study.thresholds.filter { $0.each == nil }.flatMap(curves)
        return curves.isEmpty ? [defaultCurve()].compactMap(\.self) : curves
    }

    private func curves(_ threshold: Threshold) -> [ThresholdCurveFinding] {
        if threshold.benchmark == "macro-average" {
            return [curve(macroAverages.compactMap { $0.verdicts[threshold.id] })].compactMap(\.self)
        }
        return across.analyses.compactMap { analysis in
            curve(analysis.verdicts.map(\.finding).filter { $0.threshold == threshold.id })
        }
    }

    private func curve(_ verdicts: [VerdictFinding]) -> ThresholdCurveFinding? {
        guard let first = verdicts.first else { return nil }
        let isCommon = verdicts.allSatisfy { $0.minimum == first.minimum }
        return ThresholdCurveFinding(
            threshold: first.threshold, benchmark: first.benchmark, capability: first.capability,
            models: verdicts.count, alpha: first.alpha, minimum: isCommon ? first.minimum : nil,
            points: Self.points(verdicts.map { OneSidedBounds(lower: $0.lower, upper: $0.upper) }),
            basis: first.basis)
    }

    /// The macro-average, or the only benchmark.
    private func defaultCurve() -> ThresholdCurveFinding? {
        var bounds = macroAverages.map(\.bounds)
        var (benchmark, basis): (String?, Basis) = (nil, across.basis)
        if across.analyses.count == 1, let only = across.analyses.first {
            let selections = only.data.models.map { only.data.select($0) }.filter { !$0.scores.isEmpty }
            bounds = selections.map { selection in
                let estimator = AccuracyEstimator(
                    selection.sample, plan: BootstrapPlan(seed: across.study.seed, name: only.data.entry.id))
                let interval = estimator.bounds(alpha: Self.defaultAlpha).interval
                return OneSidedBounds(lower: interval.lower, upper: interval.upper)
            }
            benchmark = only.data.entry.id
            if basis == .simulation, only.data.clusters == nil { basis = .publishedCounts }
        }
        guard !bounds.isEmpty else { return nil }
        return ThresholdCurveFinding(
            threshold: nil, benchmark: benchmark, models: bounds.count, alpha: Self.defaultAlpha, minimum: nil,
            points: Self.points(bounds), basis: basis)
    }

    /// The counts at each hundredth; of a run of equal ones the first and the last.
    static func points(_ bounds: [OneSidedBounds]) -> [ThresholdCurvePoint] {
        let all = (0...steps).map { step in
            let minimum = Double(step) / Double(steps)
            let verdicts = bounds.map { Verdict(lower: $0.lower, upper: $0.upper, minimum: minimum) }
            return ThresholdCurvePoint(
                minimum: minimum, pass: verdicts.count { $0 == .pass },
                inconclusive: verdicts.count { $0 == .inconclusive }, fail: verdicts.count { $0 == .fail })
        }
        return all.indices.filter { index in
            index == 0 || index == steps || !all[index].hasCounts(of: all[index - 1])
                || !all[index].hasCounts(of: all[index + 1])
        }.map { all[$0] }
    }
}

extension ThresholdCurvePoint {
    fileprivate func hasCounts(of other: ThresholdCurvePoint) -> Bool {
        pass == other.pass && inconclusive == other.inconclusive && fail == other.fail
    }
}
