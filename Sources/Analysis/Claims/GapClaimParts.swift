import Findings
import Statistics
import Study

/// The mean gap of all models on each benchmark, and over benchmarks.
struct GapClaimParts {
    private let analyzer: ClaimAnalyzer

    init(_ analyzer: ClaimAnalyzer) { self.analyzer = analyzer }

    func parts() -> [ClaimPart] {
        let benchmarks = analyzer.across.analyses.compactMap(Benchmark.init)
        let level = analyzer.level(among: benchmarks.count)
        var parts = benchmarks.map { part([$0], level: level) }
        // One more interval, which the claim does not count and which has the study's own level.
        if benchmarks.count > 1 { parts.append(part(benchmarks, level: analyzer.study.level)) }
        return parts
    }

    private struct Benchmark {
        let id: String
        let mean: GapParts
        let models: [String: GapParts]

        init?(_ analysis: BenchmarkAnalysis) {
            let names = analysis.data.models.map(\.model).filter { analysis.gapParts[$0] != nil }
            guard let mean = analysis.data.meanGapParts(of: names) else { return nil }
            id = analysis.data.entry.id
            self.mean = mean
            models = analysis.gapParts
        }
    }

    private func part(_ benchmarks: [Benchmark], level: Double) -> ClaimPart {
        let weight = 1 / Double(benchmarks.count)
        let estimator = CombinationEstimator(
            benchmarks.map { $0.mean.group(weights: (weight, -weight)) }, range: -1...1)
        let found = estimator.interval(level: level)
        let isOne = benchmarks.count == 1
        var interval = IntervalFinding(found)
        if isOne {
            interval.level = analyzer.study.level
            interval.reason += "; it holds for all benchmarks of the claim at once"
        }
        let benchmark = isOne ? benchmarks[0].id : nil
        let claim = analyzer.document.gapClaims.first {
            $0.benchmark == benchmark && $0.form == (isOne ? .raw : .standardised)
        }
        var part = ClaimPart(
            benchmark: benchmark, isCounted: isOne, estimate: estimator.estimate, interval: interval, reference: 0,
            support: Self.support(interval.lower, interval.upper, isTurned: (claim?.higher ?? 0) > 0),
            items: benchmarks.reduce(0) { $0 + $1.mean.understanding.scores.count + $1.mean.reasoning.scores.count },
            clusters: benchmarks.reduce(0) { $0 + $1.mean.clusters },
            models: Set(benchmarks.flatMap { $0.models.keys }).count,
            published: published(benchmarks, estimate: estimator.estimate, level: level),
            basis: analyzer.across.basis)
        part.lower = claim?.lower
        part.higher = claim?.higher
        part.undecided = claim?.open
        part.below = analyzer.document.gaps.count {
            $0.benchmark == part.benchmark && $0.form == (isOne ? .raw : .standardised) && $0.estimate > 0
        }
        return part
    }

    /// Whether reasoning is lower, as far as the mean of the models and each of them say. A gap of exactly 0 is no gap, so
    /// that an end at 0 leaves the claim open.
    ///
    /// - Parameter isTurned: whether some model's reasoning is surely higher, which a mean over all of them may hide.
    private static func support(_ lower: Double, _ upper: Double, isTurned: Bool) -> ClaimSupport {
        isTurned || upper < 0 ? .contradicts : lower > 0 ? .supports : .open
    }

    /// The mean over models of the ends of their own gaps, made so that all hold at once: it holds whichever items the models
    /// get right together.
    private func published(_ benchmarks: [Benchmark], estimate: Double, level: Double) -> PublishedPart? {
        guard analyzer.study.isSimulated, benchmarks.count == 1, let benchmark = benchmarks.first else { return nil }
        let models = benchmark.models.sorted { $0.key < $1.key }.map(\.value)
        let single = 1 - (1 - level) / Double(models.count)
        let intervals = models.map { parts in
            CombinationEstimator(
                [
                    .init([.init(ScoreSample(scores: parts.understanding.scores), weight: 1)]),
                    .init([.init(ScoreSample(scores: parts.reasoning.scores), weight: -1)]),
                ], range: -1...1
            ).interval(level: single).interval
        }
        let count = Double(intervals.count)
        let lower = intervals.reduce(0) { $0 + $1.lower } / count
        let upper = intervals.reduce(0) { $0 + $1.upper } / count
        return PublishedPart(
            estimate: estimate,
            interval: analyzer.interval(
                lower, upper, method: "any-overlap", "the models' own intervals, whichever items they share"),
            support: Self.support(lower, upper, isTurned: intervals.contains { $0.upper < 0 }))
    }
}
