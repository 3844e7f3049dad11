/// Whether models differ by their ranks over several benchmarks, and which cannot be told apart (Demšar 2006).
///
/// The models are all that have an estimate, over the benchmarks on which all of them have one; if these are fewer than
/// three, the models with an estimate on every benchmark, over all benchmarks.
public struct RankComparisonFinding: Codable, Sendable, Equatable {
    /// The models, best mean rank first; equal ones in the document's order.
    public var models: [String]
    /// The mean ranks in the same order.
    public var meanRanks: [ModelRank]
    /// How many benchmarks rank the models, at least three.
    public var benchmarks: Int
    /// Their identifiers, in the document's order.
    public var benchmarkIDs: [String]
    /// Friedman's statistic, corrected for ties.
    public var friedman: Double
    /// Its p value by the chi-squared distribution.
    public var pValue: Double
    /// The statistic of Iman and Davenport; nil where all benchmarks rank the models alike, so that it is infinite.
    public var imanDavenport: Double?
    /// Its p value by the F distribution; 0 where the statistic is infinite.
    public var imanDavenportPValue: Double
    /// The difference of mean ranks from which on two models can be told apart (Nemenyi).
    public var criticalDifference: Double
    /// Runs of models, best first, whose mean ranks differ by less than the critical difference; a run within another and
    /// a single model are left out.
    public var groups: [[String]]
    /// The level of the critical difference, for all pairs together.
    public var level: Double
    /// What the numbers rest on.
    public var basis: Basis

    /// A comparison of mean ranks, best first; `models` and `benchmarks` follow from the lists.
    public init(
        meanRanks: [ModelRank], benchmarkIDs: [String], friedman: Double, pValue: Double, imanDavenport: Double?,
        imanDavenportPValue: Double, criticalDifference: Double, groups: [[String]], level: Double,
        basis: Basis = .logs
    ) {
        models = meanRanks.map(\.model)
        self.meanRanks = meanRanks
        benchmarks = benchmarkIDs.count
        self.benchmarkIDs = benchmarkIDs
        self.friedman = friedman
        self.pValue = pValue
        self.imanDavenport = imanDavenport
        self.imanDavenportPValue = imanDavenportPValue
        self.criticalDifference = criticalDifference
        self.groups = groups
        self.level = level
        self.basis = basis
    }
}

/// The mean rank of a model over benchmarks.
public struct ModelRank: Codable, Sendable, Equatable {
    /// The model's identifier.
    public var model: String
    /// From 1 for a model that is best everywhere.
    public var meanRank: Double

    /// A mean rank, from 1 to the number of models.
    public init(model: String, meanRank: Double) {
        self.model = model
        self.meanRank = meanRank
    }
}
