/// How many independent 0/1 items a sample of clustered or fractional scores is worth for the interval of its mean.
///
/// After Korn and Graubard 1998: the size at which a proportion of independent items would have the sample's standard
/// error, reduced by the squared ratio of the normal quantile and that of Student's t. The degrees of freedom of t are
/// those of the standard error itself (Satterthwaite 1946): few clusters that carry most of the variance count as few,
/// however many there are. The size is never taken to be below Kish's (1965) number of equal clusters, n²/Σm².
public struct EffectiveSize: Sendable, Equatable {
    /// The standard error of the mean, with the factor sqrt(G/(G − 1)); NaN with a single cluster.
    public let standardError: Double
    /// The degrees of freedom of the standard error, in 1 ... G − 1.
    public let degrees: Double
    /// n²/Σm², the number of clusters that all items would make if these were of equal size; the lower limit.
    public let clusterEquivalents: Double
    private let items: Double
    private let itemVariance: Double
    private let clusterCount: Int

    /// - Parameters:
    ///   - sample: scores, or differences of scores, with their clusters.
    public init(_ sample: ScoreSample) {
        let (sums, sizes) = (sample.clusters.sums, sample.clusters.sizes)
        var (squares, fourths, sizeSquares) = (0.0, 0.0, 0.0)
        for (sum, size) in zip(sums, sizes) {
            let residual = sum - size * sample.mean
            let square = residual * residual
            squares += square
            fourths += square * square
            sizeSquares += size * size
        }
        self.init(
            items: sample.itemCount, itemVariance: sample.itemVariance, clusters: sums.count, squares: squares,
            fourths: fourths, sizeSquares: sizeSquares)
    }

    /// - Parameters:
    ///   - itemVariance: the mean over items of the squared distance from their mean.
    ///   - squares: the sum over clusters of the squared residual.
    ///   - fourths: the sum of its fourth powers.
    ///   - sizeSquares: the sum over clusters of the squared number of items.
    init(items: Int, itemVariance: Double, clusters: Int, squares: Double, fourths: Double, sizeSquares: Double) {
        let count = Double(items)
        let groups = Double(clusters)
        self.items = count
        self.itemVariance = itemVariance
        clusterCount = clusters
        clusterEquivalents = count * count / sizeSquares
        standardError = clusters > 1 ? (squares * groups / (groups - 1)).squareRoot() / count : .nan
        // (Σd²)²/Σd⁴ is the number of clusters that would carry the variance if all carried the same; normal residuals
        // give a third of the clusters, equal ones all.
        let carriers = fourths > 0 ? squares * squares / fourths : groups
        degrees = max(1, min(groups - 1, 2 * (carriers - 1)))
    }

    /// n* for a mean whose single items would have the given variance if they were 0/1 (or −1/0/1) items.
    ///
    /// - Parameters:
    ///   - variance: p(1 − p) for an accuracy, (gains + losses) − d² for a paired difference.
    ///   - level: 1 − α, which fixes the quantiles.
    ///   - isExact: whether the interval that takes the size covers at any size; if not, the lower limit is reduced by the
    ///     ratio of quantiles at G − 1 degrees of freedom.
    func size(variance: Double, level: Double, isExact: Bool) -> Double {
        let floor = clusterEquivalents * (isExact ? 1 : reduction(degrees: Double(clusterCount - 1), level: level))
        guard variance > 0, itemVariance > 0, standardError.isFinite else { return floor }
        let ceiling = items * variance / itemVariance
        guard standardError > 0 else { return ceiling }
        let size = variance / (standardError * standardError) * reduction(degrees: degrees, level: level)
        return max(floor, min(ceiling, size))
    }

    /// The squared ratio of the normal quantile and Student's; ½ with a single cluster, of which nothing is known.
    private func reduction(degrees: Double, level: Double) -> Double {
        guard degrees > 0 else { return 0.5 }
        let ratio = Normal.criticalValue(level: level) / StudentT.criticalValue(level: level, degrees: degrees)
        return ratio * ratio
    }
}

/// Clopper and Pearson's interval at the effective size of clustered or fractional scores.
public enum ExactAtEffectiveSize {
    /// The interval of a mean of scores in [0, 1], and the size n* that it was taken at.
    public static func interval(_ sample: ScoreSample, level: Double) -> (interval: Interval, effectiveSize: Double) {
        interval(mean: sample.mean, EffectiveSize(sample), level: level)
    }

    /// The same where the effective size is known for all levels.
    static func interval(
        mean: Double, _ effective: EffectiveSize, level: Double
    ) -> (interval: Interval, effectiveSize: Double) {
        let (correct, size) = counts(mean: mean, effective, level: level)
        var interval = ClopperPearson.interval(correct: correct, size: size, level: level)
        interval.method = .exactAtEffectiveSize
        return (interval, size)
    }

    /// One end of it.
    static func end(_ end: IntervalEnd, mean: Double, _ effective: EffectiveSize, level: Double) -> Double {
        let (correct, size) = counts(mean: mean, effective, level: level)
        return ClopperPearson.end(end, correct: correct, size: size, level: level)
    }

    private static func counts(
        mean: Double, _ effective: EffectiveSize, level: Double
    ) -> (correct: Double, size: Double) {
        let p = min(1, max(0, mean))
        let size = effective.size(variance: p * (1 - p), level: level, isExact: true)
        // p · n* may miss n* by a rounding error, and a beta parameter of 1e-16 would not mean "no failure".
        return (p >= 1 ? size : p * size, size)
    }
}
