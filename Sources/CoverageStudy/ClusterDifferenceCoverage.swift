import Statistics

/// The paired difference of 0/1 scores of items that share clusters, simulated: each cluster has a difficulty that both
/// models share, and one of its own for each model.
public enum ClusterDifferenceCoverage {
    /// Settings of the study.
    public static let settings: [ClusterCoverage.Setting] = [
        .init(clusters: 5, sizes: 5...5), .init(clusters: 10, sizes: 1...20), .init(clusters: 20, sizes: 2...2),
        .init(clusters: 20, sizes: 20...20), .init(clusters: 50, sizes: 1...20), .init(clusters: 200, sizes: 1...20),
    ]

    private static let correlations = [0.0, 0.3, 0.7]
    private static let accuracies = [(0.5, 0.5), (0.5, 0.45), (0.9, 0.85), (0.1, 0.1), (0.95, 0.9), (0.3, 0.5)]
    private static let names = ["default", "clustered-standard-error", "bca-joint"]

    /// All methods in one setting, over correlations within clusters and pairs of accuracies.
    public static func cells(_ setting: ClusterCoverage.Setting, datasets: Int) -> [Cell] {
        var tally = Tally(methods: names.count)
        for correlation in correlations {
            for (first, second) in accuracies {
                tally.add(
                    results(setting, correlation, first, second, datasets: datasets),
                    at: "\(first) and \(second), correlation \(correlation)")
            }
        }
        return tally.cells("paired difference, clusters", setting.words, methods: names, datasets: datasets)
    }

    private static func results(
        _ setting: ClusterCoverage.Setting, _ correlation: Double, _ first: Double, _ second: Double, datasets: Int
    ) -> [(coverage: Double, width: Double)] {
        var random = RandomNumbers("difference/\(setting.words)/\(correlation)/\(first)/\(second)")
        let cuts = [first, second].map(Normal.quantile)
        let truth = first - second
        var results = [(coverage: Double, width: Double)](repeating: (0, 0), count: names.count)
        for index in 0..<datasets {
            let drawn = draw(setting, correlation, cuts, &random)
            let estimator = PairedDifferenceEstimator(
                first: drawn.first, second: drawn.second, clusters: drawn.clusters)
            for (method, interval) in intervals(estimator, index: index).enumerated() {
                // A difference of two decimals may miss an end by rounding.
                if interval.lower - 1e-12 <= truth, truth <= interval.upper + 1e-12 {
                    results[method].coverage += 1 / Double(datasets)
                }
                results[method].width += interval.width / Double(datasets)
            }
        }
        return results
    }

    private static func draw(
        _ setting: ClusterCoverage.Setting, _ correlation: Double, _ cuts: [Double], _ random: inout RandomNumbers
    ) -> (first: [Double], second: [Double], clusters: [Int]) {
        var scores: [[Double]] = [[], []]
        var clusters: [Int] = []
        let (between, within) = (correlation.squareRoot(), (1 - correlation).squareRoot())
        for cluster in 0..<setting.clusters {
            let size = setting.sizes.lowerBound + Int(random.uniform() * Double(setting.sizes.count))
            let shared = Normal.quantile(random.uniform()) * 0.5.squareRoot()
            let rates = cuts.map { cut in
                let own = Normal.quantile(random.uniform()) * 0.5.squareRoot()
                return Normal.cdf((cut - between * (shared + own)) / within)
            }
            for _ in 0..<size {
                for model in 0..<2 { scores[model].append(random.uniform() < rates[model] ? 1 : 0) }
                clusters.append(cluster)
            }
        }
        return (scores[0], scores[1], clusters)
    }

    private static func intervals(_ estimator: PairedDifferenceEstimator, index: Int) -> [Interval] {
        let sample = estimator.sample
        let error = sample.clusteredStandardError
        let reach = StudentT.criticalValue(level: level, degrees: Double(sample.clusterCount - 1)) * error.corrected
        let own = estimator.interval(level: level).interval
        let replicates = JointBootstrap.run(
            columns: [sample.column], plan: BootstrapPlan(seed: UInt64(index), name: "difference", replicates: 299))[0]
        let joint = BootstrapDistribution(
            estimate: sample.mean, replicates: replicates, jackknifeParts: [sample.column.jackknife], range: -1...1)?
            .bca(level: level)
        return [
            own,
            Interval(lower: sample.mean - reach, upper: sample.mean + reach, level: level, method: .wilsonClustered),
            joint.flatMap { $0.isUsable ? $0 : nil } ?? own,
        ]
    }
}
