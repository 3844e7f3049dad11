/// How the releases of one model came along over the items that all of them answered.
public struct HistoryFinding: Codable, Sendable, Equatable {
    /// The family that the releases belong to, or nil for releases that were compared by hand.
    public var family: String?
    /// The benchmark's identifier; nil for the macro-average over the benchmarks that all releases have.
    public var benchmark: String?
    /// In their order.
    public var points: [HistoryPoint]
    /// Where the level changed, in the order of the releases.
    public var changes: [HistoryChange]
    /// Items that all releases have.
    public var items: Int
    /// Clusters that the items belong to; as many as items where these are independent.
    public var clusters: Int
    /// The error rate at which a change was told from none.
    public var alpha: Double
    /// The identifier of the method.
    public var method: String

    /// A history of releases in their order; each change must name one of the points' models.
    public init(
        family: String?, benchmark: String?, points: [HistoryPoint], changes: [HistoryChange], items: Int,
        clusters: Int,
        alpha: Double, method: String
    ) {
        self.family = family
        self.benchmark = benchmark
        self.points = points
        self.changes = changes
        self.items = items
        self.clusters = clusters
        self.alpha = alpha
        self.method = method
    }
}

/// One release of a history.
public struct HistoryPoint: Codable, Sendable, Equatable {
    /// The model's identifier, or the release's label.
    public var model: String
    /// The release date, ISO 8601; nil where it is not known.
    public var released: String?
    /// The accuracy over the items that all releases have.
    public var estimate: Double
    /// The interval of the accuracy, at the study's level.
    public var interval: IntervalFinding

    /// A release with its accuracy.
    public init(model: String, released: String?, estimate: Double, interval: IntervalFinding) {
        self.model = model
        self.released = released
        self.estimate = estimate
        self.interval = interval
    }
}

/// A release from which on the level is another.
public struct HistoryChange: Codable, Sendable, Equatable {
    /// The first release after the change.
    public var model: String
    /// The mean over the releases since, up to the next change, minus that over the releases before, back to the last one.
    public var estimate: Double
    /// The paired interval of that difference, as if the place of the change had been known.
    public var interval: IntervalFinding
    /// The p value of no change here, in [0, 1].
    public var pValue: Double

    /// A change before the release `model`.
    public init(model: String, estimate: Double, interval: IntervalFinding, pValue: Double) {
        self.model = model
        self.estimate = estimate
        self.interval = interval
        self.pValue = pValue
    }
}
