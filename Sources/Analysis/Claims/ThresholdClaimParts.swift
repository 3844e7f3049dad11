import Findings
import Statistics
import Study

/// The verdict of each model on a threshold that, as the claim has it, none passes.
///
/// That all fail is shown if each fails by itself (intersection-union), so that the verdicts need no adjustment for the
/// number of models.
struct ThresholdClaimParts {
    private let analyzer: ClaimAnalyzer
    private let threshold: String

    init(_ analyzer: ClaimAnalyzer, threshold: String) {
        self.analyzer = analyzer
        self.threshold = threshold
    }

    func parts() -> [ClaimPart] {
        let verdicts = analyzer.document.verdicts.filter { $0.threshold == threshold }
        let models = analyzer.across.models
        let found = Parallel.map(models.count, threads: analyzer.across.threads) { place in
            let own = verdicts.filter { $0.model == models[place] }
            let whole = own.first { $0.isJoint && $0.benchmark == nil } ?? own.first { $0.isJoint } ?? own.first
            return whole.map(part)
        }
        return found.compactMap(\.self)
    }

    private func part(_ verdict: VerdictFinding) -> ClaimPart {
        ClaimPart(
            benchmark: verdict.benchmark, model: verdict.model, estimate: verdict.estimate,
            interval: IntervalFinding(
                lower: verdict.lower, upper: verdict.upper, level: 1 - 2 * verdict.alpha, method: verdict.method,
                reason: verdict.isJoint ? "the weakest of \(verdict.parts) parts" : "the verdict's own bounds"),
            reference: verdict.minimum, support: Self.support(verdict.verdict), items: verdict.items,
            clusters: verdict.clusters, models: 1, published: published(verdict.model), basis: verdict.basis)
    }

    /// A pass is what the claim denies.
    private static func support(_ verdict: Verdict) -> ClaimSupport {
        switch verdict {
        case .fail: .supports
        case .pass: .contradicts
        case .inconclusive: .open
        }
    }

    /// The model on its weakest benchmark by counts alone. Where each value of a facet must pass, a mean over all values below
    /// the minimum shows that one of them is below it; that none is cannot be shown without them.
    private func published(_ model: String) -> PublishedPart? {
        guard analyzer.study.isSimulated,
            let threshold = analyzer.study.thresholds.first(where: { $0.id == self.threshold }),
            threshold.benchmark != "macro-average"
        else { return nil }
        let parts = analyzer.across.analyses.compactMap { analysis -> (sample: ScoreSample, minimum: Double)? in
            guard threshold.benchmark == "*" || threshold.benchmark == analysis.data.entry.id,
                let scores = analysis.data.models.first(where: { $0.model == model })
            else { return nil }
            let selection = analysis.data.select(scores) { item in
                threshold.capability == nil || analysis.data.capabilities[item] == threshold.capability
            }
            guard !selection.scores.isEmpty, let minimum = threshold.minimum ?? selection.chance else { return nil }
            return (ScoreSample(scores: selection.scores), minimum)
        }
        guard let weakest = parts.min(by: { $0.sample.mean - $0.minimum < $1.sample.mean - $1.minimum }) else {
            return nil
        }
        func bounds(_ sample: ScoreSample, alpha: Double) -> Interval {
            AccuracyEstimator(sample, plan: BootstrapPlan(seed: analyzer.study.seed, name: "independent"))
                .bounds(alpha: alpha).interval
        }
        let share = threshold.alpha / Double(parts.count)
        let fails = parts.contains { bounds($0.sample, alpha: share).upper < $0.minimum }
        let passes =
            threshold.each == nil && parts.allSatisfy { bounds($0.sample, alpha: threshold.alpha).lower >= $0.minimum }
        // By Bonferroni over the benchmarks: together they hold at the threshold's own level.
        var shown = bounds(weakest.sample, alpha: share)
        shown.level = 1 - 2 * threshold.alpha
        return PublishedPart(
            estimate: weakest.sample.mean,
            interval: IntervalFinding(
                shown, reason: "the weakest of \(parts.count) benchmarks, items taken as independent"),
            support: fails ? .supports : passes ? .contradicts : .open)
    }
}
