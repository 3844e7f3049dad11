import Statistics

/// Two releases with a known difference: which share of items each alone gets right, and what items share.
struct SimulatedRelease: Sendable {
    /// The share of items that exactly one of both releases gets right.
    static let discordant = 0.1
    /// Changes of the study, candidate minus baseline.
    static let changes = [0, -0.01, -0.02, -0.05]

    /// Candidate minus baseline.
    let change: Double
    /// Items a cluster; 1 where items are independent.
    let clusterSize: Int
    /// The correlation of differences within a cluster.
    let correlation: Double

    init(change: Double, clusterSize: Int = 1, correlation: Double = 0) {
        self.change = change
        self.clusterSize = clusterSize
        self.correlation = correlation
    }

    /// The share of items that only the baseline gets right.
    var onlyBaseline: Double { (Self.discordant - change) / 2 }

    /// The share of items that only the candidate gets right.
    var onlyCandidate: Double { (Self.discordant + change) / 2 }

    /// The items in words.
    var words: String {
        clusterSize == 1 ? "independent items" : "\(clusterSize) items an image, correlation \(correlation)"
    }

    /// Scores of the candidate and the baseline on the same items. With probability `correlation` all items of a cluster
    /// share one outcome, else each has its own, so that this is the correlation of their differences.
    func draw(size: Int, _ random: inout RandomNumbers) -> PairedDifferenceEstimator {
        var candidate = [Double](repeating: 1, count: size)
        var baseline = candidate
        var isShared = false
        var outcome = 1.0
        for item in 0..<size {
            if clusterSize > 1, item % clusterSize == 0 {
                isShared = random.uniform() < correlation
                outcome = random.uniform()
            } else if !isShared {
                outcome = random.uniform()
            }
            if outcome < onlyBaseline {
                candidate[item] = 0
            } else if outcome < Self.discordant {
                baseline[item] = 0
            }
        }
        return PairedDifferenceEstimator(
            first: candidate, second: baseline,
            clusters: clusterSize == 1 ? nil : (0..<size).map { $0 / clusterSize })
    }
}

extension PairedDifferenceEstimator {
    /// The p value of the program's own test.
    func pValue(_ name: String) -> Double { test(plan: BootstrapPlan(seed: 0, name: name, replicates: 999)).pValue }
}
