import Findings
import Records
import Statistics
import Study

/// Compares releases by their estimates alone, where a findings document is all that is left of one.
///
/// That both answered the same items is then not known, so that the interval is that of independent estimates: wider than
/// the paired one where models are right on the same items, as they mostly are.
public struct UnpairedAnalyzer {
    /// A release with its items, or with estimates only.
    public enum Input {
        case items(Release)
        case estimates(EstimatedRelease)
    }

    /// The estimates of one release, wherever they come from.
    private struct Side {
        let label: String
        let finding: ReleaseFinding
        let benchmarks: [BenchmarkFinding]
        let estimates: [EstimateFinding]
    }

    private let study: Study
    private let version: String
    private let date: String
    private let threads: Int

    /// An analyzer of one comparison.
    ///
    /// - Parameters:
    ///   - study: the level, the margins and the policy.
    ///   - version: Acuity's version, as the document tells it.
    ///   - date: the day on which waivers are judged, ISO 8601.
    ///   - threads: how many threads the estimates of releases with items may take, at least 1.
    public init(study: Study, version: String, date: String, threads: Int) {
        self.study = study
        self.version = version
        self.date = date
        self.threads = threads
    }

    /// Compares each release with the first.
    ///
    /// - Throws: `IncomparableReleases` where two share no estimate; `StoreError`.
    public func document(_ inputs: [Input]) throws -> ReleaseDocument {
        let sides = try inputs.map(side)
        var document = ReleaseDocument(
            acuityVersion: version, study: StudyFinding(study), releases: sides.map(\.finding),
            policy: PolicyFinding(study.compare, date: date))
        var problems: [Problem] = []
        var drafts: [ComparisonDraft] = []
        for candidate in sides.dropFirst() {
            let found = comparisons(sides[0], candidate)
            if found.isEmpty { problems.append(Self.withoutCommon(sides[0], candidate)) }
            drafts += found
        }
        guard problems.isEmpty else { throw IncomparableReleases(problems: problems) }
        let compared = Set(drafts.compactMap(\.finding.benchmark))
        document.benchmarks = sides[0].benchmarks.filter { compared.contains($0.id) }
        document.comparisons = ComparisonFamily(study: study).judged(drafts)
        document.problems =
            [
                Problem(
                    kind: "unpaired-comparison", severity: .warning,
                    file: inputs.compactMap(\.estimatedOrigin).first ?? "findings",
                    expected: "predictions of both releases", found: "estimates only",
                    remedy:
                        "Intervals are those of independent estimates; name the logs of both releases to pair the items."
                ).finding
            ] + differingCounts(document.comparisons, sides)
        return document.judged(study)
    }

    private func side(_ input: Input) throws -> Side {
        switch input {
        case .estimates(let release):
            return Side(
                label: release.label,
                finding: ReleaseFinding(
                    label: release.label, model: release.model, origin: release.origin,
                    sources: release.document.sources.filter { source in
                        release.document.runs.contains { $0.model == release.model && $0.source == source.path }
                    }, hasItems: false),
                benchmarks: release.document.benchmarks,
                estimates: release.document.estimates.filter { $0.model == release.model })
        case .items(let release):
            let findings = try Analyzer(store: release.store, study: study, threads: threads, version: version)
                .findings(sources: release.sources)
            return Side(
                label: release.label, finding: try release.finding(Set(findings.sources.map(\.path))),
                benchmarks: findings.benchmarks, estimates: findings.estimates.filter { $0.model == release.model })
        }
    }

    /// The estimates that both have, overall first and then in the baseline's order.
    private func comparisons(_ baseline: Side, _ candidate: Side) -> [ComparisonDraft] {
        let all = baseline.estimates.compactMap { old -> ComparisonDraft? in
            let new = candidate.estimates.first {
                $0.scope == old.scope && $0.benchmark == old.benchmark && $0.capability == old.capability
                    && $0.facet == old.facet
            }
            guard let new, old.scope != .macroAverage || old.benchmarks == new.benchmarks else { return nil }
            return draft(old, new, baseline: baseline, candidate: candidate)
        }
        return all.filter { $0.finding.scope == .overall } + all.filter { $0.finding.scope != .overall }
    }

    private func draft(
        _ old: EstimateFinding, _ new: EstimateFinding, baseline: Side, candidate: Side
    ) -> ComparisonDraft {
        let difference = IndependentDifference(old, new)
        let isHigherBetter = baseline.benchmarks.first { $0.id == old.benchmark }?.higherIsBetter ?? true
        let margin = study.compare?.margin(on: old.benchmark)
        let finding = ComparisonFinding(
            scope: ComparisonScope(old.scope), baseline: baseline.label, candidate: candidate.label,
            benchmark: old.benchmark, capability: old.capability, facet: old.facet, estimate: difference.estimate,
            baselineScore: old.estimate, candidateScore: new.estimate,
            interval: difference.interval(level: study.level),
            equivalenceInterval: study.equivalenceLevel(margin: margin).map { difference.interval(level: $0) },
            margin: margin, verdict: .inconclusive, items: min(old.items, new.items),
            clusters: min(old.clusters, new.clusters), benchmarks: old.benchmarks, pValue: difference.pValue,
            adjustedPValue: difference.pValue, test: TestMethod.intervalInversion.rawValue, family: 1,
            higherIsBetter: isHigherBetter, basis: old.basis)
        return ComparisonDraft(finding: finding, error: difference.error)
    }

    /// Estimates over other numbers of items are hardly over the same items.
    private func differingCounts(_ comparisons: [ComparisonFinding], _ sides: [Side]) -> [ProblemFinding] {
        comparisons.filter { $0.scope == .benchmark }.compactMap { comparison in
            func items(_ label: String) -> Int? {
                sides.first { $0.label == label }?.estimates.first {
                    $0.scope == .benchmark && $0.benchmark == comparison.benchmark
                }?.items
            }
            guard let old = items(comparison.baseline), let new = items(comparison.candidate), old != new else {
                return nil
            }
            return Problem(
                kind: "different-item-counts", severity: .warning, file: comparison.benchmark ?? "",
                expected: "as many items on both sides", found: "\(old) and \(new)",
                remedy: "A difference may be that of the items; compare the logs to see."
            ).finding
        }
    }

    private static func withoutCommon(_ baseline: Side, _ candidate: Side) -> Problem {
        Problem(
            kind: "releases-without-common-items", severity: .error, file: candidate.finding.origin,
            expected: "an estimate that `\(baseline.label)` has too", found: "none",
            remedy: "Check that both name their benchmarks alike.")
    }
}

extension UnpairedAnalyzer.Input {
    fileprivate var estimatedOrigin: String? {
        if case .estimates(let release) = self { release.origin } else { nil }
    }
}

extension ComparisonScope {
    fileprivate init(_ scope: EstimateScope) {
        switch scope {
        case .benchmark: self = .benchmark
        case .capability: self = .capability
        case .facet: self = .facet
        case .macroAverage: self = .overall
        }
    }
}

/// The difference of two independent estimates from their intervals (Zou and Donner 2008).
private struct IndependentDifference {
    let estimate: Double
    private let below: Double
    private let above: Double
    private let level: Double

    init(_ old: EstimateFinding, _ new: EstimateFinding) {
        estimate = new.estimate - old.estimate
        level = old.interval.level
        // An interval of another level is brought to that of the first by its normal quantile.
        let scale = Self.quantile(level) / Self.quantile(new.interval.level)
        func length(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
        below = length(scale * (new.estimate - new.interval.lower), old.interval.upper - old.estimate)
        above = length(scale * (new.interval.upper - new.estimate), old.estimate - old.interval.lower)
    }

    /// The standard error on the side of no difference.
    var error: Double { (estimate > 0 ? below : above) / Self.quantile(level) }

    var pValue: Double { error > 0 ? min(1, 2 * Normal.cdf(-abs(estimate) / error)) : estimate == 0 ? 1 : 0 }

    func interval(level wanted: Double) -> IntervalFinding {
        let scale = Self.quantile(wanted) / Self.quantile(level)
        return IntervalFinding(
            lower: max(-1, estimate - scale * below), upper: min(1, estimate + scale * above), level: wanted,
            method: IntervalMethod.mover.rawValue, reason: "only estimates of one of the releases are known")
    }

    private static func quantile(_ level: Double) -> Double { Normal.quantile((1 + level) / 2) }
}
