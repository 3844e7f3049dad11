/// How a gap is measured.
public enum GapForm: String, Codable, Sendable, CaseIterable {
    /// Understanding minus reasoning, as accuracies.
    case raw
    /// The same after chance is taken out: (p − c) / (1 − c).
    case chanceCorrected = "chance-corrected"
    /// The mean of the raw gaps of the benchmarks that have both capabilities, with equal weights.
    case standardised
    /// Accuracy on reasoning divided by accuracy on understanding; 1 is no gap.
    case ratio
}

/// Accuracy on understanding minus accuracy on reasoning.
public struct GapFinding: Codable, Sendable, Equatable {
    /// The model's identifier.
    public var model: String
    /// The benchmark's identifier; nil for the standardised gap over benchmarks.
    public var benchmark: String?
    /// How the gap is measured, and so the unit of the estimate.
    public var form: GapForm
    /// Understanding minus reasoning.
    public var estimate: Double
    /// The interval at the study's level, in the form's unit.
    public var interval: IntervalFinding
    /// The standard error of the estimate, in the form's unit.
    public var standardError: Double
    /// The one-sided p value of "reasoning is not lower than understanding", by the interval's own method.
    public var pValue: Double
    /// The one-sided p value of the opposite, "reasoning is not higher than understanding".
    public var reversedPValue: Double
    /// `pValue` adjusted by Holm over the models with a gap of this form on this benchmark.
    public var adjustedPValue: Double
    /// `reversedPValue` adjusted in the same way.
    public var adjustedReversedPValue: Double
    /// How many models the adjustment covers.
    public var family: Int
    /// The estimate with every unresolved understanding item wrong and every unresolved reasoning item right; for the
    /// ratio the other way round.
    public var lowerBound: Double
    /// The estimate with every unresolved item the other way.
    public var upperBound: Double
    /// The accuracy on understanding in this form.
    public var understanding: Double
    /// The accuracy on reasoning in this form.
    public var reasoning: Double
    /// Items with the capability understanding.
    public var understandingItems: Int
    /// Items with the capability reasoning.
    public var reasoningItems: Int
    /// Clusters of all of them.
    public var clusters: Int
    /// Items without a capability, which do not enter.
    public var without: Int
    /// Benchmarks averaged; 1 for a gap within one benchmark.
    public var benchmarks: Int
    /// What the numbers rest on.
    public var basis: Basis

    /// A gap of one model by itself: its p values are not adjusted, the family is 1.
    public init(
        model: String, benchmark: String?, form: GapForm, estimate: Double, interval: IntervalFinding,
        standardError: Double, pValue: Double, reversedPValue: Double, lowerBound: Double, upperBound: Double,
        understanding: Double, reasoning: Double, understandingItems: Int, reasoningItems: Int, clusters: Int,
        without: Int, benchmarks: Int, basis: Basis = .logs
    ) {
        self.model = model
        self.benchmark = benchmark
        self.form = form
        self.estimate = estimate
        self.interval = interval
        self.standardError = standardError
        self.pValue = pValue
        self.reversedPValue = reversedPValue
        adjustedPValue = pValue
        adjustedReversedPValue = reversedPValue
        family = 1
        self.lowerBound = lowerBound
        self.upperBound = upperBound
        self.understanding = understanding
        self.reasoning = reasoning
        self.understandingItems = understandingItems
        self.reasoningItems = reasoningItems
        self.clusters = clusters
        self.without = without
        self.benchmarks = benchmarks
        self.basis = basis
    }
}

/// The mean gap of a group of models: a family, a kind, or all.
public struct GroupGapFinding: Codable, Sendable, Equatable {
    /// What makes the group: `family`, `kind` or `all`.
    public var grouping: String
    /// The family's or kind's name; `all` for all models.
    public var group: String
    /// The models that entered, in the order of the document.
    public var models: [String]
    /// The benchmark's identifier; nil for the mean over benchmarks with equal weights.
    public var benchmark: String?
    /// The mean over models of understanding minus reasoning.
    public var estimate: Double
    /// The interval at the study's level.
    public var interval: IntervalFinding
    /// The standard error of the estimate.
    public var standardError: Double
    /// The one-sided p value of "reasoning is not lower than understanding".
    public var pValue: Double
    /// The mean of the models' lower bounds: every unresolved understanding item wrong, every reasoning item right.
    public var lowerBound: Double
    /// The mean of the models' upper bounds.
    public var upperBound: Double
    /// Items with either capability that all models of the group have.
    public var items: Int
    /// Clusters of these items, summed over the benchmarks that are averaged.
    public var clusters: Int
    /// Benchmarks averaged; 1 within one benchmark.
    public var benchmarks: Int
    /// What the numbers rest on.
    public var basis: Basis

    /// The mean gap of a group as it was computed.
    public init(
        grouping: String, group: String, models: [String], benchmark: String?, estimate: Double,
        interval: IntervalFinding, standardError: Double, pValue: Double, lowerBound: Double, upperBound: Double,
        items: Int, clusters: Int, benchmarks: Int, basis: Basis
    ) {
        self.grouping = grouping
        self.group = group
        self.models = models
        self.benchmark = benchmark
        self.estimate = estimate
        self.interval = interval
        self.standardError = standardError
        self.pValue = pValue
        self.lowerBound = lowerBound
        self.upperBound = upperBound
        self.items = items
        self.clusters = clusters
        self.benchmarks = benchmarks
        self.basis = basis
    }
}

/// What the gaps of all models say together of "reasoning is lower than understanding".
public struct GapClaimFinding: Codable, Sendable, Equatable {
    /// The benchmark's identifier; nil for the standardised gaps.
    public var benchmark: String?
    /// How the gaps are measured.
    public var form: GapForm
    /// Models with a gap.
    public var models: Int
    /// Models whose reasoning is lower, with Holm's adjustment over the models at alpha.
    public var lower: Int
    /// Models whose reasoning is higher, with the same adjustment.
    public var higher: Int
    /// Models of which neither can be said.
    public var open: Int
    /// The p value of "some model's reasoning is not lower": the largest of the models' p values (intersection-union).
    public var pValue: Double
    /// Whether reasoning is lower for every model: `pValue` is at most alpha.
    public var holdsForAll: Bool
    /// The one-sided error rate.
    public var alpha: Double
    /// What the numbers rest on.
    public var basis: Basis

    /// What the counts and the largest p value say; `open` and `holdsForAll` follow from them.
    public init(
        benchmark: String?, form: GapForm, models: Int, lower: Int, higher: Int, pValue: Double, alpha: Double,
        basis: Basis
    ) {
        self.benchmark = benchmark
        self.form = form
        self.models = models
        self.lower = lower
        self.higher = higher
        open = models - lower - higher
        self.pValue = pValue
        holdsForAll = pValue <= alpha
        self.alpha = alpha
        self.basis = basis
    }
}
