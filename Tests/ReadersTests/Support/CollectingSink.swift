import Records

/// Keeps everything that a reader hands over, and checks the order of the calls.
final class CollectingSink: RecordSink {
    var runs: [RunRecord] = []
    var predictions: [PredictionRecord] = []
    var problems: [Problem] = []
    var breaches: [String] = []
    private var open: Set<Int> = []

    func begin(_ run: RunRecord) {
        if run.index != runs.count { breaches.append("run \(run.index) begins out of order") }
        runs.append(run)
        open.insert(run.index)
    }

    func add(_ prediction: PredictionRecord) {
        if !open.contains(prediction.run) {
            breaches.append("a prediction of run \(prediction.run), which is not open")
        }
        predictions.append(prediction)
    }

    func finish(_ run: RunRecord) {
        let begun = runs[run.index].metrics.map(\.name)
        if Array(run.metrics.map(\.name).prefix(begun.count)) != begun { breaches.append("metrics changed places") }
        runs[run.index] = run
        open.remove(run.index)
    }

    func note(_ problem: Problem) { problems.append(problem) }

    var problemKinds: [String] { problems.map(\.kind) }

    /// The mean over items of the mean over an item's scored epochs, and the number of scored items.
    func mean(of metric: String, run: Int = 0) -> (value: Double?, items: Int) {
        guard let position = runs[run].metrics.firstIndex(where: { $0.name == metric }) else { return (nil, 0) }
        var scores: [String: [Int: Double?]] = [:]
        for prediction in predictions where prediction.run == run {
            for score in prediction.scores where score.metric == position {
                scores[prediction.item, default: [:]][prediction.epoch] = .some(score.value)
            }
        }
        let means = scores.values.map { $0.values.compactMap { $0 } }.filter { !$0.isEmpty }
            .map { $0.reduce(0, +) / Double($0.count) }
        return (means.isEmpty ? nil : means.sorted().reduce(0, +) / Double(means.count), means.count)
    }
}
