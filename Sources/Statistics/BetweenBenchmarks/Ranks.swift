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
