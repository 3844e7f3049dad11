import Records
import Scoring
import Store

/// Takes the scored records of one log and writes them to the store.
final class LogCollector: ScoredRecordSink {
    /// A run under way; a class, so that a prediction costs one look-up and no copy.
    private final class OpenRun {
        var stored: StoredRun
        let index: BenchmarkIndex
        var tally = RunTally()
        var fingerprint = RunFingerprintCollector()
        var table = PredictionTable()

        init(stored: StoredRun, index: BenchmarkIndex) {
            self.stored = stored
            self.index = index
        }
    }

    private let store: Store
    private let source: Int
    private let file: String
    private let names: any NameTable
    private let indices: BenchmarkIndexCache
    private var runs: [Int: OpenRun] = [:]

    private(set) var problems: [Problem] = []
    private(set) var runnerVersion: String?
    private(set) var finished: [StoredRun] = []

    init(store: Store, source: Int, file: String, names: any NameTable, indices: BenchmarkIndexCache) {
        self.store = store
        self.source = source
        self.file = file
        self.names = names
        self.indices = indices
    }

    func take(_ record: ScoredRecord) throws {
        switch record {
        case .begin(let run): try begin(run)
        case .add(let prediction, let scored): try add(prediction, scored)
        case .finish(let run): try finish(run)
        case .note(let problem): note(problem)
        }
    }

    private func begin(_ run: RunRecord) throws {
        let index = try indices.index(of: names.benchmark(run.benchmark), store: store)
        var stored = StoredRun(model: names.model(run.model), benchmark: names.benchmark(run.benchmark))
        stored.index = run.index
        stored.id = try store.beginRun(
            stored, source: source, model: try store.model(named: stored.model), benchmark: index.id)
        runs[run.index] = OpenRun(stored: stored, index: index)
        runnerVersion = run.runnerVersion ?? runnerVersion
    }

    private func add(_ prediction: PredictionRecord, _ scored: ScoredAnswer) throws {
        guard let run = runs[prediction.run] else { return }
        let index = run.index
        let position = try index.position(of: prediction, store: store)
        index.add(prediction.facets, position: position)
        let slot = run.tally.add(
            position: position, epoch: prediction.epoch, scored: (scored.answer.status, scored.score),
            runnerScores: prediction.scores, confidence: prediction.confidence,
            measured: MeasuredValues(prediction, status: scored.answer.status)
        ).slot
        run.fingerprint.add(prediction, answer: scored.answer, position: position, by: &index.fingerprinter)
        try run.table.set(
            StoredPrediction(
                position: position, epoch: prediction.epoch, line: prediction.line, answer: scored.answer,
                runnerAnswer: prediction.runnerAnswer, text: prediction.text, failure: prediction.failure),
            slot: slot
        ) { try store.insert(texts: $1, chunk: $0, run: run.stored.id) }
    }

    private func finish(_ run: RunRecord) throws {
        guard let open = runs.removeValue(forKey: run.index) else { return }
        open.stored.startedAt = run.startedAt
        open.stored.clusterFacet = run.clusterFacet
        open.stored.itemsReported = run.itemsReported
        open.tally.complete(&open.stored, metrics: run.metrics)
        try store.finishRun(open.stored)
        try store.insert(open.fingerprint.fingerprint, run: open.stored.id)
        try store.insert(open.tally.measures, run: open.stored.id)
        try store.insert(&open.table, run: open.stored.id)
        for (facet, count) in try open.index.flush(to: store).sorted(by: { $0.key < $1.key }) {
            note(.facetConflict(file: file, facet: facet, count: count))
        }
        if open.stored.duplicates > 0 { note(.duplicates(file: file, run: open.stored)) }
        if open.stored.scores.first?.mean == nil, open.stored.scores.contains(where: { $0.mean != nil }) {
            note(.noShare(file: file, run: open.stored))
        }
        if open.stored.predictions == 0 { note(.emptyRun(file: file, run: open.stored)) }
        runnerVersion = run.runnerVersion ?? runnerVersion
        finished.append(open.stored)
    }

    private func note(_ problem: Problem) { problems.append(problem) }

    /// Whether each run that began has ended.
    var isComplete: Bool { runs.isEmpty }
}

/// The benchmark indices that a series of logs shares; emptied when a transaction is undone.
final class BenchmarkIndexCache {
    private var indices: [String: BenchmarkIndex] = [:]

    func index(of benchmark: String, store: Store) throws -> BenchmarkIndex {
        if let known = indices[benchmark] { return known }
        let index = try BenchmarkIndex(name: benchmark, store: store)
        indices[benchmark] = index
        return index
    }

    func clear() { indices = [:] }
}
