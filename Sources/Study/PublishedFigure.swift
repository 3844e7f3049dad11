/// An accuracy that somebody else prints for a model on a benchmark.
public struct PublishedFigure: Sendable, Equatable {
    /// The model as the study calls it.
    public var model: String
    /// The benchmark as the study calls it.
    public var benchmark: String
    /// The accuracy, in [0, 1].
    public var accuracy: Double
    /// Who prints it.
    public var source: String
    /// What is known to be different there, such as the items or the prompt; nil for nothing.
    public var note: String?

    /// Makes a figure without a note.
    public init(model: String, benchmark: String, accuracy: Double, source: String) {
        self.model = model
        self.benchmark = benchmark
        self.accuracy = accuracy
        self.source = source
    }
}
