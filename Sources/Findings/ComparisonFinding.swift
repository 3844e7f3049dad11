/// What a comparison of two releases says.
///
/// With α = 1 − level: `improved` if the adjusted p value is below α and the candidate is better; `regressed` if it is below
/// α and the candidate is worse; else `equivalent` if the interval of level 1 − 2α lies within the margin (two one-sided
/// tests at α each); else `inconclusive`. A comparison without a margin is never equivalent.
public enum ComparisonVerdict: String, Codable, Sendable, CaseIterable {
    /// The candidate is better, beyond chance.
    case improved
    /// The candidate is worse, beyond chance.
    case regressed
    /// Neither, and the difference is within the margin.
    case equivalent
    /// None of these.
    case inconclusive
}

/// The study's candidate against its baseline, on one benchmark or by macro-average.
public struct ComparisonFinding: Codable, Sendable, Equatable {
    /// The model that is compared with.
    public var baseline: String
    /// The model that is judged.
    public var candidate: String
    /// The benchmark's identifier; nil for the macro-average.
    public var benchmark: String?
    /// Candidate minus baseline, over the items that both have.
    public var estimate: Double
    /// The interval at the study's level.
    public var interval: IntervalFinding
    /// The interval of level 1 − 2α that decides equivalence; nil without a margin, or where 2α is not below 1.
    public var equivalenceInterval: IntervalFinding?
    /// The margin of equivalence in score points of 1; nil if the study names none.
    public var margin: Double?
    public var verdict: ComparisonVerdict
    /// Items that both have.
    public var items: Int
    public var clusters: Int
    /// Items that only one of the two has, left out.
    public var unpaired: Int
    /// Benchmarks averaged, for the macro-average: those that both have; else nil.
    public var benchmarks: Int?
    /// Items that only the candidate gets right, where all scores are 0 or 1; else nil.
    public var wrongToRight: Int?
    /// Items that only the baseline gets right.
    public var rightToWrong: Int?
    /// The p value of no difference.
    public var pValue: Double
    /// The p value adjusted by Holm over the benchmarks of this comparison; the macro-average is a family of its own.
    public var adjustedPValue: Double
    /// The test's identifier.
    public var test: String
    /// How many tests the adjustment covers.
    public var family: Int
    public var basis: Basis

    public init(
        baseline: String, candidate: String, benchmark: String?, estimate: Double, interval: IntervalFinding,
        equivalenceInterval: IntervalFinding? = nil, margin: Double? = nil, verdict: ComparisonVerdict, items: Int,
        clusters: Int, unpaired: Int = 0, benchmarks: Int? = nil, wrongToRight: Int? = nil, rightToWrong: Int? = nil,
        pValue: Double, adjustedPValue: Double, test: String, family: Int, basis: Basis = .logs
    ) {
        self.baseline = baseline
        self.candidate = candidate
        self.benchmark = benchmark
        self.estimate = estimate
        self.interval = interval
        self.equivalenceInterval = equivalenceInterval
        self.margin = margin
        self.verdict = verdict
        self.items = items
        self.clusters = clusters
        self.unpaired = unpaired
        self.benchmarks = benchmarks
        self.wrongToRight = wrongToRight
        self.rightToWrong = rightToWrong
        self.pValue = pValue
        self.adjustedPValue = adjustedPValue
        self.test = test
        self.family = family
        self.basis = basis
    }
}
