/// How much the benchmarks differ for one model, with the sampling noise removed (random effects).
public struct VarianceFinding: Codable, Sendable, Equatable {
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
    /// The estimator of tau squared: `paule-mandel`.
    public var method: String
    /// The heterogeneity statistic Q.
    public var q: Double
    /// The p value of Q under no heterogeneity.
    public var qPValue: Double
    /// The share of the variance of the estimates that is not sampling noise, in [0, 1].
    public var iSquared: Double
    /// Where the accuracy on a benchmark not yet seen would lie; nil with fewer than three benchmarks.
    public var prediction: IntervalFinding?
    /// Benchmarks whose sampling variance of 0 was replaced by that of (k + ½)/(n + 1).
    public var replacedVariances: Int
    public var basis: Basis

    public init(
        model: String, benchmarks: Int, mean: Double, standardError: Double, standardDeviation: Double,
        tauSquared: Double, method: String, q: Double, qPValue: Double, iSquared: Double,
        prediction: IntervalFinding?, replacedVariances: Int = 0, basis: Basis = .logs
    ) {
        self.model = model
        self.benchmarks = benchmarks
        self.mean = mean
        self.standardError = standardError
        self.standardDeviation = standardDeviation
        self.tauSquared = tauSquared
        self.method = method
        self.q = q
        self.qPValue = qPValue
        self.iSquared = iSquared
        self.prediction = prediction
        self.replacedVariances = replacedVariances
        self.basis = basis
    }
}

/// Where the variance of the table models × benchmarks comes from (crossed random effects).
public struct ComponentsFinding: Codable, Sendable, Equatable {
    public var models: Int
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
    public var basis: Basis

    public init(
        models: Int, benchmarks: Int, model: Double, benchmark: Double, interaction: Double, sampling: Double,
        generalizability: Double, kendallsW: Double, kendallsWPValue: Double, basis: Basis = .logs
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
        self.basis = basis
    }
}

/// How probable each rank is for a model, from the joint bootstrap of macro-averages.
public struct RankFinding: Codable, Sendable, Equatable {
    public var model: String
    /// The rank of the estimate, 1 for the best; ties share the mean rank.
    public var rank: Double
    /// The lowest rank (best) in the confidence set at the study's level.
    public var lower: Int
    /// The highest rank (worst) in the confidence set.
    public var upper: Int
    /// The share of replicates with each rank, from rank 1 on.
    public var probabilities: [Double]
    public var basis: Basis

    public init(model: String, rank: Double, lower: Int, upper: Int, probabilities: [Double], basis: Basis = .logs) {
        self.model = model
        self.rank = rank
        self.lower = lower
        self.upper = upper
        self.probabilities = probabilities
        self.basis = basis
    }
}
