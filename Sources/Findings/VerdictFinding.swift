/// What an estimate says of a threshold.
public enum Verdict: String, Codable, Sendable, CaseIterable {
    /// The one-sided lower bound is at or above the threshold.
    case pass
    /// The one-sided upper bound is below the threshold.
    case fail
    /// Neither.
    case inconclusive
}

/// A threshold applied to one estimate of one model.
public struct VerdictFinding: Codable, Sendable, Equatable {
    /// The threshold's identifier.
    public var threshold: String
    /// The model's identifier.
    public var model: String
    /// The benchmark's identifier; nil for the macro-average and for `overall`.
    public var benchmark: String?
    /// The capability whose items were judged; nil for all items.
    public var capability: String?
    /// The facet value that was judged, or nil.
    public var facet: FacetValue?
    /// Whether this verdict joins the verdicts of several parts: pass only if each part passes (intersection-union).
    public var isJoint: Bool
    /// What the bounds say of the minimum.
    public var verdict: Verdict
    /// The minimum that was demanded here.
    public var minimum: Double
    /// The estimate that was judged; for a joint verdict, that of the part with the lowest lower bound.
    public var estimate: Double
    /// The one-sided lower bound at 1 − alpha.
    public var lower: Double
    /// The one-sided upper bound at 1 − alpha.
    public var upper: Double
    /// The one-sided error rate.
    public var alpha: Double
    /// The p value of "the accuracy is below the minimum"; a verdict passes where it is at most alpha. The largest of the
    /// parts for a joint verdict (intersection-union).
    public var passPValue: Double
    /// The p value of "the accuracy is at or above the minimum"; a verdict fails where it is at most alpha. For a joint
    /// verdict the smallest of the parts times their number.
    public var failPValue: Double
    /// `failPValue` adjusted by Holm over the subgroups or parts that the threshold judges together for this model.
    public var adjustedFailPValue: Double
    /// The method of the bounds.
    public var method: String
    /// Items that were judged; of all parts for a joint verdict.
    public var items: Int
    /// Clusters that they belong to; as many as items where these are independent.
    public var clusters: Int
    /// Parts joined; 1 unless the verdict is joint.
    public var parts: Int
    /// How many items in all would settle an inconclusive verdict at the present accuracy, or nil.
    public var itemsToSettle: Int?
    /// What the numbers rest on.
    public var basis: Basis

    /// A verdict by itself: `adjustedFailPValue` is `failPValue`.
    public init(
        threshold: String, model: String, benchmark: String? = nil, capability: String? = nil,
        facet: FacetValue? = nil, isJoint: Bool = false, verdict: Verdict, minimum: Double, estimate: Double,
        lower: Double, upper: Double, alpha: Double, passPValue: Double, failPValue: Double,
        method: String, items: Int, clusters: Int, parts: Int = 1,
        itemsToSettle: Int? = nil, basis: Basis = .logs
    ) {
        self.threshold = threshold
        self.model = model
        self.benchmark = benchmark
        self.capability = capability
        self.facet = facet
        self.isJoint = isJoint
        self.verdict = verdict
        self.minimum = minimum
        self.estimate = estimate
        self.lower = lower
        self.upper = upper
        self.alpha = alpha
        self.passPValue = passPValue
        self.failPValue = failPValue
        adjustedFailPValue = failPValue
        self.method = method
        self.items = items
        self.clusters = clusters
        self.parts = parts
        self.itemsToSettle = itemsToSettle
        self.basis = basis
    }
}
