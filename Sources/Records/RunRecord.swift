/// One execution of one model on one benchmark, as a log describes it.
public struct RunRecord: Hashable, Sendable {
    /// The position of the run within its log, from 0; predictions refer to it.
    public var index: Int
    /// The identifier of the runner that wrote the log.
    public var runner: String
    /// The runner's version, if the log names it.
    public var runnerVersion: String?
    /// The model's name as the log gives it; aliases are resolved later by the study.
    public var model: String
    /// The benchmark's name as the log gives it.
    public var benchmark: String
    /// When the run started, as the log writes it (ISO 8601 where the runner does), or nil.
    public var startedAt: String?
    /// The runner's own metrics, the one to judge by first; empty if the log carries no scores.
    public var metrics: [MetricRecord]
    /// How many items the runner says it evaluated, which may exceed the items that the log holds; nil if unknown.
    public var itemsReported: Int?
    /// The facet whose equal values make a cluster, if the log's layout tells (for example `image`).
    public var clusterFacet: String?

    /// A run as the log describes it; what is left out the log does not say.
    public init(
        index: Int, runner: String, runnerVersion: String? = nil, model: String, benchmark: String,
        startedAt: String? = nil, metrics: [MetricRecord] = [], itemsReported: Int? = nil, clusterFacet: String? = nil
    ) {
        self.index = index
        self.runner = runner
        self.runnerVersion = runnerVersion
        self.model = model
        self.benchmark = benchmark
        self.startedAt = startedAt
        self.metrics = metrics
        self.itemsReported = itemsReported
        self.clusterFacet = clusterFacet
    }
}

/// A metric of the runner: its name, what the runner itself reported, and the unit of its scores.
public struct MetricRecord: Codable, Hashable, Sendable {
    /// The runner's name of the metric, such as `choice/accuracy` or `exact_match,strict-match`.
    public var name: String
    /// The figure that the runner reported for the run in the unit of `scale`, or nil.
    public var reported: Double?
    /// How the runner's figure relates to the mean over items; nil means that it is that mean.
    public var reportedNote: String?
    /// What a full score is in the log: 1 for fractions, 100 for percentages. Scores in records are already divided by it.
    public var scale: Double
    /// Whether a larger score is better.
    public var higherIsBetter: Bool

    /// A metric whose scores are fractions and of which more is better, unless said otherwise.
    public init(
        name: String, reported: Double? = nil, reportedNote: String? = nil, scale: Double = 1,
        higherIsBetter: Bool = true
    ) {
        self.name = name
        self.reported = reported
        self.reportedNote = reportedNote
        self.scale = scale
        self.higherIsBetter = higherIsBetter
    }
}
