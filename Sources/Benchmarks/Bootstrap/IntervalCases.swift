import Statistics

/// Exact distributions beside the Monte Carlo that they replace: 10,000 replicates of the same statistic.
enum IntervalCases {
    static func all() -> [BenchmarkCase] {
        let size = 10_000
        let scores = (0..<size).map { $0 < 6_120 ? 1.0 : 0.0 }
        let differences = (0..<size).map { $0 < 900 ? 1.0 : $0 < 1_600 ? -1.0 : 0.0 }
        let clusterSums = (0..<200).map { Double($0 % 4) }
        let clusterSizes = (0..<200).map { Double(3 + $0 % 2) }
        return [
            against(
                "accuracy-bca", "exact BCa, n = \(size)", ClusterColumn(scores: scores),
                { _ = ExactBootstrap.accuracy(correct: 6_120, size: size).bca(level: 0.95) }),
            against(
                "paired-bca", "exact BCa of a paired difference, n = \(size)", ClusterColumn(scores: differences),
                {
                    _ = ExactBootstrap.pairedDifference(onlyFirst: 900, onlySecond: 700, size: size).bca(level: 0.95)
                }),
            against(
                "cluster-bca", "exact BCa, 200 clusters of 3 or 4",
                ClusterColumn(numerators: clusterSums, denominators: clusterSizes),
                { _ = ExactBootstrap.clusters(sums: clusterSums, sizes: clusterSizes)?.bca(level: 0.95) }),
            against(
                "macro-bca", "exact BCa of the mean of seven benchmarks",
                ClusterColumn(scores: scores),
                {
                    _ = ExactBootstrap.macroAverage(
                        correct: [1200, 900, 1700, 2900, 120, 300, 260],
                        sizes: [2000, 1500, 2000, 3362, 256, 412, 451],
                        gridLimit: 1 << 18
                    )?.bootstrap.bca(level: 0.95)
                }),
            against(
                "accuracy-default", "default interval, n = \(size)", ClusterColumn(scores: scores),
                { _ = Blaker.interval(correct: 6_120, size: size, level: 0.95) }),
        ]
    }

    private static func against(
        _ name: String, _ work: String, _ column: ClusterColumn, _ run: @escaping @Sendable () -> Void
    ) -> BenchmarkCase {
        BenchmarkCase(
            name: name, work: work, reference: "BCa from 10,000 replicates of the joint bootstrap", run: run,
            referenceSeconds: {
                seconds(repeats: 1) {
                    let replicates = JointBootstrap.run(
                        columns: [column], plan: BootstrapPlan(seed: 1, name: "benchmark"))[0]
                    _ = BootstrapDistribution(
                        estimate: column.value, replicates: replicates, jackknifeParts: [column.jackknife])?
                        .bca(level: 0.95)
                }
            })
    }
}
