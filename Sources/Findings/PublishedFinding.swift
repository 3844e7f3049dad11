/// An accuracy that somebody else prints, beside the one found here.
public struct PublishedFinding: Codable, Sendable, Equatable {
    /// The model's identifier.
    public var model: String
    /// The benchmark's identifier.
    public var benchmark: String
    /// The accuracy as it is printed there, in [0, 1].
    public var accuracy: Double
    /// Who prints it.
    public var source: String
    /// What is known to be different there; nil for nothing.
    public var note: String?
    /// The accuracy found here.
    public var estimate: Double
    /// The interval of the accuracy found here.
    public var interval: IntervalFinding
    /// The printed accuracy minus the one found here.
    public var difference: Double
    /// Whether the printed accuracy lies in the interval: if not, sampling of items does not explain the difference.
    public var isInside: Bool
    /// What the estimate here rests on.
    public var basis: Basis

    /// Holds a printed accuracy against an estimate.
    public init(
        accuracy: Double, source: String, note: String?, estimate: EstimateFinding, benchmark: String
    ) {
        model = estimate.model
        self.benchmark = benchmark
        self.accuracy = accuracy
        self.source = source
        self.note = note
        self.estimate = estimate.estimate
        interval = estimate.interval
        difference = accuracy - estimate.estimate
        isInside = estimate.interval.lower <= accuracy && accuracy <= estimate.interval.upper
        basis = estimate.basis
    }
}
