import Records

/// What a study demands of its logs: the study file, with defaults where it is silent.
public struct Study: Sendable, Equatable {
    /// The title shown on every page.
    public var title: String = "Evaluation"
    /// A note shown wherever numbers are shown, such as that the logs are simulated; nil for none.
    public var notice: String?
    /// A short label for charts and badges that goes with the notice, such as `simulated`.
    public var label: String?
    /// Whether the items were simulated from published figures, so that findings say what rests on the figures alone.
    public var isSimulated: Bool = false
    /// A paragraph on what the study asks.
    public var summary: String?
    /// The level of every two-sided interval, in (0, 1).
    public var level: Double = 0.95
    /// The seed of everything random.
    public var seed: UInt64 = 20_250_715
    /// The number of bootstrap replicates where no exact distribution exists.
    public var replicates: Int = 10_000
    /// How predictions without an answer enter a score.
    public var unparsed: UnparsedRule = .wrong
    /// An interval method that overrides the default rule, or nil.
    public var method: String?
    /// The licence of the study's results.
    public var license: String?
    /// How to cite the study.
    public var cite: String?
    /// The public address of the site, for links that must be absolute.
    public var baseURL: String?
    /// What the site shows.
    public var site = SiteSettings()
    /// Where the logs lie.
    public var logs: [LogSelection] = []
    /// What is known of the benchmarks, in the order of the study file.
    public var benchmarks: [BenchmarkEntry] = []
    /// What is known of the models, in the order of the study file.
    public var models: [ModelEntry] = []
    /// The thresholds to judge by.
    public var thresholds: [Threshold] = []
    /// The claims to hold against the findings.
    public var claims: [Claim] = []
    /// What other sources print for the same models and benchmarks.
    public var published: [PublishedFigure] = []
    /// What the study says of how it was done and the logs cannot tell, by item of the reporting checklist.
    public var reporting: [String: String] = [:]
    /// What to compare, or nil.
    public var compare: Comparison?
    /// The file that the study was read from, or nil for the defaults.
    public var file: String?

    /// The study of an empty file: every default, no logs, no thresholds.
    public init() {}
}

/// What the site shows of a study.
public struct SiteSettings: Sendable, Equatable {
    /// The most items of a benchmark that are shown; nil for all, 0 for none.
    public var itemLimit: Int?
    /// After how many characters a prediction is cut; nil for a length that keeps pages light.
    public var predictionLength: Int?

    /// All items, and predictions of the usual length.
    public init() {}
}

/// How predictions without an answer enter a score.
public enum UnparsedRule: String, Sendable, Codable {
    /// They count as wrong.
    case wrong
    /// They are left out.
    case exclude
}

/// A set of logs, and how to read it.
public struct LogSelection: Sendable, Equatable {
    /// A file, a folder or a glob, relative to the study file.
    public var path: String
    /// The runner's identifier, or `auto`.
    public var runner: String
    /// The fields of a log that no reader knows.
    public var fields: FieldMapping?
    /// The model's name for logs that do not hold it, or that call it otherwise.
    public var model: String?
    /// The benchmark's name for logs that do not hold it, or that call it otherwise.
    public var benchmark: String?

    /// A set of logs that name their own models and benchmarks.
    public init(path: String, runner: String = "auto", fields: FieldMapping? = nil) {
        self.path = path
        self.runner = runner
        self.fields = fields
    }
}

/// What a study or the catalogue knows of a benchmark.
public struct BenchmarkEntry: Sendable, Equatable {
    /// The benchmark's identifier, unique in the study; names of logs are resolved to it.
    public var id: String
    /// The name that is shown, or nil: that of the catalogue, else the identifier.
    public var name: String?
    /// Names under which logs know the benchmark.
    public var aliases: [String] = []
    /// The facet that makes a cluster; nil: the log's own, if any; `none`: items are independent.
    public var cluster: String?
    /// Other names of the facet that makes a cluster, tried in order where items lack the first.
    public var clusterAlternatives: [String] = []
    /// How items get their capability.
    public var capability: CapabilityRule?
    /// The chance level.
    public var chance: ChanceLevel?
    /// Whether a larger score is better.
    public var higherIsBetter: Bool = true
    /// The metric to judge by, as the runner names it; nil: the run's first.
    public var metric: String?
    /// How Acuity scores short answers; nil: right or wrong.
    public var measure: ScoringMeasure?
    /// The relative tolerance of numeric answers; nil: the scorer's own.
    public var tolerance: Double?
    /// What the benchmark asks, in a sentence.
    public var summary: String?
    /// Where the benchmark is published.
    public var source: String?
    /// How many items the benchmark has in full, if known.
    public var itemCount: Int?
    /// How many items each split has, if known.
    public var splits: [String: Int] = [:]
    /// Where the counts of items were read, if elsewhere than in `source`.
    public var countsSource: String?
    /// The facets that describe the items, for breakdowns.
    public var strata: [String] = []
    /// The languages of the items, ISO 639-1, or `mul` for many more.
    public var languages: [String] = []
    /// The number of options of every item, if it is the same for all.
    public var options: Int?
    /// Whether items offer answers to choose from.
    public var answers: AnswerForm?
    /// The licence of the items, if known.
    public var license: String?
    /// The identifier of the benchmark that this one is a part of.
    public var parent: String?
    /// The name of this part in its parent, as runners write it.
    public var subset: String?
    /// Patterns with `{}` in which runners name the parts of this benchmark.
    public var subsetAliases: [String] = []
    /// Whether the site may show the items, which some benchmarks forbid.
    public var showsItems: Bool = true
    /// Where an item's image lies, with facets in braces: an address, or a path relative to the study file.
    public var images: String?

    /// An entry of which nothing but the identifier is known.
    public init(id: String) { self.id = id }
}

/// Whether the items of a benchmark offer answers to choose from.
public enum AnswerForm: String, Sendable, CaseIterable {
    /// Every item offers options, or is to be answered by yes or no.
    case closed
    /// No item offers options.
    case open
    /// Some items do.
    case mixed
}

/// How items get their capability: by the value of a facet.
public struct CapabilityRule: Sendable, Equatable {
    /// The facet that is looked at.
    public var facet: String
    /// Other names of the facet, tried in order where items lack the first.
    public var alternatives: [String] = []
    /// The facet's values by capability, for example `understanding: [Modality, Organ]`.
    public var values: [String: [String]]
    /// Whose division this is, or nil where the study itself decides.
    public var source: String?

    /// A rule that looks at `facet` first and then at `alternatives`, in their order.
    public init(facet: String, values: [String: [String]], alternatives: [String] = [], source: String? = nil) {
        self.facet = facet
        self.alternatives = alternatives
        self.values = values
        self.source = source
    }
}

/// The expected score of guessing.
public enum ChanceLevel: Sendable, Equatable {
    /// The same for every item, in [0, 1].
    case fixed(Double)
    /// One over the number of options of each item.
    case options
}

/// What a study or the catalogue knows of a model.
public struct ModelEntry: Sendable, Equatable {
    /// The model's identifier, unique in the study; names of logs are resolved to it.
    public var id: String
    /// The name that is shown; nil for the identifier itself.
    public var name: String?
    /// The family that the model belongs to, such as `Qwen2.5-VL`; nil if unknown.
    public var family: String?
    /// `general` or `medical`, or what the study calls it.
    public var kind: String?
    /// The number of parameters.
    public var parameters: Double?
    /// The release date, ISO 8601.
    public var released: String?
    /// Names under which logs know the model.
    public var aliases: [String] = []

    /// An entry of which nothing but the identifier is known.
    public init(id: String) { self.id = id }
}

/// A minimum that a study demands, with its source.
public struct Threshold: Sendable, Equatable {
    /// The threshold's identifier, unique in the study.
    public var id: String
    /// The name that is shown beside its verdicts.
    public var name: String
    /// The minimum, in [0, 1]; nil stands for the chance level of the items.
    public var minimum: Double?
    /// Which benchmarks: an identifier, or `*` for each one, or `macro-average`.
    public var benchmark: String = "*"
    /// Which capability, or nil for all items.
    public var capability: String?
    /// The facet whose every value must pass, or nil.
    public var each: String?
    /// The one-sided error rate, in (0, 0.5).
    public var alpha: Double = 0.05
    /// Where the number comes from; a threshold without a source is refused.
    public var source: String

    /// A threshold on every benchmark and all items, with a one-sided error rate of 0.05.
    public init(id: String, name: String, minimum: Double?, source: String) {
        self.id = id
        self.name = name
        self.minimum = minimum
        self.source = source
    }
}

/// Releases to compare, and what the release gate lets pass.
public struct Comparison: Sendable, Equatable {
    /// The model to compare with; nil where only the gate is set.
    public var baseline: String?
    /// The model to judge.
    public var candidate: String?
    /// The margin of equivalence in score points of [0, 1]; nil if no difference is small enough to be none.
    public var margin: Double?
    /// Margins of single benchmarks, by identifier.
    public var margins: [String: Double] = [:]
    /// What blocks a release: `overall`, `benchmark`, `capability`, `facet`, `threshold`, or a measure such as `unparsed`;
    /// nil for every regression of a score.
    public var blocks: [String]?
    /// Whether an inconclusive comparison holds a release up.
    public var isStrict = false
    /// Whether the gate is run on growing logs, so that intervals and tests must hold at any time.
    public var isSequential = false
    /// The values of facets whose failures clinical use fears most, by facet.
    public var safety: [String: [String]] = [:]
    /// Failures that are let pass until a day.
    public var waivers: [Waiver] = []

    /// A comparison with no margin, in which every regression of a score blocks.
    public init(baseline: String? = nil, candidate: String? = nil) {
        self.baseline = baseline
        self.candidate = candidate
    }
}

/// A failure that is let pass until a day. What it leaves open agrees with every failure.
public struct Waiver: Sendable, Equatable {
    /// The candidate's label or its model's identifier; nil for every candidate.
    public var candidate: String?
    /// The benchmark's identifier; nil for every benchmark.
    public var benchmark: String?
    /// The capability; nil for every capability, and for all items.
    public var capability: String?
    /// A facet with its value.
    public var facet: Facet?
    /// The threshold's identifier; nil for every threshold.
    public var threshold: String?
    /// A measure such as `unparsed`.
    public var measure: String?
    /// Why the failure is let pass; shown wherever the waiver is used.
    public var reason: String
    /// The last day on which it holds, ISO 8601.
    public var until: String

    /// A waiver of every failure, until its scope is narrowed.
    public init(reason: String, until: String) {
        self.reason = reason
        self.until = until
    }
}
