/// Scores of items, epochs already averaged, with the clusters that the items belong to.
public struct ScoreSample: Sendable {
    /// One score an item.
    public let scores: [Double]
    /// Sums and sizes of the clusters; each item is its own cluster where items are independent.
    public let clusters: ClusterSums
    /// Whether at least two items share a cluster.
    public let isClustered: Bool
    /// Whether every score is 0 or 1.
    public let isBinary: Bool
    /// Whether all scores are equal.
    public let isConstant: Bool
    /// The mean over items of the squared distance from their mean.
    public let itemVariance: Double
    /// The mean over items.
    public let mean: Double
    /// The standard error of the mean: over items where they are independent, over clusters with the correction for few
    /// of them where they are not.
    public let standardError: Double
    /// The variance of the mean over that of independent items with the same scores; nil unless items share clusters
    /// and scores vary.
    public let designEffect: Double?

    /// - Parameters:
    ///   - scores: One score an item, at least one.
    ///   - clusters: The cluster of each item, or nil if items are independent.
    public init(scores: [Double], clusters: [Int]? = nil) {
        precondition(!scores.isEmpty, "at least one item")
        let sums = ClusterSums(scores: scores, clusters: clusters)
        let count = Double(scores.count)
        let mean = scores.reduce(0, +) / count
        var squares = 0.0
        for score in scores { squares += (score - mean) * (score - mean) }
        let independent = squares / (count * count)
        itemVariance = squares / count
        self.scores = scores
        self.clusters = sums
        self.mean = mean
        isClustered = sums.sums.count < scores.count
        isBinary = scores.allSatisfy { $0 == 0 || $0 == 1 }
        isConstant = scores.allSatisfy { $0 == scores[0] }
        if isClustered {
            let error = ClusteredStandardError(sums: sums.sums, sizes: sums.sizes)
            standardError = error.corrected.isFinite ? error.corrected : independent.squareRoot()
            designEffect = isConstant || !error.corrected.isFinite ? nil : standardError * standardError / independent
        } else {
            standardError = independent.squareRoot()
            designEffect = nil
        }
    }

    /// The same for scores that nobody has looked at yet.
    ///
    /// - Parameters:
    ///   - scores: One score an item.
    ///   - clusters: The cluster of each item, or nil if items are independent.
    ///   - range: what every score must lie in.
    /// - Throws: `SampleError` that names the first score or cluster that will not do.
    public init(
        checking scores: [Double], clusters: [Int]? = nil, range: ClosedRange<Double> = 0...1
    ) throws(SampleError) {
        guard !scores.isEmpty else { throw .empty }
        for (position, score) in scores.enumerated() {
            guard score.isFinite else { throw .notANumber(position: position) }
            guard range.contains(score) else { throw .outOfRange(position: position, score: score, range: range) }
        }
        if let clusters, clusters.count != scores.count {
            throw .clusterCount(scores: scores.count, clusters: clusters.count)
        }
        self.init(scores: scores, clusters: clusters)
    }

    /// The same items and clusters with other scores.
    func rescaled(_ score: (Double) -> Double) -> ScoreSample {
        ScoreSample(scores: scores.map(score), clusters: isClustered ? clusters.positions : nil)
    }

    /// n, the number of items.
    public var itemCount: Int { scores.count }

    /// Whether every score is 0 or 1 and no two items share a cluster.
    public var isIndependentBinary: Bool { isBinary && !isClustered }

    /// G, the number of clusters.
    public var clusterCount: Int { clusters.sums.count }

    /// k, the number of right items; nil unless every score is 0 or 1.
    public var correct: Int? { isBinary ? Int(clusters.sums.reduce(0, +)) : nil }

    /// The sample as a column of the joint bootstrap.
    public var column: ClusterColumn { ClusterColumn(numerators: clusters.sums, denominators: clusters.sizes) }

    /// The clustered standard error in full.
    public var clusteredStandardError: ClusteredStandardError {
        ClusteredStandardError(sums: clusters.sums, sizes: clusters.sizes)
    }

    /// The exact resampling distribution of the mean, nil where it does not exist or is too large.
    ///
    /// - Parameter range: The range of the mean.
    func exactDistribution(range: ClosedRange<Double>) -> BootstrapDistribution? {
        if isClustered {
            return ExactBootstrap.clusters(
                sums: clusters.sums, sizes: clusters.sizes, range: range, limit: Self.clusterLatticeLimit)
        }
        if let correct { return ExactBootstrap.accuracy(correct: correct, size: itemCount) }
        guard let lattice = Lattice(scores), lattice.sumWidth <= Self.latticeLimit else { return nil }
        return ExactBootstrap.latticeMean(scores: lattice.points, levels: lattice.levels, range: range)
    }

    /// The distribution from joint replicates, made here unless they are given.
    func jointDistribution(
        replicates: [Double]?, plan: BootstrapPlan, range: ClosedRange<Double>
    ) -> BootstrapDistribution? {
        BootstrapDistribution(
            estimate: mean, replicates: replicates ?? JointBootstrap.run(columns: [column], plan: plan)[0],
            jackknifeParts: [column.jackknife], range: range)
    }

    /// The largest lattice of clusters that is computed; beyond it replicates are quicker.
    private static let clusterLatticeLimit = 1 << 16
    /// The widest distribution of a sum of lattice scores that is convolved.
    private static let latticeLimit = 262_144.0
}

/// Why scores are no sample.
public enum SampleError: Error, Sendable, Equatable, CustomStringConvertible {
    case empty
    case notANumber(position: Int)
    case outOfRange(position: Int, score: Double, range: ClosedRange<Double>)
    case clusterCount(scores: Int, clusters: Int)

    /// What was expected and what was found, with the place.
    public var description: String {
        switch self {
        case .empty: "expected at least one score; found none"
        case .notANumber(let position): "score \(position + 1): expected a number; found none"
        case .outOfRange(let position, let score, let range):
            "score \(position + 1): expected a number from \(range.lowerBound) to \(range.upperBound); found \(score)"
        case .clusterCount(let scores, let clusters):
            "expected a cluster for each of \(scores) scores; found \(clusters)"
        }
    }
}
