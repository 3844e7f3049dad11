import Records

/// One run of lm-evaluation-harness on its way into a sink: rows come one by one, metrics as the rows name them.
struct HarnessRun {
    private let place: InputPlace
    private let sink: any RecordSink
    private let aggregate: HarnessAggregate
    private var run: RunRecord
    private var hasBegun = false
    private var positions: [String: Int] = [:]
    private var scoredCounts: [Int] = []
    private var rowsByFilter: [String: Int] = [:]
    private var occurrences: [String: Int] = [:]
    private var facets = FacetCollector()
    private var tally = ProblemTally()
    private(set) var rowCount = 0

    init(_ run: RunRecord, _ aggregate: HarnessAggregate, place: InputPlace, sink: any RecordSink) {
        self.run = run
        self.aggregate = aggregate
        self.place = place
        self.sink = sink
    }

    /// Counts a problem of the log.
    mutating func note(_ problem: Problem) { tally.add(problem) }

    /// Hands over one row.
    mutating func add(_ value: JSONValue, line: Int) throws {
        let row = HarnessRow(value)
        guard value.kind == .object, let item = row.item else {
            tally.add(
                place.problem(
                    "missing-field", .error, line: line, field: "doc_id", expected: "a row with `doc_id`",
                    found: "none",
                    remedy: "The row is left out; check how the file was made."))
            return
        }
        rowCount += 1
        let filter = row.filter ?? unnamedFilter(of: item, line: line)
        rowsByFilter[filter, default: 0] += 1
        var scores: [MetricScore] = []
        for column in row.metricColumns {
            let metric = position(of: column, filter)
            let score = row.score(column)
            if score != nil { scoredCounts[metric] += 1 }
            scores.append(MetricScore(metric: metric, value: score))
        }
        // The first row brings the metrics, so that the run is announced with those it has.
        if !hasBegun {
            hasBegun = true
            try sink.begin(run.withFiniteFigures)
        }
        let document = HarnessDocument(row.document, optionCount: row.likelihoods?.count)
        let answer = HarnessAnswer(row, document)
        try sink.add(
            PredictionRecord(
                run: run.index, item: item, question: document.question ?? row.prompt, choices: answer.choices,
                targets: answer.targets, text: answer.text, runnerAnswer: answer.runnerAnswer, scores: scores,
                confidence: answer.confidence,
                facets: facets.facets(of: row.document, excluding: document.excluded), line: line))
    }

    /// Rows before the end of 2024 do not name their filter; the filters follow one another in the file in the order
    /// of the task's configuration.
    private mutating func unnamedFilter(of item: String, line: Int) -> String {
        let seen = occurrences[item, default: 0]
        occurrences[item] = seen + 1
        if seen < aggregate.filters.count { return aggregate.filters[seen] }
        if seen == 0 { return "none" }
        tally.add(
            place.problem(
                "repeated-item", .warning, line: line, field: "doc_id",
                expected: "each document once for each filter of the task",
                found: "document `\(item.prefix(40))` once more in rows that name no filter",
                remedy: "The repeats are kept apart as further filters; check whether the file holds two runs."))
        return "unnamed-\(seen + 1)"
    }

    private mutating func position(of column: String, _ filter: String) -> Int {
        let name = "\(column),\(filter)"
        if let known = positions[name] { return known }
        let position = run.metrics.count
        positions[name] = position
        scoredCounts.append(0)
        let reported = aggregate.reported(column, filter)
        var note: String?
        if let aggregation = aggregate.aggregations[column], aggregation != "mean", reported != nil {
            note = "the runner aggregates it by `\(aggregation.prefix(60))`, not by the mean"
        }
        run.metrics.append(
            MetricRecord(
                name: name, reported: reported, reportedNote: note,
                higherIsBetter: aggregate.higherIsBetter[column] ?? true))
        return position
    }

    /// Ends the run: what the aggregate says is compared with what the rows held.
    mutating func finish() throws {
        if !hasBegun { try sink.begin(run.withFiniteFigures) }
        if rowCount == 0 {
            tally.add(
                place.problem(
                    "no-samples", .warning, expected: "rows", found: "none",
                    remedy: "Run the task with `--log_samples`."))
        }
        remarkUnscored()
        noteMissing()
        noteUnread()
        if rowCount > 0, run.metrics.isEmpty {
            tally.add(
                place.problem(
                    "no-scores", .note, field: "metrics", expected: "scores of the runner",
                    found: "none (as with `--predict_only`)", remedy: "Answers are extracted and scored here."))
        }
        if let note = facets.note(at: place) { tally.add(note) }
        try sink.finish(run.withFiniteFigures)
        tally.report(to: sink)
    }

    private mutating func remarkUnscored() {
        for index in run.metrics.indices where scoredCounts[index] == 0 && run.metrics[index].reported != nil {
            run.metrics[index].reportedNote =
                "the rows hold no score of their own; the runner aggregates them as a whole"
        }
    }

    private mutating func noteMissing() {
        let rows = rowsByFilter.values.min() ?? 0
        guard let expected = aggregate.itemCount, rows < expected else { return }
        for index in run.metrics.indices where run.metrics[index].reported != nil {
            let remark = "reported over \(expected) items, of which the log holds \(rows)"
            run.metrics[index].reportedNote = run.metrics[index].reportedNote.map { "\($0); \(remark)" } ?? remark
        }
        tally.add(
            place.problem(
                "missing-samples", .warning, expected: "\(expected) items, as the aggregate says", found: "\(rows)",
                remedy: "Missing items are counted as missing; use the complete file if there is one."))
    }

    /// Figures of the aggregate that no column of the rows explains.
    private mutating func noteUnread() {
        let unread = aggregate.figures.filter { figure in
            let metric = figure.name.split(separator: ",").first.map(String.init) ?? figure.name
            guard figure.name.contains(","), !metric.hasSuffix("_stderr"), metric != "bypass" else { return false }
            return positions[figure.name] == nil
        }
        guard rowCount > 0, let first = unread.first else { return }
        var problem = place.problem(
            "metric-left-out", .note, field: first.name, expected: "a column of the rows for each figure",
            found: "a figure of the aggregate without one", remedy: "It cannot be followed to items and is not used.")
        problem.count = unread.count
        tally.add(problem)
    }
}
