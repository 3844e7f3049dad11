import Records

/// Reads one test run: its cases once to survey them, and once to hand them over.
struct DeepEvalRun {
    typealias Cases = (_ note: (Problem) -> Void, _ body: (JSONValue, Int) throws -> Void) throws -> Void

    let index: Int
    let summary: DeepEvalSummary
    let names: DeepEvalNames
    let place: InputPlace
    let source: Cases
    let sink: any RecordSink

    /// The metric that judges: whether all metrics of a case passed.
    static let passed = "testPassed / cases"

    init(
        index: Int, summary: DeepEvalSummary, names: DeepEvalNames, place: InputPlace, source: @escaping Cases,
        sink: any RecordSink
    ) {
        self.index = index
        self.summary = summary
        self.names = names
        self.place = place
        self.source = source
        self.sink = sink
    }

    func read() throws {
        var survey = DeepEvalSurvey()
        var notes: [Problem] = []
        try source({ notes.append($0) }) { survey.add(DeepEvalCase($0), position: $1) }
        var metrics = [MetricRecord(name: Self.passed, reported: summary.passRate)]
        for name in survey.metricNames {
            metrics.append(MetricRecord(name: name, higherIsBetter: survey.isHigherBetter(name)))
        }
        let writer = RunWriter(
            RunRecord(
                index: index, runner: "deepeval", model: names.model.name, benchmark: names.benchmark.name,
                startedAt: names.startedAt, metrics: metrics),
            place: place, sink: sink)
        for note in notes { writer.note(note) }
        noteNames(writer)
        noteMetricErrors(survey, writer)
        var epochs: [String: Int] = [:]
        // What cannot be read was told in the first reading.
        try source({ _ in }) { value, position in
            let testCase = DeepEvalCase(value)
            let item = survey.areNamesItems ? testCase.name ?? "" : "case-\(value["order"]?.integer ?? position - 1)"
            epochs[item, default: 0] += 1
            try writer.add(prediction(testCase, item, epochs[item, default: 1], position, writer))
        }
        noteCount(writer)
        try writer.finish()
    }

    private func prediction(
        _ testCase: DeepEvalCase, _ item: String, _ epoch: Int, _ position: Int, _ writer: RunWriter
    ) -> PredictionRecord {
        var scores = [MetricScore(metric: writer.metric(Self.passed), value: testCase.success)]
        for metric in testCase.metrics {
            scores.append(MetricScore(metric: writer.metric(metric.name), value: metric.score))
        }
        return PredictionRecord(
            run: index, item: item, epoch: epoch, question: testCase.question, targets: testCase.targets,
            text: testCase.text, scores: scores, latency: testCase.latency, outputTokens: testCase.outputTokens,
            cost: testCase.cost, facets: testCase.facets(&writer.facets), line: position)
    }

    private func noteNames(_ writer: RunWriter) {
        if !names.model.isGiven { writer.note(place.missingModel(used: names.model.name)) }
        if !names.benchmark.isGiven { writer.note(place.missingBenchmark(used: names.benchmark.name)) }
    }

    private func noteMetricErrors(_ survey: DeepEvalSurvey, _ writer: RunWriter) {
        guard let first = survey.firstMetricError else { return }
        var problem = place.problem(
            "metric-error", .warning, line: first.position, field: first.metric, expected: "a score of each metric",
            found: "a metric that failed",
            remedy: "The case has no score of this metric, and deepeval counts it as failed; run it again to have one.")
        problem.count = survey.metricErrorCount
        writer.note(problem)
    }

    private func noteCount(_ writer: RunWriter) {
        guard let passed = summary.testPassed, let failed = summary.testFailed,
            passed + failed != writer.predictionCount
        else { return }
        writer.update { run in
            run.metrics[0].reportedNote =
                "reported over \(passed + failed) cases, of which the log holds \(writer.predictionCount)"
        }
        writer.note(
            place.problem(
                "missing-samples", .warning, field: "testPassed",
                expected: "\(passed + failed) cases, as the run counts them", found: "\(writer.predictionCount)",
                remedy: "Use the complete file if there is one."))
    }
}
