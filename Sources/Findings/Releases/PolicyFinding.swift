/// What the gate lets pass.
public struct PolicyFinding: Codable, Sendable, Equatable {
    /// What blocks a release, of `Self.blockable`: scopes whose regressions block, `threshold`, and measures whose rise blocks.
    public var blocks: [String]
    /// Whether inconclusive comparisons end with exit code 4.
    public var isStrict: Bool
    /// Whether the intervals and tests hold at any time, so that growing logs may be judged again and again.
    public var isSequential: Bool
    /// The waivers of the study file, in its order.
    public var waivers: [WaiverFinding]
    /// The day on which waivers were judged, ISO 8601.
    public var date: String

    /// Everything that may block.
    public static let blockable =
        ComparisonScope.allCases.map(\.rawValue) + ["threshold"] + Measure.allCases.map(\.rawValue)
    /// What blocks where the study says nothing.
    public static let defaultBlocks = ComparisonScope.allCases.map(\.rawValue)

    /// A policy on the day `date`; what is left out is as where the study says nothing.
    public init(
        blocks: [String] = PolicyFinding.defaultBlocks, isStrict: Bool = false, isSequential: Bool = false,
        waivers: [WaiverFinding] = [], date: String
    ) {
        self.blocks = blocks
        self.isStrict = isStrict
        self.isSequential = isSequential
        self.waivers = waivers
        self.date = date
    }
}

/// A failure that is let pass until a day, with the reason.
///
/// It covers the failures that agree with everything that it names; what it leaves open agrees with all.
public struct WaiverFinding: Codable, Sendable, Equatable {
    /// The candidate's label or its model's identifier; nil for every candidate.
    public var candidate: String?
    /// The benchmark's identifier; nil for every benchmark.
    public var benchmark: String?
    /// The capability; nil for every capability, and for all items.
    public var capability: String?
    /// The facet value; nil for every one, and for all items.
    public var facet: FacetValue?
    /// The threshold's identifier; nil for every threshold.
    public var threshold: String?
    /// The measure; nil for every measure.
    public var measure: Measure?
    /// Why the failure is let pass, in the study's words.
    public var reason: String
    /// The last day on which it holds, ISO 8601.
    public var until: String
    /// Whether its last day lies before the day of the policy; it then covers nothing.
    public var isExpired: Bool
    /// How many failures it covers, or would cover were it not expired.
    public var covered: Int

    /// A waiver; with no scope it covers every failure.
    public init(
        candidate: String? = nil, benchmark: String? = nil, capability: String? = nil, facet: FacetValue? = nil,
        threshold: String? = nil, measure: Measure? = nil, reason: String, until: String, isExpired: Bool = false,
        covered: Int = 0
    ) {
        self.candidate = candidate
        self.benchmark = benchmark
        self.capability = capability
        self.facet = facet
        self.threshold = threshold
        self.measure = measure
        self.reason = reason
        self.until = until
        self.isExpired = isExpired
        self.covered = covered
    }
}

/// What the gate says in the end.
public enum GateDecision: String, Codable, Sendable, CaseIterable {
    /// Nothing that blocks. Exit code 0.
    case passed
    /// A failure that blocks and that no waiver covers. Exit code 1.
    case blocked
    /// Nothing blocks, but a comparison is inconclusive and the policy is strict. Exit code 4.
    case inconclusive
}

/// The gate's decision with its grounds.
public struct OutcomeFinding: Codable, Sendable, Equatable {
    /// What the gate says.
    public var decision: GateDecision
    /// The failures that block, the gravest scope first.
    public var blocking: [GateFailure]
    /// Failures that a waiver covers, with its reason.
    public var waived: [GateFailure]
    /// Failures that the policy does not let block.
    public var tolerated: [GateFailure]

    /// A decision with its grounds.
    public init(
        decision: GateDecision, blocking: [GateFailure] = [], waived: [GateFailure] = [],
        tolerated: [GateFailure] = []
    ) {
        self.decision = decision
        self.blocking = blocking
        self.waived = waived
        self.tolerated = tolerated
    }
}

/// One failure: a regression, a failed threshold, or a measure that rose.
public struct GateFailure: Codable, Sendable, Equatable {
    /// What failed, of `PolicyFinding.blockable`.
    public var kind: String
    /// The candidate's label.
    public var candidate: String
    /// The benchmark's identifier; nil for the mean over benchmarks.
    public var benchmark: String?
    /// The capability whose items failed; nil for all items.
    public var capability: String?
    /// The facet value whose items failed; nil for all items.
    public var facet: FacetValue?
    /// The identifier of the threshold that failed; nil for a regression or a measure.
    public var threshold: String?
    /// Why it is let pass, and until when; nil unless it is.
    public var waiver: WaiverFinding?

    /// A failure; a nil waiver says that it is not let pass.
    public init(
        kind: String, candidate: String, benchmark: String? = nil, capability: String? = nil, facet: FacetValue? = nil,
        threshold: String? = nil, waiver: WaiverFinding? = nil
    ) {
        self.kind = kind
        self.candidate = candidate
        self.benchmark = benchmark
        self.capability = capability
        self.facet = facet
        self.threshold = threshold
        self.waiver = waiver
    }
}
