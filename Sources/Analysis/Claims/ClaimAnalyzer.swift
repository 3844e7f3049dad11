import Findings
import Statistics
import Study

/// Holds the claims that a study names against what was found.
///
/// A claim is judged by its parts, benchmarks or models, with intervals that hold for all of them at once (Bonferroni). Where
/// the items are simulated, each part is judged a second time by what the published counts say without the simulation.
struct ClaimAnalyzer {
    let across: AcrossBenchmarks
    let document: FindingsDocument

    var study: Study { across.study }

    func claims() -> [ClaimFinding] { study.claims.map(finding) }

    private func finding(_ claim: Claim) -> ClaimFinding {
        func finding(
            _ about: ClaimSubject, _ parts: [ClaimPart], kinds: (first: String, second: String)? = nil,
            margin: Double? = nil, threshold: String? = nil, minimum: Double? = nil
        ) -> ClaimFinding {
            ClaimFinding(
                id: claim.id, name: claim.name, text: claim.text, source: claim.source, about: about,
                first: kinds?.first, second: kinds?.second, margin: margin, threshold: threshold, minimum: minimum,
                least: claim.least, level: study.level, parts: parts, caveats: claim.caveats, basis: across.basis)
        }
        switch claim.subject {
        case .kinds(let first, let second, let margin):
            return finding(
                .kinds, KindsClaimParts(self, first: first, second: second, margin: margin).parts(),
                kinds: (first, second), margin: margin)
        case .gap: return finding(.gap, GapClaimParts(self).parts())
        case .variance(let minimum):
            return finding(.variance, VarianceClaimParts(self, minimum: minimum).parts(), minimum: minimum)
        case .threshold(let threshold):
            return finding(.threshold, ThresholdClaimParts(self, threshold: threshold).parts(), threshold: threshold)
        }
    }

    /// The level of each of so many intervals at which all of them hold at the study's (Bonferroni).
    func level(among count: Int) -> Double { 1 - (1 - study.level) / Double(max(1, count)) }

    /// What an interval says of "at or above the reference".
    static func support(_ lower: Double, _ upper: Double, reference: Double) -> ClaimSupport {
        lower >= reference ? .supports : upper < reference ? .contradicts : .open
    }

    /// The interval of a model's accuracy as if its items were independent, which is what counts alone can give.
    func independent(_ selection: Selection, level: Double) -> Interval {
        AccuracyEstimator(
            ScoreSample(scores: selection.scores), plan: BootstrapPlan(seed: study.seed, name: "independent")
        ).interval(level: level).interval
    }

    /// An interval that holds at the study's level together with those of the claim's other parts.
    func interval(_ lower: Double, _ upper: Double, method: String, _ reason: String) -> IntervalFinding {
        IntervalFinding(lower: lower, upper: upper, level: study.level, method: method, reason: reason)
    }
}
