/// Hierarchical clustering by average linkage (Sokal and Michener 1958, UPGMA): at each step the two clusters with the
/// least mean distance between their members are joined.
///
/// Of pairs equally close, the one whose clusters hold the earliest leaves is joined, so that the result is the same
/// on each run.
struct AverageLinkage: Sendable, Hashable {
    /// Two clusters joined. Numbers below the count of leaves name leaves; above, they name earlier merges in order.
    struct Merge: Sendable, Hashable {
        /// The cluster with the earliest leaf of the two.
        var first: Int
        var second: Int
        /// The mean distance between members of the two; never less than that of an earlier merge below it.
        var height: Double
        /// Where its leaves stand in the order.
        var range: ClosedRange<Int> = 0...0
    }

    /// One fewer than leaves, nearest first.
    let merges: [Merge]
    /// Leaves so that each cluster stands together, the part with the earliest leaf first.
    let order: [Int]

    /// - Parameter distances: Symmetric, a row a leaf; the diagonal is not read.
    init(distances: [[Double]]) {
        let count = distances.count
        /// A cluster that can still be joined.
        struct Cluster {
            var node: Int
            var leaves: [Int]
            var earliest: Int
        }
        var clusters = (0..<count).map { Cluster(node: $0, leaves: [$0], earliest: $0) }
        var between = distances
        var merges: [Merge] = []
        while clusters.count > 1 {
            var best = (first: 0, second: 1)
            for first in clusters.indices {
                for second in (first + 1)..<clusters.count
                where between[first][second] < between[best.first][best.second] {
                    best = (first, second)
                }
            }
            let (first, second) = (clusters[best.first], clusters[best.second])
            merges.append(
                Merge(first: first.node, second: second.node, height: between[best.first][best.second]))
            // The mean over all pairs of members follows from the two means and sizes (Lance and Williams 1967).
            let (one, two) = (Double(first.leaves.count), Double(second.leaves.count))
            for other in clusters.indices where other != best.first && other != best.second {
                let mean = (between[best.first][other] * one + between[best.second][other] * two) / (one + two)
                between[best.first][other] = mean
                between[other][best.first] = mean
            }
            clusters[best.first] = Cluster(
                node: count + merges.count - 1, leaves: first.leaves + second.leaves, earliest: first.earliest)
            clusters.remove(at: best.second)
            between.remove(at: best.second)
            for row in between.indices { between[row].remove(at: best.second) }
        }
        order = clusters.first?.leaves ?? []
        var places = [Int](repeating: 0, count: count)
        for (place, leaf) in order.enumerated() { places[leaf] = place }
        var ranges = places.map { $0...$0 }
        self.merges = merges.map { merge in
            var merge = merge
            merge.range = ranges[merge.first].lowerBound...ranges[merge.second].upperBound
            ranges.append(merge.range)
            return merge
        }
    }

    /// The clusters of two or more leaves that merges up to a height make, as places in the order.
    func groups(height: Double) -> [ClosedRange<Int>] {
        let joined = merges.filter { $0.height <= height }.map(\.range)
        return joined.filter { range in
            !joined.contains { $0 != range && $0.lowerBound <= range.lowerBound && $0.upperBound >= range.upperBound }
        }.sorted { $0.lowerBound < $1.lowerBound }
    }
}
