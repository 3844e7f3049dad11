/// What the items of a benchmark can show of the difference of two models, and how many items would show more.
///
/// The power is that of the exact two-sided McNemar test between two models that disagree as often as the median pair of
/// the study does; clusters divide the items by the design effect, as `acuity plan` does.
public struct PowerFinding: Codable, Sendable, Equatable {
    /// The benchmark's identifier.
    public var benchmark: String
    /// How many pairs of models the medians are of.
    public var pairs: Int
    /// The share of items on which exactly one of two models is right: the median over the pairs.
    public var discordance: Double
    /// By how much clusters increase the variance of a difference: the median over the pairs, 1 for independent items.
    /// Below 1 the power takes it as 1.
    public var designEffect: Double
    /// The items that a pair shares at present, of the pair with most.
    public var presentItems: Int
    /// The two-sided error rate.
    public var alpha: Double
    /// One curve a difference: 0.01, 0.02, 0.05 and 0.10, without those greater than the discordance.
    public var curves: [PowerCurve]
    /// The identifier of the method.
    public var method: String
    /// What the numbers rest on.
    public var basis: Basis

    /// The power of a benchmark's items by the exact McNemar test, unless another method is named.
    public init(
        benchmark: String, pairs: Int, discordance: Double, designEffect: Double, presentItems: Int, alpha: Double,
        curves: [PowerCurve], method: String = "mcnemar-power", basis: Basis = .logs
    ) {
        self.benchmark = benchmark
        self.pairs = pairs
        self.discordance = discordance
        self.designEffect = designEffect
        self.presentItems = presentItems
        self.alpha = alpha
        self.curves = curves
        self.method = method
        self.basis = basis
    }
}

/// The power for one true difference.
public struct PowerCurve: Codable, Sendable, Equatable {
    /// The true difference of two accuracies.
    public var difference: Double
    /// About 40 numbers of items from 20 to 100,000, evenly spaced on a logarithmic scale.
    public var points: [PowerPoint]
    /// The number of items from which on the power is at least 0.8, or nil beyond a hundred million.
    public var itemsFor80: Int?

    /// The curve of one difference, in [0, 1].
    public init(difference: Double, points: [PowerPoint], itemsFor80: Int?) {
        self.difference = difference
        self.points = points
        self.itemsFor80 = itemsFor80
    }
}

/// The power at a number of items.
public struct PowerPoint: Codable, Sendable, Equatable {
    /// The number of items, at least 1.
    public var items: Int
    /// The probability that the test rejects, in [0, 1].
    public var power: Double

    /// The power that a number of items gives.
    public init(items: Int, power: Double) {
        self.items = items
        self.power = power
    }
}
