import Records
import Scoring
import Study

/// Scores what a reader hands over, records and bytes, on their way to a sink.
final class ScoringSink: RecordSink, RawRecordSink {
    /// A class, so that a prediction costs no copy.
    private final class OpenRun {
        let benchmark: String
        let scorer: AnswerScorer
        /// What is known of the items in rows of one form; a log has one form.
        var known: (form: String, table: KnownItems.Table)?

        init(benchmark: String, scorer: AnswerScorer) {
            self.benchmark = benchmark
            self.scorer = scorer
        }
    }

    private let resolver: NameResolver
    private let sink: any ScoredRecordSink
    private let knownItems: KnownItems
    private let fingerprinter = Fingerprinter()
    private var open: [OpenRun?] = []
    private var last: PredictionRecord?

    init(resolver: NameResolver, knownItems: KnownItems, into sink: any ScoredRecordSink) {
        self.resolver = resolver
        self.knownItems = knownItems
        self.sink = sink
    }

    var rawSink: (any RawRecordSink)? { self }

    private func run(_ index: Int) -> OpenRun? { open.indices.contains(index) ? open[index] : nil }

    func begin(_ run: RunRecord) throws {
        let benchmark = resolver.benchmarkID(run.benchmark)
        while open.count <= run.index { open.append(nil) }
        open[run.index] = OpenRun(benchmark: benchmark, scorer: resolver.scorer(id: benchmark))
        try sink.take(.begin(run))
    }

    func add(_ prediction: PredictionRecord) throws {
        guard let run = run(prediction.run) else { return }
        try sink.take(.add(prediction, run.scorer.score(prediction)))
        last = prediction
    }

    func add(_ prediction: borrowing RawPrediction, form: String) throws -> Bool {
        guard let run = run(prediction.run), let known = run.known, known.form == form,
            let item = known.table.find(prediction.about)
        else { return false }
        try sink.take(prediction, of: item, item.score(prediction, by: run.scorer))
        return true
    }

    func remember(_ prediction: borrowing RawPrediction, form: String) {
        guard let last, last.run == prediction.run, let run = run(last.run) else { return }
        let table = known(run, form: form)
        // A failure is none of the item, and takes the long way.
        guard last.failure == nil, table.find(prediction.about) == nil else { return }
        table.enter(KnownItem(last, fingerprint: fingerprinter.fingerprint(last)), about: prediction.about)
    }

    private func known(_ run: OpenRun, form: String) -> KnownItems.Table {
        if let known = run.known, known.form == form { return known.table }
        let table = knownItems.table(form: form, benchmark: run.benchmark)
        run.known = (form, table)
        return table
    }

    func finish(_ run: RunRecord) throws { try sink.take(.finish(run)) }

    func note(_ problem: Problem) { try? sink.take(.note(problem)) }
}
