/// How many models would pass, fail or neither at each minimum that a threshold could demand.
///
/// A threshold on each benchmark (`*`) makes one curve a benchmark. A study without a threshold on whole benchmarks or the
/// macro-average gets one curve of the macro-average, or of its only benchmark, with a one-sided error rate of 0.025.
public struct ThresholdCurveFinding: Codable, Sendable, Equatable {
    /// The threshold's identifier; nil where the study has none.
    public var threshold: String?
    /// The benchmark's identifier; nil for the macro-average.
    public var benchmark: String?
    /// The capability whose items are judged; nil for all items.
    public var capability: String?
    /// How many models are judged: pass, inconclusive and fail sum to it.
    public var models: Int
    /// The one-sided error rate.
    public var alpha: Double
    /// The minimum that the threshold demands at present; nil without a threshold, or if it differs between models.
    public var minimum: Double?
    /// Minimums that are hundredths from 0 to 1, rising; of neighbouring ones with the same counts the first and the last,
    /// so that steps and straight lines between the points are those of all hundredths.
    public var points: [ThresholdCurvePoint]
    /// What the numbers rest on.
    public var basis: Basis

    /// A curve of the counts at rising minimums.
    public init(
        threshold: String?, benchmark: String?, capability: String? = nil, models: Int, alpha: Double,
        minimum: Double?, points: [ThresholdCurvePoint], basis: Basis = .logs
    ) {
        self.threshold = threshold
        self.benchmark = benchmark
        self.capability = capability
        self.models = models
        self.alpha = alpha
        self.minimum = minimum
        self.points = points
        self.basis = basis
    }
}

/// How many models have each verdict at a minimum.
public struct ThresholdCurvePoint: Codable, Sendable, Equatable {
    /// The minimum, a hundredth in [0, 1].
    public var minimum: Double
    /// Models whose lower bound is at or above the minimum.
    public var pass: Int
    /// Models that neither pass nor fail.
    public var inconclusive: Int
    /// Models whose upper bound is below the minimum.
    public var fail: Int

    /// The counts at a minimum.
    public init(minimum: Double, pass: Int, inconclusive: Int, fail: Int) {
        self.minimum = minimum
        self.pass = pass
        self.inconclusive = inconclusive
        self.fail = fail
    }
}
