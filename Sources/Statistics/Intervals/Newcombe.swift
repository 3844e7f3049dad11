/// Hybrid score intervals of differences of proportions. Sources: Newcombe 1998 (independent), Newcombe 1998 (paired,
/// method 10).
public enum Newcombe {
    /// The difference p1 − p2 of two independent proportions.
    public static func difference(
        correct1: Double, size1: Double, correct2: Double, size2: Double, level: Double
    ) -> Interval {
        let z = Normal.criticalValue(level: level)
        let p1 = correct1 / size1
        let p2 = correct2 / size2
        let first = Wilson.ends(proportion: p1, size: size1, z: z)
        let second = Wilson.ends(proportion: p2, size: size2, z: z)
        let below = ((p1 - first.lower) * (p1 - first.lower) + (second.upper - p2) * (second.upper - p2)).squareRoot()
        let above = ((first.upper - p1) * (first.upper - p1) + (p2 - second.lower) * (p2 - second.lower)).squareRoot()
        return Interval(lower: p1 - p2 - below, upper: p1 - p2 + above, level: level, method: .newcombe)
            .clipped(to: -1...1)
    }

    /// The difference of two paired proportions, without a continuity correction to φ.
    public static func pairedDifference(_ counts: PairedCounts, level: Double) -> Interval {
        let z = Normal.criticalValue(level: level)
        let (a, b, c, d) = (counts.bothCorrect, counts.onlyFirst, counts.onlySecond, counts.neither)
        let size = counts.size
        let p1 = (a + b) / size
        let p2 = (a + c) / size
        let first = Wilson.ends(proportion: p1, size: size, z: z)
        let second = Wilson.ends(proportion: p2, size: size, z: z)
        let product = (a + b) * (c + d) * (a + c) * (b + d)
        let correlation = product > 0 ? (a * d - b * c) / product.squareRoot() : 0
        func distance(_ x: Double, _ y: Double) -> Double {
            max(0, x * x - 2 * correlation * x * y + y * y).squareRoot()
        }
        return Interval(
            lower: counts.difference - distance(p1 - first.lower, second.upper - p2),
            upper: counts.difference + distance(first.upper - p1, p2 - second.lower), level: level,
            method: .newcombePaired
        ).clipped(to: -1...1)
    }
}
