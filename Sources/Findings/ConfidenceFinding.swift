/// How far a model's stated confidences can be trusted on one benchmark.
public struct ConfidenceFinding: Codable, Sendable, Equatable {
    /// The model's identifier.
    public var model: String
    /// The benchmark's identifier.
    public var benchmark: String
    /// Items with a score and a confidence.
    public var items: Int
    /// Clusters that the items belong to; as many as items where these are independent.
    public var clusters: Int
    /// The mean confidence.
    public var meanConfidence: Double
    /// The mean squared distance of confidence and score, with its interval.
    public var brier: Double
    /// The interval of `brier`.
    public var brierInterval: IntervalFinding
    /// The expected calibration error over ten bins of equal width, with its interval.
    public var calibrationError: Double
    /// The interval of `calibrationError`.
    public var calibrationInterval: IntervalFinding
    /// The area under the risk-coverage curve; smaller is better.
    public var riskCoverageArea: Double
    /// The bins of the reliability diagram, empty ones left out.
    public var bins: [CalibrationBin]
    /// Accuracy on the most confident items, at shares of 0.1, 0.2 ... 1 of all items.
    public var coverage: [CoveragePoint]
    /// What the numbers rest on.
    public var basis: Basis

    /// The confidences of a run as they were summed up; confidences and scores lie in [0, 1].
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
    /// The upper edge, in (0, 1]; belongs to the bin.
    public var upper: Double
    /// Items whose confidence lies in the bin, at least 1.
    public var items: Int
    /// The mean confidence of these items, in [0, 1].
    public var meanConfidence: Double
    /// The mean score of these items, in [0, 1].
    public var accuracy: Double
    /// The interval of the accuracy; nil in documents of earlier versions.
    public var interval: IntervalFinding?

    /// A bin of items; without an interval as in documents of earlier versions.
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
    /// Items answered at this coverage.
    public var items: Int
    /// The mean score of these items, in [0, 1].
    public var accuracy: Double
    /// The interval of the accuracy, at the study's level.
    public var interval: IntervalFinding

    /// The accuracy of the items that are answered at a coverage.
    public init(coverage: Double, items: Int, accuracy: Double, interval: IntervalFinding) {
        self.coverage = coverage
        self.items = items
        self.accuracy = accuracy
        self.interval = interval
    }
}
