import Records

/// Some of what a reader hands over, in its order, on the way to another thread: bytes of the log are copied.
struct RecordBatch: Sendable {
    /// A prediction in bytes; texts are ranges of the batch's bytes, scores a range of its scores.
    private struct Row: Sendable {
        var run: Int
        var epoch: Int
        var line: Int
        var item: Range<Int>
        var text: Range<Int>?
        var runnerAnswer: Range<Int>?
        var scores: Range<Int>
        var confidence: Double?
        var latency: Double?
        var outputTokens: Int?
        var cost: Double?
        var known: KnownItem
        var score: KnownScore
    }

    private enum Entry: Sendable {
        case record(ScoredRecord)
        case row(Row)
    }

    private var entries: [Entry] = []
    private var bytes: [UInt8] = []
    private var scores: [MetricScore] = []

    init() {}

    var count: Int { entries.count }

    mutating func append(_ record: ScoredRecord) { entries.append(.record(record)) }

    mutating func append(_ prediction: borrowing RawPrediction, of known: KnownItem, _ score: KnownScore) {
        let first = scores.count
        scores += prediction.scores
        entries.append(
            .row(
                Row(
                    run: prediction.run, epoch: prediction.epoch, line: prediction.line, item: copy(prediction.item),
                    text: prediction.text.map { copy($0) }, runnerAnswer: prediction.runnerAnswer.map { copy($0) },
                    scores: first..<scores.count, confidence: prediction.confidence, latency: prediction.latency,
                    outputTokens: prediction.outputTokens, cost: prediction.cost, known: known, score: score)))
    }

    private mutating func copy(_ text: UnsafeRawBufferPointer) -> Range<Int> {
        let start = bytes.count
        bytes.append(contentsOf: text)
        return start..<bytes.count
    }

    /// Hands everything on.
    func forward(to sink: any ScoredRecordSink) throws {
        try bytes.withUnsafeBytes { bytes in
            var prediction = RawPrediction()
            for entry in entries {
                switch entry {
                case .record(let record): try sink.take(record)
                case .row(let row):
                    prediction.run = row.run
                    prediction.epoch = row.epoch
                    prediction.line = row.line
                    prediction.item = UnsafeRawBufferPointer(rebasing: bytes[row.item])
                    prediction.text = row.text.map { UnsafeRawBufferPointer(rebasing: bytes[$0]) }
                    prediction.runnerAnswer = row.runnerAnswer.map { UnsafeRawBufferPointer(rebasing: bytes[$0]) }
                    prediction.scores.removeAll(keepingCapacity: true)
                    prediction.scores += scores[row.scores]
                    prediction.confidence = row.confidence
                    prediction.latency = row.latency
                    prediction.outputTokens = row.outputTokens
                    prediction.cost = row.cost
                    try sink.take(prediction, of: row.known, row.score)
                }
            }
        }
    }
}
