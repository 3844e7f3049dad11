/// Which way an item changed.
public enum FlipDirection: String, Codable, Sendable, CaseIterable {
    case rightToWrong = "right-to-wrong"
    case wrongToRight = "wrong-to-right"
}

/// An item that the candidate scores otherwise than the baseline, with both answers.
public struct FlipFinding: Codable, Sendable, Equatable {
    /// The candidate's label.
    public var candidate: String
    /// The benchmark's identifier.
    public var benchmark: String
    /// The item's key.
    public var item: String
    /// Whether the item was lost or gained.
    public var direction: FlipDirection
    /// Why it stands where it stands, the most important first: a safety facet, reasoning, right in every epoch or in every
    /// earlier release. Empty for an item like any other.
    public var reasons: [String]
    /// The capability of the item; nil if it has none.
    public var capability: String?
    /// The facets of the item, such as its modality.
    public var facets: [FacetValue]
    /// The baseline's score, in [0, 1]; epochs are averaged.
    public var baselineScore: Double
    /// The candidate's score, in [0, 1]; epochs are averaged.
    public var candidateScore: Double
    /// What was asked, if the logs hold it; cut where it is long.
    public var question: String?
    /// The answers that count as right; empty if the logs hold none.
    public var targets: [String]
    /// What the baseline answered.
    public var baselineAnswer: FlipAnswer
    /// What the candidate answered.
    public var candidateAnswer: FlipAnswer

    /// An item that changed, with both answers. Texts of the logs are untrusted.
    public init(
        candidate: String, benchmark: String, item: String, direction: FlipDirection, reasons: [String] = [],
        capability: String? = nil, facets: [FacetValue] = [], baselineScore: Double, candidateScore: Double,
        question: String? = nil, targets: [String] = [], baselineAnswer: FlipAnswer, candidateAnswer: FlipAnswer
    ) {
        self.candidate = candidate
        self.benchmark = benchmark
        self.item = item
        self.direction = direction
        self.reasons = reasons
        self.capability = capability
        self.facets = facets
        self.baselineScore = baselineScore
        self.candidateScore = candidateScore
        self.question = question
        self.targets = targets
        self.baselineAnswer = baselineAnswer
        self.candidateAnswer = candidateAnswer
    }
}

/// What a release answered to an item, in the epoch that shows best whether the item counts as right.
public struct FlipAnswer: Codable, Sendable, Equatable {
    /// `parsed`, `unparsed`, `refused`, `error` or `absent`.
    public var status: String
    /// The answer that was extracted, or nil.
    public var answer: String?
    /// The raw prediction, cut where it is long; nil if the log holds none.
    public var text: String?
    /// The log and the line.
    public var source: String
    /// The line, row or member's position in the log, from 1; 0 if the log does not tell.
    public var line: Int

    /// An answer; a nil one says that none was extracted, and `status` why.
    public init(status: String, answer: String? = nil, text: String? = nil, source: String, line: Int) {
        self.status = status
        self.answer = answer
        self.text = text
        self.source = source
        self.line = line
    }
}
