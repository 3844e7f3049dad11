/// The method of variance estimates recovery for Σ w_j θ_j of independent parts. Source: Zou and Donner 2008.
public enum Mover {
    /// [θ − sqrt(Σ below²), θ + sqrt(Σ above²)] with the parts' weighted distances to their ends.
    ///
    /// With two parts of weights 1 and −1 and Wilson intervals, this is Newcombe's hybrid score interval.
    public static func interval(weights: [Double], estimates: [Double], intervals: [Interval], level: Double) -> Interval {
        var (estimate, below, above) = (0.0, 0.0, 0.0)
        for (weight, (part, interval)) in zip(weights, zip(estimates, intervals)) {
            estimate += weight * part
            let down = weight * ((weight >= 0 ? interval.lower : interval.upper) - part)
            let up = weight * ((weight >= 0 ? interval.upper : interval.lower) - part)
            below += down * down
            above += up * up
        }
        return Interval(
            lower: estimate - below.squareRoot(), upper: estimate + above.squareRoot(), level: level, method: .mover)
    }
}
