import Records

/// What a prediction says, and how far it is right.
public struct ScoredAnswer: Hashable, Sendable {
    /// The answer that was found, or why there is none.
    public var answer: Answer
    /// 1 if the answer is right and 0 if it is not or if none was found; nil if the item has no target, or if the log
    /// holds no prediction (`absent`), because then there is nothing to judge.
    public var score: Double?

    /// An answer with its score in [0, 1], or nil where there is nothing to judge.
    public init(answer: Answer, score: Double?) {
        self.answer = answer
        self.score = score
    }
}
