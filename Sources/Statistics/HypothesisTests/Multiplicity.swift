/// p values adjusted for the number of tests, in the order of the input.
public enum Multiplicity {
    /// Step-down adjustment that holds the probability of any false rejection. Source: Holm 1979.
    public static func holm(_ pValues: [Double]) -> [Double] {
        let order = rising(pValues)
        var adjusted = pValues
        var largest = 0.0
        for (rank, index) in order.enumerated() {
            largest = max(largest, min(1, Double(pValues.count - rank) * pValues[index]))
            adjusted[index] = largest
        }
        return adjusted
    }

    /// Step-down adjustment that holds the probability of any false rejection and spends more of it where the weight is
    /// larger: in rising order of p/w, the running maximum of p_(i)/w_(i) Σ_{j ≥ i} w_(j), at most 1. Equal weights give
    /// `holm`. Source: Holm 1979, section 4.
    ///
    /// - Parameters:
    ///   - pValues: One p value a test.
    ///   - weights: One positive weight a test, on any scale.
    public static func weightedHolm(_ pValues: [Double], weights: [Double]) -> [Double] {
        precondition(pValues.count == weights.count, "one weight a test")
        precondition(weights.allSatisfy { $0 > 0 && $0.isFinite }, "positive weights")
        let order = rising(zip(pValues, weights).map { $0 / $1 })
        // Sums from the end, so that no weight is what rounding leaves of a difference.
        var remaining = weights
        var sum = 0.0
        for index in order.reversed() {
            sum += weights[index]
            remaining[index] = sum
        }
        var adjusted = pValues
        var largest = 0.0
        for index in order {
            largest = max(largest, min(1, pValues[index] * (remaining[index] / weights[index])))
            adjusted[index] = largest
        }
        return adjusted
    }

    /// Step-up adjustment that holds the share of false rejections. Source: Benjamini and Hochberg 1995.
    public static func benjaminiHochberg(_ pValues: [Double]) -> [Double] {
        let order = rising(pValues)
        var adjusted = pValues
        var least = 1.0
        for (rank, index) in order.enumerated().reversed() {
            least = min(least, Double(pValues.count) / Double(rank + 1) * pValues[index])
            adjusted[index] = least
        }
        return adjusted
    }

    private static func rising(_ pValues: [Double]) -> [Int] {
        pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
    }
}
