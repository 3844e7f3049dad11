import Findings
import Statistics
import Study

/// A candidate against its baseline by the unweighted mean over the benchmarks that both have.
struct OverallComparison {
    let study: Study

    /// Nil for fewer than two benchmarks.
    ///
    /// - Parameter parts: the comparisons of whole benchmarks.
    func draft(_ parts: [ComparisonDraft]) -> ComparisonDraft? {
        let pairs = parts.compactMap(\.pair)
        guard parts.count >= 2, pairs.count == parts.count, let first = parts.first?.finding else { return nil }
        let weight = 1 / Double(parts.count)
        let estimator = CombinationEstimator(
            pairs.map { .init([.init($0.sample, weight: weight, isDifference: true)]) }, range: -1...1)
        let pValue = min(
            1, 2 * min(estimator.pValue(threshold: 0, isBelow: true), estimator.pValue(threshold: 0, isBelow: false)))
        let margin = study.compare?.margin(on: nil)
        func mean(_ value: KeyPath<ComparisonFinding, Double?>) -> Double? {
            let values = parts.compactMap { $0.finding[keyPath: value] }
            return values.count == parts.count ? values.reduce(0, +) * weight : nil
        }
        func sum(_ value: KeyPath<ComparisonFinding, Int>) -> Int {
            parts.reduce(0) { $0 + $1.finding[keyPath: value] }
        }
        return ComparisonDraft(
            finding: ComparisonFinding(
                scope: .overall, baseline: first.baseline, candidate: first.candidate, estimate: estimator.estimate,
                baselineScore: mean(\.baselineScore), candidateScore: mean(\.candidateScore),
                interval: IntervalFinding(estimator.interval(level: study.level)),
                equivalenceInterval: study.equivalenceLevel(margin: margin).map {
                    IntervalFinding(estimator.interval(level: $0))
                }, margin: margin, verdict: .inconclusive, items: sum(\.items), clusters: sum(\.clusters),
                unpaired: sum(\.unpaired), benchmarks: parts.count, pValue: pValue, adjustedPValue: pValue,
                test: TestMethod.intervalInversion.rawValue, family: 1, higherIsBetter: first.higherIsBetter,
                basis: first.basis),
            error: estimator.standardError)
    }
}
