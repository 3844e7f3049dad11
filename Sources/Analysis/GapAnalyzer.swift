import Findings
import Statistics
import Study

/// Understanding against reasoning: on each benchmark, over benchmarks, for groups of models, and for all together.
struct GapAnalyzer {
    let study: Study
    var threads = 1

    // MARK: One model

    /// All forms of the gap of one model on one benchmark.
    func gaps(_ model: String, _ parts: GapParts, benchmark: String, basis: Basis) -> [GapFinding] {
        var gaps = [linear(.raw, model, parts, benchmark: benchmark, scale: (1, 1), shift: (0, 0), basis: basis)]
        if let first = parts.understanding.chance, let second = parts.reasoning.chance, first < 1, second < 1 {
            gaps.append(
                linear(
                    .chanceCorrected, model, parts, benchmark: benchmark, scale: (1 / (1 - first), 1 / (1 - second)),
                    shift: (-first / (1 - first), -second / (1 - second)), basis: basis))
        }
        if let ratio = ratio(model, parts, benchmark: benchmark, raw: gaps[0], basis: basis) { gaps.append(ratio) }
        return gaps
    }

    /// A form that is linear in the two accuracies: a₁ p₁ + b₁ − (a₂ p₂ + b₂).
    private func linear(
        _ form: GapForm, _ model: String, _ parts: GapParts, benchmark: String, scale: (Double, Double),
        shift: (Double, Double), basis: Basis
    ) -> GapFinding {
        let limit = max(scale.0 + abs(shift.0), scale.1 + abs(shift.1)) * 2
        let estimator = CombinationEstimator(
            [parts.group(weights: (scale.0, -scale.1))], constant: shift.0 - shift.1,
            range: form == .raw ? -1...1 : -limit...limit)
        let (understanding, reasoning) = (parts.understanding.bounds, parts.reasoning.bounds)
        return GapFinding(
            model: model, benchmark: benchmark, form: form, estimate: estimator.estimate,
            interval: IntervalFinding(estimator.interval(level: study.level)), standardError: estimator.standardError,
            pValue: estimator.pValue(threshold: 0, isBelow: false),
            reversedPValue: estimator.pValue(threshold: 0, isBelow: true),
            lowerBound: understanding.lower * scale.0 + shift.0 - reasoning.upper * scale.1 - shift.1,
            upperBound: understanding.upper * scale.0 + shift.0 - reasoning.lower * scale.1 - shift.1,
            understanding: parts.understanding.mean * scale.0 + shift.0,
            reasoning: parts.reasoning.mean * scale.1 + shift.1,
            understandingItems: parts.understanding.scores.count, reasoningItems: parts.reasoning.scores.count,
            clusters: parts.clusters, without: parts.without, benchmarks: 1, basis: basis)
    }

    /// Reasoning divided by understanding; nil where understanding may be 0, so that the ratio has no upper end.
    private func ratio(
        _ model: String, _ parts: GapParts, benchmark: String, raw: GapFinding, basis: Basis
    ) -> GapFinding? {
        let group = parts.group(weights: (1, 1), reasoningFirst: true)
        guard let ratio = CombinationEstimator.ratio(group, level: study.level) else { return nil }
        let (understanding, reasoning) = (parts.understanding, parts.reasoning)
        guard understanding.bounds.lower > 0 else { return nil }
        // By the delta method, with the correlation left out.
        let errors = [understanding, reasoning].map { $0.sample.standardError / $0.mean }
        return GapFinding(
            model: model, benchmark: benchmark, form: .ratio, estimate: ratio.estimate,
            interval: IntervalFinding(ratio.interval, reason: "the ratio of two accuracies"),
            standardError: reasoning.mean > 0
                ? ratio.estimate * (errors[0] * errors[0] + errors[1] * errors[1]).squareRoot() : 0,
            pValue: raw.pValue, reversedPValue: raw.reversedPValue,
            lowerBound: reasoning.bounds.lower / understanding.bounds.upper,
            upperBound: reasoning.bounds.upper / understanding.bounds.lower, understanding: understanding.mean,
            reasoning: reasoning.mean, understandingItems: understanding.scores.count,
            reasoningItems: reasoning.scores.count, clusters: parts.clusters, without: parts.without, benchmarks: 1,
            basis: basis)
    }

    /// The mean of the raw gaps of several benchmarks with equal weights, so that their mix cannot fake a gap.
    func standardised(_ model: String, _ parts: [GapParts], basis: Basis) -> GapFinding {
        let count = Double(parts.count)
        let estimator = standardisedEstimator(parts)
        return GapFinding(
            model: model, benchmark: nil, form: .standardised, estimate: estimator.estimate,
            interval: IntervalFinding(estimator.interval(level: study.level)), standardError: estimator.standardError,
            pValue: estimator.pValue(threshold: 0, isBelow: false),
            reversedPValue: estimator.pValue(threshold: 0, isBelow: true),
            lowerBound: parts.reduce(0) { $0 + $1.understanding.bounds.lower - $1.reasoning.bounds.upper } / count,
            upperBound: parts.reduce(0) { $0 + $1.understanding.bounds.upper - $1.reasoning.bounds.lower } / count,
            understanding: parts.reduce(0) { $0 + $1.understanding.mean } / count,
            reasoning: parts.reduce(0) { $0 + $1.reasoning.mean } / count,
            understandingItems: parts.reduce(0) { $0 + $1.understanding.scores.count },
            reasoningItems: parts.reduce(0) { $0 + $1.reasoning.scores.count },
            clusters: parts.reduce(0) { $0 + $1.clusters }, without: parts.reduce(0) { $0 + $1.without },
            benchmarks: parts.count, basis: basis)
    }

    private func standardisedEstimator(_ parts: [GapParts]) -> CombinationEstimator {
        let weight = 1 / Double(parts.count)
        return CombinationEstimator(parts.map { $0.group(weights: (weight, -weight)) }, range: -1...1)
    }

    // MARK: Several models

    /// The gaps of a group of models: their scores of an item are averaged, over the items that all of them have.
    func groupGaps(_ groups: [ModelGroup], analyses: [BenchmarkAnalysis], basis: Basis) -> [GroupGapFinding] {
        let findings = Parallel.map(groups.count, threads: threads) { place -> [GroupGapFinding] in
            let group = groups[place]
            let parts = analyses.compactMap { analysis -> GroupPart? in
                analysis.data.meanGapParts(of: group.models).map { mean in
                    GroupPart(
                        benchmark: analysis.data.entry.id, mean: mean,
                        members: group.models.compactMap { analysis.gapParts[$0] })
                }
            }
            var findings = parts.map { finding(group, benchmark: $0.benchmark, [$0], basis: basis) }
            if parts.count >= 2 { findings.append(finding(group, benchmark: nil, parts, basis: basis)) }
            return findings
        }
        return findings.flatMap(\.self)
    }

    private func finding(
        _ group: ModelGroup, benchmark: String?, _ parts: [GroupPart], basis: Basis
    ) -> GroupGapFinding {
        let means = parts.map(\.mean)
        let estimator = standardisedEstimator(means)
        func mean(_ bound: (GapParts) -> Double) -> Double {
            parts.reduce(0) { sum, part in
                sum + part.members.reduce(0) { $0 + bound($1) } / Double(part.members.count)
            } / Double(parts.count)
        }
        return GroupGapFinding(
            grouping: group.grouping, group: group.name, models: group.models, benchmark: benchmark,
            estimate: estimator.estimate, interval: IntervalFinding(estimator.interval(level: study.level)),
            standardError: estimator.standardError, pValue: estimator.pValue(threshold: 0, isBelow: false),
            lowerBound: mean { $0.understanding.bounds.lower - $0.reasoning.bounds.upper },
            upperBound: mean { $0.understanding.bounds.upper - $0.reasoning.bounds.lower },
            items: means.reduce(0) { $0 + $1.understanding.scores.count + $1.reasoning.scores.count },
            clusters: means.reduce(0) { $0 + $1.clusters }, benchmarks: parts.count, basis: basis)
    }

    /// Adjusts the p values of the models' gaps of one form on one benchmark, and says what they say together.
    static func claims(_ gaps: inout [GapFinding], alpha: Double) -> [GapClaimFinding] {
        var claims: [GapClaimFinding] = []
        var order: [[String]] = []
        var families: [[String]: [Int]] = [:]
        for (index, gap) in gaps.enumerated() {
            let key = [gap.benchmark ?? "", gap.form.rawValue]
            if families[key] == nil { order.append(key) }
            families[key, default: []].append(index)
        }
        for key in order {
            let members = families[key] ?? []
            let lower = Multiplicity.holm(members.map { gaps[$0].pValue })
            let higher = Multiplicity.holm(members.map { gaps[$0].reversedPValue })
            for (place, index) in members.enumerated() {
                gaps[index].adjustedPValue = lower[place]
                gaps[index].adjustedReversedPValue = higher[place]
                gaps[index].family = members.count
            }
            let first = gaps[members[0]]
            // The ratio rests on the same tests as the raw gap.
            guard first.form != .ratio else { continue }
            claims.append(
                GapClaimFinding(
                    benchmark: first.benchmark, form: first.form, models: members.count,
                    lower: lower.count { $0 <= alpha }, higher: higher.count { $0 <= alpha },
                    pValue: members.map { gaps[$0].pValue }.max() ?? 1, alpha: alpha,
                    basis: members.contains { gaps[$0].basis == .simulation } ? .simulation : first.basis))
        }
        return claims
    }
}

/// The gap of a group's mean scores on one benchmark, and those of its models.
private struct GroupPart {
    let benchmark: String
    let mean: GapParts
    let members: [GapParts]
}

/// Models that are looked at together.
struct ModelGroup: Sendable {
    /// `family`, `kind` or `all`.
    let grouping: String
    let name: String
    let models: [String]

    /// All models, then kinds, then families with at least two models.
    static func groups(of models: [ModelFinding]) -> [ModelGroup] {
        var groups = [ModelGroup(grouping: "all", name: "all", models: models.map(\.id))]
        for (grouping, key) in [("kind", \ModelFinding.kind), ("family", \ModelFinding.family)] {
            for name in Set(models.compactMap { $0[keyPath: key] }).sorted() {
                groups.append(
                    ModelGroup(
                        grouping: grouping, name: name, models: models.filter { $0[keyPath: key] == name }.map(\.id)))
            }
        }
        return groups.filter { $0.models.count >= 2 }
    }
}

extension GapParts {
    /// Both accuracies as parts of a weighted sum, with what their shared clusters do.
    func group(weights: (Double, Double), reasoningFirst: Bool = false) -> CombinationEstimator.Group {
        let parts = [
            CombinationEstimator.Part(understanding.sample, weight: weights.0),
            CombinationEstimator.Part(reasoning.sample, weight: weights.1),
        ]
        var clusters: [[Int]]?
        if let first = understanding.clusters, let second = reasoning.clusters { clusters = [first, second] }
        return CombinationEstimator.Group(
            reasoningFirst ? parts.reversed() : parts, clusters: reasoningFirst ? clusters?.reversed() : clusters)
    }
}

extension BenchmarkData {
    /// The gap of the mean score of several models, over the items that all of them have; nil if a model is not there or a
    /// capability has no item.
    func meanGapParts(of names: [String]) -> GapParts? {
        let members = names.compactMap { name in models.first { $0.model == name } }
        guard members.count == names.count, !members.isEmpty else { return nil }
        let count = Double(members.count)
        let means = (0..<itemCount).map { item in members.reduce(0) { $0 + $1.scores[item] } / count }
        let mean = ModelScores(
            model: "", run: members[0].run, scores: means, unresolved: [Double](repeating: 0, count: itemCount))
        return GapParts(
            understanding: select(mean) { capabilities[$0] == Capability.understanding },
            reasoning: select(mean) { capabilities[$0] == Capability.reasoning }, without: 0)
    }
}
