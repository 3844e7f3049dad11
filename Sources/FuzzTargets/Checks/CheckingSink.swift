import Records

/// Keeps what a reader hands over, and holds the reader to what sinks may rely on.
final class CheckingSink: RecordSink {
    private(set) var predictions: [PredictionRecord] = []
    private(set) var runs: [RunRecord] = []
    private(set) var problems: [Problem] = []
    private var open: Set<Int> = []
    private let raw: RawCheckingSink?

    /// - Parameter takesRaw: whether predictions may come as bytes; they are kept as the records that they stand for.
    init(takesRaw: Bool) {
        raw = takesRaw ? RawCheckingSink() : nil
        raw?.sink = self
    }

    var rawSink: (any RawRecordSink)? { raw }

    func begin(_ run: RunRecord) throws {
        try BrokenPromise.unless(run.index == runs.count, "run \(run.index) begins out of order")
        runs.append(run)
        open.insert(run.index)
    }

    func add(_ prediction: PredictionRecord) throws {
        try BrokenPromise.unless(open.contains(prediction.run), "a prediction of a run that is not open")
        try BrokenPromise.unless(
            prediction.confidence.map((0...1).contains) ?? true, "a confidence of \(prediction.confidence ?? .nan)")
        try BrokenPromise.unless(prediction.latency ?? 0 >= 0 && prediction.cost ?? 0 >= 0, "a negative measure")
        try BrokenPromise.unless(
            prediction.scores.allSatisfy { abs($0.value ?? 0) <= 1e100 || $0.value?.isNaN == true },
            "a score that no mean can be made of")
        predictions.append(prediction)
    }

    func finish(_ run: RunRecord) throws {
        try BrokenPromise.unless(open.remove(run.index) != nil, "run \(run.index) ends without having begun")
        let begun = runs[run.index].metrics.map(\.name)
        try BrokenPromise.unless(
            run.metrics.map(\.name).starts(with: begun), "the metrics of run \(run.index) changed places")
        runs[run.index] = run
    }

    func note(_ problem: Problem) { problems.append(problem) }

    /// A problem must name the file, and say what to do.
    static func check(_ problem: Problem, below folder: String) throws {
        try BrokenPromise.unless(problem.file.hasPrefix(folder), "a problem of the file `\(problem.file)`")
        try BrokenPromise.unless(
            !problem.kind.isEmpty && !problem.expected.isEmpty && !problem.remedy.isEmpty,
            "a problem without words: \(problem)")
    }
}

/// Takes predictions as bytes as the program does, and turns them into records by what an earlier record said of the item.
private final class RawCheckingSink: RawRecordSink {
    private struct Saying: Hashable {
        let form: String
        let about: [UInt8]
    }

    weak var sink: CheckingSink?
    private var known: [Saying: PredictionRecord] = [:]

    func add(_ prediction: borrowing RawPrediction, form: String) throws -> Bool {
        guard let sink, var record = known[Saying(form: form, about: Array(prediction.about))] else { return false }
        record.run = prediction.run
        record.item = String(decoding: prediction.item, as: UTF8.self)
        record.epoch = prediction.epoch
        record.line = prediction.line
        record.text = prediction.text.map { String(decoding: $0, as: UTF8.self) }
        record.runnerAnswer = prediction.runnerAnswer.map { String(decoding: $0, as: UTF8.self) }
        record.scores = prediction.scores
        record.confidence = prediction.confidence
        record.latency = prediction.latency
        record.outputTokens = prediction.outputTokens
        record.cost = prediction.cost
        record.failure = nil
        try sink.add(record)
        return true
    }

    func remember(_ prediction: borrowing RawPrediction, form: String) {
        guard let last = sink?.predictions.last else { return }
        known[Saying(form: form, about: Array(prediction.about))] = last
    }
}
