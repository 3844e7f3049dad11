import Findings
import Study

/// What was found over several benchmarks together. Only models that have every benchmark enter averages and ranks.
struct AcrossBenchmarks {
    let analyses: [BenchmarkAnalysis]
    /// All models in the order of the document.
    let models: [String]
    let study: Study

    /// The models with an accuracy on every benchmark, in the order of the document; none for a single benchmark.
    private var complete: [String] {
        analyses.count < 2 ? [] : models.filter { model in analyses.allSatisfy { $0.overall[model] != nil } }
    }

    private var basis: Basis { study.isSimulated ? .simulation : .logs }

    private func parts(_ model: String) -> [OverallEstimate] { analyses.compactMap { $0.overall[model] } }

    /// The unweighted mean over benchmarks in each replicate.
    private func macroReplicates(_ model: String) -> [Double] { Self.means(parts(model).map(\.replicates)) }

    private static func means(_ columns: [[Double]]) -> [Double] {
        guard let first = columns.first else { return [] }
        return first.indices.map { index in columns.reduce(0) { $0 + $1[index] } / Double(columns.count) }
    }

    private func accelerationParts(_ model: String) -> [Selection] {
        analyses.compactMap { analysis in
            analysis.data.models.first { $0.model == model }.map { analysis.data.select($0) }
        }
    }

    func macroAverages() -> [EstimateFinding] {
        complete.map { model in
            let parts = parts(model)
            let count = Double(parts.count)
            let estimate = parts.reduce(0) { $0 + $1.estimate } / count
            return EstimateFinding(
                scope: .macroAverage, model: model, estimate: estimate,
                interval: Estimation.macro(
                    accelerationParts(model), estimate: estimate, replicates: macroReplicates(model), level: study.level),
                standardError: parts.reduce(0) { $0 + $1.standardError * $1.standardError }.squareRoot() / count,
                items: parts.reduce(0) { $0 + $1.items }, clusters: parts.reduce(0) { $0 + $1.clusters },
                benchmarks: parts.count, lowerBound: parts.reduce(0) { $0 + $1.bounds.lower } / count,
                upperBound: parts.reduce(0) { $0 + $1.bounds.upper } / count,
                chance: parts.allSatisfy { $0.chance != nil }
                    ? parts.reduce(0) { $0 + ($1.chance ?? 0) } / count : nil,
                basis: basis)
        }
    }

    func macroDifferences() -> [DifferenceFinding] {
        var findings: [DifferenceFinding] = []
        let models = complete
        for (index, first) in models.enumerated() {
            for second in models.dropFirst(index + 1) {
                let a = parts(first)
                let b = parts(second)
                let estimate = zip(a, b).reduce(0) { $0 + $1.0.estimate - $1.1.estimate } / Double(a.count)
                let replicates = zip(macroReplicates(first), macroReplicates(second)).map { $0 - $1 }
                let result = Estimation.macroDifference(
                    first: accelerationParts(first), second: accelerationParts(second), estimate: estimate,
                    replicates: replicates, level: study.level)
                findings.append(
                    DifferenceFinding(
                        first: first, second: second, benchmark: nil, estimate: estimate, interval: result.interval,
                        items: a.reduce(0) { $0 + $1.items }, clusters: a.reduce(0) { $0 + $1.clusters }, unpaired: 0,
                        pValue: result.pValue, test: result.test, adjustedPValue: result.pValue, family: 0,
                        basis: basis))
            }
        }
        let adjusted = Estimation.holm(findings.map(\.pValue))
        for index in findings.indices {
            findings[index].adjustedPValue = adjusted[index]
            findings[index].family = findings.count
        }
        return findings
    }

    func standardisedGaps() -> [GapFinding] {
        models.compactMap { model in
            let parts = analyses.compactMap { $0.gapParts[model] }
            guard parts.count >= 2 else { return nil }
            let count = Double(parts.count)
            let estimate = parts.reduce(0) { $0 + $1.gap } / count
            return GapFinding(
                model: model, benchmark: nil, form: .standardised, estimate: estimate,
                interval: Estimation.standardisedGap(
                    parts, estimate: estimate, replicates: Self.means(parts.map(\.gapReplicates)), level: study.level),
                understanding: parts.reduce(0) { $0 + $1.understanding.mean } / count,
                reasoning: parts.reduce(0) { $0 + $1.reasoning.mean } / count,
                understandingItems: parts.reduce(0) { $0 + $1.understanding.scores.count },
                reasoningItems: parts.reduce(0) { $0 + $1.reasoning.scores.count },
                clusters: parts.reduce(0) { $0 + $1.clusters }, without: parts.reduce(0) { $0 + $1.without },
                benchmarks: parts.count, basis: basis)
        }
    }

    func variances() -> [VarianceFinding] {
        models.compactMap { model in
            let parts = parts(model)
            return parts.count < 2
                ? nil : Estimation.variance(model: model, parts: parts, level: study.level, basis: basis)
        }
    }

    func components() -> ComponentsFinding? {
        let models = complete
        guard models.count >= 2, analyses.count >= 2 else { return nil }
        return Estimation.components(models.map(parts), basis: basis)
    }

    func ranks() -> [RankFinding] {
        let models = complete
        guard models.count >= 2 else { return [] }
        return Estimation.ranks(
            models: models, estimates: models.map { model in parts(model).reduce(0) { $0 + $1.estimate } },
            replicates: models.map(macroReplicates), level: study.level, basis: basis)
    }

    /// The verdicts on parts, then those that join a model's parts of a benchmark and of all benchmarks, and those on
    /// macro-averages; by threshold and model.
    func verdicts() -> [VerdictFinding] {
        var verdicts: [VerdictFinding] = []
        for threshold in study.thresholds {
            if threshold.benchmark == "macro-average" {
                verdicts += complete.compactMap { macroVerdict(threshold, model: $0) }
                continue
            }
            for model in models {
                var all: [PartVerdict] = []
                for analysis in analyses {
                    let parts = analysis.verdicts.filter {
                        $0.finding.threshold == threshold.id && $0.finding.model == model
                    }
                    verdicts += parts.map(\.finding)
                    if threshold.each != nil, let joined = VerdictAnalyzer.join(parts, benchmark: analysis.data.entry.id) {
                        verdicts.append(joined)
                    }
                    all += parts
                }
                if analyses.count > 1, let joined = VerdictAnalyzer.join(all, benchmark: nil) { verdicts.append(joined) }
            }
        }
        return verdicts
    }

    private func macroVerdict(_ threshold: Threshold, model: String) -> VerdictFinding? {
        let parts = parts(model)
        let count = Double(parts.count)
        let chance = parts.allSatisfy { $0.chance != nil } ? parts.reduce(0) { $0 + ($1.chance ?? 0) } / count : nil
        guard let minimum = threshold.minimum ?? chance else { return nil }
        let estimate = parts.reduce(0) { $0 + $1.estimate } / count
        let interval = Estimation.macro(
            accelerationParts(model), estimate: estimate, replicates: macroReplicates(model), level: 1 - 2 * threshold.alpha)
        return VerdictFinding(
            threshold: threshold.id, model: model,
            verdict: interval.lower >= minimum ? .pass : interval.upper < minimum ? .fail : .inconclusive,
            minimum: minimum, estimate: estimate, lower: interval.lower, upper: interval.upper, alpha: threshold.alpha,
            method: interval.method, items: parts.reduce(0) { $0 + $1.items },
            clusters: parts.reduce(0) { $0 + $1.clusters }, basis: basis)
    }
}
