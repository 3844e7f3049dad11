import Findings
import Foundation
import Statistics
import Study

/// The best model of one kind beside the best of another: on each benchmark, by macro-average, and among models of one size.
struct KindsClaimParts {
    private let analyzer: ClaimAnalyzer
    private let margin: Double
    /// The models of each kind, in the order of the document.
    private let first: [ModelFinding]
    private let second: [ModelFinding]

    init(_ analyzer: ClaimAnalyzer, first: String, second: String, margin: Double) {
        self.analyzer = analyzer
        self.margin = margin
        self.first = analyzer.document.models.filter { $0.kind == first }
        self.second = analyzer.document.models.filter { $0.kind == second }
    }

    /// Each benchmark's part, followed by those of the sizes that both kinds have; then the same by macro-average.
    func parts() -> [ClaimPart] {
        let fields =
            analyzer.across.analyses.compactMap { field($0) } + [macroField()].compactMap(\.self)
        let level = analyzer.level(among: fields.count)
        return fields.flatMap { field in
            let reaches = reaches(field, level: level)
            return [part(field, reaches, level: level, size: nil)]
                + sizes(field).map { part(field, reaches, level: level, size: $0) }
        }
    }

    // MARK: What is compared

    /// The models that are there, with what a comparison of them needs.
    private struct Field {
        var benchmark: String?
        var first: [Entrant]
        var second: [Entrant]
        /// 1 where a larger score is better, else −1.
        var sign: Double
        /// The standard error of the difference of two models, and on how many items it rests.
        var pair: (String, String) -> (error: Double, items: Int, clusters: Int)?
    }

    private struct Entrant {
        var model: ModelFinding
        /// Larger is better.
        var estimate: Double
        var replicates: [Double]
        /// The samples that counts alone know, one a benchmark.
        var selections: [Selection]
    }

    private func field(_ analysis: BenchmarkAnalysis) -> Field? {
        let sign = analysis.data.entry.higherIsBetter ? 1.0 : -1
        func entrants(_ models: [ModelFinding]) -> [Entrant] {
            models.compactMap { model in
                guard let overall = analysis.overall[model.id],
                    let scores = analysis.data.models.first(where: { $0.model == model.id })
                else { return nil }
                return Entrant(
                    model: model, estimate: sign * overall.estimate, replicates: overall.replicates.map { sign * $0 },
                    selections: study.isSimulated ? [analysis.data.select(scores)] : [])
            }
        }
        let (a, b) = (entrants(first), entrants(second))
        guard !a.isEmpty, !b.isEmpty else { return nil }
        return Field(benchmark: analysis.data.entry.id, first: a, second: b, sign: sign) { one, other in
            analysis.pairs[one, other].map {
                ($0.summary.standardError, $0.summary.itemCount, $0.summary.clusterCount)
            }
        }
    }

    /// Nil unless both kinds have a model with every benchmark.
    private func macroField() -> Field? {
        let across = analyzer.across
        let complete = Set(across.complete)
        func entrants(_ models: [ModelFinding]) -> [Entrant] {
            models.filter { complete.contains($0.id) }.map { model in
                let parts = across.parts(model.id)
                return Entrant(
                    model: model, estimate: parts.reduce(0) { $0 + $1.estimate } / Double(parts.count),
                    replicates: across.macroReplicates(model.id), selections: [])
            }
        }
        let (a, b) = (entrants(first), entrants(second))
        guard !a.isEmpty, !b.isEmpty else { return nil }
        let replicates = Dictionary((a + b).map { ($0.model.id, $0.replicates) }) { first, _ in first }
        return Field(benchmark: nil, first: a, second: b, sign: 1) { one, other in
            MacroDifference(
                (one, other), over: across.analyses, replicates: (replicates[one] ?? [], replicates[other] ?? [])
            ).map { ($0.estimator.standardError, $0.items, $0.clusters) }
        }
    }

    /// The numbers of parameters, as they are named in whole billions, that both kinds have and that are not all there are.
    private func sizes(_ field: Field) -> [Double] {
        func all(_ entrants: [Entrant]) -> Set<Double> { Set(entrants.compactMap { Self.size($0.model) }) }
        let (a, b) = (all(field.first), all(field.second))
        let shared = a.intersection(b)
        return a.union(b).count > 1 ? shared.sorted() : []
    }

    /// Rounded to whole billions from one up, so that 7 and 7.3 billion are one size.
    private static func size(_ model: ModelFinding) -> Double? {
        model.parameters.map { $0 < 1e9 ? $0 : ($0 / 1e9).rounded() * 1e9 }
    }

    // MARK: Intervals

    /// How far the simultaneous interval of each pair of the two kinds reaches, at `[first][second]`.
    private func reaches(_ field: Field, level: Double) -> [[Double]] {
        let pairs = field.first.flatMap { a in field.second.map { (a, $0) } }
        let columns = Parallel.map(pairs.count, threads: analyzer.across.threads) { place in
            zip(pairs[place].0.replicates, pairs[place].1.replicates).map { $0 - $1 }
        }
        let drawn = SimultaneousIntervals.criticalValue(
            estimates: pairs.map { $0.0.estimate - $0.1.estimate }, replicates: columns, level: level)
        let bonferroni = Normal.criticalValue(level: 1 - (1 - level) / Double(pairs.count))
        // A quantile beyond the last ten replicates is no estimate of it.
        let isReached = Double(columns.first?.count ?? 0) * (1 - level) >= 10
        let critical = isReached ? drawn ?? bonferroni : max(drawn ?? bonferroni, bonferroni)
        return field.first.map { a in
            field.second.map { b in critical * (field.pair(a.model.id, b.model.id)?.error ?? .infinity) }
        }
    }

    private func part(_ field: Field, _ reaches: [[Double]], level: Double, size: Double?) -> ClaimPart {
        func places(_ entrants: [Entrant]) -> [Int] {
            entrants.indices.filter { size == nil || Self.size(entrants[$0].model) == size }
        }
        let (a, b) = (places(field.first), places(field.second))
        let best = BestDifference(
            first: a.map { field.first[$0].estimate }, second: b.map { field.second[$0].estimate },
            reach: a.map { one in b.map { reaches[one][$0] } })
        let (one, other) = (field.first[a[best.first]].model.id, field.second[b[best.second]].model.id)
        let pair = field.pair(one, other)
        let (lower, upper) = (max(-1, best.lower), min(1, best.upper))
        return ClaimPart(
            benchmark: field.benchmark, parameters: size, isCounted: field.benchmark != nil && size == nil,
            first: one, second: other, estimate: best.estimate,
            interval: analyzer.interval(
                lower, upper, method: "best-difference",
                "it holds for every pair of the two kinds and for all parts of the claim at once"),
            reference: -margin, support: ClaimAnalyzer.support(lower, upper, reference: -margin),
            items: pair?.items ?? 0, clusters: pair?.clusters ?? 0, models: a.count + b.count,
            published: published(
                a.map { field.first[$0] }, b.map { field.second[$0] }, estimate: best.estimate, sign: field.sign,
                level: 1 - (1 - level) / Double(field.first.count + field.second.count)),
            basis: analyzer.across.basis)
    }

    /// What follows from the models' own intervals, whichever items they share: the best of the lower ends minus the best of
    /// the upper ones, and the other way round.
    private func published(
        _ a: [Entrant], _ b: [Entrant], estimate: Double, sign: Double, level: Double
    ) -> PublishedPart? {
        guard study.isSimulated, (a + b).allSatisfy({ $0.selections.count == 1 }) else { return nil }
        func ends(_ entrants: [Entrant]) -> (lower: Double, upper: Double) {
            entrants.reduce((-Double.infinity, -Double.infinity)) { best, entrant in
                let interval = analyzer.independent(entrant.selections[0], level: level)
                let (low, high) = sign > 0 ? (interval.lower, interval.upper) : (-interval.upper, -interval.lower)
                return (max(best.0, low), max(best.1, high))
            }
        }
        let (first, second) = (ends(a), ends(b))
        let (lower, upper) = (first.lower - second.upper, first.upper - second.lower)
        return PublishedPart(
            estimate: estimate,
            interval: analyzer.interval(
                lower, upper, method: "any-overlap", "the models' own exact intervals, whichever items they share"),
            support: ClaimAnalyzer.support(lower, upper, reference: -margin))
    }

    private var study: Study { analyzer.study }
}
