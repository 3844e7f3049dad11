import Findings
import Statistics
import Study

/// Finds what there is to find on one benchmark.
struct BenchmarkAnalyzer {
    let data: BenchmarkData
    let study: Study
    let threads: Int

    func analyse() -> BenchmarkAnalysis {
        var analysis = BenchmarkAnalysis(data: data)
        let selections = data.models.map { model in ModelSelections(model: model, data: data) }
        let joint = JointReplicates(
            data: data, selections: selections, seed: study.seed, key: data.entry.id, replicates: study.replicates,
            threads: threads)
        let gapAnalyzer = GapAnalyzer(study: study)
        let subgroups = Subgroups(data)
        for (index, selection) in selections.enumerated() where !selection.all.scores.isEmpty {
            let all = selection.all
            analysis.estimates.append(
                estimate(.benchmark, selection.model, all, replicates: joint.all[index], capability: nil))
            analysis.overall[selection.model] = OverallEstimate(
                estimate: all.mean, standardError: all.sample.standardError, items: all.scores.count,
                clusters: all.clusterCount, bounds: all.bounds, chance: all.chance, replicates: joint.all[index])
            for (capability, part) in selection.capabilities.sorted(by: { $0.key < $1.key }) where !part.scores.isEmpty
            {
                analysis.estimates.append(
                    estimate(
                        .capability, selection.model, part,
                        replicates: joint.capabilities[index][capability] ?? [], capability: capability))
            }
            for (facet, part) in subgroups.selections(data.models[index]) {
                analysis.estimates.append(
                    estimate(.facet, selection.model, part, replicates: [], capability: nil, facet: facet))
            }
            if let parts = gapParts(selection) {
                analysis.gapParts[selection.model] = parts
                analysis.gaps += gapAnalyzer.gaps(
                    selection.model, parts, benchmark: data.entry.id, basis: basis(usesItems: data.clusters != nil))
            }
        }
        let scored = selections.indices.filter { !selections[$0].all.scores.isEmpty }
        let order = RankAnalyzer(
            models: scored.map { selections[$0].model }, estimates: scored.map { selections[$0].all.mean },
            replicates: scored.map { joint.all[$0] }, level: study.level)
        analysis.ranks = order?.ranks(benchmark: data.entry.id, basis: study.isSimulated ? .simulation : .logs) ?? []
        analysis.differences = PairAnalyzer(study: study).differences(
            selections, data: data, criticalValue: order?.sets.criticalValue)
        analysis.verdicts = VerdictAnalyzer(data: data, study: study).verdicts(selections: selections)
        analysis.repeats = RepeatAnalyzer(data: data, study: study).repeats()
        analysis.confidences = ConfidenceAnalyzer(data: data, study: study, threads: threads).confidences()
        return analysis
    }

    private func estimate(
        _ scope: EstimateScope, _ model: String, _ selection: Selection, replicates: [Double], capability: String?,
        facet: FacetValue? = nil
    ) -> EstimateFinding {
        let sample = selection.sample
        let estimator = AccuracyEstimator(
            sample,
            plan: BootstrapPlan(
                seed: study.seed, name: [data.entry.id, model, capability ?? facet.map { "\($0.name)=\($0.value)" } ?? ""].joined(separator: "/"),
                replicates: study.replicates),
            replicates: replicates)
        let bounds = selection.bounds
        return EstimateFinding(
            scope: scope, model: model, benchmark: data.entry.id, capability: capability, facet: facet,
            estimate: selection.mean,
            interval: IntervalFinding(
                estimator.interval(level: study.level, method: study.method.flatMap(IntervalMethod.init(rawValue:)))),
            bootstrap: estimator.bootstrap(level: study.level).map { BootstrapFinding($0) },
            standardError: sample.standardError, items: selection.scores.count, clusters: selection.clusterCount,
            correct: sample.correct, designEffect: sample.designEffect, lowerBound: bounds.lower,
            upperBound: bounds.upper, chance: selection.chance,
            basis: basis(usesItems: selection.clusters != nil || facet != nil))
    }

    private func gapParts(_ selection: ModelSelections) -> GapParts? {
        guard let understanding = selection.capabilities[Capability.understanding],
            let reasoning = selection.capabilities[Capability.reasoning]
        else { return nil }
        return GapParts(
            understanding: understanding, reasoning: reasoning,
            without: selection.all.scores.count - understanding.scores.count - reasoning.scores.count)
    }

    /// What a number rests on: counts alone, or which item is right.
    private func basis(usesItems: Bool) -> Basis {
        guard study.isSimulated else { return .logs }
        return usesItems ? .simulation : .publishedCounts
    }
}

/// The scores of one model on a benchmark, whole and by capability.
struct ModelSelections {
    let model: String
    let all: Selection
    let capabilities: [String: Selection]

    init(model: ModelScores, data: BenchmarkData) {
        self.model = model.model
        all = data.select(model)
        let present = Set(data.capabilities.compactMap(\.self))
        capabilities = Dictionary(
            uniqueKeysWithValues: present.map { capability in
                (capability, data.select(model) { data.capabilities[$0] == capability })
            })
    }
}
