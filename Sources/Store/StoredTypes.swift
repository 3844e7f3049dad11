import Records

/// A log as the store knows it.
public struct StoredSource: Equatable, Sendable {
    /// The row's number in the store; 0 for a log that was not stored yet.
    public var id: Int
    /// The path shown to people, unique in the store.
    public var path: String
    /// The size of the log in bytes, all files of it together.
    public var bytes: Int
    /// SHA-256 of the log's bytes in lower-case hexadecimal.
    public var sha256: String
    /// Hash of everything that decides what ingest makes of the log.
    public var fingerprint: String
    /// The identifier of the runner that wrote the log.
    public var runner: String
    /// The runner's version, or nil if the log does not name it.
    public var runnerVersion: String?
    /// What was noted while the log was read.
    public var problems: [Problem]
    /// Hash of what the log says of its items; empty in stores of old.
    public var sayings: String

    /// A log that is to be stored; its number is given by the store.
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
    /// The item's identifier within the benchmark.
    public var key: String
    /// What is asked, or nil if no log told it yet. Untrusted text.
    public var question: String?
    /// The answers that count as right; empty if no log told them yet.
    public var targets: [String]
    /// How many options the item has; 0 if it has none or the log does not tell.
    public var choices: Int
    /// The texts of the options in their order; empty if the log does not tell.
    public var options: [String]

    /// An item of which nothing but the key need be known.
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
    /// The kinds as bits: 1 question, 2 targets, 4 options.
    public let rawValue: UInt8
    /// The kinds of some bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The text of the question.
    public static let question = ItemTextKinds(rawValue: 1)
    /// The answers that count as right.
    public static let targets = ItemTextKinds(rawValue: 2)
    /// The texts of the options.
    public static let options = ItemTextKinds(rawValue: 4)
}

/// Which run it is: of which model, on which benchmark, from which log.
public struct RunName: Equatable, Sendable {
    /// The identifier of the model.
    public var model: String
    /// The identifier of the benchmark.
    public var benchmark: String
    /// The path of the log.
    public var source: String
    /// Items with at least one prediction.
    public var items: Int
}

/// A run with all that was counted in it.
public struct StoredRun: Equatable, Sendable {
    /// The row's number in the store; 0 for a run that was not stored yet.
    public var id: Int = 0
    /// The number of its log in the store; 0 for a run that was not stored yet.
    public var source: Int = 0
    /// The path of its log, as it is shown to people.
    public var sourcePath: String = ""
    /// The run's position in its log, from 0.
    public var index: Int = 0
    /// The identifier of the model, after names were resolved.
    public var model: String
    /// The identifier of the benchmark, after names were resolved.
    public var benchmark: String
    /// When the run started, as the log writes it; nil if it does not.
    public var startedAt: String?
    /// The facet whose equal values make a cluster, if the log's layout tells; nil otherwise.
    public var clusterFacet: String?
    /// Items with at least one prediction.
    public var items: Int = 0
    /// How many items the runner says that it evaluated; nil if it does not.
    public var itemsReported: Int?
    /// Predictions that were kept, one an item and epoch.
    public var predictions: Int = 0
    /// The largest number of predictions of an item, at least 1.
    public var epochs: Int = 1
    /// Predictions that gave an item and epoch again and took the place of an earlier one.
    public var duplicates: Int = 0
    /// Predictions in which no answer was found.
    public var unparsed: Int = 0
    /// Predictions that decline to answer.
    public var refused: Int = 0
    /// Predictions that the runner failed to get.
    public var errors: Int = 0
    /// Predictions of which the log holds no text.
    public var absent: Int = 0
    /// Predictions without a score under the metric that judges.
    public var unscored: Int = 0
    /// Predictions that both the judging metric and Acuity score as 0 or 1; 0 if Acuity's own score judges.
    public var scoredByBoth: Int = 0
    /// Those of `scoredByBoth` on which the two scores differ.
    public var disagreements: Int = 0
    /// The share of each item's epochs without an answer, by position; NaN for items the run lacks.
    public var unresolved: ScoreVector = ScoreVector([])
    /// The confidence in each item's answer, by position, epochs averaged; nil if the log has none.
    public var confidences: ScoreVector?
    /// The scores, the metric to judge by first.
    public var scores: [StoredScores] = []

    /// A run of which nothing is counted yet.
    public init(model: String, benchmark: String) {
        self.model = model
        self.benchmark = benchmark
    }
}

/// The scores of one run under one metric.
public struct StoredScores: Equatable, Sendable {
    /// The metric, with the figure that the runner reported for the run.
    public var metric: MetricRecord
    /// The mean over scored items in the log's unit, epochs averaged within the item first; nil if none is scored.
    public var mean: Double?
    /// The scores by item position, epochs averaged.
    public var values: ScoreVector
    /// The same without predictions that have no answer.
    public var parsedValues: ScoreVector
    /// The scores of each epoch by position; empty for a run with one epoch.
    public var epochValues: [ScoreVector]

    /// The scores of a run under one metric; `epochValues` is left empty where the run has one epoch.
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
    /// The item's position in the benchmark, from 0.
    public var position: Int
    /// Which of several answers of the run to the item, from 1.
    public var epoch: Int
    /// The line, row or member's position in the log, from 1; 0 if the log does not tell.
    public var line: Int
    /// The answer that Acuity extracted, or why there is none.
    public var answer: Answer
    /// The answer that the runner extracted, or nil.
    public var runnerAnswer: String?
    /// The raw prediction, or nil if the log holds none.
    public var text: String?
    /// Why there is no usable prediction, in the log's words; nil if the model answered.
    public var failure: String?

    /// A prediction as the log holds it, with Acuity's answer.
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
    /// The facet's name, such as `modality`.
    public var name: String
    /// The values that occur, in the order in which they were met.
    public var dictionary: [String]
    /// By item position: 0 for none, else 1 + index in `dictionary`. May be shorter than the benchmark has items.
    public var codes: [UInt32]

    /// A facet that no item has, unless codes are given.
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
    /// The identifier of the benchmark.
    public var benchmark: String
    /// The items by position.
    public var keys: [String]
    /// How many options each item has, by position; 0 for none or unknown.
    public var choices: [Int]
    /// The facets of the items, each by item position.
    public var facets: [FacetColumn]
    /// The runs with their score vectors.
    public var runs: [StoredRun]

    /// The matrix of what is at hand; `keys` and `choices` have one entry an item.
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
