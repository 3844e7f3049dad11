import Records

/// A log as the store knows it.
public struct StoredSource: Equatable, Sendable {
    public var id: Int
    public var path: String
    public var bytes: Int
    /// SHA-256 of the log's bytes in lower-case hexadecimal.
    public var sha256: String
    /// Hash of everything that decides what ingest makes of the log.
    public var fingerprint: String
    public var runner: String
    public var runnerVersion: String?
    /// What was noted while the log was read.
    public var problems: [Problem]
    /// Hash of what the log says of its items; empty in stores of old.
    public var sayings: String

    public init(
        id: Int = 0, path: String, bytes: Int, sha256: String, fingerprint: String, runner: String,
        runnerVersion: String? = nil, problems: [Problem] = [], sayings: String = ""
    ) {
        self.id = id
        self.path = path
        self.bytes = bytes
        self.sha256 = sha256
        self.fingerprint = fingerprint
        self.runner = runner
        self.runnerVersion = runnerVersion
        self.problems = problems
        self.sayings = sayings
    }
}

/// An item as it is stored for the first time.
public struct StoredItem: Equatable, Sendable {
    public var key: String
    public var question: String?
    public var targets: [String]
    /// How many options the item has; 0 if it has none or the log does not tell.
    public var choices: Int
    /// The texts of the options in their order; empty if the log does not tell.
    public var options: [String]

    public init(
        key: String, question: String? = nil, targets: [String] = [], choices: Int = 0, options: [String] = []
    ) {
        self.key = key
        self.question = question
        self.targets = targets
        self.choices = choices
        self.options = options
    }

    /// Adds what is lacking; what is there stays.
    mutating func complete(by other: StoredItem) {
        question = question ?? other.question
        if targets.isEmpty { targets = other.targets }
        if options.isEmpty { options = other.options }
        choices = max(choices, other.choices)
    }

    /// The texts that are not there, which another log of the benchmark may hold.
    public var lackingTexts: ItemTextKinds {
        var kinds: ItemTextKinds = []
        if question == nil { kinds.insert(.question) }
        if targets.isEmpty { kinds.insert(.targets) }
        if options.isEmpty { kinds.insert(.options) }
        return kinds
    }
}

/// Kinds of texts of an item.
public struct ItemTextKinds: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let question = ItemTextKinds(rawValue: 1)
    public static let targets = ItemTextKinds(rawValue: 2)
    public static let options = ItemTextKinds(rawValue: 4)
}

/// Which run it is: of which model, on which benchmark, from which log.
public struct RunName: Equatable, Sendable {
    public var model: String
    public var benchmark: String
    /// The path of the log.
    public var source: String
    /// Items with at least one prediction.
    public var items: Int
}

/// A run with all that was counted in it.
public struct StoredRun: Equatable, Sendable {
    public var id: Int = 0
    public var source: Int = 0
    public var sourcePath: String = ""
    /// The run's position in its log, from 0.
    public var index: Int = 0
    public var model: String
    public var benchmark: String
    public var startedAt: String?
    public var clusterFacet: String?
    public var items: Int = 0
    public var itemsReported: Int?
    public var predictions: Int = 0
    public var epochs: Int = 1
    public var duplicates: Int = 0
    public var unparsed: Int = 0
    public var refused: Int = 0
    public var errors: Int = 0
    public var absent: Int = 0
    public var unscored: Int = 0
    public var scoredByBoth: Int = 0
    public var disagreements: Int = 0
    /// The share of each item's epochs without an answer, by position; NaN for items the run lacks.
    public var unresolved: ScoreVector = ScoreVector([])
    /// The confidence in each item's answer, by position, epochs averaged; nil if the log has none.
    public var confidences: ScoreVector?
    /// The scores, the metric to judge by first.
    public var scores: [StoredScores] = []

    public init(model: String, benchmark: String) {
        self.model = model
        self.benchmark = benchmark
    }
}

/// The scores of one run under one metric.
public struct StoredScores: Equatable, Sendable {
    public var metric: MetricRecord
    /// The mean over scored items in the log's unit, epochs averaged within the item first; nil if none is scored.
    public var mean: Double?
    /// The scores by item position, epochs averaged.
    public var values: ScoreVector
    /// The same without predictions that have no answer.
    public var parsedValues: ScoreVector
    /// The scores of each epoch by position; empty for a run with one epoch.
    public var epochValues: [ScoreVector]

    public init(
        metric: MetricRecord, mean: Double?, values: ScoreVector, parsedValues: ScoreVector,
        epochValues: [ScoreVector] = []
    ) {
        self.metric = metric
        self.mean = mean
        self.values = values
        self.parsedValues = parsedValues
        self.epochValues = epochValues
    }
}

/// A prediction as it is stored; its scores stand in the run's vectors.
public struct StoredPrediction: Equatable, Sendable {
    public var position: Int
    public var epoch: Int
    public var line: Int
    public var answer: Answer
    public var runnerAnswer: String?
    public var text: String?
    public var failure: String?

    public init(
        position: Int, epoch: Int, line: Int, answer: Answer, runnerAnswer: String?, text: String?, failure: String?
    ) {
        self.position = position
        self.epoch = epoch
        self.line = line
        self.answer = answer
        self.runnerAnswer = runnerAnswer
        self.text = text
        self.failure = failure
    }
}

/// A facet of a benchmark's items: a code for each item position.
public struct FacetColumn: Equatable, Sendable {
    public var name: String
    /// The values that occur, in the order in which they were met.
    public var dictionary: [String]
    /// By item position: 0 for none, else 1 + index in `dictionary`. May be shorter than the benchmark has items.
    public var codes: [UInt32]

    public init(name: String, dictionary: [String] = [], codes: [UInt32] = []) {
        self.name = name
        self.dictionary = dictionary
        self.codes = codes
    }

    /// The value at a position, or nil.
    public subscript(position: Int) -> String? {
        guard position < codes.count, codes[position] > 0 else { return nil }
        return dictionary[Int(codes[position]) - 1]
    }
}

/// Everything that the statistics of one benchmark need.
public struct BenchmarkMatrix: Sendable {
    public var benchmark: String
    /// The items by position.
    public var keys: [String]
    /// How many options each item has, by position; 0 for none or unknown.
    public var choices: [Int]
    public var facets: [FacetColumn]
    /// The runs with their score vectors.
    public var runs: [StoredRun]

    public init(
        benchmark: String, keys: [String], choices: [Int], facets: [FacetColumn], runs: [StoredRun]
    ) {
        self.benchmark = benchmark
        self.keys = keys
        self.choices = choices
        self.facets = facets
        self.runs = runs
    }
}
