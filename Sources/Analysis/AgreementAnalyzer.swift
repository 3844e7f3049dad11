import Findings
import Statistics
import Study

/// How often pairs of models are right on the same items, over all benchmarks together.
struct AgreementAnalyzer {
    let study: Study
    var threads = 1

    /// The most models whose pairs are counted.
    private static let mostModels = 60

    /// - Parameter ranking: the models, best first.
    func agreements(_ analyses: [BenchmarkAnalysis], ranking: [String]) -> [AgreementFinding] {
        let models = Array(ranking.prefix(Self.mostModels))
        let outcomes = analyses.map { BenchmarkOutcomes($0.data, models: models) }
        let pairs = PairAnalyzer.pairs(models.count)
        return Parallel.map(pairs.count, threads: threads) { place in
            let (first, second) = (models[pairs[place].first], models[pairs[place].second])
            return agreement(first, second, outcomes.compactMap { $0.clusters(first, second) })
        }.compactMap(\.self)
    }

    private func agreement(_ first: String, _ second: String, _ benchmarks: [[ClusterKind]]) -> AgreementFinding? {
        guard !benchmarks.isEmpty else { return nil }
        let totals = benchmarks.map { kinds in
            kinds.reduce(into: Kappa.Counts()) { $0.add($1.cluster, times: $1.times) }
        }
        let total = totals.reduce(into: Kappa.Counts()) { $0.add($1, times: 1) }
        let agreement = Kappa(totals)
        return AgreementFinding(
            first: first, second: second, benchmarks: benchmarks.count, items: total.items,
            clusters: benchmarks.reduce(0) { $0 + $1.reduce(0) { $0 + $1.times } }, bothRight: total.both,
            onlyFirst: total.first - total.both, onlySecond: total.second - total.both,
            bothWrong: total.items - total.first - total.second + total.both, observed: agreement.observed,
            expected: agreement.expected, kappa: agreement.kappa,
            interval: agreement.kappa.flatMap { interval($0, benchmarks) },
            basis: study.isSimulated ? .simulation : .logs)
    }

    private func interval(_ kappa: Double, _ benchmarks: [[ClusterKind]]) -> IntervalFinding? {
        guard let error = Kappa.jackknifeError(benchmarks), error > 1e-12 else { return nil }
        let reach = Normal.criticalValue(level: study.level) * error
        return IntervalFinding(
            lower: max(-1, kappa - reach), upper: min(1, kappa + reach), level: study.level, method: "jackknife",
            reason: "kappa is a ratio over benchmarks")
    }
}

/// Clusters with the same counts, and how many they are.
typealias ClusterKind = (cluster: Kappa.Counts, times: Int)

extension Kappa.Counts {
    fileprivate mutating func add(_ other: Kappa.Counts, times: Int) {
        items += times * other.items
        first += times * other.first
        second += times * other.second
        both += times * other.both
    }
}

/// Right and wrong of all models on one benchmark, with the items of a cluster side by side.
private struct BenchmarkOutcomes {
    /// By model with 0/1 scores: 0 for wrong, 1 for right, 2 for no score.
    private var outcomes: [String: [UInt8]] = [:]
    /// Where each cluster starts, and the number of items at the end; nil where items are independent.
    private let starts: [Int]?

    /// Clusters of so many items that each of four counts fits into so many bits are counted by kind: 3 or 4 bits.
    private let bits: Int

    init(_ data: BenchmarkData, models: [String]) {
        var order = Array(0..<data.itemCount)
        if let clusters = data.clusters {
            order.sort { (clusters[$0], $0) < (clusters[$1], $1) }
            let edges = order.indices.filter { $0 == 0 || clusters[order[$0]] != clusters[order[$0 - 1]] }
            let starts = edges + [order.count]
            self.starts = starts
            // The table of kinds of each pair is small where clusters are.
            bits = zip(starts, starts.dropFirst()).allSatisfy { $1 - $0 < 8 } ? 3 : 4
        } else {
            starts = nil
            bits = 0
        }
        let wanted = Set(models)
        for model in data.models where wanted.contains(model.model) {
            outcomes[model.model] = model.outcomes.map { own in starts == nil ? own : order.map { own[$0] } }
        }
    }

    /// The kinds of clusters of the items that both models have; nil if there is none or a model is not scored by 0 and 1.
    func clusters(_ first: String, _ second: String) -> [ClusterKind]? {
        guard let a = outcomes[first], let b = outcomes[second] else { return nil }
        let kinds = starts.map { clustered(a, b, starts: $0) } ?? Self.independent(a, b)
        return kinds.isEmpty ? nil : kinds
    }

    private static func independent(_ a: [UInt8], _ b: [UInt8]) -> [ClusterKind] {
        var counts = [Int](repeating: 0, count: 16)
        for index in a.indices { counts[Int(a[index] << 2 | b[index])] += 1 }
        return [(0, 0), (0, 1), (1, 0), (1, 1)].compactMap { first, second in
            let times = counts[first << 2 | second]
            let one = Kappa.Counts(items: 1, first: first, second: second, both: first & second)
            return times == 0 ? nil : (one, times)
        }
    }

    private func clustered(_ a: [UInt8], _ b: [UInt8], starts: [Int]) -> [ClusterKind] {
        var kinds: [ClusterKind] = []
        // The place of a small cluster's kind by its four counts.
        var places = [Int32](repeating: -1, count: 1 << (4 * bits))
        for (start, end) in zip(starts, starts.dropFirst()) {
            var (items, first, second, both) = (0, 0, 0, 0)
            for index in start..<end where a[index] | b[index] < 2 {
                items += 1
                first += Int(a[index])
                second += Int(b[index])
                both += Int(a[index] & b[index])
            }
            guard items > 0 else { continue }
            let cluster = Kappa.Counts(items: items, first: first, second: second, both: both)
            guard items < 1 << bits else {
                kinds.append((cluster, 1))
                continue
            }
            let key = items << (3 * bits) | first << (2 * bits) | second << bits | both
            if places[key] < 0 {
                places[key] = Int32(kinds.count)
                kinds.append((cluster, 0))
            }
            kinds[Int(places[key])].times += 1
        }
        return kinds
    }
}
