import Findings
import Statistics
import Study

/// Where the level changed over three or more releases, on the items that all of them answered.
struct HistoryAnalyzer {
    let study: Study

    /// Fewer releases are a comparison.
    private static let leastReleases = 3
    /// Random orders of the releases; they tell an error rate of 5 % from none well enough.
    private static let orders = 1999

    /// One release of a series.
    struct Entry {
        /// The model's identifier, or the release's label.
        var model: String
        var released: String?
    }

    /// The macro-average over the benchmarks that all have, if there are two, then each of these benchmarks.
    func histories(_ releases: [Entry], family: String?, on benchmarks: [BenchmarkData]) -> [HistoryFinding] {
        guard releases.count >= Self.leastReleases else { return [] }
        let shared = benchmarks.compactMap { SharedScores($0, models: releases.map(\.model)) }
        let single = shared.map { history(releases, family, [$0], benchmark: $0.benchmark) }
        return shared.count < 2 ? single : [history(releases, family, shared, benchmark: nil)] + single
    }

    private func history(
        _ releases: [Entry], _ family: String?, _ parts: [SharedScores], benchmark: String?
    ) -> HistoryFinding {
        let alpha = 1 - study.level
        let items = parts.reduce(0) { $0 + $1.items }
        let isClustered = parts.contains { $0.clusters != nil }
        var clusters: [Int] = []
        for part in parts {
            let first = (clusters.max() ?? -1) + 1
            clusters += (part.clusters ?? Array(0..<part.items)).map { first + $0 }
        }
        // Scores weighted so that their mean over all items is the unweighted mean over benchmarks.
        let scores = releases.indices.map { release in
            parts.flatMap { part -> [Double] in
                let weight = Double(items) / Double(parts.count * part.items)
                return part.scores[release].map { $0 * weight }
            }
        }
        let found = ChangePoints(
            scores: scores, clusters: isClustered ? clusters : nil, alpha: alpha,
            plan: BootstrapPlan(
                seed: study.seed, name: "\(family ?? "")/\(benchmark ?? "")/history", replicates: Self.orders))
        return HistoryFinding(
            family: family, benchmark: benchmark,
            points: releases.indices.map { index in
                let interval = interval(parts, release: index)
                return HistoryPoint(
                    model: releases[index].model, released: releases[index].released, estimate: interval.estimate,
                    interval: interval.interval)
            },
            changes: found.points.indices.map { index in
                let point = found.points[index]
                let before = (index > 0 ? found.points[index - 1].release : 0)..<point.release
                let last = index + 1 < found.points.count ? found.points[index + 1].release : releases.count
                return HistoryChange(
                    model: releases[point.release].model, estimate: point.difference,
                    interval: difference(parts, before, point.release..<last), pValue: point.pValue)
            }, items: items, clusters: parts.reduce(0) { $0 + $1.clusterCount }, alpha: alpha,
            method: TestMethod.changePoints.rawValue)
    }

    /// The interval of the mean over later releases minus that over earlier ones.
    private func difference(_ parts: [SharedScores], _ before: Range<Int>, _ after: Range<Int>) -> IntervalFinding {
        let samples = parts.map { part in
            func mean(_ releases: Range<Int>, _ item: Int) -> Double {
                releases.reduce(0) { $0 + part.scores[$1][item] } / Double(releases.count)
            }
            return ScoreSample(
                scores: (0..<part.items).map { mean(after, $0) - mean(before, $0) }, clusters: part.clusters)
        }
        let estimator = CombinationEstimator(
            samples.map { .init([.init($0, weight: 1 / Double(samples.count), isDifference: true)]) }, range: -1...1)
        return IntervalFinding(estimator.interval(level: study.level))
    }

    private func interval(
        _ parts: [SharedScores], release: Int
    ) -> (estimate: Double, interval: IntervalFinding) {
        let samples = parts.map { ScoreSample(scores: $0.scores[release], clusters: $0.clusters) }
        if samples.count == 1 {
            let estimator = AccuracyEstimator(
                samples[0], plan: BootstrapPlan(seed: study.seed, name: parts[0].benchmark))
            return (samples[0].mean, IntervalFinding(estimator.interval(level: study.level)))
        }
        let estimator = CombinationEstimator(
            samples.map { .init([.init($0, weight: 1 / Double(samples.count))]) }, range: 0...1)
        return (estimator.estimate, IntervalFinding(estimator.interval(level: study.level)))
    }
}

/// The scores of several models on the items of a benchmark that all of them have.
private struct SharedScores {
    let benchmark: String
    /// By model.
    let scores: [[Double]]
    let clusters: [Int]?
    var items: Int { scores[0].count }
    var clusterCount: Int { clusters.map { Set($0).count } ?? items }

    init?(_ data: BenchmarkData, models: [String]) {
        let found = models.compactMap { name in data.models.first { $0.model == name }?.scores }
        guard found.count == models.count else { return nil }
        let shared = data.keys.indices.filter { item in found.allSatisfy { !$0[item].isNaN } }
        guard !shared.isEmpty else { return nil }
        benchmark = data.entry.id
        scores = found.map { model in shared.map { model[$0] } }
        clusters = data.clusters.map { clusters in shared.map { clusters[$0] } }
    }
}

extension HistoryAnalyzer {
    /// The dated models of each family and size, in the order of their dates.
    func histories(of models: [ModelFinding], on benchmarks: [BenchmarkData]) -> [HistoryFinding] {
        struct Line: Hashable {
            var family: String
            var parameters: Double?
        }
        var order: [Line] = []
        var lines: [Line: [ModelFinding]] = [:]
        for model in models where model.released != nil {
            guard let family = model.family else { continue }
            let line = Line(family: family, parameters: model.parameters)
            if lines[line] == nil { order.append(line) }
            lines[line, default: []].append(model)
        }
        return order.flatMap { line -> [HistoryFinding] in
            let dated = (lines[line] ?? []).sorted { ($0.released ?? "", $0.id) < ($1.released ?? "", $1.id) }
            return histories(
                dated.map { Entry(model: $0.id, released: $0.released) }, family: line.family, on: benchmarks)
        }
    }
}
