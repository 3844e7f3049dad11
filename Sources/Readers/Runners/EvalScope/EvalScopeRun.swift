import Records

/// One run of EvalScope on its way into a sink, a subset after the other.
struct EvalScopeRun {
    private let survey: EvalScopeSurvey
    private let metrics: EvalScopeMetrics
    private let report: EvalScopeReport
    private let writer: RunWriter
    private var rowCount = 0
    private var predictedOnly = false

    init(_ survey: EvalScopeSurvey, _ metrics: EvalScopeMetrics, _ report: EvalScopeReport, writer: RunWriter) {
        self.survey = survey
        self.metrics = metrics
        self.report = report
        self.writer = writer
    }

    /// Counts a problem of the run.
    func note(_ problem: Problem) { writer.note(problem) }

    /// Reads the rows of a subset, which are in the order of their completion.
    mutating func add(_ subset: EvalScopeFiles.Subset) throws {
        predictedOnly = predictedOnly || !subset.isReviewed
        let predicted = try missingAnswers(subset)
        let place = InputPlace(file: subset.rows.path)
        var notes: [Problem] = []
        try JSONRows(open: subset.rows.open).forEach(note: { notes.append($0) }) { row in
            let view = EvalScopeRow(row.value)
            guard row.value.kind == .object, let group = view.group(line: row.line) else {
                notes.append(
                    place.problem(
                        "missing-field", line: row.line, field: "index", expected: "the position of the item",
                        found: "none", remedy: "The row is left out; check how the file was made."))
                return
            }
            rowCount += 1
            try add(view, group, subset, predicted, line: row.line)
        }
        for note in notes { writer.note(note) }
    }

    private func add(
        _ row: EvalScopeRow, _ group: String, _ subset: EvalScopeFiles.Subset, _ predicted: [Int: EvalScopeAnswer],
        line: Int
    ) throws {
        var facets: [Facet] = []
        if let name = subset.name {
            facets.append(Facet(name: "subset", value: name))
            if let category = report.categories[name] { facets.append(Facet(name: "category", value: category)) }
        }
        let taken = Set(facets.map(\.name))
        facets += writer.facets.facets(of: row.metadata, excluding: EvalScopeRow.noFacets.union(taken))
        let item = (survey.hasIDs ? row.id : nil) ?? subset.name.map { "\($0)/\(group)" } ?? group
        for (offset, answer) in row.answers.enumerated() {
            let other = answer.text == nil ? row.index.flatMap { predicted[$0] } : nil
            let isUnscored = answer.scores.isEmpty && subset.isReviewed
            try writer.add(
                PredictionRecord(
                    run: 0, item: item, epoch: epoch(row, group) + offset, question: row.question, choices: row.choices,
                    targets: answer.targets ?? row.targets, text: answer.text ?? other?.text,
                    runnerAnswer: answer.extracted,
                    scores: isUnscored ? metrics.none : metrics.scores(of: answer),
                    latency: answer.latency ?? other?.latency,
                    outputTokens: answer.outputTokens ?? other?.outputTokens, failure: answer.failure,
                    facets: facets, line: line))
        }
    }

    /// Which repeat a row is: rows of an item are numbered on from the item's number times the repeats.
    private func epoch(_ row: EvalScopeRow, _ group: String) -> Int {
        if let generation = row.generation, generation >= 0 { return min(generation, 1 << 30) + 1 }
        guard survey.repeats > 1, let index = row.index, index >= 0, let first = Int(group), first >= 0,
            !first.multipliedReportingOverflow(by: survey.repeats).overflow
        else { return 1 }
        let offset = index - first * survey.repeats
        return (0..<survey.repeats).contains(offset) ? offset + 1 : 1
    }

    /// The answers in the predictions, where the review keeps none; held, because both are in an order of their own.
    private func missingAnswers(_ subset: EvalScopeFiles.Subset) throws -> [Int: EvalScopeAnswer] {
        guard let predictions = subset.predictions, survey.subsetsWithoutText.contains(subset.name ?? "") else {
            return [:]
        }
        var answers: [Int: EvalScopeAnswer] = [:]
        // A fault in the predictions leaves texts out; the scores are in the review.
        _ = try Problem.caught {
            try JSONRows(open: predictions.open).forEach(note: { _ in }) { row in
                let view = EvalScopeRow(row.value)
                if let index = view.index { answers[index] = view.answers.first }
            }
        }
        return answers
    }

    /// Ends the run and tells what was left out.
    func finish() throws {
        for (status, count) in survey.unscored.sorted(by: { $0.key < $1.key }) {
            var note = writer.place.problem(
                "unscored", .warning, field: "status", expected: "a score of each row",
                found: "rows with the status `\(status.prefix(40))`",
                remedy: "The runner leaves them out of its mean; they count as not scored here.")
            note.count = count
            writer.note(note)
        }
        for (name, largest) in metrics.leftOut {
            writer.note(
                writer.place.problem(
                    "metric-left-out", .note, field: name, expected: "values from 0 to 1",
                    found: "values outside, up to \(largest)", remedy: "It is no share of a full score and is not used."
                ))
        }
        if predictedOnly {
            writer.note(
                writer.place.problem(
                    "no-scores", .note, expected: "a review beside the predictions", found: "none",
                    remedy: "Put `reviews` beside `predictions` to have right answers and scores."))
        }
        if !metrics.isPartial, let expected = report.rowCount, rowCount < expected {
            writer.note(
                writer.place.problem(
                    "missing-samples", .warning, expected: "\(expected) rows, as the report says", found: "\(rowCount)",
                    remedy: "Missing items are counted as missing; use the complete files if there are any."))
        }
        try writer.finish()
    }
}
