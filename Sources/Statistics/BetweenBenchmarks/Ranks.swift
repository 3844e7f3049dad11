/// Ranks of estimates, and how far they are luck.
public enum Ranks {
    /// Rising mean ranks from 1 on: the smallest value has rank 1, equal values share the mean of their ranks.
    public static func meanRanks(_ values: [Double]) -> [Double] {
        let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
        var ranks = [Double](repeating: 0, count: values.count)
        var start = 0
        while start < order.count {
            var end = start
            while end + 1 < order.count && values[order[end + 1]] == values[order[start]] { end += 1 }
            for position in start...end { ranks[order[position]] = Double(start + end) / 2 + 1 }
            start = end + 1
        }
        return ranks
    }

    /// Falling mean ranks: the largest value, the best, has rank 1.
    public static func fromBest(_ values: [Double]) -> [Double] { meanRanks(values.map { -$0 }) }

    /// The share of replicates in which each member has each rank, 1 for the largest value.
    ///
    /// A tie over several ranks gives each of them an equal part. Replicates with a value that is not a number are left
    /// out.
    ///
    /// - Parameters:
    ///   - replicates: replicates[member][replicate], all of the same length and from the same weights.
    ///   - threads: has no effect on the result.
    /// - Returns: probabilities[member][rank − 1].
    public static func probabilities(replicates: [[Double]], threads: Int = 1) -> [[Double]] {
        let members = replicates.count
        guard let count = replicates.first?.count, count > 0 else { return [] }
        // Orders are found side by side; parts of ties are added up one replicate after the other, so that they round alike.
        let chunks = Self.chunks(of: count)
        let orders = Parallel.map(chunks.count, threads: threads) { RankOrders(replicates, in: chunks[$0]) }
        var shares = [[Double]](repeating: [Double](repeating: 0, count: members), count: members)
        var used = 0.0
        for chunk in orders {
            used += Double(chunk.count)
            for start in stride(from: 0, to: chunk.members.count, by: members) {
                var first = 0
                while first < members {
                    let last = chunk.lasts[start + first]
                    let part = 1 / Double(last - first + 1)
                    for position in first...last {
                        for rank in first...last { shares[chunk.members[start + position]][rank] += part }
                    }
                    first = last + 1
                }
            }
        }
        return shares.map { row in row.map { used > 0 ? $0 / used : .nan } }
    }

    /// Replicates that are worked on together: few enough that all members' values stay in the cache.
    private static func chunks(of count: Int) -> [Range<Int>] {
        stride(from: 0, to: count, by: 1024).map { $0..<min(count, $0 + 1024) }
    }

    /// The ranks from the α/2 to the 1 − α/2 quantile of a member's rank distribution.
    ///
    /// - Parameters:
    ///   - probabilities: The probability of rank 1, 2, …
    ///   - level: 1 − α, in (0, 1).
    public static func confidenceSet(probabilities: [Double], level: Double) -> ClosedRange<Int> {
        let ranks = DiscreteDistribution(support: probabilities.indices.map { Double($0 + 1) }, masses: probabilities)
        let tail = (1 - level) / 2
        let lower = Int(ranks.quantile(tail))
        return lower...max(lower, Int(ranks.quantile(1 - tail)))
    }

    /// What joint replicates say of the order of members.
    public struct ConfidenceSets: Sendable, Equatable {
        /// For each member, the ranks that its own differences to all others leave open at the level.
        public let marginal: [ClosedRange<Int>]
        /// Sets that hold for all members at once at the level.
        public let simultaneous: [ClosedRange<Int>]
        /// For each pair [first][second], whether the simultaneous interval of their difference excludes 0.
        public let differ: [[Bool]]
        /// The quantile of max |t| over all pairs, which takes the place of z.
        public let criticalValue: Double
    }

    /// Confidence sets of ranks from intervals of all differences. Source: Mogstad, Romano, Shaikh and Wilhelm 2024.
    ///
    /// Member i can be no better than one more than the members whose difference to i is surely positive. Marginal sets
    /// take the quantile of max |θ*_j − θ*_i − (θ_j − θ_i)| / SE over j, simultaneous ones over all pairs. Pairs whose
    /// difference does not vary cannot be told apart unless it differs from 0, and then for sure.
    ///
    /// - Parameters:
    ///   - estimates: θ of each member, larger is better.
    ///   - replicates: replicates[member][replicate] under the same weights.
    ///   - level: 1 − α, in (0, 1).
    ///   - threads: has no effect on the result.
    public static func confidenceSets(
        estimates: [Double], replicates: [[Double]], level: Double, threads: Int = 1
    ) -> ConfidenceSets {
        let count = estimates.count
        let draws = replicates.first?.count ?? 0
        // The standard errors of the differences of each member to those before it.
        let rows = Parallel.map(count, threads: threads) { i -> [Double] in
            (0..<i).map { j in
                rootMeanSquare(replicates[i], replicates[j], centre: estimates[i] - estimates[j])
            }
        }
        let errors = symmetric(rows)
        let chunks = Self.chunks(of: draws)
        let parts = Parallel.map(chunks.count, threads: threads) { index -> LargestDistances in
            LargestDistances(
                estimates: estimates, replicates: replicates, errors: errors, in: chunks[index])
        }
        let overall = parts.flatMap(\.overall)
        @Sendable func quantile(_ values: [Double]) -> Double {
            DiscreteDistribution(replicates: values)?.quantile(level) ?? .infinity
        }
        let critical = quantile(overall)
        let marginal = Parallel.map(count, threads: threads) { i -> Double in
            quantile(parts.flatMap { $0.ofMember[i] })
        }
        func sets(_ criticalOf: (Int) -> Double) -> [ClosedRange<Int>] {
            (0..<count).map { i in
                let limit = criticalOf(i)
                let better = (0..<count).count { $0 != i && estimates[$0] - estimates[i] > limit * errors[i][$0] }
                let worse = (0..<count).count { $0 != i && estimates[i] - estimates[$0] > limit * errors[i][$0] }
                return (1 + better)...(count - worse)
            }
        }
        return ConfidenceSets(
            marginal: sets { marginal[$0] }, simultaneous: sets { _ in critical },
            differ: (0..<count).map { i in
                (0..<count).map { j in i != j && abs(estimates[i] - estimates[j]) > critical * errors[i][j] }
            }, criticalValue: critical)
    }

    /// The whole of a symmetric matrix whose rows up to the diagonal are given; 0 on the diagonal.
    private static func symmetric(_ rows: [[Double]]) -> [[Double]] {
        var whole = [[Double]](repeating: [Double](repeating: 0, count: rows.count), count: rows.count)
        for (i, row) in rows.enumerated() {
            for (j, value) in row.enumerated() { (whole[i][j], whole[j][i]) = (value, value) }
        }
        return whole
    }

    /// The root of the mean square of a − b − centre, over the replicates in which it is a number; 0 if there is none.
    private static func rootMeanSquare(_ a: [Double], _ b: [Double], centre: Double) -> Double {
        var squares = 0.0
        var used = 0.0
        for (x, y) in zip(a, b) {
            let distance = x - y - centre
            guard distance.isFinite else { continue }
            squares += distance * distance
            used += 1
        }
        return used > 0 ? (squares / used).squareRoot() : 0
    }

    /// The share of replicates in which the order of two members is the opposite of that of their estimates; ties count
    /// half.
    public static func swapShare(
        first: [Double], second: [Double], firstEstimate: Double, secondEstimate: Double
    ) -> Double {
        let sign = firstEstimate >= secondEstimate ? 1.0 : -1.0
        var swaps = 0.0
        var used = 0.0
        for (a, b) in zip(first, second) where a.isFinite && b.isFinite {
            used += 1
            let difference = sign * (a - b)
            swaps += difference < 0 ? 1 : difference == 0 ? 0.5 : 0
        }
        return swaps / used
    }
}
