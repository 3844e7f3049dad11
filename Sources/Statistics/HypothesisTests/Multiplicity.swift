/// p values adjusted for testing several hypotheses, in the order of the input.
public enum Multiplicity {
    /// Holm 1979: keeps the chance of any false rejection.
    public static func holm(_ pValues: [Double]) -> [Double] {
        let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
        var adjusted = pValues
        var largest = 0.0
        for (rank, index) in order.enumerated() {
            largest = max(largest, min(1, Double(pValues.count - rank) * pValues[index]))
            adjusted[index] = largest
        }
        return adjusted
    }

    /// Benjamini and Hochberg 1995: keeps the expected share of false rejections.
    public static func benjaminiHochberg(_ pValues: [Double]) -> [Double] {
        let order = pValues.indices.sorted { (pValues[$0], $0) > (pValues[$1], $1) }
        var adjusted = pValues
        var smallest = 1.0
        for (position, index) in order.enumerated() {
            let rank = pValues.count - position
            smallest = min(smallest, pValues[index] * Double(pValues.count) / Double(rank))
            adjusted[index] = smallest
        }
        return adjusted
    }
}
