/// How often two models are right on the same items and wrong on the same, over all benchmarks together.
///
/// Only benchmarks on which all scores of both are 0 or 1 enter. Of more than 60 models, the first 60 of the ranking do.
public struct AgreementFinding: Codable, Sendable, Equatable {
    /// The identifier of the model that comes first in the ranking.
    public var first: String
    /// The identifier of the other model.
    public var second: String
    /// Benchmarks that entered.
    public var benchmarks: Int
    /// Items that both have.
    public var items: Int
    /// Clusters that they belong to.
    public var clusters: Int
    /// Items that both get right.
    public var bothRight: Int
    /// Items that only the first gets right.
    public var onlyFirst: Int
    /// Items that only the second gets right.
    public var onlySecond: Int
    /// Items that both get wrong.
    public var bothWrong: Int
    /// The share of items on which both are right or both are wrong.
    public var observed: Double
    /// The same by chance: from each benchmark's accuracies, summed over items.
    public var expected: Double
    /// (observed − expected) / (1 − expected), at most 1; nil if the expected share is 1.
    public var kappa: Double?
    /// The interval of kappa; nil where it has no width or cannot be found, such as for a benchmark of a single cluster.
    public var interval: IntervalFinding?
    /// What the numbers rest on.
    public var basis: Basis

    /// The agreement of a pair as it was counted; the four counts of items should sum to `items`.
    public init(
        first: String, second: String, benchmarks: Int, items: Int, clusters: Int, bothRight: Int, onlyFirst: Int,
        onlySecond: Int, bothWrong: Int, observed: Double, expected: Double, kappa: Double?,
        interval: IntervalFinding?, basis: Basis = .logs
    ) {
        self.first = first
        self.second = second
        self.benchmarks = benchmarks
        self.items = items
        self.clusters = clusters
        self.bothRight = bothRight
        self.onlyFirst = onlyFirst
        self.onlySecond = onlySecond
        self.bothWrong = bothWrong
        self.observed = observed
        self.expected = expected
        self.kappa = kappa
        self.interval = interval
        self.basis = basis
    }
}
