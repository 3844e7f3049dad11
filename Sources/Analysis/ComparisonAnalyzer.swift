import Findings
import Records
import Statistics
import Study

/// Judges the study's candidate against its baseline.
struct ComparisonAnalyzer {
    let across: AcrossBenchmarks
    let baseline: String
    let candidate: String
    let margin: Double?

    private var study: Study { across.study }
    private var alpha: Double { 1 - study.level }

    /// Nil if the study compares nothing.
    init?(_ across: AcrossBenchmarks, names: NameResolver) {
        guard let compare = across.study.compare, let first = compare.baseline, let second = compare.candidate else {
            return nil
        }
        self.across = across
        baseline = names.modelID(first)
        candidate = names.modelID(second)
        margin = compare.margin
    }

    /// Benchmarks on which both models have items in common, in the order of the document, then the macro-average over
    /// them if there are two.
    func comparisons() -> [ComparisonFinding] {
        guard baseline != candidate else { return [] }
        var shared: [BenchmarkAnalysis] = []
        var findings: [ComparisonFinding] = []
        for analysis in across.analyses {
            guard let finding = comparison(on: analysis) else { continue }
            shared.append(analysis)
            findings.append(finding)
        }
        let adjusted = Multiplicity.holm(findings.map(\.pValue))
        for index in findings.indices {
            findings[index].adjustedPValue = adjusted[index]
            findings[index].family = findings.count
        }
        if let overall = macroComparison(over: shared) { findings.append(overall) }
        for index in findings.indices {
            let benchmark = across.analyses.first { $0.data.entry.id == findings[index].benchmark }
            findings[index].verdict = ComparisonVerdict(
                findings[index], alpha: alpha, isHigherBetter: benchmark?.data.entry.higherIsBetter ?? true)
        }
        return findings
    }

    private func comparison(on analysis: BenchmarkAnalysis) -> ComparisonFinding? {
        let names = [baseline, candidate]
        // The same numbers as those of the pair among all pairs, which may stand the other way round.
        let found = analysis.differences.first { names.contains($0.first) && names.contains($0.second) }
        guard let found, let pair = pair(found, on: analysis) else { return nil }
        let isReversed = found.first == baseline
        let estimate = isReversed ? -found.estimate : found.estimate
        let baselineScore = analysis.overall[baseline]?.estimate ?? .nan
        return ComparisonFinding(
            scope: .benchmark, baseline: baseline, candidate: candidate, benchmark: found.benchmark,
            estimate: estimate, baselineScore: baselineScore, candidateScore: baselineScore + estimate,
            interval: isReversed ? found.interval.negated : found.interval,
            equivalenceInterval: equivalenceLevel.map { level in
                let interval = IntervalFinding(pair.interval(level: level))
                return isReversed ? interval.negated : interval
            }, margin: margin, verdict: .inconclusive, items: found.items, clusters: found.clusters,
            unpaired: found.unpaired, wrongToRight: isReversed ? found.onlySecond : found.onlyFirst,
            rightToWrong: isReversed ? found.onlyFirst : found.onlySecond, pValue: found.pValue,
            adjustedPValue: found.pValue, test: found.test, family: 1, basis: found.basis)
    }

    private func pair(_ difference: DifferenceFinding, on analysis: BenchmarkAnalysis) -> PairedDifferenceEstimator? {
        let scores = [difference.first, difference.second].compactMap { name in
            analysis.data.models.first { $0.model == name }?.scores
        }
        return scores.count == 2 ? PairAnalyzer.pair(scores[0], scores[1], data: analysis.data) : nil
    }

    private func macroComparison(over shared: [BenchmarkAnalysis]) -> ComparisonFinding? {
        guard shared.count >= 2 else { return nil }
        func replicates(_ model: String) -> [Double] {
            AcrossBenchmarks.means(shared.compactMap { $0.overall[model]?.replicates })
        }
        let found = MacroDifference(
            (candidate, baseline), over: shared, replicates: (replicates(candidate), replicates(baseline)))
        return found.map { found in
            ComparisonFinding(
                scope: .overall, baseline: baseline, candidate: candidate, estimate: found.estimator.estimate,
                baselineScore: 0, candidateScore: 0,
                interval: IntervalFinding(found.estimator.interval(level: study.level)),
                equivalenceInterval: equivalenceLevel.map { IntervalFinding(found.estimator.interval(level: $0)) },
                margin: margin, verdict: .inconclusive, items: found.items, clusters: found.clusters,
                unpaired: found.unpaired, benchmarks: shared.count, pValue: found.pValue,
                adjustedPValue: found.pValue, test: MacroDifference.test, family: 1, basis: across.basis)
        }
    }

    /// 1 − 2α; nil without a margin, or where that is no level.
    private var equivalenceLevel: Double? {
        let level = 1 - 2 * alpha
        return margin == nil || level <= 0 ? nil : level
    }

    /// Why the comparison that the study asks for cannot be made.
    ///
    /// - Parameter findings: what `comparisons` gave.
    func problems(_ findings: [ComparisonFinding]) -> [Problem] {
        let file = study.file ?? "the study"
        let unknown = [("baseline", baseline), ("candidate", candidate)].filter { !across.models.contains($0.1) }
        guard unknown.isEmpty else {
            return unknown.map { field, name in
                let nearest = NearestWord.find(name, among: across.models)
                return Problem(
                    kind: "comparison-without-model", severity: .warning, file: file, field: "compare.\(field)",
                    expected: "a model of the logs", found: "`\(name)`, which none of them has",
                    remedy: nearest.map { "Did you mean `\($0)`?" } ?? "Add its logs, or name another model.")
            }
        }
        if baseline == candidate {
            return [
                Problem(
                    kind: "comparison-of-one-model", severity: .warning, file: file, field: "compare.candidate",
                    expected: "another model than the baseline", found: "`\(candidate)`, which is the baseline",
                    remedy: "Name two models.")
            ]
        }
        guard findings.isEmpty else { return [] }
        return [
            Problem(
                kind: "comparison-without-items", severity: .warning, file: file, field: "compare",
                expected: "items that both `\(baseline)` and `\(candidate)` have", found: "none",
                remedy: "Add logs of both models on one benchmark.")
        ]
    }
}

extension ComparisonVerdict {
    /// The rule that the type describes.
    init(_ finding: ComparisonFinding, alpha: Double, isHigherBetter: Bool) {
        let gain = isHigherBetter ? finding.estimate : -finding.estimate
        if finding.adjustedPValue < alpha, gain != 0 {
            self = gain > 0 ? .improved : .regressed
        } else if let margin = finding.margin, let interval = finding.equivalenceInterval,
            interval.lower > -margin, interval.upper < margin
        {
            self = .equivalent
        } else {
            self = .inconclusive
        }
    }
}

extension IntervalFinding {
    /// The interval of the opposite difference.
    var negated: IntervalFinding {
        IntervalFinding(lower: -upper, upper: -lower, level: level, method: method, reason: reason)
    }
}
