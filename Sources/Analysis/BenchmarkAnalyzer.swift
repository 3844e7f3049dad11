import Findings
import Statistics
import Study

/// Finds what there is to find on one benchmark.
struct BenchmarkAnalyzer {
    let data: BenchmarkData
    let study: Study
    let threads: Int

    func analyse() throws -> BenchmarkAnalysis {
        var analysis = BenchmarkAnalysis(data: data)
        let selections = data.models.map { model in ModelSelections(model: model, data: data) }
        let joint = JointReplicates(
            data: data, selections: selections, seed: study.seed, key: data.entry.id, replicates: study.replicates,
            threads: threads)
        for (index, selection) in selections.enumerated() where !selection.all.scores.isEmpty {
            let replicates = joint.all[index]
            let all = selection.all
            analysis.estimates.append(
                estimate(.benchmark, selection.model, all, replicates: replicates, capability: nil))
            analysis.overall[selection.model] = OverallEstimate(
                estimate: all.mean, standardError: Estimation.standardError(all), items: all.scores.count,
                clusters: all.clusterCount, sum: all.sum, bounds: all.bounds, chance: all.chance,
                replicates: replicates)
            for (capability, part) in selection.capabilities.sorted(by: { $0.key < $1.key }) where !part.scores.isEmpty {
                analysis.estimates.append(
                    estimate(
                        .capability, selection.model, part,
                        replicates: joint.capabilities[index][capability] ?? [], capability: capability))
            }
            if let parts = gapParts(selection, joint: joint.capabilities[index]) {
                analysis.gapParts[selection.model] = parts
                analysis.gaps += gaps(selection.model, parts)
            }
        }
        analysis.differences = differences(selections, joint: joint)
        analysis.verdicts = try VerdictAnalyzer(data: data, study: study, threads: threads)
            .verdicts(selections: selections, joint: joint)
        return analysis
    }

    private func estimate(
        _ scope: EstimateScope, _ model: String, _ selection: Selection, replicates: [Double], capability: String?
    ) -> EstimateFinding {
        let result = Estimation.accuracy(selection, replicates: replicates, level: study.level, method: study.method)
        let bounds = selection.bounds
        return EstimateFinding(
            scope: scope, model: model, benchmark: data.entry.id, capability: capability, estimate: selection.mean,
            interval: result.interval, standardError: result.standardError, items: selection.scores.count,
            clusters: selection.clusterCount, correct: selection.isBinary ? Int(selection.sum) : nil,
            designEffect: result.designEffect, lowerBound: bounds.lower, upperBound: bounds.upper,
            chance: selection.chance, basis: basis(usesItems: selection.clusters != nil))
    }

    private func gapParts(_ selection: ModelSelections, joint: [String: [Double]]) -> GapParts? {
        guard let understanding = selection.capabilities[Capability.understanding], !understanding.scores.isEmpty,
            let reasoning = selection.capabilities[Capability.reasoning], !reasoning.scores.isEmpty
        else { return nil }
        let clusters = data.clusters == nil
            ? understanding.scores.count + reasoning.scores.count
            : Set((understanding.clusters ?? []) + (reasoning.clusters ?? [])).count
        return GapParts(
            understanding: understanding, reasoning: reasoning, clusters: clusters,
            without: selection.all.scores.count - understanding.scores.count - reasoning.scores.count,
            understandingReplicates: joint[Capability.understanding] ?? [],
            reasoningReplicates: joint[Capability.reasoning] ?? [])
    }

    private func gaps(_ model: String, _ parts: GapParts) -> [GapFinding] {
        func finding(_ form: GapForm, scale: (Double, Double), shift: (Double, Double)) -> GapFinding {
            // Both forms are linear in the two accuracies: a · p + b.
            let understanding = parts.understanding.mean * scale.0 + shift.0
            let reasoning = parts.reasoning.mean * scale.1 + shift.1
            return GapFinding(
                model: model, benchmark: data.entry.id, form: form, estimate: understanding - reasoning,
                interval: Estimation.gap(parts, scale: scale, shift: shift, level: study.level),
                understanding: understanding, reasoning: reasoning,
                understandingItems: parts.understanding.scores.count, reasoningItems: parts.reasoning.scores.count,
                clusters: parts.clusters, without: parts.without, benchmarks: 1,
                basis: basis(usesItems: data.clusters != nil))
        }
        var gaps = [finding(.raw, scale: (1, 1), shift: (0, 0))]
        if let first = parts.understanding.chance, let second = parts.reasoning.chance, first < 1, second < 1 {
            gaps.append(
                finding(
                    .chanceCorrected, scale: (1 / (1 - first), 1 / (1 - second)),
                    shift: (-first / (1 - first), -second / (1 - second))))
        }
        return gaps
    }

    /// What a number rests on: counts alone, or which item is right.
    private func basis(usesItems: Bool) -> Basis {
        guard study.isSimulated else { return .logs }
        return usesItems ? .simulation : .publishedCounts
    }

    private func differences(_ selections: [ModelSelections], joint: JointReplicates) -> [DifferenceFinding] {
        var findings: [DifferenceFinding] = []
        for first in selections.indices {
            for second in selections.indices where second > first {
                let a = data.models[first].scores
                let b = data.models[second].scores
                let shared = a.indices.filter { !a[$0].isNaN && !b[$0].isNaN }
                guard !shared.isEmpty else { continue }
                let unpaired = a.indices.count { a[$0].isNaN != b[$0].isNaN }
                let pair = ScoredPair(
                    first: shared.map { a[$0] }, second: shared.map { b[$0] },
                    clusters: data.clusters.map { clusters in shared.map { clusters[$0] } },
                    replicates: unpaired == 0 ? zip(joint.all[first], joint.all[second]).map { $0 - $1 } : [])
                let key = "\(data.entry.id)/\(selections[first].model)/\(selections[second].model)"
                let result = Estimation.pairedDifference(
                    pair, level: study.level, seed: study.seed, key: key, replicates: study.replicates, threads: threads)
                findings.append(
                    DifferenceFinding(
                        first: selections[first].model, second: selections[second].model, benchmark: data.entry.id,
                        estimate: pair.mean, interval: result.interval, items: shared.count,
                        clusters: pair.clusters.map { Set($0).count } ?? shared.count, unpaired: unpaired,
                        onlyFirst: pair.isBinary ? pair.onlyFirst : nil,
                        onlySecond: pair.isBinary ? pair.onlySecond : nil, pValue: result.pValue, test: result.test,
                        adjustedPValue: result.pValue, family: 0, basis: study.isSimulated ? .simulation : .logs))
            }
        }
        let adjusted = Estimation.holm(findings.map(\.pValue))
        for index in findings.indices {
            findings[index].adjustedPValue = adjusted[index]
            findings[index].family = findings.count
        }
        return findings
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

/// The scores of two models on the items that both have.
struct ScoredPair {
    let first: [Double]
    let second: [Double]
    let clusters: [Int]?
    /// Replicates of the difference from the joint bootstrap; empty where the two were not resampled over the same items.
    let replicates: [Double]

    var differences: [Double] { zip(first, second).map { $0 - $1 } }
    var mean: Double { differences.reduce(0, +) / Double(first.count) }
    var isBinary: Bool { (first + second).allSatisfy { $0 == 0 || $0 == 1 } }
    var onlyFirst: Int { zip(first, second).count { $0 > $1 } }
    var onlySecond: Int { zip(first, second).count { $0 < $1 } }
}
