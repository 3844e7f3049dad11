/// What `acuity compare` found of two or more releases: the only thing that the outputs of the release gate read.
///
/// Scores are fractions in [0, 1], differences lie in [-1, 1]. Nothing is rounded. The lists name releases by `label`.
public struct ReleaseDocument: Codable, Sendable, Equatable {
    /// The version of the document's form.
    public static let currentSchema = "acuity-releases-1"

    /// The version of this document's form.
    public var schema: String = ReleaseDocument.currentSchema
    /// The version of Acuity that made the document.
    public var acuityVersion: String
    /// The study's settings: level, seed, thresholds, notice.
    public var study: StudyFinding
    /// The baseline first, then the candidates as they were given.
    public var releases: [ReleaseFinding]
    /// The benchmarks that the baseline and a candidate share, in the study's order, then by identifier.
    public var benchmarks: [BenchmarkFinding]
    /// How the items of each candidate and benchmark were matched with the baseline's.
    public var pairings: [PairingFinding]
    /// By candidate: overall, then each benchmark followed by its capabilities and facet values.
    public var comparisons: [ComparisonFinding]
    /// Where the level changed over three or more releases, in the order in which they were given.
    public var histories: [HistoryFinding]
    /// Changes beside the score: answers without a result, lengths, latency, cost. By candidate, benchmark and measure.
    public var measures: [MeasureFinding]
    /// Items that changed, those that matter first; see `flipCount` for how many there are.
    public var flips: [FlipFinding]
    /// How many items changed for the worse or the better in all, over all candidates.
    public var flipCount: Int
    /// The thresholds applied to each candidate, where the study names some.
    public var verdicts: [VerdictFinding]
    /// What the gate lets pass, and why.
    public var policy: PolicyFinding
    /// What the gate says.
    public var outcome: OutcomeFinding
    /// The methods that made the numbers, each with its source.
    public var methods: [MethodFinding]
    /// What a person must know about the inputs.
    public var problems: [ProblemFinding]

    /// A document of the current form in which nothing was compared yet, and whose gate says `passed`.
    public init(
        acuityVersion: String, study: StudyFinding, releases: [ReleaseFinding], policy: PolicyFinding
    ) {
        self.acuityVersion = acuityVersion
        self.study = study
        self.releases = releases
        self.policy = policy
        benchmarks = []
        pairings = []
        comparisons = []
        histories = []
        measures = []
        flips = []
        flipCount = 0
        verdicts = []
        outcome = OutcomeFinding(decision: .passed)
        methods = []
        problems = []
    }
}

/// One of the releases that were compared.
public struct ReleaseFinding: Codable, Sendable, Equatable {
    /// How the release is called here; unique in the document. Model identifiers of `comparisons` are these labels.
    public var label: String
    /// The model's identifier in its logs.
    public var model: String
    /// What the user named: a path, or a model of a store.
    public var origin: String
    /// The logs, or the findings document, that it rests on.
    public var sources: [SourceFinding]
    /// Whether scores of single items are known. A findings document holds estimates only; it is compared unpaired.
    public var hasItems: Bool

    /// A release as it was named and found.
    public init(label: String, model: String, origin: String, sources: [SourceFinding], hasItems: Bool) {
        self.label = label
        self.model = model
        self.origin = origin
        self.sources = sources
        self.hasItems = hasItems
    }
}

/// How the items of a candidate were matched with the baseline's on one benchmark.
public struct PairingFinding: Codable, Sendable, Equatable {
    /// The candidate's label.
    public var candidate: String
    /// The benchmark's identifier.
    public var benchmark: String
    /// Items that both have, with a score.
    public var shared: Int
    /// Items that the candidate lacks, left out.
    public var onlyBaseline: Int
    /// Items that the baseline lacks, left out.
    public var onlyCandidate: Int
    /// Items that both have and one of the two has no score for.
    public var unscored: Int
    /// Items whose targets differ, left out; more than none only where that was accepted.
    public var differingTargets: Int
    /// The metric that both are judged by.
    public var metric: String
    /// The largest number of the baseline's answers to an item.
    public var baselineEpochs: Int
    /// The largest number of the candidate's answers to an item.
    public var candidateEpochs: Int
    /// The identifier of the runner that wrote the baseline's log.
    public var baselineRunner: String
    /// The identifier of the runner that wrote the candidate's log.
    public var candidateRunner: String

    /// A matching as it was counted.
    public init(
        candidate: String, benchmark: String, shared: Int, onlyBaseline: Int, onlyCandidate: Int, unscored: Int,
        differingTargets: Int, metric: String, baselineEpochs: Int, candidateEpochs: Int, baselineRunner: String,
        candidateRunner: String
    ) {
        self.candidate = candidate
        self.benchmark = benchmark
        self.shared = shared
        self.onlyBaseline = onlyBaseline
        self.onlyCandidate = onlyCandidate
        self.unscored = unscored
        self.differingTargets = differingTargets
        self.metric = metric
        self.baselineEpochs = baselineEpochs
        self.candidateEpochs = candidateEpochs
        self.baselineRunner = baselineRunner
        self.candidateRunner = candidateRunner
    }
}
