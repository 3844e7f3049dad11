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
