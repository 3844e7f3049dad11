import Findings

/// The rows and columns of the table models × benchmarks, with the verdicts of one threshold.
struct HeatMapOrder: Sendable {
    let index: FindingsIndex
    /// The models with at least one estimate, best first.
    let models: [String]
    /// The benchmarks with at least one estimate, easiest first.
    let benchmarks: [String]
    /// The highest threshold that applies to each benchmark as a whole and was judged, or nil.
    let threshold: ThresholdFinding?
    private let means: [String: Double]
    private let verdicts: [Pair: VerdictFinding]

    private struct Pair: Hashable {
        var model: String
        var benchmark: String
    }

    init(index: FindingsIndex, ranking: Ranking?) {
        self.index = index
        let ids = index.document.benchmarks.map(\.id)
        models = index.modelsInOrder(ranking).map(\.id).filter { model in
            ids.contains { index.estimate(model, on: $0) != nil }
        }
        var means: [String: Double] = [:]
        for benchmark in ids {
            let values = models.compactMap { index.estimate($0, on: benchmark)?.estimate }
            if !values.isEmpty { means[benchmark] = values.reduce(0, +) / Double(values.count) }
        }
        self.means = means
        benchmarks = ids.filter { means[$0] != nil }.enumerated().sorted {
            let (left, right) = (means[$0.element] ?? 0, means[$1.element] ?? 0)
            return left != right ? left > right : $0.offset < $1.offset
        }.map(\.element)
        let judged = Set(
            index.document.verdicts.filter {
                $0.benchmark != nil && $0.capability == nil && $0.facet == nil && !$0.isJoint
            }
            .map(\.threshold))
        threshold = index.document.study.thresholds
            .filter { judged.contains($0.id) && $0.benchmark == "*" }
            .max { ($0.minimum ?? 0) < ($1.minimum ?? 0) }
        let id = threshold?.id
        verdicts = Dictionary(
            index.document.verdicts
                .filter { $0.threshold == id && $0.capability == nil && $0.facet == nil && !$0.isJoint }
                .compactMap { verdict in
                    verdict.benchmark.map { (Pair(model: verdict.model, benchmark: $0), verdict) }
                }
        ) { first, _ in first }
    }

    /// The unweighted mean over models.
    func mean(ofBenchmark benchmark: String) -> Double? { means[benchmark] }

    func verdict(_ model: String, _ benchmark: String) -> VerdictFinding? {
        verdicts[Pair(model: model, benchmark: benchmark)]
    }

    /// Where models do best and worst on the whole.
    var sentence: Sentence? {
        guard let easy = benchmarks.first, let hard = benchmarks.last, easy != hard else { return nil }
        func range(_ benchmark: String) -> String {
            let values = models.compactMap { index.estimate($0, on: benchmark)?.estimate }
            guard let least = values.min(), let most = values.max() else { return "" }
            if least == most { return Digits.format.stringWithUnit(least, decimals: 0) }
            return Digits.format.string(least, decimals: 0) + "% to " + Digits.format.stringWithUnit(most, decimals: 0)
        }
        return """
            Accuracy is highest on \(index.link(benchmark: easy)) (estimates from \(range(easy))) and lowest on \
            \(index.link(benchmark: hard)) (\(range(hard))).
            """
    }
}
