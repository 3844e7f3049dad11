import Records

/// One Inspect run on its way into a sink: samples come one by one, the account is settled at the end.
struct InspectRun {
    private let place: InputPlace
    private let sink: any RecordSink
    /// The model as the keys of usage name it.
    private let model: String?
    private var run: RunRecord
    private var metrics: InspectMetrics
    private var facets = FacetCollector()
    private var tally = ProblemTally()
    private var sampleCount = 0
    private var largestEpoch = 1
    private var invalidatedCount = 0

    /// Announces the run.
    init(_ header: InspectHeader, runner: String, place: InputPlace, sink: any RecordSink) throws {
        self.place = place
        self.sink = sink
        model = header.model
        metrics = InspectMetrics(header, place: place)
        if header.model == nil { tally.add(place.missingModel(used: "unknown")) }
        if header.task == nil { tally.add(place.missingBenchmark(used: "unknown")) }
        run = RunRecord(
            index: 0, runner: runner, runnerVersion: header.runnerVersion, model: header.model ?? "unknown",
            benchmark: header.task ?? "unknown", startedAt: header.startedAt ?? header.created,
            metrics: metrics.records, clusterFacet: metrics.clusterFacet)
        try sink.begin(run)
        for problem in metrics.problems { tally.add(problem) }
    }

    /// Counts a problem of the log.
    mutating func note(_ problem: Problem) { tally.add(problem) }

    /// How many samples have been handed over.
    var count: Int { sampleCount }

    /// Hands over one sample.
    mutating func add(_ value: JSONValue, member: String? = nil, line: Int) throws {
        let sample = InspectSample(value)
        let place = member.map { InputPlace(file: self.place.file, member: $0) } ?? self.place
        guard value.kind == .object, let item = sample.item else {
            tally.add(
                place.problem(
                    "missing-field", .error, field: "id", expected: "a sample with an identifier", found: "none",
                    remedy: "Check how the log was made; the sample is left out."))
            return
        }
        sampleCount += 1
        largestEpoch = max(largestEpoch, sample.epoch)
        var unreadable: [(String, String)] = []
        var scores = metrics.scores(of: sample) { unreadable.append(($0, $1)) }
        for (metric, found) in unreadable {
            tally.add(
                place.problem(
                    "unreadable-score", .warning, field: metric, expected: "C, I, P, N, yes, no or a number",
                    found: found, remedy: "The prediction counts as not scored under this metric."))
        }
        if sample.isInvalidated {
            invalidatedCount += 1
            scores = scores.map { MetricScore(metric: $0.metric, value: nil) }
        }
        if let limit = sample.limit {
            tally.add(
                place.problem(
                    "limit-reached", .note, field: "limit", expected: "samples that end by themselves",
                    found: "a sample stopped by its limit (\(limit))",
                    remedy: "Its score stands; raise the limit to see whether it changes."))
        }
        let text = sample.text
        let failure = sample.failure
        let usage = InspectUsage(value, model: model)
        try sink.add(
            PredictionRecord(
                run: run.index, item: item, epoch: sample.epoch, question: sample.question, choices: sample.choices,
                targets: sample.targets, text: failure != nil && text?.isEmpty == true ? nil : text,
                runnerAnswer: sample.answer(preferring: metrics.firstScorer), scores: scores,
                latency: usage.latency, outputTokens: usage.outputTokens, cost: usage.cost, failure: failure,
                facets: facets.facets(of: sample.metadataObject), line: line))
    }

    /// Ends the run: what the header says is compared with what the log held.
    mutating func finish(_ header: InspectHeader) throws {
        let epochs = max(header.epochs ?? 1, largestEpoch, 1)
        let expected = header.totalSamples ?? header.datasetSamples.map { $0 * epochs }
        run.itemsReported = header.totalSamples.map { ($0 + epochs - 1) / epochs } ?? header.datasetSamples
        if invalidatedCount > 0 { metrics.remark("\(invalidatedCount) samples were invalidated after the run") }
        if let total = header.totalSamples, sampleCount < total {
            metrics.remark("reported over \(total) predictions, of which the log holds \(sampleCount)")
        }
        if let expected, sampleCount < expected {
            tally.add(
                place.problem(
                    "missing-samples", .warning, expected: "\(expected) samples, as the log's header says",
                    found: "\(sampleCount)",
                    remedy: "Missing items are counted as missing; use the complete log if there is one."))
        }
        if sampleCount == 0 {
            tally.add(
                place.problem(
                    "no-samples", .warning, expected: "samples", found: "a log with its header only",
                    remedy: "Run with sample logging on, or use the log that holds the samples."))
        }
        noteStatus(header)
        if let note = facets.note(at: place) { tally.add(note) }
        run.metrics = metrics.records
        try sink.finish(run)
        tally.report(to: sink)
    }

    private mutating func noteStatus(_ header: InspectHeader) {
        let status = header.status ?? (header.hasResults ? "success" : "started")
        guard status != "success" else { return }
        let words = header.errorMessage.map { ": \($0.prefix(200))" } ?? ""
        tally.add(
            place.problem(
                "unfinished-run", .warning, field: "status", expected: "a run that ended well (`success`)",
                found: "`\(status)`\(words)",
                remedy: "Its samples are used; finish the run with `inspect eval-retry` for the whole benchmark."))
    }
}
