/// Ranks, 1 for the largest or the smallest, and how sure they are.
public enum Ranks {
    /// Ranks from 1 for the smallest; ties share their mean rank.
    public static func averaged(_ values: [Double]) -> [Double] {
        let order = values.indices.sorted { values[$0] < values[$1] }
        var ranks = [Double](repeating: 0, count: values.count)
        var start = 0
        while start < order.count {
            var end = start
            while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
            for position in start...end { ranks[order[position]] = Double(start + end) / 2 + 1 }
            start = end + 1
        }
        return ranks
    }

    /// The share of replicates in which each unit has each rank, 1 for the largest value; ties split their mass evenly.
    ///
    /// - Parameter replicates: `[unit][replicate]`.
    /// - Returns: `[unit][rank − 1]`.
    public static func probabilities(_ replicates: [[Double]]) -> [[Double]] {
        let units = replicates.count
        let count = replicates.first?.count ?? 0
        var shares = [[Double]](repeating: [Double](repeating: 0, count: units), count: units)
        for replicate in 0..<count {
            let values = replicates.map { $0[replicate] }
            let order = values.indices.sorted { values[$0] > values[$1] }
            var start = 0
            while start < units {
                var end = start
                while end + 1 < units, values[order[end + 1]] == values[order[start]] { end += 1 }
                let mass = 1 / Double(end - start + 1) / Double(count)
                for position in start...end {
                    for rank in start...end { shares[order[position]][rank] += mass }
                }
                start = end + 1
            }
        }
        return shares
    }

    /// The ranks from the one where the cumulative share first exceeds α/2 to the one where it reaches 1 − α/2.
    public static func confidenceSet(_ probabilities: [Double], level: Double) -> (lower: Int, upper: Int) {
        let tail = (1 - level) / 2
        var sum = 0.0
        var lower: Int?
        for (index, mass) in probabilities.enumerated() {
            sum += mass
            if lower == nil, sum > tail + 1e-12 { lower = index + 1 }
            if sum >= 1 - tail - 1e-12 { return (lower ?? index + 1, index + 1) }
        }
        return (lower ?? 1, probabilities.count)
    }
}
