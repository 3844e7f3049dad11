import Findings
import Statistics
import Study

/// A verdict on one part, with what a joint verdict needs.
struct PartVerdict: Sendable {
    var finding: VerdictFinding
    let estimator: AccuracyEstimator
    /// The items of the part that have no score, and the accuracy with all of them wrong.
    let unscored: Int
    let worst: Double
}

/// Applies the thresholds of a study to one benchmark.
struct VerdictAnalyzer {
    let data: BenchmarkData
    let study: Study
    var threads = 1

    func verdicts(selections: [ModelSelections]) -> [PartVerdict] {
        var verdicts: [PartVerdict] = []
        for threshold in study.thresholds where threshold.benchmark == "*" || threshold.benchmark == data.entry.id {
            if let facet = threshold.each {
                verdicts += byFacet(threshold, facet: facet)
                continue
            }
            let found = Parallel.map(selections.count, threads: threads) { index -> PartVerdict? in
                let selection = selections[index]
                let part = threshold.capability.map { selection.capabilities[$0] } ?? selection.all
                guard let part, !part.scores.isEmpty else { return nil }
                return judge(threshold, model: selection.model, part, facet: nil)
            }
            verdicts += found.compactMap(\.self)
        }
        return verdicts
    }

    private func byFacet(_ threshold: Threshold, facet: String) -> [PartVerdict] {
        guard let column = data.facets.first(where: { $0.name == facet }) else { return [] }
        let codes = column.dictionary.indices.sorted { column.dictionary[$0] < column.dictionary[$1] }
        let verdicts = Parallel.map(data.models.count, threads: threads) { index -> [PartVerdict] in
            let model = data.models[index]
            var parts: [PartVerdict] = []
            for code in codes {
                let part = data.select(model) { item in
                    column.codes[item] == UInt32(code + 1)
                        && (threshold.capability == nil || data.capabilities[item] == threshold.capability)
                }
                guard !part.scores.isEmpty else { continue }
                let value = FacetValue(name: facet, value: column.dictionary[code])
                if let verdict = judge(threshold, model: model.model, part, facet: value) { parts.append(verdict) }
            }
            let adjusted = Multiplicity.holm(parts.map(\.finding.failPValue))
            for index in parts.indices { parts[index].finding.adjustedFailPValue = adjusted[index] }
            return parts
        }
        return verdicts.flatMap(\.self)
    }

    private func judge(_ threshold: Threshold, model: String, _ part: Selection, facet: FacetValue?) -> PartVerdict? {
        // A threshold at the chance level says nothing where chance is unknown.
        guard let minimum = threshold.minimum ?? part.chance else { return nil }
        let estimator = AccuracyEstimator(part.sample, plan: BootstrapPlan(seed: study.seed, name: data.entry.id))
        let interval = estimator.bounds(alpha: threshold.alpha).interval
        let verdict = Verdict(interval, minimum: minimum)
        return PartVerdict(
            finding: VerdictFinding(
                threshold: threshold.id, model: model, benchmark: data.entry.id, capability: threshold.capability,
                facet: facet, verdict: verdict, minimum: minimum, estimate: part.mean, lower: interval.lower,
                upper: interval.upper, alpha: threshold.alpha,
                passPValue: estimator.pValue(threshold: minimum, isBelow: false),
                failPValue: estimator.pValue(threshold: minimum, isBelow: true), method: interval.method.rawValue,
                items: part.scores.count, clusters: part.clusterCount,
                itemsToSettle: verdict == .inconclusive
                    ? ItemsToSettle.count(proportion: part.mean, threshold: minimum, alpha: threshold.alpha) : nil,
                basis: study.isSimulated
                    ? (part.clusters == nil && facet == nil ? .publishedCounts : .simulation) : .logs),
            estimator: estimator, unscored: part.unscored, worst: part.bounds.lower)
    }

    /// Joins the verdicts of several parts of one model: pass if each part passes (intersection-union, each at alpha);
    /// fail if a part fails at alpha divided by the number of parts (Bonferroni, which is Holm's first step); else
    /// inconclusive.
    static func join(_ parts: [PartVerdict], benchmark: String?) -> VerdictFinding? {
        guard let first = parts.first, parts.count > 1 else { return nil }
        let weakest =
            parts.min { $0.finding.lower - $0.finding.minimum < $1.finding.lower - $1.finding.minimum } ?? first
        let share = first.finding.alpha / Double(parts.count)
        let fails = parts.contains { $0.estimator.bounds(alpha: share).interval.upper < $0.finding.minimum }
        var joined = weakest.finding
        joined.isJoint = true
        joined.benchmark = benchmark
        joined.facet = nil
        joined.parts = parts.count
        joined.verdict = parts.allSatisfy { $0.finding.verdict == .pass } ? .pass : fails ? .fail : .inconclusive
        joined.passPValue = parts.map(\.finding.passPValue).max() ?? 1
        joined.failPValue = min(1, (parts.map(\.finding.failPValue).min() ?? 1) * Double(parts.count))
        joined.adjustedFailPValue = joined.failPValue
        joined.items = parts.map(\.finding.items).reduce(0, +)
        joined.clusters = parts.map(\.finding.clusters).reduce(0, +)
        joined.itemsToSettle = nil
        if parts.contains(where: { $0.finding.basis == .simulation }) { joined.basis = .simulation }
        return joined
    }
}
