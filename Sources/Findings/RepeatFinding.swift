/// What repeated answers to the same items say, for a run with several epochs.
public struct RepeatFinding: Codable, Sendable, Equatable {
    /// The model's identifier.
    public var model: String
    /// The benchmark's identifier.
    public var benchmark: String
    /// Answers to each item.
    public var epochs: Int
    /// Items with all of them.
    public var items: Int
    /// Clusters that the items belong to; as many as items where these are independent.
    public var clusters: Int
    /// The variance of scores between answers to the same item, averaged over items.
    public var within: Double
    /// The variance of items' means beyond what the answers to them vary; negative as computed.
    public var between: Double
    /// The estimates: pass@k for each k, and the majority's accuracy.
    public var estimates: [RepeatEstimate]
    /// What the numbers rest on.
    public var basis: Basis

    /// The repeats of a run as they were summed up.
    public init(
        model: String, benchmark: String, epochs: Int, items: Int, clusters: Int, within: Double, between: Double,
        estimates: [RepeatEstimate], basis: Basis
    ) {
        self.model = model
        self.benchmark = benchmark
        self.epochs = epochs
        self.items = items
        self.clusters = clusters
        self.within = within
        self.between = between
        self.estimates = estimates
        self.basis = basis
    }
}

/// One way to judge an item by several answers.
public struct RepeatEstimate: Codable, Sendable, Equatable {
    /// `pass-at-k` or `majority`.
    public var kind: String
    /// The answers that are looked at.
    public var k: Int
    /// The expected score of an item judged in this way, in [0, 1].
    public var estimate: Double
    /// The interval at the study's level.
    public var interval: IntervalFinding

    /// An estimate from `k` answers, of at least 1.
    public init(kind: String, k: Int, estimate: Double, interval: IntervalFinding) {
        self.kind = kind
        self.k = k
        self.estimate = estimate
        self.interval = interval
    }
}
