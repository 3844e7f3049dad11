/// What is measured of a prediction beside its score; the raw values are the names in the store and in the findings.
public enum PredictionMeasure: String, Codable, Sendable, CaseIterable {
    /// The share of an item's predictions without a recognisable answer.
    case unparsed
    /// The share of an item's predictions in which the model declined.
    case refused
    /// The share of an item's predictions that the runner failed to get.
    case error
    /// The length of the prediction, in Unicode scalars.
    case length
    /// The time from asking to the whole prediction, in seconds.
    case latency
    /// The tokens that the model wrote.
    case outputTokens = "output-tokens"
    /// The price of the prediction, in the log's currency.
    case cost
}
