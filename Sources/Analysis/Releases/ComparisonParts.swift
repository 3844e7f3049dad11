import Findings
import Statistics
import Study

/// The comparisons of one candidate with its baseline on one benchmark: all items, then each capability and facet value.
struct ComparisonParts {
    let data: BenchmarkData
    let study: Study
    let baseline: ModelScores
    let candidate: ModelScores
    /// The place of each item in the candidate's log, where intervals and tests must hold at any time; else nil.
    var arrival: [Int]?
    /// Facets that are no property of the items.
    var conflicting: Set<String> = []

    /// A part with fewer items than this tells nothing and takes its share of the error rate from the others.
    private static let leastItems = 2
    /// A facet that no study names divides the items only if it has few values.
    private static let mostUnnamedValues = 12

    /// Not yet adjusted and judged; parts without common items are left out.
    func comparisons() -> [ComparisonDraft] {
        guard let whole = draft(.benchmark, items: Array(0..<data.itemCount)) else { return [] }
        var drafts = [whole]
        for (capability, items) in capabilities() {
            drafts += [draft(.capability, items: items, capability: capability)].compactMap(\.self)
        }
        for (facet, items) in facets() {
            drafts += [draft(.facet, items: items, facet: facet)].compactMap(\.self)
        }
        return drafts
    }

    private func capabilities() -> [(String, [Int])] {
        var items: [String: [Int]] = [:]
        for (item, capability) in data.capabilities.enumerated() {
            if let capability { items[capability, default: []].append(item) }
        }
        // A capability that all items have is the benchmark again.
        return items.count < 2 ? [] : items.sorted { $0.key < $1.key }
    }

    private func facets() -> [(FacetValue, [Int])] {
        let named = data.entry.strata
        let columns = data.facets.filter { column in
            guard column.name != data.clusterFacet else { return false }
            return named.isEmpty
                ? (2...Self.mostUnnamedValues).contains(column.dictionary.count) && column.name != data.capabilityFacet
                    && !conflicting.contains(column.name)
                : named.contains(column.name) && (2...Subgroups.mostValues).contains(column.dictionary.count)
        }
        return columns.sorted { $0.name < $1.name }.flatMap { column -> [(FacetValue, [Int])] in
            var items = [[Int]](repeating: [], count: column.dictionary.count + 1)
            for (item, code) in column.codes.enumerated() { items[Int(code)].append(item) }
            return column.dictionary.indices.sorted { column.dictionary[$0] < column.dictionary[$1] }.map {
                (FacetValue(name: column.name, value: column.dictionary[$0]), items[$0 + 1])
            }
        }
    }

    private func draft(
        _ scope: ComparisonScope, items: [Int], capability: String? = nil, facet: FacetValue? = nil
    ) -> ComparisonDraft? {
        let (old, new) = (baseline.scores, candidate.scores)
        let shared = items.filter { !old[$0].isNaN && !new[$0].isNaN }
        guard shared.count >= (scope == .benchmark ? 1 : Self.leastItems) else { return nil }
        let pair = PairedDifferenceEstimator(
            first: shared.map { new[$0] }, second: shared.map { old[$0] },
            clusters: data.clusters.map { clusters in shared.map { clusters[$0] } })
        let place = [
            data.entry.id, candidate.model, baseline.model, capability ?? "",
            facet.map { "\($0.name)=\($0.value)" } ?? "",
        ]
        let test = pair.test(
            plan: BootstrapPlan(
                seed: study.seed, name: place.joined(separator: "/") + "/sign-flip", replicates: study.replicates))
        let margin = study.compare?.margin(on: data.entry.id)
        let (estimate, count) = (pair.estimate, Double(shared.count))
        let baselineScore = shared.reduce(0) { $0 + old[$1] } / count
        var finding = ComparisonFinding(
            scope: scope, baseline: baseline.model, candidate: candidate.model, benchmark: data.entry.id,
            capability: capability, facet: facet, estimate: estimate, baselineScore: baselineScore,
            candidateScore: shared.reduce(0) { $0 + new[$1] } / count,
            interval: IntervalFinding(pair.interval(level: study.level)),
            equivalenceInterval: study.equivalenceLevel(margin: margin).map {
                IntervalFinding(pair.interval(level: $0))
            }, margin: margin, verdict: .inconclusive, items: shared.count, clusters: pair.sample.clusterCount,
            unpaired: items.count { old[$0].isNaN != new[$0].isNaN }, wrongToRight: pair.onlyFirst,
            rightToWrong: pair.onlySecond, pValue: test.pValue, adjustedPValue: test.pValue,
            test: test.method.rawValue, family: 1, higherIsBetter: data.entry.higherIsBetter,
            basis: study.isSimulated ? .simulation : .logs)
        if let arrival { hold(&finding, atAnyTime: shared.sorted { arrival[$0] < arrival[$1] }) }
        return ComparisonDraft(finding: finding, error: pair.sample.standardError, pair: pair)
    }

    /// Puts interval and test that hold however often the log is looked at in place of those that hold once.
    private func hold(_ finding: inout ComparisonFinding, atAnyTime items: [Int]) {
        let differences = items.map { candidate.scores[$0] - baseline.scores[$0] }
        finding.test = TestMethod.bettingSequence.rawValue
        guard differences.allSatisfy({ abs($0) <= 1 }) else {
            // Without bounds on a difference nobody can bet on it.
            finding.pValue = 1
            finding.adjustedPValue = 1
            finding.equivalenceInterval = nil
            return
        }
        let sequence = ConfidenceSequence(
            differences: differences,
            clusters: data.clusters.map { clusters in items.map { clusters[$0] } })
        let reason = "the log may grow and be judged again"
        finding.sequence = IntervalFinding(sequence.interval(level: study.level), reason: reason)
        if let level = study.equivalenceLevel(margin: finding.margin) {
            finding.equivalenceInterval = IntervalFinding(sequence.interval(level: level), reason: reason)
        }
        finding.pValue = sequence.pValue
        finding.adjustedPValue = sequence.pValue
    }
}

/// A comparison before the family is known.
struct ComparisonDraft {
    var finding: ComparisonFinding
    /// The standard error of the difference.
    let error: Double
    /// The items' differences, candidate minus baseline; nil where only estimates are known.
    var pair: PairedDifferenceEstimator?
}

extension Comparison {
    /// The margin on a benchmark; nil stands for all benchmarks together.
    func margin(on benchmark: String?) -> Double? { benchmark.flatMap { margins[$0] } ?? margin }
}

extension Study {
    /// 1 − 2α; nil without a margin, or where that is no level.
    func equivalenceLevel(margin: Double?) -> Double? {
        let level = 1 - 2 * (1 - level)
        return margin == nil || level <= 0 ? nil : level
    }
}
