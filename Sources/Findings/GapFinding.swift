/// How a gap is measured.
public enum GapForm: String, Codable, Sendable, CaseIterable {
    /// Understanding minus reasoning, as accuracies.
    case raw
    /// The same after chance is taken out: (p − c) / (1 − c).
    case chanceCorrected = "chance-corrected"
    /// The mean of the raw gaps of the benchmarks that have both capabilities, with equal weights.
    case standardised
}

/// Accuracy on understanding minus accuracy on reasoning.
public struct GapFinding: Codable, Sendable, Equatable {
    public var model: String
    /// The benchmark's identifier; nil for the standardised gap over benchmarks.
    public var benchmark: String?
    public var form: GapForm
    /// Understanding minus reasoning.
    public var estimate: Double
    public var interval: IntervalFinding
    /// The accuracy on understanding in this form.
    public var understanding: Double
    /// The accuracy on reasoning in this form.
    public var reasoning: Double
    /// Items with the capability understanding.
    public var understandingItems: Int
    /// Items with the capability reasoning.
    public var reasoningItems: Int
    /// Clusters of all of them.
    public var clusters: Int
    /// Items without a capability, which do not enter.
    public var without: Int
    /// Benchmarks averaged; 1 for a gap within one benchmark.
    public var benchmarks: Int
    public var basis: Basis

    public init(
        model: String, benchmark: String?, form: GapForm, estimate: Double, interval: IntervalFinding,
        understanding: Double, reasoning: Double, understandingItems: Int, reasoningItems: Int, clusters: Int,
        without: Int, benchmarks: Int, basis: Basis = .logs
    ) {
        self.model = model
        self.benchmark = benchmark
        self.form = form
        self.estimate = estimate
        self.interval = interval
        self.understanding = understanding
        self.reasoning = reasoning
        self.understandingItems = understandingItems
        self.reasoningItems = reasoningItems
        self.clusters = clusters
        self.without = without
        self.benchmarks = benchmarks
        self.basis = basis
    }
}
