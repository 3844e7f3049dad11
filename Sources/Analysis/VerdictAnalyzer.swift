import Findings
import Study

/// A verdict on one part, with the bound that a joint verdict needs.
struct PartVerdict {
    var finding: VerdictFinding
    let selection: Selection
    let replicates: [Double]
}

/// Applies the thresholds of a study to one benchmark.
struct VerdictAnalyzer {
    let data: BenchmarkData
    let study: Study
    let threads: Int

    func verdicts(selections: [ModelSelections], joint: JointReplicates) throws -> [PartVerdict] {
        var verdicts: [PartVerdict] = []
        for threshold in study.thresholds where threshold.benchmark == "*" || threshold.benchmark == data.entry.id {
            if let facet = threshold.each {
                verdicts += byFacet(threshold, facet: facet)
                continue
            }
            for (index, selection) in selections.enumerated() {
                let part = threshold.capability.map { selection.capabilities[$0] } ?? selection.all
                guard let part, !part.scores.isEmpty else { continue }
                let replicates = threshold.capability.map { joint.capabilities[index][$0] ?? [] } ?? joint.all[index]
                if let verdict = judge(threshold, model: selection.model, part, replicates: replicates, facet: nil) {
                    verdicts.append(verdict)
                }
            }
        }
        return verdicts
    }

    private func byFacet(_ threshold: Threshold, facet: String) -> [PartVerdict] {
        guard let column = data.facets.first(where: { $0.name == facet }) else { return [] }
        var verdicts: [PartVerdict] = []
        for code in column.dictionary.indices.sorted(by: { column.dictionary[$0] < column.dictionary[$1] }) {
            let value = column.dictionary[code]
            func includes(_ item: Int) -> Bool {
                column.codes[item] == UInt32(code + 1)
                    && (threshold.capability == nil || data.capabilities[item] == threshold.capability)
            }
            let parts = data.models.map { data.select($0, where: includes) }
            guard parts.contains(where: { !$0.scores.isEmpty }) else { continue }
            let replicates = JointReplicates.columns(
                data: data, columns: data.models.map { model in
                    (0..<data.itemCount).map { includes($0) ? model.scores[$0] : .nan }
                }, seed: study.seed, key: "\(data.entry.id)/\(facet)=\(value)", replicates: study.replicates,
                threads: threads)
            for (index, part) in parts.enumerated() where !part.scores.isEmpty {
                if let verdict = judge(
                    threshold, model: data.models[index].model, part, replicates: replicates[index],
                    facet: FacetValue(name: facet, value: value))
                {
                    verdicts.append(verdict)
                }
            }
        }
        return verdicts
    }

    private func judge(
        _ threshold: Threshold, model: String, _ part: Selection, replicates: [Double], facet: FacetValue?
    ) -> PartVerdict? {
        // A threshold at the chance level says nothing where chance is unknown.
        guard let minimum = threshold.minimum ?? part.chance else { return nil }
        let bounds = Estimation.bounds(part, replicates: replicates, alpha: threshold.alpha)
        let verdict: Verdict = bounds.lower >= minimum ? .pass : bounds.upper < minimum ? .fail : .inconclusive
        return PartVerdict(
            finding: VerdictFinding(
                threshold: threshold.id, model: model, benchmark: data.entry.id, capability: threshold.capability,
                facet: facet, verdict: verdict, minimum: minimum, estimate: part.mean, lower: bounds.lower,
                upper: bounds.upper, alpha: threshold.alpha, method: bounds.method, items: part.scores.count,
                clusters: part.clusterCount,
                itemsToSettle: verdict == .inconclusive
                    ? Estimation.itemsToSettle(part.mean, minimum: minimum, alpha: threshold.alpha) : nil,
                basis: study.isSimulated ? (part.clusters == nil && facet == nil ? .publishedCounts : .simulation) : .logs),
            selection: part, replicates: replicates)
    }

    /// Joins the verdicts of several parts of one model: pass if each part passes (intersection-union, each at alpha);
    /// fail if a part fails at alpha divided by the number of parts (Bonferroni); else inconclusive.
    static func join(_ parts: [PartVerdict], benchmark: String?) -> VerdictFinding? {
        guard let first = parts.first, parts.count > 1 else { return nil }
        let weakest = parts.min { $0.finding.lower - $0.finding.minimum < $1.finding.lower - $1.finding.minimum } ?? first
        let alpha = first.finding.alpha
        let fails = parts.contains { part in
            Estimation.bounds(part.selection, replicates: part.replicates, alpha: alpha / Double(parts.count)).upper
                < part.finding.minimum
        }
        var joined = weakest.finding
        joined.isJoint = true
        joined.benchmark = benchmark
        joined.facet = nil
        joined.parts = parts.count
        joined.verdict = parts.allSatisfy { $0.finding.verdict == .pass } ? .pass : fails ? .fail : .inconclusive
        joined.items = parts.map(\.finding.items).reduce(0, +)
        joined.clusters = parts.map(\.finding.clusters).reduce(0, +)
        joined.itemsToSettle = nil
        if parts.contains(where: { $0.finding.basis == .simulation }) { joined.basis = .simulation }
        return joined
    }
}
