/// Everything that Acuity found, in one document: the only thing that charts, pages, tables and CI outputs read.
///
/// Lists are sorted by identifiers unless a property says otherwise, and identifiers refer between lists. Scores and
/// accuracies are fractions in [0, 1]; differences and gaps lie in [-1, 1]. Nothing is rounded.
public struct FindingsDocument: Codable, Sendable, Equatable {
    /// The version of the document's form; the JSON Schema of `acuity schema` describes this one.
    public static let currentSchema = "acuity-findings-1"

    /// The version of the document's form.
    public var schema: String = FindingsDocument.currentSchema
    /// The version of Acuity that made the document.
    public var acuityVersion: String
    /// What the study is and how it was set.
    public var study: StudyFinding
    /// The logs that were read, by path.
    public var sources: [SourceFinding]
    /// The models, in the study's order, then by identifier.
    public var models: [ModelFinding]
    /// The benchmarks, in the study's order, then by identifier.
    public var benchmarks: [BenchmarkFinding]
    /// The runs that the estimates rest on.
    public var runs: [RunFinding]
    /// Accuracies with intervals: by benchmark, by capability, by facet value, and macro-averages.
    public var estimates: [EstimateFinding]
    /// Paired differences of models.
    public var differences: [DifferenceFinding]
    /// Understanding minus reasoning.
    public var gaps: [GapFinding]
    /// Mean gaps of families, of kinds and of all models.
    public var groupGaps: [GroupGapFinding]
    /// What the gaps of all models say together.
    public var gapClaims: [GapClaimFinding]
    /// How much benchmarks differ for one model beyond sampling noise.
    public var variances: [VarianceFinding]
    /// Where the variance of the whole table comes from, or nil if it is not complete enough.
    public var components: ComponentsFinding?
    /// Each threshold applied to each model.
    public var verdicts: [VerdictFinding]
    /// Which ranks each model may have, on each benchmark and by macro-average.
    public var ranks: [RankFinding]
    /// Runs with several answers to each item.
    public var repeats: [RepeatFinding]
    /// Runs whose answers carry confidences.
    public var confidences: [ConfidenceFinding]
    /// The study's candidate against its baseline: overall, then each benchmark with its capabilities and facet values.
    public var comparisons: [ComparisonFinding]
    /// How the dated releases of each family came along, on each benchmark and overall.
    public var histories: [HistoryFinding]
    /// Whether models differ by their ranks over benchmarks, or nil for fewer than three models or benchmarks.
    public var rankComparison: RankComparisonFinding?
    /// How often each pair of models is right on the same items, in the order of the ranking.
    public var agreements: [AgreementFinding]
    /// The bootstrap distributions of the models' macro-averages, or of their accuracies on the only benchmark.
    public var distributions: [DistributionFinding]
    /// What each benchmark's items can show of a difference.
    public var powers: [PowerFinding]
    /// How many models would pass at each minimum, in the thresholds' order.
    public var thresholdCurves: [ThresholdCurveFinding]
    /// The claims that the study names, held against the findings, in the study's order.
    public var claims: [ClaimFinding]
    /// Accuracies that other sources print, beside those found here, by benchmark and model.
    public var published: [PublishedFinding]
    /// The methods that made the numbers, each with its source.
    public var methods: [MethodFinding]
    /// What a person must know about the inputs.
    public var problems: [ProblemFinding]

    /// A document of the current form in which nothing was found yet.
    public init(acuityVersion: String, study: StudyFinding) {
        self.acuityVersion = acuityVersion
        self.study = study
        sources = []
        models = []
        benchmarks = []
        runs = []
        estimates = []
        differences = []
        gaps = []
        groupGaps = []
        gapClaims = []
        variances = []
        components = nil
        verdicts = []
        ranks = []
        repeats = []
        confidences = []
        comparisons = []
        histories = []
        rankComparison = nil
        agreements = []
        distributions = []
        powers = []
        thresholdCurves = []
        claims = []
        published = []
        methods = []
        problems = []
    }
}

/// What the study is and how it was set.
public struct StudyFinding: Codable, Sendable, Equatable {
    /// The title, shown on every page.
    public var title: String
    /// A note that must stand wherever numbers are shown, such as that the logs are simulated; nil for none.
    public var notice: String?
    /// A short label that goes with the notice, such as `simulated`.
    public var label: String?
    /// A paragraph on what the study asks; nil for none.
    public var summary: String?
    /// The level of every two-sided interval.
    public var level: Double
    /// The seed of everything random.
    public var seed: UInt64
    /// How many bootstrap replicates are drawn where no exact distribution exists.
    public var replicates: Int
    /// `wrong` or `exclude`.
    public var unparsed: String
    /// The interval method that the study demands, or nil for the default rule.
    public var method: String?
    /// The licence of the results, or nil.
    public var license: String?
    /// How to cite the study, or nil.
    public var cite: String?
    /// The public address of the site, for links that must be absolute; nil where it is not known.
    public var baseURL: String?
    /// After how many characters the site cuts a prediction; nil for a length that keeps pages light.
    public var predictionLength: Int?
    /// The thresholds in the study's order.
    public var thresholds: [ThresholdFinding]
    /// What the study says of how it was done, by item of the reporting checklist; nil for nothing.
    public var reporting: [String: String]?

    /// The settings of a study; what is left out, it is silent on.
    public init(
        title: String, notice: String? = nil, label: String? = nil, summary: String? = nil, level: Double,
        seed: UInt64, replicates: Int, unparsed: String, method: String? = nil, license: String? = nil,
        cite: String? = nil, baseURL: String? = nil, predictionLength: Int? = nil,
        thresholds: [ThresholdFinding] = [], reporting: [String: String]? = nil
    ) {
        self.reporting = reporting
        self.predictionLength = predictionLength
        self.title = title
        self.notice = notice
        self.label = label
        self.summary = summary
        self.level = level
        self.seed = seed
        self.replicates = replicates
        self.unparsed = unparsed
        self.method = method
        self.license = license
        self.cite = cite
        self.baseURL = baseURL
        self.thresholds = thresholds
    }
}

/// A minimum that the study demands.
public struct ThresholdFinding: Codable, Sendable, Equatable {
    /// The threshold's identifier, unique in the study.
    public var id: String
    /// The name that is shown beside its verdicts.
    public var name: String
    /// The minimum, or nil where it is the chance level of the items.
    public var minimum: Double?
    /// A benchmark's identifier, `*` for each one, or `macro-average`.
    public var benchmark: String
    /// The capability whose items are judged; nil for all items.
    public var capability: String?
    /// The facet whose every value must pass; nil for the items as a whole.
    public var each: String?
    /// The one-sided error rate.
    public var alpha: Double
    /// Where the number comes from.
    public var source: String

    /// A threshold as the study file has it.
    public init(
        id: String, name: String, minimum: Double?, benchmark: String, capability: String? = nil, each: String? = nil,
        alpha: Double, source: String
    ) {
        self.id = id
        self.name = name
        self.minimum = minimum
        self.benchmark = benchmark
        self.capability = capability
        self.each = each
        self.alpha = alpha
        self.source = source
    }
}

/// A log that was read.
public struct SourceFinding: Codable, Sendable, Equatable {
    /// The path relative to the study file or the folder that was named.
    public var path: String
    /// The size in bytes.
    public var bytes: Int
    /// The SHA-256 of the bytes in lower-case hexadecimal.
    public var sha256: String
    /// The runner's identifier.
    public var runner: String
    /// The runner's version; nil where the log does not name it.
    public var runnerVersion: String?
    /// How many runs the log holds.
    public var runs: Int

    /// A log as the store knows it.
    public init(path: String, bytes: Int, sha256: String, runner: String, runnerVersion: String?, runs: Int) {
        self.path = path
        self.bytes = bytes
        self.sha256 = sha256
        self.runner = runner
        self.runnerVersion = runnerVersion
        self.runs = runs
    }
}

/// A model.
public struct ModelFinding: Codable, Sendable, Equatable {
    /// The model's identifier, unique in the document.
    public var id: String
    /// The name that is shown; the identifier where nobody gave one.
    public var name: String
    /// The family that the model belongs to, such as `Qwen2.5-VL`; nil if unknown.
    public var family: String?
    /// `general`, `medical`, or what the study calls it.
    public var kind: String?
    /// The number of parameters; nil if unknown.
    public var parameters: Double?
    /// The release date, ISO 8601; nil if unknown.
    public var released: String?

    /// A model; what is left out is not known.
    public init(
        id: String, name: String, family: String? = nil, kind: String? = nil, parameters: Double? = nil,
        released: String? = nil
    ) {
        self.id = id
        self.name = name
        self.family = family
        self.kind = kind
        self.parameters = parameters
        self.released = released
    }
}

/// A benchmark.
public struct BenchmarkFinding: Codable, Sendable, Equatable {
    /// The benchmark's identifier, unique in the document.
    public var id: String
    /// The name that is shown; the identifier where nobody gave one.
    public var name: String
    /// What the benchmark asks, in a sentence; nil if unknown.
    public var summary: String?
    /// Where the benchmark is published; nil if unknown.
    public var source: String?
    /// How many items any run has.
    public var items: Int
    /// How many clusters they belong to; equal to `items` where items are independent.
    public var clusters: Int
    /// The facet that makes a cluster, or nil.
    public var clusterFacet: String?
    /// The mean chance level of the items, or nil if unknown.
    public var chance: Double?
    /// The metric by which the estimates judge; `acuity` where the logs carry no scores.
    public var metric: String
    /// Whether a larger score is better.
    public var higherIsBetter: Bool
    /// How many items have each capability, by capability; items without one are under `none`.
    public var capabilities: [CapabilityCount]
    /// The facet whose value decides an item's capability, or nil.
    public var capabilityFacet: String?
    /// The values of that facet by capability.
    public var capabilityValues: [String: [String]]?
    /// The most items that the site shows; nil for all, 0 for none.
    public var itemLimit: Int?
    /// Where an item's image lies, with facets in braces: an address or a path; nil where nobody said.
    public var images: String?

    /// A benchmark; what is left out is not known.
    public init(
        id: String, name: String, summary: String? = nil, source: String? = nil, items: Int, clusters: Int,
        clusterFacet: String? = nil, chance: Double? = nil, metric: String, higherIsBetter: Bool = true,
        capabilities: [CapabilityCount] = [], capabilityFacet: String? = nil,
        capabilityValues: [String: [String]]? = nil, itemLimit: Int? = nil, images: String? = nil
    ) {
        self.capabilityFacet = capabilityFacet
        self.capabilityValues = capabilityValues
        self.itemLimit = itemLimit
        self.images = images
        self.id = id
        self.name = name
        self.summary = summary
        self.source = source
        self.items = items
        self.clusters = clusters
        self.clusterFacet = clusterFacet
        self.chance = chance
        self.metric = metric
        self.higherIsBetter = higherIsBetter
        self.capabilities = capabilities
    }
}

/// How many items of a benchmark have a capability.
public struct CapabilityCount: Codable, Sendable, Equatable {
    /// `understanding`, `reasoning`, what the study names, or `none`.
    public var capability: String
    /// Items with this capability that any run has.
    public var items: Int

    /// The items of one capability.
    public init(capability: String, items: Int) {
        self.capability = capability
        self.items = items
    }
}
