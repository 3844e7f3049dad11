import Findings
import Statistics
import Store
import Study

/// What changed on one benchmark beside the score: answers without a result, lengths, latency, cost.
struct MeasureAnalyzer {
    let data: BenchmarkData
    let study: Study

    /// The measures of one run, by name and item position.
    typealias Values = [String: ScoreVector]

    /// Not yet adjusted and judged. Measures that a side lacks are left out, and shares that are 0 on both sides.
    func changes(
        _ old: (model: ModelScores, values: Values), _ new: (model: ModelScores, values: Values)
    ) -> [MeasureFinding] {
        Measure.allCases.compactMap { measure in
            let (before, after) = (values(measure, old), values(measure, new))
            let shared = before.indices.filter { before[$0].isFinite && after[$0].isFinite }
            guard !shared.isEmpty, !measure.isShare || shared.contains(where: { before[$0] > 0 || after[$0] > 0 })
            else { return nil }
            return change(measure, candidate: new.model.model, shared, before, after)
        }
    }

    /// By item of the benchmark; NaN for none. A run without a share of a status has none of it.
    private func values(_ measure: Measure, _ side: (model: ModelScores, values: Values)) -> [Double] {
        let run = side.model.run
        let vector = side.values[measure.rawValue]
        return data.positions.map { position in
            guard !run.unresolved[position].isNaN else { return .nan }
            return vector?[position] ?? (measure.isShare ? 0 : .nan)
        }
    }

    private func change(
        _ measure: Measure, candidate: String, _ shared: [Int], _ before: [Double], _ after: [Double]
    ) -> MeasureFinding? {
        let pair = PairedDifferenceEstimator(
            first: shared.map { after[$0] }, second: shared.map { before[$0] },
            clusters: data.clusters.map { clusters in shared.map { clusters[$0] } })
        // A mean without bounds needs a second item to tell how far it may be off.
        guard measure.isShare || pair.sample.clusterCount > 1 else { return nil }
        let count = Double(shared.count)
        let (interval, test) =
            measure.isShare
            ? share(pair, name: "\(data.entry.id)/\(candidate)/\(measure.rawValue)") : mean(pair.sample)
        return MeasureFinding(
            measure: measure, candidate: candidate, benchmark: data.entry.id,
            baselineValue: shared.reduce(0) { $0 + before[$1] } / count,
            candidateValue: shared.reduce(0) { $0 + after[$1] } / count, estimate: pair.estimate, interval: interval,
            verdict: .inconclusive, pValue: test.pValue, adjustedPValue: test.pValue,
            test: test.method.rawValue, family: 1, items: shared.count, clusters: pair.sample.clusterCount)
    }

    private func share(
        _ pair: PairedDifferenceEstimator, name: String
    ) -> (IntervalFinding, (pValue: Double, method: TestMethod)) {
        let plan = BootstrapPlan(seed: study.seed, name: name, replicates: study.replicates)
        return (IntervalFinding(pair.interval(level: study.level)), pair.test(plan: plan))
    }

    /// Lengths and times have no bounds: the mean difference by its (clustered) standard error.
    private func mean(_ sample: ScoreSample) -> (IntervalFinding, (pValue: Double, method: TestMethod)) {
        let degrees = Double(sample.clusterCount - 1)
        let (estimate, error) = (sample.mean, sample.standardError)
        guard error > 0 else {
            return (interval(estimate, estimate, "all items changed alike"), (estimate == 0 ? 1 : 0, .pairedT))
        }
        let width = StudentT.criticalValue(level: study.level, degrees: degrees) * error
        return (
            interval(estimate - width, estimate + width, "a mean without bounds"),
            (min(1, 2 * StudentT.cdf(-abs(estimate) / error, degrees: degrees)), .pairedT)
        )
    }

    private func interval(_ lower: Double, _ upper: Double, _ reason: String) -> IntervalFinding {
        IntervalFinding(
            lower: lower, upper: upper, level: study.level, method: TestMethod.pairedT.rawValue, reason: reason)
    }

    /// Adjusts by Holm over all measures and judges.
    static func judged(_ findings: [MeasureFinding], level: Double) -> [MeasureFinding] {
        let adjusted = Multiplicity.holm(findings.map(\.pValue))
        return findings.indices.map { index in
            var finding = findings[index]
            finding.adjustedPValue = adjusted[index]
            finding.family = findings.count
            if finding.adjustedPValue < 1 - level, finding.estimate != 0 {
                finding.verdict = finding.estimate > 0 ? .increased : .decreased
            }
            return finding
        }
    }
}
