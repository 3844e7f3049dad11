/// A prediction whose texts are still bytes of the log, which live for one call: most rows of a log say of their item what
/// a row before them said, and then no text need be made of it.
public struct RawPrediction {
    /// The index of the run in its log.
    public var run = 0
    /// Which of several answers of the same run to the same item, from 1.
    public var epoch = 1
    /// The line in the log, from 1.
    public var line = 0
    /// The item's identifier within the benchmark, in UTF-8.
    public var item = UnsafeRawBufferPointer(start: nil, count: 0)
    /// All that the row says of the item beside its identifier (question, options, targets, facets), in a form of the
    /// reader's own: equal bytes say the same within a log and among logs that are read in the same way.
    public var about = UnsafeRawBufferPointer(start: nil, count: 0)
    /// The raw prediction in UTF-8, or nil.
    public var text: UnsafeRawBufferPointer?
    /// The answer that the runner extracted in UTF-8, or nil.
    public var runnerAnswer: UnsafeRawBufferPointer?
    /// The runner's own scores.
    public var scores: [MetricScore] = []
    /// As in ``PredictionRecord``.
    public var confidence: Double?
    /// The time from asking to the whole prediction, in seconds, as in ``PredictionRecord``.
    public var latency: Double?
    /// How many tokens the model wrote, as in ``PredictionRecord``.
    public var outputTokens: Int?
    /// The price of the prediction in the log's currency, as in ``PredictionRecord``.
    public var cost: Double?

    /// A prediction of run 0 without texts, to be filled row after row.
    public init() {}
}

/// Takes predictions as bytes where it knows already what they say of their item.
public protocol RawRecordSink: AnyObject {
    /// Takes a prediction of a run that has begun; false if it does not know what the prediction says of its item. The
    /// same prediction must then come as a ``PredictionRecord``.
    ///
    /// - Parameters:
    ///   - prediction: what a row says; its bytes live for this call only.
    ///   - form: what `about` is made of; predictions of another form say something else with the same bytes.
    func add(_ prediction: borrowing RawPrediction, form: String) throws -> Bool
    /// The prediction that was added last as a record was this one.
    func remember(_ prediction: borrowing RawPrediction, form: String)
}
