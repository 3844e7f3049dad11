import Statistics

/// What the statistics of a large study cost, apart from reading and writing: the joint bootstrap, all pairs, ranks.
struct StudyStatistics {
    static let benchmarks = 10
    static let models = 50
    static let items = 10_000
    static let replicates = 10_000
    private static let level = 0.95

    /// Items that share a cluster; 1 if they are independent.
    let clusterSize: Int
    private let outcomes: [[UInt8]]
    private let columns: [ClusterColumn]
    private let clusters: [Int32]?
    private let threads = 2

    /// Made-up 0/1 scores; all benchmarks have the same, and weights of their own.
    init(clusterSize: Int) {
        self.clusterSize = clusterSize
        let scores = Samples.binary(models: Self.models, items: Self.items).map(\.numerators)
        outcomes = scores.map { $0.map { UInt8($0) } }
        let clusters = clusterSize > 1 ? (0..<Self.items).map { $0 / clusterSize } : nil
        self.clusters = clusters?.map { Int32($0) }
        columns = scores.map { ScoreSample(scores: $0, clusters: clusters).column }
    }

    private func plan(_ benchmark: Int) -> BootstrapPlan {
        BootstrapPlan(seed: 1, name: "benchmark-\(benchmark)", replicates: Self.replicates, threads: threads)
    }

    /// The joint replicates of all models, a benchmark after the other.
    func bootstrap() -> [[[Double]]] {
        (0..<Self.benchmarks).map { JointBootstrap.run(columns: columns, plan: plan($0)).columns }
    }

    /// The interval and the test of each pair on each benchmark.
    func pairs() {
        let places = (0..<Self.models).flatMap { first in ((first + 1)..<Self.models).map { (first, $0) } }
        for benchmark in 0..<Self.benchmarks {
            let pValues = Parallel.map(places.count, threads: threads) { place in
                let (first, second) = places[place]
                guard let pair = PairedOutcomes(outcomes[first], outcomes[second], clusters: clusters) else {
                    return 1.0
                }
                let interval = pair.summary.interval(level: Self.level).interval
                return interval.lower > interval.upper ? 2 : pair.test(plan: plan(benchmark)).pValue
            }
            precondition(pValues.allSatisfy { $0 <= 1 }, "the work must not be removed")
        }
    }

    /// The sets of ranks and the probabilities of each rank.
    func ranks(_ replicates: [[[Double]]]) {
        let estimates = columns.map { $0.numerators.reduce(0, +) / Double(Self.items) }
        for benchmark in replicates {
            let sets = Ranks.confidenceSets(
                estimates: estimates, replicates: benchmark, level: Self.level, threads: threads)
            let shares = Ranks.probabilities(replicates: benchmark, threads: threads)
            precondition(sets.marginal.count == shares.count, "the work must not be removed")
        }
    }
}
