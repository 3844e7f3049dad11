/// How much the benchmarks differ for one model, with the sampling noise removed (random effects).
public struct VarianceFinding: Codable, Sendable, Equatable {
    /// The model's identifier.
    public var model: String
    /// Benchmarks that entered.
    public var benchmarks: Int
    /// The pooled mean over benchmarks as a sample of possible benchmarks.
    public var mean: Double
    /// The standard error of the mean.
    public var standardError: Double
    /// The standard deviation between benchmarks beyond sampling noise, the square root of tau squared.
    public var standardDeviation: Double
    /// The variance between benchmarks beyond sampling noise.
    public var tauSquared: Double
    /// The interval of tau squared by the Q profile, at the study's level.
    public var tauSquaredLower: Double
    /// The upper end of the same interval.
    public var tauSquaredUpper: Double
    /// The estimator of tau squared: `paule-mandel`.
    public var method: String
    /// The heterogeneity statistic Q.
    public var q: Double
    /// The p value of Q under no heterogeneity.
    public var qPValue: Double
    /// The share of the variance of the estimates that is not sampling noise, in [0, 1].
    public var iSquared: Double
    /// The spread of the estimates over that of sampling noise alone, sqrt(Q/(J − 1)).
    public var h: Double
    /// The same by other estimators of tau squared.
    public var alternatives: [HeterogeneityFinding]
    /// Where the accuracy on a benchmark not yet seen would lie; nil with fewer than three benchmarks.
    public var prediction: IntervalFinding?
    /// Benchmarks whose sampling variance of 0 was replaced by that of (k + ½)/(n + 1).
    public var replacedVariances: Int
    /// What the numbers rest on.
    public var basis: Basis

    /// The spread of one model as it was estimated.
    public init(
        model: String, benchmarks: Int, mean: Double, standardError: Double, standardDeviation: Double,
        tauSquared: Double, tauSquaredLower: Double, tauSquaredUpper: Double, method: String, q: Double,
        qPValue: Double, iSquared: Double, h: Double, alternatives: [HeterogeneityFinding],
        prediction: IntervalFinding?, replacedVariances: Int = 0, basis: Basis = .logs
    ) {
        self.model = model
        self.benchmarks = benchmarks
        self.mean = mean
        self.standardError = standardError
        self.standardDeviation = standardDeviation
        self.tauSquared = tauSquared
        self.tauSquaredLower = tauSquaredLower
        self.tauSquaredUpper = tauSquaredUpper
        self.method = method
        self.q = q
        self.qPValue = qPValue
        self.iSquared = iSquared
        self.h = h
        self.alternatives = alternatives
        self.prediction = prediction
        self.replacedVariances = replacedVariances
        self.basis = basis
    }
}

/// The variance between benchmarks by one estimator.
public struct HeterogeneityFinding: Codable, Sendable, Equatable {
    /// `dersimonian-laird`, `paule-mandel` or `reml`.
    public var method: String
    /// The variance between benchmarks by this estimator, at least 0.
    public var tauSquared: Double
    /// The pooled mean with this variance.
    public var mean: Double
    /// The standard error of that mean.
    public var standardError: Double

    /// What one estimator gives.
    public init(method: String, tauSquared: Double, mean: Double, standardError: Double) {
        self.method = method
        self.tauSquared = tauSquared
        self.mean = mean
        self.standardError = standardError
    }
}

/// The interval of one variance component.
public struct ComponentInterval: Codable, Sendable, Equatable {
    /// `model`, `benchmark`, `interaction`, `sampling` or `generalizability`.
    public var component: String
    /// What was resampled: `items`, with these benchmarks as all there are; or `benchmarks`, these as a sample of possible
    /// ones, with their items.
    public var over: String
    /// The lower end, in the component's own unit.
    public var lower: Double
    /// The upper end, in the component's own unit.
    public var upper: Double
    /// The two-sided level, in (0, 1).
    public var level: Double
    /// The identifier of the method.
    public var method: String

    /// An interval of a component, from replicates of the whole table.
    public init(component: String, over: String, lower: Double, upper: Double, level: Double, method: String) {
        self.component = component
        self.over = over
        self.lower = lower
        self.upper = upper
        self.level = level
        self.method = method
    }
}

/// Where the variance of the table models × benchmarks comes from (crossed random effects).
public struct ComponentsFinding: Codable, Sendable, Equatable {
    /// How many models the table has.
    public var models: Int
    /// How many benchmarks the table has.
    public var benchmarks: Int
    /// Variance between models; may be negative as computed, shown as 0.
    public var model: Double
    /// Variance between benchmarks.
    public var benchmark: Double
    /// Interaction of model and benchmark, sampling noise removed.
    public var interaction: Double
    /// Mean sampling variance of the cells.
    public var sampling: Double
    /// The share of the variance of model means that is between models, in [0, 1].
    public var generalizability: Double
    /// Kendall's coefficient of concordance of the benchmarks as judges of the models.
    public var kendallsW: Double
    /// The p value of W under no concordance.
    public var kendallsWPValue: Double
    /// The intervals of the components, over items and over benchmarks.
    public var intervals: [ComponentInterval]
    /// The share of pairs of models whose order by macro-average would swap if the items were drawn anew.
    public var itemLuck: Double
    /// The same if the benchmarks were drawn anew, with their items.
    public var benchmarkLuck: Double
    /// What the numbers rest on.
    public var basis: Basis

    /// The components of a complete table as they were estimated.
    public init(
        models: Int, benchmarks: Int, model: Double, benchmark: Double, interaction: Double, sampling: Double,
        generalizability: Double, kendallsW: Double, kendallsWPValue: Double, intervals: [ComponentInterval],
        itemLuck: Double, benchmarkLuck: Double, basis: Basis = .logs
    ) {
        self.models = models
        self.benchmarks = benchmarks
        self.model = model
        self.benchmark = benchmark
        self.interaction = interaction
        self.sampling = sampling
        self.generalizability = generalizability
        self.kendallsW = kendallsW
        self.kendallsWPValue = kendallsWPValue
        self.intervals = intervals
        self.itemLuck = itemLuck
        self.benchmarkLuck = benchmarkLuck
        self.basis = basis
    }
}
