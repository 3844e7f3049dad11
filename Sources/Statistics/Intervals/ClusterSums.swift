/// Scores added up within clusters, in the order in which the clusters first appear.
public struct ClusterSums: Sendable, Equatable {
    /// S_g, the sum of scores of each cluster.
    public let sums: [Double]
    private let groups: Groups?

    /// What only items that share clusters need. The clusters stand as they were given: samples of the same items share them.
    private struct Groups: Sendable, Equatable {
        let sizes: [Double]
        let clusters: [Int]
    }

    /// - Parameters:
    ///   - scores: One score an item.
    ///   - clusters: The cluster of each item, or nil if each item is its own cluster.
    public init(scores: [Double], clusters: [Int]?) {
        guard let clusters else {
            sums = scores
            groups = nil
            return
        }
        precondition(clusters.count == scores.count, "one cluster an item")
        let positions = Self.positions(of: clusters)
        let count = (positions.max() ?? -1) + 1
        var sums = [Double](repeating: 0, count: count)
        var sizes = [Double](repeating: 0, count: count)
        for (item, position) in positions.enumerated() {
            sums[position] += scores[item]
            sizes[position] += 1
        }
        self.sums = sums
        groups = Groups(sizes: sizes, clusters: clusters)
    }

    /// m_g, the number of items of each cluster.
    public var sizes: [Double] { groups?.sizes ?? [Double](repeating: 1, count: sums.count) }

    /// For each item, the position of its cluster in `sums`.
    public var positions: [Int] { groups.map { Self.positions(of: $0.clusters) } ?? Array(sums.indices) }

    /// Cluster identifiers as positions 0, 1, 2, … in the order of first appearance.
    public static func positions(of clusters: [Int]) -> [Int] {
        if arePositions(clusters) { return clusters }
        if let least = clusters.min(), let largest = clusters.max(), least >= 0, largest < 8 * clusters.count + 1024 {
            return compactPositions(of: clusters, largest: largest)
        }
        var known: [Int: Int] = [:]
        return clusters.map { cluster in
            if let position = known[cluster] { return position }
            let position = known.count
            known[cluster] = position
            return position
        }
    }

    /// Whether identifiers are positions in the order of first appearance already.
    private static func arePositions(_ clusters: [Int]) -> Bool {
        var next = 0
        for cluster in clusters {
            guard cluster >= 0, cluster <= next else { return false }
            if cluster == next { next += 1 }
        }
        return true
    }

    /// The same for identifiers from 0 to a number not much larger than there are items, without hashing.
    private static func compactPositions(of clusters: [Int], largest: Int) -> [Int] {
        var known = [Int](repeating: -1, count: largest + 1)
        var count = 0
        return clusters.map { cluster in
            if known[cluster] < 0 {
                known[cluster] = count
                count += 1
            }
            return known[cluster]
        }
    }
}
