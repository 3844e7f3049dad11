/// A run that estimates rest on, with everything that was counted in it.
public struct RunFinding: Codable, Sendable, Equatable {
    /// The model's identifier.
    public var model: String
    /// The benchmark's identifier.
    public var benchmark: String
    /// The path of the log.
    public var source: String
    /// When the run started, as the log writes it.
    public var startedAt: String?
    /// Whether the estimates use this run; of several runs of a model on a benchmark, the newest is used.
    public var isUsed: Bool
    /// Whether parts of the log could not be read, so that the run holds less than the runner wrote.
    public var isPartial: Bool
    /// How many lines, rows or parts of the log could not be read; of all its runs where a log holds several.
    public var unread: Int
    /// Items with at least one prediction.
    public var items: Int
    /// Predictions, over all epochs.
    public var predictions: Int
    /// The largest number of predictions of an item, at least 1.
    public var epochs: Int
    /// Items of the benchmark that the run lacks.
    public var missing: Int
    /// Predictions given twice; the last one counts.
    public var duplicates: Int
    /// Predictions without a recognisable answer.
    public var unparsed: Int
    /// Predictions in which the model declined.
    public var refused: Int
    /// Predictions that the runner failed to get.
    public var errors: Int
    /// Predictions that carry no score, neither the runner's nor Acuity's.
    public var unscored: Int
    /// Predictions that both the runner and Acuity called right or wrong.
    public var scoredByBoth: Int
    /// Of those, predictions on which the two disagree.
    public var disagreements: Int
    /// The metric by which the run is judged, or nil if nothing is scored.
    public var metric: String?
    /// Each metric with the mean over items and the runner's own figure.
    public var metrics: [MetricFinding]

    /// A run as it was counted; what is left out is none.
    public init(
        model: String, benchmark: String, source: String, startedAt: String? = nil, isUsed: Bool = true,
        isPartial: Bool = false, unread: Int = 0, items: Int, predictions: Int, epochs: Int = 1, missing: Int = 0,
        duplicates: Int = 0, unparsed: Int = 0, refused: Int = 0, errors: Int = 0, unscored: Int = 0,
        scoredByBoth: Int = 0, disagreements: Int = 0, metric: String? = nil,
        metrics: [MetricFinding] = []
    ) {
        self.metric = metric
        self.model = model
        self.benchmark = benchmark
        self.source = source
        self.startedAt = startedAt
        self.isUsed = isUsed
        self.isPartial = isPartial
        self.unread = unread
        self.items = items
        self.predictions = predictions
        self.epochs = epochs
        self.missing = missing
        self.duplicates = duplicates
        self.unparsed = unparsed
        self.refused = refused
        self.errors = errors
        self.unscored = unscored
        self.scoredByBoth = scoredByBoth
        self.disagreements = disagreements
        self.metrics = metrics
    }
}

/// One metric of a run.
public struct MetricFinding: Codable, Sendable, Equatable {
    /// The runner's name of the metric, or `acuity` for Acuity's own score.
    public var metric: String
    /// The mean over items, epochs averaged within the item first, in the log's unit; nil if nothing is scored.
    public var mean: Double?
    /// The runner's own figure, in the log's unit, or nil.
    public var reported: Double?
    /// Why the two may differ, or nil.
    public var note: String?

    /// A metric of a run; `note` is nil where nothing need be said.
    public init(metric: String, mean: Double?, reported: Double?, note: String? = nil) {
        self.metric = metric
        self.mean = mean
        self.reported = reported
        self.note = note
    }
}
