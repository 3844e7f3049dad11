/// The adjusted Wald interval of a paired difference of proportions. Source: Bonett and Price 2012.
public enum BonettPrice {
    /// d̃ ± z sqrt((p̃12 + p̃21 − d̃²)/(n + 2)) with p̃12 = (b + 1)/(n + 2), p̃21 = (c + 1)/(n + 2), clipped to [−1, 1].
    public static func interval(_ counts: PairedCounts, level: Double) -> Interval {
        let z = Normal.criticalValue(level: level)
        let size = counts.size + 2
        let first = (counts.onlyFirst + 1) / size
        let second = (counts.onlySecond + 1) / size
        let difference = first - second
        let half = z * ((first + second - difference * difference) / size).squareRoot()
        return Interval(lower: difference - half, upper: difference + half, level: level, method: .bonettPrice)
            .clipped(to: -1...1)
    }
}
