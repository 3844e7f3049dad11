import Records

/// Takes figures that no mean can be made of out of a log's records: an infinite one takes every other with it, and JSON
/// holds none. Scores count as missing under their metric, which is told once for each run. A latency, cost or number of
/// tokens that is none, such as -1 for unknown, is left out without a word.
final class FiniteSink: RecordSink {
    /// The largest score that means something; its square and sums of many are finite too.
    private static let largest = 1e100

    private let sink: any RecordSink
    private let place: InputPlace
    /// By the run's index.
    private var infinite: [Int: (count: Int, line: Int)] = [:]

    init(_ sink: any RecordSink, place: InputPlace) {
        self.sink = sink
        self.place = place
    }

    func begin(_ run: RunRecord) throws { try sink.begin(run.withFiniteFigures) }

    func add(_ prediction: PredictionRecord) throws {
        guard Self.isMeasured(prediction) else { return try add(Self.withoutFalseMeasures(prediction)) }
        guard prediction.scores.contains(where: Self.isInfinite) else { return try sink.add(prediction) }
        var prediction = prediction
        for index in prediction.scores.indices where Self.isInfinite(prediction.scores[index]) {
            prediction.scores[index].value = nil
        }
        let first = infinite[prediction.run]?.line ?? prediction.line
        infinite[prediction.run] = (infinite[prediction.run, default: (0, 0)].count + 1, first)
        try sink.add(prediction)
    }

    func finish(_ run: RunRecord) throws {
        try sink.finish(run.withFiniteFigures)
        guard let found = infinite.removeValue(forKey: run.index) else { return }
        var problem = place.problem(
            "infinite-score", .warning, line: found.line, expected: "scores that a mean can be made of",
            found: "infinite or absurdly large ones in the run of model `\(run.model.prefix(80))`",
            remedy: "They count as missing under their metric.")
        problem.count = found.count
        sink.note(problem)
    }

    func note(_ problem: Problem) { sink.note(problem) }

    var rawSink: (any RawRecordSink)? { sink.rawSink.map { FiniteRawSink($0) } }

    /// Whether all figures of a prediction are ones that a mean can be made of.
    static func isFinite(_ prediction: borrowing RawPrediction) -> Bool {
        isAmount(prediction.latency) && isAmount(prediction.cost) && prediction.outputTokens ?? 0 >= 0
            && !prediction.scores.contains(where: isInfinite)
    }

    /// Whether each measure that a prediction has is one.
    private static func isMeasured(_ prediction: PredictionRecord) -> Bool {
        isAmount(prediction.latency) && isAmount(prediction.cost) && prediction.outputTokens ?? 0 >= 0
    }

    private static func withoutFalseMeasures(_ prediction: PredictionRecord) -> PredictionRecord {
        var prediction = prediction
        if !isAmount(prediction.latency) { prediction.latency = nil }
        if !isAmount(prediction.cost) { prediction.cost = nil }
        if prediction.outputTokens ?? 0 < 0 { prediction.outputTokens = nil }
        return prediction
    }

    /// Whether a number can be an amount of something; so is none.
    private static func isAmount(_ value: Double?) -> Bool { value.map { $0 >= 0 && $0 <= largest } ?? true }

    private static func isInfinite(_ score: MetricScore) -> Bool { score.value.map { abs($0) > largest } ?? false }
}

/// Lets through what needs no correction; the rest must come as records.
private final class FiniteRawSink: RawRecordSink {
    private let sink: any RawRecordSink

    init(_ sink: any RawRecordSink) { self.sink = sink }

    func add(_ prediction: borrowing RawPrediction, form: String) throws -> Bool {
        try FiniteSink.isFinite(prediction) && sink.add(prediction, form: form)
    }

    func remember(_ prediction: borrowing RawPrediction, form: String) {
        if FiniteSink.isFinite(prediction) { sink.remember(prediction, form: form) }
    }
}
