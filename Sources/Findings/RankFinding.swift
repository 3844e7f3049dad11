/// Which ranks a model may have, from the joint bootstrap.
public struct RankFinding: Codable, Sendable, Equatable {
    /// The model's identifier.
    public var model: String
    /// The benchmark's identifier; nil for the macro-average.
    public var benchmark: String?
    /// The rank of the estimate, 1 for the best; ties share the mean rank.
    public var rank: Double
    /// The best rank in the model's confidence set at the study's level.
    public var lower: Int
    /// The worst rank in the confidence set.
    public var upper: Int
    /// The best rank in the set that holds for all models at once.
    public var simultaneousLower: Int
    /// The worst rank in that set.
    public var simultaneousUpper: Int
    /// The share of replicates in which the model is best.
    public var best: Double
    /// The share of replicates with each rank, from rank 1 on.
    public var probabilities: [Double]
    /// The models that cannot be told apart from this one: the simultaneous interval of the difference holds 0.
    public var alike: [String]
    /// What the numbers rest on.
    public var basis: Basis

    /// The ranks of a model; `best` is the first of the probabilities.
    public init(
        model: String, benchmark: String? = nil, rank: Double, lower: Int, upper: Int, simultaneousLower: Int,
        simultaneousUpper: Int, probabilities: [Double], alike: [String], basis: Basis = .logs
    ) {
        self.model = model
        self.benchmark = benchmark
        self.rank = rank
        self.lower = lower
        self.upper = upper
        self.simultaneousLower = simultaneousLower
        self.simultaneousUpper = simultaneousUpper
        best = probabilities.first ?? 0
        self.probabilities = probabilities
        self.alike = alike
        self.basis = basis
    }
}
