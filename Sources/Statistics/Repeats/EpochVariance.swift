/// How much of the variance of scores lies within items, between the answers to the same item.
public struct EpochVariance: Sendable, Equatable {
    /// The mean of the items' variances s²_i; NaN without an item that has two answers.
    public let within: Double
    /// The variance of the items' means minus within/epochs; may be negative as computed.
    public let between: Double

    /// - Parameter scores: scores[item][epoch]. Items with a single answer do not enter the variance within items;
    ///   with unequal numbers of answers, epochs is their harmonic mean.
    public init(scores: [[Double]]) {
        var squares = 0.0
        var repeated = 0.0
        var inverses = 0.0
        var means: [Double] = []
        for answers in scores where !answers.isEmpty {
            let count = Double(answers.count)
            let mean = answers.reduce(0, +) / count
            means.append(mean)
            inverses += 1 / count
            guard answers.count > 1 else { continue }
            squares += answers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
            repeated += 1
        }
        let items = Double(means.count)
        let centre = means.reduce(0, +) / items
        let spread = means.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / (items - 1)
        within = squares / repeated
        between = spread - within * inverses / items
    }
}
