/// The best of one group minus the best of another, with ends that know that both were chosen by the same items.
///
/// θ = max_a θ_a − max_b θ_b = max_a min_b (θ_a − θ_b) = min_b max_a (θ_a − θ_b). Where the intervals [L_ab, U_ab] of all
/// differences hold at once, min_b max_a L_ab and max_a min_b U_ab hold too, for any subset of either group as well, and
/// no further adjustment is needed for having looked for the best. Source: after Hsu 1981, Simultaneous confidence
/// intervals for all distances from the "best".
public struct BestDifference: Sendable, Equatable {
    /// The place of the best of the first group; of equal ones the first.
    public let first: Int
    /// The place of the best of the second group.
    public let second: Int
    /// θ, positive where the first group has the better best.
    public let estimate: Double
    /// min_b max_a L_ab.
    public let lower: Double
    /// max_a min_b U_ab.
    public let upper: Double

    /// - Parameters:
    ///   - first: the estimates of the first group, at least one; larger is better.
    ///   - second: those of the second group, at least one.
    ///   - reach: how far the interval of the difference of a of the first and b of the second reaches to either side, at
    ///     `[a][b]`, not negative.
    public init(first: [Double], second: [Double], reach: [[Double]]) {
        precondition(!first.isEmpty && !second.isEmpty, "a group has at least one member")
        let (a, b) = (Self.best(first), Self.best(second))
        self.first = a
        self.second = b
        estimate = first[a] - second[b]
        lower = second.indices.reduce(.infinity) { least, b in
            min(least, first.indices.reduce(-.infinity) { max($0, first[$1] - second[b] - reach[$1][b]) })
        }
        upper = first.indices.reduce(-.infinity) { most, a in
            max(most, second.indices.reduce(.infinity) { min($0, first[a] - second[$1] + reach[a][$1]) })
        }
    }

    private static func best(_ values: [Double]) -> Int {
        values.indices.reduce(0) { values[$1] > values[$0] ? $1 : $0 }
    }
}
