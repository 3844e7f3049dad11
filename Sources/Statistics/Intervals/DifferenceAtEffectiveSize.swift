/// Paired differences, counted once for intervals at any level.
struct DifferenceAtEffectiveSize: Sendable {
    private let unit: Double
    /// Gains and losses of the first, each over the items.
    private var shares: (gains: Double, losses: Double)
    private let variance: Double
    private let effective: EffectiveSize

    init(_ differences: ScoreSample) {
        // Differences of a metric with another range are measured in units of the largest one.
        let unit = differences.scores.reduce(1) { max($0, abs($1)) }
        let sample = unit > 1 ? differences.rescaled { $0 / unit } : differences
        let count = Double(sample.itemCount)
        var (gains, losses) = (0.0, 0.0)
        for score in sample.scores { if score > 0 { gains += score } else { losses -= score } }
        variance = (gains + losses) / count - sample.mean * sample.mean
        shares = (gains / count, losses / count)
        effective = EffectiveSize(sample)
        self.unit = unit
    }

    /// Independent differences of 0/1 scores, counted.
    ///
    /// - Parameter effective: the effective size of the differences.
    init(gains: Int, losses: Int, items: Int, mean: Double, effective: EffectiveSize) {
        let count = Double(items)
        unit = 1
        variance = Double(gains + losses) / count - mean * mean
        shares = (Double(gains) / count, Double(losses) / count)
        self.effective = effective
    }

    /// The second minus the first.
    var reversed: DifferenceAtEffectiveSize {
        var other = self
        other.shares = (shares.losses, shares.gains)
        return other
    }

    /// Bonett and Price's interval at the effective size, and the size n* that it was taken at.
    func interval(level: Double) -> (interval: Interval, effectiveSize: Double) {
        let size = effective.size(variance: variance, level: level, isExact: false)
        let (first, second) = (shares.gains * size, shares.losses * size)
        var interval = BonettPrice.interval(
            PairedCounts(
                bothCorrect: max(0, size - first - second), onlyFirst: first, onlySecond: second, neither: 0),
            level: level)
        interval.method = .bonettPriceAtEffectiveSize
        interval.lower *= unit
        interval.upper *= unit
        return (interval, size)
    }
}

extension BonettPrice {
    /// Bonett and Price's interval at the effective size of paired differences, and the size n* that it was taken at.
    ///
    /// Gains and losses of the first keep their shares; independent 0/1 scores are reduced by the ratio of quantiles alone.
    public static func interval(
        differences: ScoreSample, level: Double
    ) -> (interval: Interval, effectiveSize: Double) {
        DifferenceAtEffectiveSize(differences).interval(level: level)
    }
}
