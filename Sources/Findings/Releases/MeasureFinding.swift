/// What is measured of a prediction beside its score.
public enum Measure: String, Codable, Sendable, CaseIterable {
    /// The share of predictions without a recognisable answer.
    case unparsed
    /// The share of predictions in which the model declined.
    case refused
    /// The share of predictions that the runner failed to get.
    case error
    /// The length of the prediction, in Unicode scalars.
    case length
    /// The time to the prediction, in seconds.
    case latency
    /// The tokens that the model wrote.
    case outputTokens = "output-tokens"
    /// The price of the prediction, in the log's currency.
    case cost

    /// Whether the measure is a share in [0, 1].
    public var isShare: Bool { self == .unparsed || self == .refused || self == .error }
}

/// Whether a measure changed beyond chance.
public enum MeasureVerdict: String, Codable, Sendable, CaseIterable {
    case increased
    case decreased
    case inconclusive
}

/// The change of one measure from the baseline to a candidate on one benchmark, over the items that both have.
public struct MeasureFinding: Codable, Sendable, Equatable {
    /// What is measured, and so the unit of the values.
    public var measure: Measure
    /// The candidate's label.
    public var candidate: String
    /// The benchmark's identifier.
    public var benchmark: String
    /// The baseline's mean over items, in the measure's unit; epochs are averaged within the item first.
    public var baselineValue: Double
    /// The candidate's mean over the same items.
    public var candidateValue: Double
    /// Candidate minus baseline.
    public var estimate: Double
    /// The paired interval of the difference.
    public var interval: IntervalFinding
    /// Whether the measure changed beyond chance, by the adjusted p value.
    public var verdict: MeasureVerdict
    /// The p value of no change, in [0, 1].
    public var pValue: Double
    /// Adjusted by Holm over all measures of the document, a family of their own.
    public var adjustedPValue: Double
    /// The identifier of the test.
    public var test: String
    /// How many tests the adjustment covers.
    public var family: Int
    /// Items that both have a value for.
    public var items: Int
    /// Clusters that the items belong to; as many as items where these are independent.
    public var clusters: Int

    /// A change of a measure as it was computed and judged.
    public init(
        measure: Measure, candidate: String, benchmark: String, baselineValue: Double, candidateValue: Double,
        estimate: Double, interval: IntervalFinding, verdict: MeasureVerdict, pValue: Double, adjustedPValue: Double,
        test: String, family: Int, items: Int, clusters: Int
    ) {
        self.measure = measure
        self.candidate = candidate
        self.benchmark = benchmark
        self.baselineValue = baselineValue
        self.candidateValue = candidateValue
        self.estimate = estimate
        self.interval = interval
        self.verdict = verdict
        self.pValue = pValue
        self.adjustedPValue = adjustedPValue
        self.test = test
        self.family = family
        self.items = items
        self.clusters = clusters
    }
}
