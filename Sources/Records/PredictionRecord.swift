/// What a model answered to one item in one epoch, as a log holds it.
///
/// A log may give the same (item, epoch) in several records with different metrics (lm-evaluation-harness writes one a
/// filter); they are merged. The same metric twice is a duplicate: the last one wins and the duplicates are counted.
public struct PredictionRecord: Hashable, Sendable {
    /// The index of the run in its log.
    public var run: Int
    /// The item's identifier within the benchmark, equal across models.
    public var item: String
    /// Which of several answers of the same run to the same item, from 1.
    public var epoch: Int
    /// What was asked, if the log holds it.
    public var question: String?
    /// The texts of the options in order, empty if the item has none.
    public var choices: [String]
    /// The answers that count as right: a letter, an option's text, a short text; empty if the log has no gold.
    public var targets: [String]
    /// The raw prediction, or nil if the log holds none.
    public var text: String?
    /// The answer that the runner extracted, or nil.
    public var runnerAnswer: String?
    /// The runner's own scores; several if the runner has several metrics.
    public var scores: [MetricScore]
    /// The probability, in [0, 1], that the model or the runner gives to the answer being right; nil if the log has none.
    public var confidence: Double?
    /// The time from asking to the whole prediction, in seconds, at least 0; nil if the log has none.
    public var latency: Double?
    /// How many tokens the model wrote, hidden reasoning included where the runner counts it; nil if the log has none.
    public var outputTokens: Int?
    /// The price of the prediction in the log's currency, at least 0; nil if the log has none.
    public var cost: Double?
    /// Why there is no usable prediction, in the log's words; nil if the model answered.
    public var failure: String?
    /// Properties of the item such as modality, organ or question type.
    public var facets: [Facet]
    /// The line, row or member's position in the log, from 1.
    public var line: Int

    /// A record of what a log row holds; what is left out the log does not say. See the properties for units.
    public init(
        run: Int, item: String, epoch: Int = 1, question: String? = nil, choices: [String] = [],
        targets: [String] = [], text: String? = nil, runnerAnswer: String? = nil, scores: [MetricScore] = [],
        confidence: Double? = nil, latency: Double? = nil, outputTokens: Int? = nil, cost: Double? = nil,
        failure: String? = nil, facets: [Facet] = [], line: Int = 0
    ) {
        self.run = run
        self.item = item
        self.epoch = epoch
        self.question = question
        self.choices = choices
        self.targets = targets
        self.text = text
        self.runnerAnswer = runnerAnswer
        self.scores = scores
        self.confidence = confidence
        self.latency = latency
        self.outputTokens = outputTokens
        self.cost = cost
        self.failure = failure
        self.facets = facets
        self.line = line
    }
}

/// The runner's score of one prediction under one metric.
public struct MetricScore: Hashable, Sendable {
    /// The index of the metric in the run's `metrics`.
    public var metric: Int
    /// The score divided by the metric's scale, normally in [0, 1]; nil if the runner left the prediction unscored.
    public var value: Double?

    /// The score of the metric at index `metric`; a nil value leaves the prediction unscored.
    public init(metric: Int, value: Double?) {
        self.metric = metric
        self.value = value
    }
}

/// A named property of an item.
public struct Facet: Codable, Hashable, Sendable {
    /// The facet's name, such as `modality`.
    public var name: String
    /// The item's value, such as `CT`.
    public var value: String

    /// A facet of an item; both texts as the log has them.
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}
