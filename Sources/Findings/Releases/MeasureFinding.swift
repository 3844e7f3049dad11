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
    public var measure: Measure
    public var candidate: String
    public var benchmark: String
    /// The baseline's mean over items, in the measure's unit; epochs are averaged within the item first.
    public var baselineValue: Double
    public var candidateValue: Double
    /// Candidate minus baseline.
    public var estimate: Double
    /// The paired interval of the difference.
    public var interval: IntervalFinding
    public var verdict: MeasureVerdict
    public var pValue: Double
    /// Adjusted by Holm over all measures of the document, a family of their own.
    public var adjustedPValue: Double
    public var test: String
    public var family: Int
    public var items: Int
    public var clusters: Int

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
