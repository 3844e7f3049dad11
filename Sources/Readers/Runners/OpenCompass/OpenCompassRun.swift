import Records

/// One run of OpenCompass on its way into a sink.
struct OpenCompassRun {
    private let results: OpenCompassResults
    private let metrics: OpenCompassMetrics
    private let writer: RunWriter
    private var rowCount = 0

    init(_ results: OpenCompassResults, _ metrics: OpenCompassMetrics, writer: RunWriter) {
        self.results = results
        self.metrics = metrics
        self.writer = writer
    }

    /// Counts a problem of the run.
    func note(_ problem: Problem) { writer.note(problem) }

    /// Reads the details alone, which have all there is or all that is left.
    mutating func addDetails(_ file: LogPart) throws {
        // Whole details have a row for each answer, the repeats one after another.
        let repeats = results.isWhole ? results.repeats : 1
        let size = max(1, results.rowCount / repeats)
        let scanner = JSONStreamScanner(try file.open(), streaming: ["details"])
        let failure = try Problem.caught {
            while let part = try scanner.next() {
                guard part.kind == .element, let value = part.value, value.kind == .object else { continue }
                let position = OpenCompassResults.position(part.key, rowCount)
                try add(OpenCompassDetail(value), position % size, position / size, line: rowCount + 1)
                rowCount += 1
            }
        }
        if var failure {
            guard rowCount > 0 else { throw failure }
            failure.remedy += " The \(rowCount) rows before it were read."
            writer.note(failure)
        }
    }

    private func add(_ detail: OpenCompassDetail, _ item: Int, _ repetition: Int, line: Int) throws {
        let whole = detail.isWhole ? detail.whole : (nil, nil, [])
        for index in 0..<detail.repeats {
            let value = metrics.scoring.flatMap { $0.value(detail, index) }
            try writer.add(
                PredictionRecord(
                    run: 0, item: String(item), epoch: repetition + index + 1, question: whole.0, choices: whole.2,
                    targets: detail.targets(index), text: whole.1, runnerAnswer: detail.answer(index),
                    scores: scores(value), line: line))
        }
    }

    /// Reads the predictions, the parts one after another, with the facts from the details beside them.
    mutating func addPredictions(_ parts: [LogPart]) throws {
        var size = results.rowCount
        if size == 0, results.repeats > 1 {
            var count = 0
            for part in parts { try Self.forEach(part, note: { _ in }) { _, _, _ in count += 1 } }
            size = count / results.repeats
        }
        var offset = 0
        for part in parts {
            var next = 0
            var notes: [Problem] = []
            try Self.forEach(part, note: { notes.append($0) }) { key, value, line in
                let position = OpenCompassResults.position(key, next)
                next = max(next, position + 1)
                rowCount += 1
                try add(OpenCompassPrediction(value), at: offset + position, of: size, line: line)
            }
            for note in notes { writer.note(note) }
            // Each part numbers its rows from 0.
            offset += next
        }
    }

    private func add(_ row: OpenCompassPrediction, at position: Int, of size: Int, line: Int) throws {
        let item = size > 0 ? position % size : position
        let repetition = size > 0 ? position / size : 0
        let facts = results.facts(at: item, metrics.scoring)
        let targets = row.targets
        let values = facts?.values ?? []
        let answers = facts?.answers ?? []
        try writer.add(
            PredictionRecord(
                run: 0, item: String(item), epoch: repetition + 1, question: row.question, choices: row.choices,
                targets: targets.isEmpty ? facts?.targets ?? [] : targets, text: row.text,
                runnerAnswer: repetition < answers.count ? answers[repetition] : nil,
                scores: scores(repetition < values.count ? values[repetition] : nil), outputTokens: row.outputTokens,
                line: line))
    }

    private func scores(_ value: Double?) -> [MetricScore] {
        guard metrics.scoring != nil else { return [] }
        return [MetricScore(metric: 0, value: value.map { $0 / metrics.full })]
    }

    /// The rows of a file of predictions: members of an object by number, or lines with `idx`.
    private static func forEach(
        _ part: LogPart, note: (Problem) -> Void, _ body: (String?, JSONValue, Int) throws -> Void
    ) throws {
        if part.url.lastPathComponent.contains(".jsonl") {
            try JSONRows(open: part.open).forEach(note: note) { row in
                try body(row.value["idx"]?.scalarText, row.value, row.line)
            }
            return
        }
        let scanner = JSONStreamScanner(try part.open())
        var count = 0
        let failure = try Problem.caught {
            while let member = try scanner.next() {
                guard let value = member.value, value.kind == .object else { continue }
                count += 1
                try body(member.key, value, count)
            }
        }
        if var failure {
            guard count > 0 else { throw failure }
            failure.remedy += " The \(count) rows before it were read."
            note(failure)
        }
    }

    /// Ends the run and tells what does not fit.
    func finish() throws {
        if rowCount > 0, results.rowCount > 0, !results.isWhole, rowCount != results.rowCount * results.repeats {
            writer.note(
                writer.place.problem(
                    "missing-samples", .warning,
                    expected: "\(results.rowCount * results.repeats) answers, as the results have details of",
                    found: "\(rowCount)", remedy: "Use predictions and results of the same run."))
        }
        if rowCount == 0 {
            writer.note(
                writer.place.problem(
                    "no-samples", .warning, expected: "rows of predictions", found: "none",
                    remedy: "Run the data set again."))
        } else if metrics.scoring == nil {
            writer.note(
                writer.place.problem(
                    "no-scores", .note, field: "details", expected: "the evaluator's verdict on each item",
                    found: "none", remedy: "Answers are extracted and scored here, if the file has gold answers."))
        }
        try writer.finish()
    }
}
