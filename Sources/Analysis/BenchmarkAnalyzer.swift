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
        let selections = Parallel.map(data.models.count, threads: threads) { index in
            ModelSelections(model: data.models[index], data: data)
        }
        let joint = JointReplicates(
            data: data, selections: selections, seed: study.seed, key: data.entry.id, replicates: study.replicates,
            threads: threads)
        let scored = selections.indices.filter { !selections[$0].all.scores.isEmpty }
        let subgroups = Subgroups(data)
        let models = Parallel.map(scored.count, threads: threads) { place in
            let index = scored[place]
            return model(
                selections[index], facets: subgroups.selections(data.models[index]), all: joint.all[index],
                capabilities: joint.capabilities[index])
        }
        for (index, found) in zip(scored, models) {
            let name = selections[index].model
            analysis.overall[name] = found.overall
            analysis.estimates += found.estimates
            analysis.gapParts[name] = found.gapParts
            analysis.gaps += found.gaps
        }
        let order = RankAnalyzer(
            models: scored.map { selections[$0].model }, estimates: scored.map { selections[$0].all.mean },
            replicates: scored.map { joint.all[$0] }, level: study.level, threads: threads)
        analysis.ranks = order?.ranks(benchmark: data.entry.id, basis: study.isSimulated ? .simulation : .logs) ?? []
        (analysis.differences, analysis.pairs) = PairAnalyzer(study: study, threads: threads).differences(
            selections, data: data, criticalValue: order?.sets.criticalValue)
        analysis.verdicts = VerdictAnalyzer(data: data, study: study, threads: threads).verdicts(
            selections: selections)
        analysis.repeats = RepeatAnalyzer(data: data, study: study).repeats()
        analysis.confidences = ConfidenceAnalyzer(data: data, study: study, threads: threads).confidences()
        return analysis
    }

    /// What is found of one model alone.
    private struct ModelAnalysis: Sendable {
        var overall: OverallEstimate
        var estimates: [EstimateFinding]
        var gapParts: GapParts?
        var gaps: [GapFinding] = []
    }

    private func model(
        _ selection: ModelSelections, facets: [(facet: FacetValue, part: Selection)], all replicates: [Double],
        capabilities: [String: [Double]]
    ) -> ModelAnalysis {
        let all = selection.all
        var found = ModelAnalysis(
            overall: OverallEstimate(
                estimate: all.mean, standardError: all.sample.standardError, items: all.scores.count,
                clusters: all.clusterCount, bounds: all.bounds, chance: all.chance, replicates: replicates),
            estimates: [estimate(.benchmark, selection.model, all, replicates: replicates, capability: nil)])
        for (capability, part) in selection.capabilities.sorted(by: { $0.key < $1.key }) where !part.scores.isEmpty {
            found.estimates.append(
                estimate(
                    .capability, selection.model, part, replicates: capabilities[capability] ?? [],
                    capability: capability))
        }
        for (facet, part) in facets {
            found.estimates.append(
                estimate(.facet, selection.model, part, replicates: [], capability: nil, facet: facet))
        }
        if let parts = gapParts(selection) {
            found.gapParts = parts
            found.gaps = GapAnalyzer(study: study).gaps(
                selection.model, parts, benchmark: data.entry.id, basis: basis(usesItems: data.clusters != nil))
        }
        return found
    }

    private func estimate(
        _ scope: EstimateScope, _ model: String, _ selection: Selection, replicates: [Double], capability: String?,
        facet: FacetValue? = nil
    ) -> EstimateFinding {
        let sample = selection.sample
        let estimator = AccuracyEstimator(
            sample,
            plan: BootstrapPlan(
                seed: study.seed,
                name: [data.entry.id, model, capability ?? facet.map { "\($0.name)=\($0.value)" } ?? ""].joined(
                    separator: "/"),
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
struct ModelSelections: Sendable {
    let model: String
    let all: Selection
    let capabilities: [String: Selection]

    init(model: ModelScores, data: BenchmarkData) {
        self.model = model.model
        all = data.select(model)
        let present = data.capabilityNames
        capabilities = Dictionary(
            uniqueKeysWithValues: present.map { capability in
                (capability, data.select(model, capability: capability))
            })
    }
}
