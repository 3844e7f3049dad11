/// Intervals that hold for a whole family at once. Source: Westfall and Young 1993.
public enum SimultaneousIntervals {
    /// The quantile of max |θ*_j − θ_j| / SE_j over the family, which takes the place of z in every interval.
    ///
    /// - Parameters:
    ///   - estimates: θ_j of each member.
    ///   - replicates: The joint replicates of each member, all of the same length.
    ///   - level: 1 − α for all intervals at once, in (0, 1).
    /// - Returns: nil if no member varies.
    public static func criticalValue(estimates: [Double], replicates: [[Double]], level: Double) -> Double? {
        guard let count = replicates.first?.count, count > 0 else { return nil }
        var largest = [Double](repeating: 0, count: count)
        var varies = false
        for (estimate, values) in zip(estimates, replicates) {
            guard let error = DiscreteDistribution(replicates: values)?.standardError, error > 0 else { continue }
            varies = true
            for (replicate, value) in values.enumerated() where value.isFinite {
                largest[replicate] = max(largest[replicate], abs(value - estimate) / error)
            }
        }
        return varies ? DiscreteDistribution(replicates: largest)?.quantile(level) : nil
    }
}
