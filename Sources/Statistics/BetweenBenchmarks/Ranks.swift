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
    /// - Parameter replicates: replicates[member][replicate], all of the same length and from the same weights.
    /// - Returns: probabilities[member][rank − 1].
    public static func probabilities(replicates: [[Double]]) -> [[Double]] {
        let members = replicates.count
        guard let count = replicates.first?.count, count > 0 else { return [] }
        var shares = [[Double]](repeating: [Double](repeating: 0, count: members), count: members)
        var used = 0.0
        var order = Array(replicates.indices)
        for replicate in 0..<count {
            let values = replicates.map { $0[replicate] }
            guard values.allSatisfy(\.isFinite) else { continue }
            used += 1
            order.sort { (-values[$0], $0) < (-values[$1], $1) }
            var start = 0
            while start < members {
                var end = start
                while end + 1 < members && values[order[end + 1]] == values[order[start]] { end += 1 }
                let part = 1 / Double(end - start + 1)
                for position in start...end {
                    for rank in start...end { shares[order[position]][rank] += part }
                }
                start = end + 1
            }
        }
        return shares.map { row in row.map { used > 0 ? $0 / used : .nan } }
    }

    /// The ranks from the α/2 to the 1 − α/2 quantile of a member's rank distribution.
    ///
    /// - Parameter probabilities: The probability of rank 1, 2, …
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
    public static func confidenceSets(estimates: [Double], replicates: [[Double]], level: Double) -> ConfidenceSets {
        let count = estimates.count
        let draws = replicates.first?.count ?? 0
        var errors = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
        var largest = [[Double]](repeating: [Double](repeating: 0, count: draws), count: count)
        var overall = [Double](repeating: 0, count: draws)
        for i in 0..<count {
            for j in 0..<i {
                let centre = estimates[i] - estimates[j]
                var squares = 0.0
                var used = 0.0
                for draw in 0..<draws {
                    let distance = replicates[i][draw] - replicates[j][draw] - centre
                    if distance.isFinite {
                        squares += distance * distance
                        used += 1
                    }
                }
                let error = used > 0 ? (squares / used).squareRoot() : 0
                errors[i][j] = error
                errors[j][i] = error
                guard error > 1e-12 else { continue }
                for draw in 0..<draws {
                    let distance = abs(replicates[i][draw] - replicates[j][draw] - centre) / error
                    guard distance.isFinite else { continue }
                    largest[i][draw] = max(largest[i][draw], distance)
                    largest[j][draw] = max(largest[j][draw], distance)
                    overall[draw] = max(overall[draw], distance)
                }
            }
        }
        func quantile(_ values: [Double]) -> Double {
            DiscreteDistribution(replicates: values)?.quantile(level) ?? .infinity
        }
        let critical = quantile(overall)
        func sets(_ criticalOf: (Int) -> Double) -> [ClosedRange<Int>] {
            (0..<count).map { i in
                let limit = criticalOf(i)
                let better = (0..<count).count { $0 != i && estimates[$0] - estimates[i] > limit * errors[i][$0] }
                let worse = (0..<count).count { $0 != i && estimates[i] - estimates[$0] > limit * errors[i][$0] }
                return (1 + better)...(count - worse)
            }
        }
        return ConfidenceSets(
            marginal: sets { quantile(largest[$0]) }, simultaneous: sets { _ in critical },
            differ: (0..<count).map { i in
                (0..<count).map { j in i != j && abs(estimates[i] - estimates[j]) > critical * errors[i][j] }
            }, criticalValue: critical)
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
