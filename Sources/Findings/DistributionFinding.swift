/// The bootstrap distribution of a model's macro-average, or of its accuracy on the only benchmark.
public struct DistributionFinding: Codable, Sendable, Equatable {
    /// The model's identifier.
    public var model: String
    /// The benchmark's identifier; nil for the macro-average.
    public var benchmark: String?
    /// `exact` where the distribution was computed in full, `replicates` where it comes from the joint bootstrap.
    public var kind: String
    /// How many replicates it comes from; nil where it was computed in full.
    public var replicates: Int?
    /// The model's estimate, the same as in `FindingsDocument.estimates`.
    public var estimate: Double
    /// The estimate's interval, by the rule and not from these bins.
    public var interval: IntervalFinding
    /// At most 50 bins of equal width, rising, without gaps.
    public var bins: [DistributionBin]
    /// What the numbers rest on.
    public var basis: Basis

    /// A distribution as it was binned; `replicates` is nil for the kind `exact`.
    public init(
        model: String, benchmark: String? = nil, kind: String, replicates: Int? = nil, estimate: Double,
        interval: IntervalFinding, bins: [DistributionBin], basis: Basis = .logs
    ) {
        self.model = model
        self.benchmark = benchmark
        self.kind = kind
        self.replicates = replicates
        self.estimate = estimate
        self.interval = interval
        self.bins = bins
        self.basis = basis
    }
}

/// One bin of a distribution.
public struct DistributionBin: Codable, Sendable, Equatable {
    /// The edges; closed on the right. They may lie outside of [0, 1] by half a bin, so that the value 0 or 1 has its bin.
    public var lower: Double
    /// The upper edge; belongs to the bin, and is the lower edge of the next one.
    public var upper: Double
    /// The probability; the first and the last bin take the tails, so that all bins sum to 1.
    public var mass: Double

    /// A bin with its probability in [0, 1].
    public init(lower: Double, upper: Double, mass: Double) {
        self.lower = lower
        self.upper = upper
        self.mass = mass
    }
}
