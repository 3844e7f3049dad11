import Records
import Scoring
import Store
import Study

/// Makes of the scored records of one log what is to be written of it.
final class LogCollector: ScoredRecordSink {
    /// A run under way; a class, so that a prediction costs one look-up and no copy.
    private final class OpenRun {
        let place: Int
        let modelName: String
        let benchmark: Int
        var stored: StoredRun
        var tally = RunTally()
        var fingerprint = RunFingerprintCollector()
        var table = PredictionTable()

        init(place: Int, modelName: String, benchmark: Int, stored: StoredRun) {
            self.place = place
            self.modelName = modelName
            self.benchmark = benchmark
            self.stored = stored
        }
    }

    /// How many items of a benchmark a log may have; each takes about 300 bytes of memory while the log is read.
    static let mostItems = 5_000_000

    private let file: String
    private let resolver: NameResolver
    private let mostItems: Int
    /// Whether the log has more items than it may; nothing of it is kept then.
    private var isBeyondItems = false
    private var open: [Int: OpenRun] = [:]
    private var finished: [(place: Int, run: ReadLog.Run)] = []
    private var begun = 0
    private var benchmarks: [ReadLog.Benchmark] = []
    private var benchmarkPlaces: [String: Int] = [:]
    private var fingerprinters: [Fingerprinter] = []
    private var problems: [Problem] = []
    private var runnerVersion: String?

    init(file: String, resolver: NameResolver, mostItems: Int = LogCollector.mostItems) {
        self.file = file
        self.resolver = resolver
        self.mostItems = mostItems
    }

    func take(_ record: ScoredRecord) throws {
        switch record {
        case .begin(let run): begin(run)
        case .add(let prediction, let scored):
            add(prediction, scored)
            if isBeyondItems { throw Problem.tooManyItems(file: file, most: mostItems) }
        case .finish(let run): finish(run)
        case .note(let problem): problems.append(problem)
        }
    }

    private func begin(_ run: RunRecord) {
        var stored = StoredRun(model: resolver.modelID(run.model), benchmark: resolver.benchmarkID(run.benchmark))
        stored.index = run.index
        open[run.index] = OpenRun(
            place: begun, modelName: run.model, benchmark: place(of: stored.benchmark), stored: stored)
        begun += 1
        runnerVersion = run.runnerVersion ?? runnerVersion
    }

    private func place(of benchmark: String) -> Int {
        if let known = benchmarkPlaces[benchmark] { return known }
        benchmarkPlaces[benchmark] = benchmarks.count
        benchmarks.append(ReadLog.Benchmark(name: benchmark))
        fingerprinters.append(Fingerprinter())
        return benchmarks.count - 1
    }

    private func add(_ prediction: PredictionRecord, _ scored: ScoredAnswer) {
        guard let run = open[prediction.run] else { return }
        let position = benchmarks[run.benchmark].items.enter(prediction)
        if position >= mostItems { isBeyondItems = true }
        let slot = run.tally.add(
            position: position, epoch: prediction.epoch, scored: (scored.answer.status, scored.score),
            runnerScores: prediction.scores, confidence: prediction.confidence,
            measured: MeasuredValues(prediction, status: scored.answer.status)
        ).slot
        var text = prediction.text
        text.withBytes {
            run.fingerprint.add(position: position, epoch: prediction.epoch, text: $0, answer: scored.answer) {
                fingerprinters[run.benchmark].item(prediction, position: position)
            }
        }
        run.table.set(
            StoredPrediction(
                position: position, epoch: prediction.epoch, line: prediction.line, answer: scored.answer,
                runnerAnswer: prediction.runnerAnswer, text: prediction.text, failure: prediction.failure),
            slot: slot)
    }

    func take(_ prediction: borrowing RawPrediction, of known: KnownItem, _ score: KnownScore) {
        let scored = score.scored
        guard !isBeyondItems, let run = open[prediction.run] else { return }
        let position = benchmarks[run.benchmark].items.enter(known, key: prediction.item)
        if position >= mostItems { isBeyondItems = true }
        let slot = run.tally.add(
            position: position, epoch: prediction.epoch, scored: (scored.answer.status, scored.score),
            runnerScores: prediction.scores, confidence: prediction.confidence,
            measured: MeasuredValues(prediction, status: scored.answer.status)
        ).slot
        run.fingerprint.add(
            position: position, epoch: prediction.epoch, text: prediction.text, answer: scored.answer
        ) { known.fingerprint }
        run.table.set(
            position: position, epoch: prediction.epoch, line: prediction.line, answer: scored.answer,
            runnerAnswer: prediction.runnerAnswer, text: prediction.text, slot: slot)
    }

    private func finish(_ run: RunRecord) {
        guard let open = open.removeValue(forKey: run.index) else { return }
        open.stored.startedAt = run.startedAt
        open.stored.clusterFacet = run.clusterFacet
        open.stored.itemsReported = run.itemsReported
        open.tally.complete(&open.stored, metrics: run.metrics)
        if open.stored.duplicates > 0 {
            problems.append(.duplicates(file: file, run: open.stored, contradictions: open.tally.contradictions))
        }
        if open.stored.scores.first?.mean == nil, open.stored.scores.contains(where: { $0.mean != nil }) {
            problems.append(.noShare(file: file, run: open.stored))
        }
        if open.stored.predictions == 0 { problems.append(.emptyRun(file: file, run: open.stored)) }
        runnerVersion = run.runnerVersion ?? runnerVersion
        finished.append(
            (
                open.place,
                ReadLog.Run(
                    modelName: open.modelName, benchmark: open.benchmark, stored: open.stored,
                    measures: open.tally.measures, fingerprint: open.fingerprint.fingerprint,
                    predictions: open.table.packed())
            ))
    }

    /// What was collected; runs that never ended are no runs.
    ///
    /// - Throws: `Problem` if the log has more items than it may.
    func collected() throws -> ReadLog {
        if isBeyondItems { throw Problem.tooManyItems(file: file, most: mostItems) }
        return ReadLog(
            runnerVersion: runnerVersion, benchmarks: benchmarks,
            runs: finished.sorted { $0.place < $1.place }.map(\.run), problems: problems)
    }
}

extension String? {
    /// The bytes of the text, if there is one.
    fileprivate mutating func withBytes<Result>(_ body: (UnsafeRawBufferPointer?) -> Result) -> Result {
        guard self != nil else { return body(nil) }
        return self!.withUTF8 { body(UnsafeRawBufferPointer($0)) }
    }
}
