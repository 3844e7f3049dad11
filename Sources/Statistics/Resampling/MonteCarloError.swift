/// How far the ends of an interval from replicates may be from those of infinitely many.
public enum MonteCarloError {
    /// The standard error of the u-quantile of replicates, from the binomial error of the quantile's rank.
    ///
    /// The rank has standard deviation s = sqrt(R u (1 − u)); half the distance between the replicates one s above and
    /// one s below is the error. Source: Davison and Hinkley 1997, section 2.5.
    ///
    /// - Parameters:
    ///   - distribution: The empirical distribution of the replicates.
    ///   - u: The share, in (0, 1).
    public static func quantile(_ distribution: DiscreteDistribution, share u: Double) -> Double {
        let count = Double(distribution.support.count)
        // Beyond the outermost replicate nothing is known of the quantile but that replicate.
        guard u > 0, u < 1, count > 1 else { return 0 }
        let spread = (u * (1 - u) / count).squareRoot()
        return (distribution.quantile(min(1, u + spread)) - distribution.quantile(max(0, u - spread))) / 2
    }
}
