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
        var (estimate, below, above) = (constant, 0.0, 0.0)
        for group in groups {
            var (downs, ups): ([Double], [Double]) = ([], [])
            for (weight, part, interval) in group.members {
                estimate += weight * part
                downs.append(weight * (part - (weight >= 0 ? interval.lower : interval.upper)))
                ups.append(weight * ((weight >= 0 ? interval.upper : interval.lower) - part))
            }
            below += squares(downs, group)
            above += squares(ups, group)
        }
        return Interval(
            lower: estimate - max(0, below).squareRoot(), upper: estimate + max(0, above).squareRoot(), level: level,
            method: .mover)
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

    private static func squares(_ distances: [Double], _ group: Group) -> Double {
        let sum = distances.reduce(0) { $0 + $1 * $1 }
        guard distances.count == 2 else { return sum }
        // Distances are positive; the sign of the covariance follows from the weights.
        let sign = group.members[0].weight * group.members[1].weight < 0 ? -1.0 : 1.0
        return sum + 2 * sign * group.correlation * distances[0] * distances[1]
    }
}
