import Records

/// Takes figures that no mean can be made of out of a log's records: an infinite one takes every other with it, and JSON
/// holds none. Scores count as missing under their metric, which is told once for each run.
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

    private static func isInfinite(_ score: MetricScore) -> Bool { score.value.map { abs($0) > largest } ?? false }
}
