/// The standard error of a mean whose items share clusters.
///
/// SE = sqrt(Σ_g (Σ_{i in g} (x_i − mean))²) / n, and the same times sqrt(G/(G − 1)). Source: Liang and Zeger 1986.
public struct ClusteredStandardError: Sendable, Equatable {
    /// The mean over items.
    public let mean: Double
    /// The standard error without a correction for few clusters.
    public let standardError: Double
    /// The standard error times sqrt(G/(G − 1)); NaN with a single cluster.
    public let corrected: Double
    /// The corrected variance over that of independent 0/1 items, p(1 − p)/n; NaN if the mean is 0 or 1 or G = 1.
    public let designEffect: Double
    /// The number of items, n.
    public let itemCount: Int
    /// The number of clusters, G.
    public let clusterCount: Int

    /// - Parameters:
    ///   - scores: One score an item, in [0, 1].
    ///   - clusters: The cluster of each item; any integers, equal where items share a cluster.
    public init(scores: [Double], clusters: [Int]) {
        let sums = ClusterSums(scores: scores, clusters: clusters)
        self.init(sums: sums.sums, sizes: sums.sizes)
    }

    /// - Parameters:
    ///   - sums: S_g, the sum of scores of each cluster.
    ///   - sizes: m_g, the number of items of each cluster.
    public init(sums: [Double], sizes: [Double]) {
        let items = sizes.reduce(0, +)
        let mean = sums.reduce(0, +) / items
        var squares = 0.0
        for (sum, size) in zip(sums, sizes) {
            let residual = sum - size * mean
            squares += residual * residual
        }
        let clusters = Double(sums.count)
        self.mean = mean
        standardError = squares.squareRoot() / items
        corrected = sums.count > 1 ? standardError * (clusters / (clusters - 1)).squareRoot() : .nan
        let independent = mean * (1 - mean) / items
        designEffect = independent > 0 ? corrected * corrected / independent : .nan
        itemCount = Int(items)
        clusterCount = sums.count
    }
}
