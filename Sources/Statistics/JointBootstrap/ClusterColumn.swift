/// One statistic of the joint bootstrap: a ratio of sums over clusters, such as one model's accuracy on one capability.
public struct ClusterColumn: Sendable, Equatable {
    /// The sum of scores of each cluster.
    public var numerators: [Double]
    /// The number of items of each cluster that enter; 0 where none does.
    public var denominators: [Double]

    /// - Parameters:
    ///   - numerators: The sum of scores of each cluster.
    ///   - denominators: The number of items of each cluster that enter.
    public init(numerators: [Double], denominators: [Double]) {
        precondition(numerators.count == denominators.count, "one numerator and one denominator a cluster")
        self.numerators = numerators
        self.denominators = denominators
    }

    /// Independent items: each is its own cluster.
    public init(scores: [Double]) {
        self.init(numerators: scores, denominators: [Double](repeating: 1, count: scores.count))
    }

    /// Items that share clusters, some of which may not enter.
    ///
    /// - Parameters:
    ///   - scores: The score of each item, or nil if the item does not enter.
    ///   - positions: The cluster of each item, 0 ..< clusterCount.
    ///   - clusterCount: How many clusters there are, also those of which no item enters.
    public init(scores: [Double?], positions: [Int], clusterCount: Int) {
        numerators = [Double](repeating: 0, count: clusterCount)
        denominators = numerators
        for (score, position) in zip(scores, positions) {
            guard let score else { continue }
            numerators[position] += score
            denominators[position] += 1
        }
    }

    /// The ratio; NaN if nothing enters.
    public var value: Double { numerators.reduce(0, +) / denominators.reduce(0, +) }

    /// The ratio without each cluster in turn; where nothing would be left, the full ratio.
    public var jackknife: [Double] { Jackknife.ratio(numerators: numerators, denominators: denominators) }
}
