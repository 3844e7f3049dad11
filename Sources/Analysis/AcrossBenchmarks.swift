import Findings
import Statistics
import Study

/// What was found over several benchmarks together. Only models that have every benchmark enter averages and ranks.
struct AcrossBenchmarks {
    let analyses: [BenchmarkAnalysis]
    /// All models in the order of the document.
    let models: [String]
    let study: Study
    var threads = 1

    /// The models with an accuracy on every benchmark, in the order of the document; none for a single benchmark.
    var complete: [String] {
        analyses.count < 2 ? [] : models.filter { model in analyses.allSatisfy { $0.overall[model] != nil } }
    }

    var basis: Basis { study.isSimulated ? .simulation : .logs }

    func parts(_ model: String) -> [OverallEstimate] { analyses.compactMap { $0.overall[model] } }

    /// The unweighted mean over benchmarks in each replicate.
    func macroReplicates(_ model: String) -> [Double] { Self.means(parts(model).map(\.replicates)) }

    static func means(_ columns: [[Double]]) -> [Double] {
        guard let first = columns.first else { return [] }
        return first.indices.map { index in columns.reduce(0) { $0 + $1[index] } / Double(columns.count) }
    }

    /// The models' order by macro-average; nil for fewer than two.
    private var order: RankAnalyzer? {
        let models = complete
        return RankAnalyzer(
            models: models,
            estimates: models.map { model in
                let parts = parts(model)
                return parts.reduce(0) { $0 + $1.estimate } / Double(parts.count)
            }, replicates: models.map(macroReplicates), level: study.level, threads: threads)
    }

    /// Ranks by macro-average and the differences of macro-averages, which rest on the same replicates.
    func ranksAndDifferences() -> (ranks: [RankFinding], differences: [DifferenceFinding]) {
        guard let order else { return ([], []) }
        let pairs = PairAnalyzer(study: study)
        let places = PairAnalyzer.pairs(order.models.count)
        let findings = Parallel.map(places.count, threads: threads) { place in
            macroDifference(order, places[place].first, places[place].second, pairs: pairs)
        }
        return (order.ranks(benchmark: nil, basis: basis), PairAnalyzer.adjusted(findings.compactMap(\.self)))
    }

    private func macroDifference(
        _ order: RankAnalyzer, _ first: Int, _ second: Int, pairs: PairAnalyzer
    ) -> DifferenceFinding? {
        let names = (order.models[first], order.models[second])
        let found = MacroDifference(
            names, over: analyses, replicates: (order.replicates[first], order.replicates[second]))
        guard let found else { return nil }
        let estimator = found.estimator
        let weight = 1 / Double(analyses.count)
        let bounds = (parts(names.0).map(\.bounds), parts(names.1).map(\.bounds))
        return DifferenceFinding(
            first: names.0, second: names.1, benchmark: nil, estimate: estimator.estimate,
            interval: IntervalFinding(estimator.interval(level: study.level)),
            simultaneous: pairs.simultaneous(
                estimator.estimate, error: estimator.standardError, criticalValue: order.sets.criticalValue),
            standardError: estimator.standardError, detectable: pairs.detectable(error: estimator.standardError),
            lowerBound: zip(bounds.0, bounds.1).reduce(0) { $0 + $1.0.lower - $1.1.upper } * weight,
            upperBound: zip(bounds.0, bounds.1).reduce(0) { $0 + $1.0.upper - $1.1.lower } * weight,
            items: found.items, clusters: found.clusters, unpaired: found.unpaired, pValue: found.pValue,
            test: MacroDifference.test, adjustedPValue: found.pValue, falseDiscoveryPValue: found.pValue, family: 0,
            basis: basis)
    }

    func standardisedGaps() -> [GapFinding] {
        let analyzer = GapAnalyzer(study: study)
        return ofEachModel { model in
            let parts = analyses.compactMap { $0.gapParts[model] }
            return parts.count >= 2 ? analyzer.standardised(model, parts, basis: basis) : nil
        }
    }

    /// What there is of each model, in the order of the document.
    private func ofEachModel<Finding: Sendable>(_ find: @Sendable (String) -> Finding?) -> [Finding] {
        Parallel.map(models.count, threads: threads) { find(models[$0]) }.compactMap(\.self)
    }

    func groupGaps(_ groups: [ModelGroup]) -> [GroupGapFinding] {
        GapAnalyzer(study: study, threads: threads).groupGaps(groups, analyses: analyses, basis: basis)
    }

    func variances() -> [VarianceFinding] {
        ofEachModel { model in
            let parts = parts(model)
            return parts.count < 2
                ? nil : VarianceAnalyzer(study: study, basis: basis).variance(model: model, parts: parts)
        }
    }

    /// What each benchmark's items can show of a difference.
    func powers() -> [PowerFinding] {
        let analyzer = PowerAnalyzer(study: study)
        return Parallel.map(analyses.count, threads: threads) { index in
            analyzer.power(analyses[index].differences, benchmark: analyses[index].data.entry.id)
        }.compactMap(\.self)
    }

    func components() -> ComponentsFinding? {
        let models = complete
        guard models.count >= 2, analyses.count >= 2 else { return nil }
        return VarianceAnalyzer(study: study, basis: basis).components(models.map(parts))
    }

    /// The verdicts on parts, then those that join a model's parts of a benchmark and of all benchmarks, and those on
    /// macro-averages; by threshold and model.
    func verdicts(macroAverages: [MacroAverage]) -> [VerdictFinding] {
        var verdicts: [VerdictFinding] = []
        for threshold in study.thresholds {
            if threshold.benchmark == "macro-average" {
                verdicts += macroAverages.compactMap { $0.verdicts[threshold.id] }
                continue
            }
            for model in models {
                var all: [PartVerdict] = []
                for analysis in analyses {
                    let parts = analysis.verdicts.filter {
                        $0.finding.threshold == threshold.id && $0.finding.model == model
                    }
                    verdicts += parts.map(\.finding)
                    if threshold.each != nil,
                        let joined = VerdictAnalyzer.join(parts, benchmark: analysis.data.entry.id)
                    {
                        verdicts.append(joined)
                    }
                    all += parts
                }
                if analyses.count > 1, let joined = VerdictAnalyzer.join(all, benchmark: nil) {
                    verdicts.append(joined)
                }
            }
        }
        return verdicts
    }
}
