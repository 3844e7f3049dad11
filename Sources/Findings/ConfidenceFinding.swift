/// How far a model's stated confidences can be trusted on one benchmark.
public struct ConfidenceFinding: Codable, Sendable, Equatable {
    public var model: String
    public var benchmark: String
    /// Items with a score and a confidence.
    public var items: Int
    public var clusters: Int
    /// The mean confidence.
    public var meanConfidence: Double
    /// The mean squared distance of confidence and score, with its interval.
    public var brier: Double
    public var brierInterval: IntervalFinding
    /// The expected calibration error over ten bins of equal width, with its interval.
    public var calibrationError: Double
    public var calibrationInterval: IntervalFinding
    /// The area under the risk-coverage curve; smaller is better.
    public var riskCoverageArea: Double
    /// The bins of the reliability diagram, empty ones left out.
    public var bins: [CalibrationBin]
    /// Accuracy on the most confident items, at shares of 0.1, 0.2 ... 1 of all items.
    public var coverage: [CoveragePoint]
    public var basis: Basis

    public init(
        model: String, benchmark: String, items: Int, clusters: Int, meanConfidence: Double, brier: Double,
        brierInterval: IntervalFinding, calibrationError: Double, calibrationInterval: IntervalFinding,
        riskCoverageArea: Double, bins: [CalibrationBin], coverage: [CoveragePoint], basis: Basis
    ) {
        self.model = model
        self.benchmark = benchmark
        self.items = items
        self.clusters = clusters
        self.meanConfidence = meanConfidence
        self.brier = brier
        self.brierInterval = brierInterval
        self.calibrationError = calibrationError
        self.calibrationInterval = calibrationInterval
        self.riskCoverageArea = riskCoverageArea
        self.bins = bins
        self.coverage = coverage
        self.basis = basis
    }
}

/// One bin of a reliability diagram.
public struct CalibrationBin: Codable, Sendable, Equatable {
    /// The edges; closed on the right, the first bin also on the left.
    public var lower: Double
    public var upper: Double
    public var items: Int
    public var meanConfidence: Double
    public var accuracy: Double
    /// The interval of the accuracy; nil in documents of earlier versions.
    public var interval: IntervalFinding?

    public init(
        lower: Double, upper: Double, items: Int, meanConfidence: Double, accuracy: Double,
        interval: IntervalFinding? = nil
    ) {
        self.interval = interval
        self.lower = lower
        self.upper = upper
        self.items = items
        self.meanConfidence = meanConfidence
        self.accuracy = accuracy
    }
}

/// Accuracy on the most confident items.
public struct CoveragePoint: Codable, Sendable, Equatable {
    /// The share of items answered, in (0, 1]; ties in confidence enter together, so it may exceed the share asked for.
    public var coverage: Double
    public var items: Int
    public var accuracy: Double
    public var interval: IntervalFinding

    public init(coverage: Double, items: Int, accuracy: Double, interval: IntervalFinding) {
        self.coverage = coverage
        self.items = items
        self.accuracy = accuracy
        self.interval = interval
    }
}
