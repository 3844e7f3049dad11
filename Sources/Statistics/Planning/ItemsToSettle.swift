/// How many items would settle an inconclusive verdict.
public enum ItemsToSettle {
    /// The smallest N at which Wilson's one-sided bound at the present proportion clears the threshold.
    ///
    /// The bound clears where |p − t| > z sqrt(t(1 − t)/N), because Wilson's interval inverts the score test.
    ///
    /// - Parameters:
    ///   - p: The present proportion, in [0, 1].
    ///   - t: The threshold, in [0, 1].
    ///   - alpha: The one-sided error rate, in (0, 0.5).
    /// - Returns: nil if p = t, or beyond a trillion items.
    public static func count(proportion p: Double, threshold t: Double, alpha: Double) -> Int? {
        guard p != t, (0...1).contains(p), (0...1).contains(t) else { return nil }
        let z = -Normal.quantile(alpha)
        let bound = z * z * t * (1 - t) / ((p - t) * (p - t))
        guard bound < 1e12 else { return nil }
        // The formula may be off by one where rounding decides, so the bound itself has the last word.
        var count = max(1, Int(bound.rounded(.up)) - 1)
        while !clears(p, t, size: Double(count), z: z) && Double(count) < bound + 3 { count += 1 }
        return count
    }

    private static func clears(_ p: Double, _ t: Double, size: Double, z: Double) -> Bool {
        let ends = Wilson.ends(proportion: p, size: size, z: z)
        return p > t ? ends.lower >= t : ends.upper < t
    }
}
