import Statistics

/// The accuracy of 0/1 items that share clusters: beta-binomial clusters, simulated.
public enum ClusterCoverage {
    /// How many clusters, of how many items.
    public struct Setting: Sendable {
        /// G, the number of clusters.
        public let clusters: Int
        /// The sizes of clusters, each as probable.
        public let sizes: ClosedRange<Int>

        /// G clusters with sizes from a range.
        public init(clusters: Int, sizes: ClosedRange<Int>) {
            self.clusters = clusters
            self.sizes = sizes
        }

        var words: String {
            let size = sizes.count == 1 ? "\(sizes.lowerBound)" : "\(sizes.lowerBound) to \(sizes.upperBound)"
            return "\(clusters) clusters of \(size)"
        }
    }

    /// Settings of the study: 5 to 10,000 items in clusters of 1 to 20.
    public static let settings: [Setting] = {
        var settings: [Setting] = []
        for clusters in [5, 10, 20, 50, 200] {
            for sizes in [1...2, 2...2, 5...5, 20...20, 1...20] {
                settings.append(Setting(clusters: clusters, sizes: sizes))
            }
        }
        return settings + [Setting(clusters: 500, sizes: 20...20)]
    }()
    private static let correlations = [0.0, 0.1, 0.3, 0.6]
    private static let proportions = [0.01, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99]
    private static let names = ["default", "korn-graubard", "clustered-standard-error", "wilson-clustered"]

    /// All closed methods in one setting, over intraclass correlations and proportions.
    public static func cells(_ setting: Setting, datasets: Int) -> [Cell] {
        var tally = Tally(methods: names.count)
        for correlation in correlations {
            for proportion in proportions {
                tally.add(
                    results(setting, correlation: correlation, proportion: proportion, datasets: datasets),
                    at: "p = \(proportion), correlation \(correlation)")
            }
        }
        return tally.cells("accuracy, clusters", setting.words, methods: names, datasets: datasets)
    }

    private static func results(
        _ setting: Setting, correlation: Double, proportion p: Double, datasets: Int
    ) -> [(coverage: Double, width: Double)] {
        var random = RandomNumbers("\(setting.words)/\(correlation)/\(p)")
        let rates = ClusterRates(correlation: correlation, proportion: p)
        var results = [(coverage: Double, width: Double)](repeating: (0, 0), count: names.count)
        for _ in 0..<datasets {
            let sample = draw(setting, rates, &random)
            for (index, interval) in intervals(sample).enumerated() {
                if interval.lower <= p, p <= interval.upper { results[index].coverage += 1 / Double(datasets) }
                results[index].width += interval.width / Double(datasets)
            }
        }
        return results
    }

    private static func draw(_ setting: Setting, _ rates: ClusterRates, _ random: inout RandomNumbers) -> ScoreSample {
        var scores: [Double] = []
        var clusters: [Int] = []
        for cluster in 0..<setting.clusters {
            let size = setting.sizes.lowerBound + Int(random.uniform() * Double(setting.sizes.count))
            let rate = rates.rate(random.uniform())
            for _ in 0..<size {
                scores.append(random.uniform() < rate ? 1 : 0)
                clusters.append(cluster)
            }
        }
        return ScoreSample(scores: scores, clusters: clusters)
    }

    private static func intervals(_ sample: ScoreSample) -> [Interval] {
        let error = sample.clusteredStandardError
        let reach = StudentT.criticalValue(level: level, degrees: Double(sample.clusterCount - 1)) * error.corrected
        return [
            AccuracyEstimator(sample, plan: BootstrapPlan(seed: 0, name: "")).interval(level: level).interval,
            KornGraubard.interval(error, level: level).interval,
            Interval(lower: error.mean - reach, upper: error.mean + reach, level: level, method: .wilsonClustered),
            WilsonClustered.interval(error, level: level).interval,
        ]
    }
}

/// The distribution of clusters' own rates: beta with a mean and an intraclass correlation, in 4,096 equal steps.
struct ClusterRates {
    private let quantiles: [Double]

    init(correlation: Double, proportion: Double) {
        guard correlation > 0 else {
            quantiles = [proportion]
            return
        }
        let size = 1 / correlation - 1
        quantiles = (0..<4096).map {
            Beta.quantile((Double($0) + 0.5) / 4096, a: proportion * size, b: (1 - proportion) * size)
        }
    }

    func rate(_ uniform: Double) -> Double { quantiles[Int(uniform * Double(quantiles.count))] }
}
