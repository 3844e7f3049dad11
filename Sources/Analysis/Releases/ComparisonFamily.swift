import Findings
import Statistics
import Study

/// Everything that is tested together: adjusts, judges, and tells what could have been seen.
///
/// Each scope has the same share of the error rate, divided evenly over its comparisons, so that many facets do not drown
/// the benchmarks (Holm 1979, with weights).
struct ComparisonFamily {
    let study: Study

    /// The power for which the detectable difference is given.
    private static let power = 0.8

    func judged(_ drafts: [ComparisonDraft]) -> [ComparisonFinding] {
        var counts: [ComparisonScope: Int] = [:]
        for draft in drafts { counts[draft.finding.scope, default: 0] += 1 }
        let weights = drafts.map { 1 / (Double(counts.count) * Double(counts[$0.finding.scope] ?? 1)) }
        let adjusted = Multiplicity.weightedHolm(drafts.map(\.finding.pValue), weights: weights)
        let alpha = 1 - study.level
        return drafts.indices.map { index in
            var finding = drafts[index].finding
            finding.adjustedPValue = adjusted[index]
            finding.family = drafts.count
            let error = drafts[index].error
            if error > 0 {
                finding.detectable = Power.minimalDetectableDifference(
                    size: 1, variance: error * error, alpha: alpha * weights[index], power: Self.power)
            }
            finding.verdict = ComparisonVerdict(finding, alpha: alpha)
            return finding
        }
    }
}

extension ComparisonVerdict {
    /// The rule that the type describes.
    init(_ finding: ComparisonFinding, alpha: Double) {
        let gain = finding.higherIsBetter ? finding.estimate : -finding.estimate
        if let margin = finding.margin, let interval = finding.equivalenceInterval, interval.lower > -margin,
            interval.upper < margin
        {
            self = .equivalent
        } else if finding.adjustedPValue < alpha, gain != 0 {
            self = gain > 0 ? .improved : .regressed
        } else {
            self = .inconclusive
        }
    }
}
