import Records

/// What is measured of one prediction; nil where there is nothing to measure.
public struct MeasuredValues: Equatable, Sendable {
    /// The length of the text, in Unicode scalars.
    public var length: Int?
    /// From asking to the whole prediction, in seconds.
    public var latency: Double?
    /// The tokens that the model wrote.
    public var outputTokens: Int?
    /// The price, in the log's currency.
    public var cost: Double?

    /// The measures that there are.
    public init(length: Int? = nil, latency: Double? = nil, outputTokens: Int? = nil, cost: Double? = nil) {
        self.length = length
        self.latency = latency
        self.outputTokens = outputTokens
        self.cost = cost
    }

    /// The measures of a record. Where the runner failed to get a prediction there is none to measure: the time until
    /// it gave up is no latency, and the text of an error no answer.
    init(_ prediction: PredictionRecord, status: Answer.Status) {
        guard status != .error else { return }
        length = prediction.text.map(Self.scalarCount)
        latency = prediction.latency
        outputTokens = prediction.outputTokens
        cost = prediction.cost
    }

    /// The Unicode scalars of a text: the bytes that do not continue one (10xxxxxx), several times as fast as walking
    /// the scalars.
    private static func scalarCount(_ text: String) -> Int {
        var text = text
        return text.withUTF8 { bytes in bytes.reduce(into: 0) { $0 += $1 & 0xC0 != 0x80 ? 1 : 0 } }
    }
}
