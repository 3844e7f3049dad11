/// The method of variance estimates recovery for Σ w_j θ_j. Source: Zou and Donner 2008.
public enum Mover {
    /// Members that may be correlated (two), independent of all other groups.
    public struct Group: Sendable {
        /// Weight, estimate and interval of each member.
        let members: [(weight: Double, estimate: Double, interval: Interval)]
        /// The correlation of two members' estimates.
        let correlation: Double

        /// Members as weight, estimate and interval, with their correlation, in [−1, 1].
        public init(members: [(Double, Double, Interval)], correlation: Double = 0) {
            self.members = members.map { (weight: $0.0, estimate: $0.1, interval: $0.2) }
            self.correlation = correlation
        }
    }

    /// [θ − sqrt(Σ below²), θ + sqrt(Σ above²)] with the members' weighted distances to their ends, and twice their
    /// products times the correlation.
    ///
    /// With two independent members of weights 1 and −1 and Wilson intervals, this is Newcombe's hybrid score interval.
    public static func interval(groups: [Group], constant: Double = 0, level: Double) -> Interval {
        func end(_ end: IntervalEnd) -> Double {
            Self.end(
                end,
                groups: groups.map { group in
                    (group.members.map { ($0, $1, $2[$0 >= 0 ? end : end.opposite]) }, group.correlation)
                }, constant: constant)
        }
        return Interval(lower: end(.lower), upper: end(.upper), level: level, method: .mover)
    }

    /// One end: each member as weight, estimate, and the end of its own interval that moves the sum towards that end.
    static func end(
        _ end: IntervalEnd, groups: [(members: [(weight: Double, estimate: Double, end: Double)], correlation: Double)],
        constant: Double
    ) -> Double {
        var (estimate, sum) = (constant, 0.0)
        for group in groups {
            var distances: [Double] = []
            for (weight, part, bound) in group.members {
                estimate += weight * part
                distances.append(weight * (end == .lower ? part - bound : bound - part))
            }
            sum += squares(distances, group.members.map(\.weight), correlation: group.correlation)
        }
        let reach = max(0, sum).squareRoot()
        return end == .lower ? estimate - reach : estimate + reach
    }

    /// The interval of θ1/θ2 for positive θ. Source: Donner and Zou 2012, Closed-form confidence intervals for functions of
    /// the normal mean and standard deviation.
    ///
    /// - Returns: nil where the interval would be unbounded: the second part's interval reaches 0, or twice its estimate.
    public static func ratio(
        estimates: (Double, Double), intervals: (Interval, Interval), correlation: Double, level: Double
    ) -> Interval? {
        let (a, b) = estimates
        let (l1, u1, l2, u2) = (intervals.0.lower, intervals.0.upper, intervals.1.lower, intervals.1.upper)
        let (lowerScale, upperScale) = (u2 * (2 * b - u2), l2 * (2 * b - l2))
        guard lowerScale > 0, upperScale > 0 else { return nil }
        let lowerCentre = a * b - correlation * (a - l1) * (u2 - b)
        let upperCentre = a * b - correlation * (u1 - a) * (b - l2)
        let lowerRoot = max(0, lowerCentre * lowerCentre - l1 * (2 * a - l1) * lowerScale).squareRoot()
        let upperRoot = max(0, upperCentre * upperCentre - u1 * (2 * a - u1) * upperScale).squareRoot()
        return Interval(
            lower: max(0, (lowerCentre - lowerRoot) / lowerScale), upper: (upperCentre + upperRoot) / upperScale,
            level: level, method: .mover)
    }

    private static func squares(_ distances: [Double], _ weights: [Double], correlation: Double) -> Double {
        let sum = distances.reduce(0) { $0 + $1 * $1 }
        guard distances.count == 2 else { return sum }
        // Distances are positive; the sign of the covariance follows from the weights.
        let sign = weights[0] * weights[1] < 0 ? -1.0 : 1.0
        return sum + 2 * sign * correlation * distances[0] * distances[1]
    }
}
