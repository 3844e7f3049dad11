/// An interval: its ends, its level, how it was made and why in that way.
public struct IntervalFinding: Codable, Sendable, Equatable {
    /// The lower end, in the unit of what it is the interval of.
    public var lower: Double
    /// The upper end, at least the lower one.
    public var upper: Double
    /// The two-sided level, in (0, 1).
    public var level: Double
    /// The identifier of the method; `FindingsDocument.methods` explains it.
    public var method: String
    /// Why this method was used here, as a clause.
    public var reason: String

    /// An interval as it was computed, with the clause that says why in this way.
    public init(lower: Double, upper: Double, level: Double, method: String, reason: String) {
        self.lower = lower
        self.upper = upper
        self.level = level
        self.method = method
        self.reason = reason
    }
}

/// The bootstrap's own interval beside the one that the rule chose.
public struct BootstrapFinding: Codable, Sendable, Equatable {
    /// The lower end, a score.
    public var lower: Double
    /// The upper end, a score.
    public var upper: Double
    /// The two-sided level, in (0, 1).
    public var level: Double
    /// The identifier of the method.
    public var method: String
    /// The Monte Carlo standard error of the lower end; 0 where the distribution was computed in full.
    public var lowerError: Double
    /// The same of the upper end.
    public var upperError: Double

    /// A bootstrap interval; errors of 0 say that its distribution was computed in full.
    public init(
        lower: Double, upper: Double, level: Double, method: String, lowerError: Double, upperError: Double
    ) {
        self.lower = lower
        self.upper = upper
        self.level = level
        self.method = method
        self.lowerError = lowerError
        self.upperError = upperError
    }
}

/// What an estimate is about.
public enum EstimateScope: String, Codable, Sendable, CaseIterable {
    /// All items of one benchmark.
    case benchmark
    /// The items of one capability of one benchmark.
    case capability
    /// The items of one facet value of one benchmark.
    case facet
    /// The unweighted mean over benchmarks.
    case macroAverage = "macro-average"
}

/// What a number rests on.
public enum Basis: String, Codable, Sendable, CaseIterable {
    /// Scores of logged predictions.
    case logs
    /// Counts that follow from published figures alone; the simulation of items does not enter.
    case publishedCounts = "published-counts"
    /// Simulated items: which item is right, pairs, clusters and ranks follow from the simulation's assumptions.
    case simulation
}

/// An accuracy (mean score) with its interval.
public struct EstimateFinding: Codable, Sendable, Equatable {
    /// Which items the estimate is about.
    public var scope: EstimateScope
    /// The model's identifier.
    public var model: String
    /// The benchmark's identifier; nil for the macro-average.
    public var benchmark: String?
    /// The capability; nil for all items.
    public var capability: String?
    /// The facet and its value; nil unless the scope is `facet`.
    public var facet: FacetValue?
    /// The mean score over items.
    public var estimate: Double
    /// The interval at the study's level.
    public var interval: IntervalFinding
    /// The bootstrap's interval; nil where it does not exist, such as for equal scores.
    public var bootstrap: BootstrapFinding?
    /// The standard error of the estimate, of clusters where items share them.
    public var standardError: Double
    /// Items that entered.
    public var items: Int
    /// Clusters that they belong to.
    public var clusters: Int
    /// The number of right items where all scores are 0 or 1, else nil.
    public var correct: Int?
    /// Variance over that of independent items, where items share clusters; else nil.
    public var designEffect: Double?
    /// Benchmarks averaged, for the macro-average; else nil.
    public var benchmarks: Int?
    /// The estimate with all missing, unparsed, refused and failed items wrong.
    public var lowerBound: Double
    /// The estimate with all of them right.
    public var upperBound: Double
    /// The mean chance level of the items, or nil.
    public var chance: Double?
    /// What the numbers rest on.
    public var basis: Basis

    /// An estimate as it was computed; the scope must agree with `benchmark`, `capability` and `facet`, which is not
    /// checked.
    public init(
        scope: EstimateScope, model: String, benchmark: String? = nil, capability: String? = nil,
        facet: FacetValue? = nil, estimate: Double, interval: IntervalFinding, bootstrap: BootstrapFinding? = nil,
        standardError: Double, items: Int, clusters: Int, correct: Int? = nil, designEffect: Double? = nil,
        benchmarks: Int? = nil, lowerBound: Double,
        upperBound: Double, chance: Double? = nil, basis: Basis = .logs
    ) {
        self.scope = scope
        self.model = model
        self.benchmark = benchmark
        self.capability = capability
        self.facet = facet
        self.estimate = estimate
        self.interval = interval
        self.bootstrap = bootstrap
        self.standardError = standardError
        self.items = items
        self.clusters = clusters
        self.correct = correct
        self.designEffect = designEffect
        self.benchmarks = benchmarks
        self.lowerBound = lowerBound
        self.upperBound = upperBound
        self.chance = chance
        self.basis = basis
    }
}

/// A facet and one of its values.
public struct FacetValue: Codable, Sendable, Equatable, Hashable {
    /// The facet's name, such as `modality`.
    public var name: String
    /// The value, such as `CT`. Untrusted text of the logs.
    public var value: String

    /// A value of a facet.
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// The paired difference of two models.
public struct DifferenceFinding: Codable, Sendable, Equatable {
    /// The model that is subtracted from.
    public var first: String
    /// The model that is subtracted.
    public var second: String
    /// The benchmark's identifier; nil for the macro-average.
    public var benchmark: String?
    /// Accuracy of the first minus accuracy of the second, over the items that both have.
    public var estimate: Double
    /// The interval at the study's level.
    public var interval: IntervalFinding
    /// An interval at the same level that holds for all pairs of the family at once; nil where nothing varies.
    public var simultaneous: IntervalFinding?
    /// The standard error of the estimate, of clusters where items share them.
    public var standardError: Double
    /// The smallest true difference that these items would show at the study's level in 80 of 100 studies.
    public var detectable: Double
    /// The estimate with every missing, unparsed, refused and failed item wrong for the first and right for the second.
    public var lowerBound: Double
    /// The estimate with every such item right for the first and wrong for the second.
    public var upperBound: Double
    /// Items that both have.
    public var items: Int
    /// Clusters that the items belong to; as many as items where these are independent.
    public var clusters: Int
    /// Items that only one of the two has, left out.
    public var unpaired: Int
    /// Items that only the first gets right, where all scores are 0 or 1.
    public var onlyFirst: Int?
    /// Items that only the second gets right.
    public var onlySecond: Int?
    /// The p value of no difference: exact McNemar, or sign-flip where items share clusters or scores are fractions.
    public var pValue: Double
    /// The test's identifier.
    public var test: String
    /// The p value adjusted by Holm over all pairs of the same benchmark.
    public var adjustedPValue: Double
    /// The p value adjusted by Benjamini and Hochberg over the same pairs.
    public var falseDiscoveryPValue: Double
    /// How many pairs the adjustment covers.
    public var family: Int
    /// What the numbers rest on.
    public var basis: Basis

    /// A difference as it was computed, with its p values adjusted already.
    public init(
        first: String, second: String, benchmark: String?, estimate: Double, interval: IntervalFinding,
        simultaneous: IntervalFinding? = nil, standardError: Double, detectable: Double, lowerBound: Double,
        upperBound: Double, items: Int, clusters: Int, unpaired: Int, onlyFirst: Int? = nil, onlySecond: Int? = nil,
        pValue: Double, test: String, adjustedPValue: Double, falseDiscoveryPValue: Double, family: Int,
        basis: Basis = .logs
    ) {
        self.first = first
        self.second = second
        self.benchmark = benchmark
        self.estimate = estimate
        self.interval = interval
        self.simultaneous = simultaneous
        self.standardError = standardError
        self.detectable = detectable
        self.lowerBound = lowerBound
        self.upperBound = upperBound
        self.items = items
        self.clusters = clusters
        self.unpaired = unpaired
        self.onlyFirst = onlyFirst
        self.onlySecond = onlySecond
        self.pValue = pValue
        self.test = test
        self.adjustedPValue = adjustedPValue
        self.falseDiscoveryPValue = falseDiscoveryPValue
        self.family = family
        self.basis = basis
    }
}
