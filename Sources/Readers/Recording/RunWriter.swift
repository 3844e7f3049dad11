import Records

/// One run on its way from a reader into a sink: it is announced with its first prediction, its metrics are numbered as
/// they appear, and its problems are counted by kind.
final class RunWriter {
    /// The run, with the metrics met so far.
    private(set) var run: RunRecord
    /// Where the run's log lies, for messages.
    let place: InputPlace
    /// How many predictions were handed over.
    private(set) var predictionCount = 0
    /// Turns metadata into facets.
    var facets = FacetCollector()

    private let sink: any RecordSink
    private var tally = ProblemTally()
    private var positions: [String: Int] = [:]
    private var hasBegun = false

    init(_ run: RunRecord, place: InputPlace, sink: any RecordSink) {
        self.run = run
        self.place = place
        self.sink = sink
        for (index, metric) in run.metrics.enumerated() { positions[metric.name] = index }
    }

    /// The position of a metric, which is added with `make` if the run does not have it yet.
    func metric(_ name: String, make: (String) -> MetricRecord = { MetricRecord(name: $0) }) -> Int {
        if let known = positions[name] { return known }
        positions[name] = run.metrics.count
        run.metrics.append(make(name))
        return run.metrics.count - 1
    }

    /// Changes what is known of the run, such as the figures that the runner reported; metrics keep their places.
    func update(_ change: (inout RunRecord) -> Void) {
        change(&run)
        for (index, metric) in run.metrics.enumerated() { positions[metric.name] = index }
    }

    /// Hands over a prediction of this run.
    func add(_ prediction: PredictionRecord) throws {
        if !hasBegun {
            hasBegun = true
            try sink.begin(run.withFiniteFigures)
        }
        var prediction = prediction
        prediction.run = run.index
        predictionCount += 1
        try sink.add(prediction)
    }

    /// Counts a problem; those of one kind and field are told together at the end.
    func note(_ problem: Problem) { tally.add(problem) }

    /// Ends the run and tells its problems. A run without predictions is announced all the same.
    func finish() throws {
        if !hasBegun { try sink.begin(run.withFiniteFigures) }
        if let note = facets.note(at: place) { tally.add(note) }
        try sink.finish(run.withFiniteFigures)
        tally.report(to: sink)
    }
}
