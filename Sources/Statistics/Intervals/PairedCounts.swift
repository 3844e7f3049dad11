/// How two answers to the same items fall together: the fourfold table of paired 0/1 scores. Counts are real so that
/// an effective size can be used.
public struct PairedCounts: Sendable, Equatable {
    /// a, items that both get right.
    public var bothCorrect: Double
    /// b, items that only the first gets right.
    public var onlyFirst: Double
    /// c, items that only the second gets right.
    public var onlySecond: Double
    /// d, items that neither gets right.
    public var neither: Double

    /// The four counts, which need not be whole.
    public init(bothCorrect: Double, onlyFirst: Double, onlySecond: Double, neither: Double) {
        self.bothCorrect = bothCorrect
        self.onlyFirst = onlyFirst
        self.onlySecond = onlySecond
        self.neither = neither
    }

    /// n, the number of items.
    public var size: Double { bothCorrect + onlyFirst + onlySecond + neither }

    /// (b − c)/n, the accuracy of the first minus that of the second.
    public var difference: Double { (onlyFirst - onlySecond) / size }
}
