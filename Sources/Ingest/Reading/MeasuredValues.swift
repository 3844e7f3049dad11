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
        if var text = prediction.text { length = text.withUTF8 { Self.scalarCount(UnsafeRawBufferPointer($0)) } }
        latency = prediction.latency
        outputTokens = prediction.outputTokens
        cost = prediction.cost
    }

    /// The measures of a prediction in bytes, as those of a record.
    init(_ prediction: borrowing RawPrediction, status: Answer.Status) {
        guard status != .error else { return }
        length = prediction.text.map(Self.scalarCount)
        latency = prediction.latency
        outputTokens = prediction.outputTokens
        cost = prediction.cost
    }

    /// The Unicode scalars of a text in UTF-8: the bytes that do not continue one (10xxxxxx), several times as fast as
    /// walking the scalars.
    private static func scalarCount(_ bytes: UnsafeRawBufferPointer) -> Int {
        var count = 0
        for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
        return count
    }
}
