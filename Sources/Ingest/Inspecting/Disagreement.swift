/// A prediction on which the runner's score and Acuity's differ.
public struct Disagreement: Codable, Sendable, Equatable {
    /// The model as the log names it.
    public var model: String
    /// The benchmark as the log names it.
    public var benchmark: String
    /// The item's key.
    public var item: String
    /// The epoch, from 1.
    public var epoch: Int
    /// The line or row in the log, from 1.
    public var line: Int
    /// The targets, joined by ` | `.
    public var target: String
    /// The metric whose score is compared.
    public var metric: String
    /// The runner's score, in [0, 1].
    public var runnerScore: Double
    /// Acuity's own score, in [0, 1].
    public var score: Double
    /// The answer that the runner extracted, if the log has it.
    public var runnerAnswer: String?
    /// The answer that Acuity extracted; nil if it found none.
    public var answer: String?
    /// The rule that found Acuity's answer; nil if it found none.
    public var rule: String?
    /// Whether Acuity found an answer, and why not: `parsed`, `unparsed`, `refused`, `error`, `absent`.
    public var status: String
    /// The end of the prediction, where answers stand.
    public var text: String

    /// How much of a prediction is kept, in characters.
    static let textLength = 400
}
