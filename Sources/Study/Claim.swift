/// A claim about the models that a study holds against its findings.
public struct Claim: Sendable, Equatable {
    /// What a claim is about, and what its judgement needs.
    public enum Subject: Sendable, Equatable {
        /// Models of the first kind match or beat those of the second; the margin, in score points of [0, 1], is what the
        /// first may lack and still match.
        case kinds(first: String, second: String, margin: Double)
        /// Reasoning is lower than understanding.
        case gap
        /// Accuracy varies between benchmarks with a standard deviation of at least the minimum, in score points of [0, 1].
        case variance(minimum: Double)
        /// No model passes the threshold with this identifier.
        case threshold(String)
    }

    /// The identifier, unique in the study.
    public var id: String
    /// What pages call it; the identifier where the study names none.
    public var name: String
    /// The claim in its author's words.
    public var text: String
    /// Whose claim it is; a claim without a source is refused.
    public var source: String
    /// What it is about.
    public var subject: Subject
    /// How many benchmarks, or models, must support it; nil for all.
    public var least: Int?
    /// What else speaks against resting too much on it, a sentence each.
    public var caveats: [String] = []

    /// A claim of which everything must hold.
    public init(id: String, name: String, text: String, source: String, subject: Subject) {
        self.id = id
        self.name = name
        self.text = text
        self.source = source
        self.subject = subject
    }
}
