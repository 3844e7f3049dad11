/// What a comparison of two releases says.
///
/// With α = 1 − level: `equivalent` if the interval of level 1 − 2α lies within the margin (two one-sided tests at α each,
/// Schuirmann 1987), however sure the small difference is; else `improved` if the adjusted p value is below α and the
/// candidate is better; `regressed` if it is below α and the candidate is worse; else `inconclusive`. A comparison without
/// a margin is never equivalent.
public enum ComparisonVerdict: String, Codable, Sendable, CaseIterable {
    /// The candidate is better, beyond chance.
    case improved
    /// The candidate is worse, beyond chance.
    case regressed
    /// The difference is within the margin, beyond chance.
    case equivalent
    /// None of these.
    case inconclusive
}

/// Which items a comparison is about.
public enum ComparisonScope: String, Codable, Sendable, CaseIterable {
    /// The unweighted mean over the benchmarks that both have.
    case overall
    /// All items of one benchmark.
    case benchmark
    /// The items of one capability of one benchmark.
    case capability
    /// The items of one facet value of one benchmark.
    case facet
}

/// A candidate against its baseline, over all benchmarks, on one, or on a part of one.
public struct ComparisonFinding: Codable, Sendable, Equatable {
    /// Which items are compared.
    public var scope: ComparisonScope
    /// The model that is compared with.
    public var baseline: String
    /// The model that is judged.
    public var candidate: String
    /// The benchmark's identifier; nil for the macro-average.
    public var benchmark: String?
    /// The capability whose items are compared; nil for all items.
    public var capability: String?
    /// The facet value whose items are compared; nil for all items.
    public var facet: FacetValue?
    /// Candidate minus baseline, over the items that both have.
    public var estimate: Double
    /// The baseline's mean score over the same items; nil in documents made before it was kept.
    public var baselineScore: Double?
    /// The candidate's.
    public var candidateScore: Double?
    /// The interval at the study's level.
    public var interval: IntervalFinding
    /// The interval of level 1 − 2α that decides equivalence; nil without a margin, or where 2α is not below 1.
    public var equivalenceInterval: IntervalFinding?
    /// The margin of equivalence in score points of 1; nil if the study names none.
    public var margin: Double?
    /// What the comparison says, by the rule of ``ComparisonVerdict``.
    public var verdict: ComparisonVerdict
    /// Items that both have.
    public var items: Int
    /// Clusters that the items belong to; as many as items where these are independent.
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
    /// The p value adjusted by weighted Holm over everything that was tested: each scope has the same share of the error
    /// rate, divided evenly over its comparisons.
    public var adjustedPValue: Double
    /// The test's identifier.
    public var test: String
    /// How many tests the adjustment covers.
    public var family: Int
    /// The smallest difference that would have been seen with a power of 0.8 at this comparison's share of the error rate;
    /// nil where the items' differences have no spread.
    public var detectable: Double?
    /// The always-valid interval, where one was asked for.
    public var sequence: IntervalFinding?
    /// Whether larger scores are better.
    public var higherIsBetter: Bool
    /// What the numbers rest on.
    public var basis: Basis

    /// A comparison as it was computed; the verdict is taken as given. Nil is what the property says of it.
    public init(
        scope: ComparisonScope, baseline: String, candidate: String, benchmark: String? = nil,
        capability: String? = nil, facet: FacetValue? = nil, estimate: Double, baselineScore: Double?,
        candidateScore: Double?, interval: IntervalFinding, equivalenceInterval: IntervalFinding? = nil,
        margin: Double? = nil, verdict: ComparisonVerdict, items: Int, clusters: Int, unpaired: Int = 0,
        benchmarks: Int? = nil, wrongToRight: Int? = nil, rightToWrong: Int? = nil, pValue: Double,
        adjustedPValue: Double, test: String, family: Int, detectable: Double? = nil,
        sequence: IntervalFinding? = nil, higherIsBetter: Bool = true, basis: Basis = .logs
    ) {
        self.scope = scope
        self.baseline = baseline
        self.candidate = candidate
        self.benchmark = benchmark
        self.capability = capability
        self.facet = facet
        self.estimate = estimate
        self.baselineScore = baselineScore
        self.candidateScore = candidateScore
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
        self.detectable = detectable
        self.sequence = sequence
        self.higherIsBetter = higherIsBetter
        self.basis = basis
    }
}

extension ComparisonFinding {
    /// Documents made before scopes have benchmarks and macro-averages only.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func required<Value: Decodable>(_ key: CodingKeys) throws -> Value {
            try container.decode(Value.self, forKey: key)
        }
        func optional<Value: Decodable>(_ key: CodingKeys) throws -> Value? {
            try container.decodeIfPresent(Value.self, forKey: key)
        }
        let benchmark: String? = try optional(.benchmark)
        self.init(
            scope: try optional(.scope) ?? (benchmark == nil ? .overall : .benchmark),
            baseline: try required(.baseline),
            candidate: try required(.candidate), benchmark: benchmark, capability: try optional(.capability),
            facet: try optional(.facet), estimate: try required(.estimate), baselineScore: try optional(.baselineScore),
            candidateScore: try optional(.candidateScore), interval: try required(.interval),
            equivalenceInterval: try optional(.equivalenceInterval), margin: try optional(.margin),
            verdict: try required(.verdict), items: try required(.items), clusters: try required(.clusters),
            unpaired: try required(.unpaired), benchmarks: try optional(.benchmarks),
            wrongToRight: try optional(.wrongToRight), rightToWrong: try optional(.rightToWrong),
            pValue: try required(.pValue), adjustedPValue: try required(.adjustedPValue), test: try required(.test),
            family: try required(.family), detectable: try optional(.detectable), sequence: try optional(.sequence),
            higherIsBetter: try optional(.higherIsBetter) ?? true, basis: try required(.basis))
    }
}
