import Records

/// Reads the items of one `_allresults.json`: from the data of each item, or else from its HTML and its conversation.
///
/// The parts lie in lists beside one another (`htmls`, `convos`, `metadata.example_level_metadata`), so the file is
/// read as a stream up to three times; memory holds a few short texts an item.
struct SimpleEvalsRun {
    let log: Log
    let writer: RunWriter

    static let score = "score"
    private static let rows = "metadata.example_level_metadata"

    private var place: InputPlace { writer.place }

    init(log: Log, writer: RunWriter) {
        self.log = log
        self.writer = writer
    }

    func read() throws {
        var figures = SimpleEvalsFigures()
        var rubrics = SimpleEvalsRubrics()
        var nullCount = 0
        let failure = try scan([Self.rows], skipping: ["htmls", "convos"]) { part, value in
            if part.kind == .member { return figures.add(part.path, value) }
            guard value.kind == .object, value["score"] != nil else {
                nullCount += 1
                return
            }
            try writer.add(rubrics.prediction(value, position: part.index, writer: writer))
        }
        if writer.predictionCount > 0 {
            if let failure { noteEarlyEnd(failure) }
            if nullCount > 0 { noteMissing(nullCount) }
            figures.report(to: writer, lowestScore: rubrics.lowestScore)
            return try writer.finish()
        }
        try readHTML(&figures, failure: failure)
    }

    // MARK: - Scores from HTML

    private func readHTML(_ figures: inout SimpleEvalsFigures, failure: Problem?) throws {
        var results: [SimpleEvalsHTML] = []
        var keys = SimpleEvalsKeys()
        var scored = 0
        let second = try scan(["htmls", "convos"], skipping: ["metadata"]) { part, value in
            switch (part.kind, part.container) {
            case (.element, "htmls"):
                results.append(SimpleEvalsHTML(value.string ?? ""))
                if results[results.count - 1].hasScore { scored += 1 }
            case (.element, "convos"): keys.add(SimpleEvalsConversation(value))
            default: figures.add(part.path, value)
            }
        }
        guard scored > 0 else {
            throw failure ?? second
                ?? place.problem(
                    "no-item-scores", field: Self.rows, expected: "a score for each item",
                    found: results.isEmpty ? "no items" : "no score, neither as data nor in the HTML of the items",
                    remedy: "The file holds figures of the whole run only; items cannot be taken from it.")
        }
        keys.finish()
        var position = 0
        let third = try scan(["convos"], skipping: ["htmls", "metadata"]) { part, value in
            guard part.kind == .element, position < results.count else { return }
            try add(results[position], SimpleEvalsConversation(value), keys.key(position), position)
            position += 1
        }
        if let early = failure ?? second ?? third { noteEarlyEnd(early) }
        if position < results.count {
            for index in position..<results.count { try add(results[index], nil, nil, index) }
        }
        noteSource(scored)
        figures.report(to: writer, lowestScore: nil)
        try writer.finish()
    }

    private func add(
        _ result: SimpleEvalsHTML, _ conversation: SimpleEvalsConversation?, _ key: SimpleEvalsKeys.Key?,
        _ position: Int
    ) throws {
        let text = conversation?.answer
        try writer.add(
            PredictionRecord(
                run: 0, item: key?.item ?? "position-\(position + 1)", epoch: key?.epoch ?? 1,
                question: conversation?.question, choices: conversation?.choices ?? [], targets: result.targets,
                text: text, runnerAnswer: result.answer == text ? nil : result.answer,
                scores: [MetricScore(metric: writer.metric(Self.score), value: result.score)], line: position + 1))
    }

    // MARK: - Reading and notes

    /// Hands the parts of the file to `body`; a fault that ends the text is returned.
    private func scan(
        _ streaming: Set<String>, skipping: Set<String>, _ body: (JSONStreamPart, JSONValue) throws -> Void
    ) throws -> Problem? {
        let scanner = JSONStreamScanner(try log.open(), streaming: streaming, skipping: skipping)
        return try Problem.caught {
            while let part = try scanner.next() {
                guard let value = part.value else { continue }
                try body(part, value)
            }
        }
    }

    private func noteEarlyEnd(_ failure: Problem) {
        var failure = failure
        failure.severity = .warning
        failure.remedy += " What lies before it was read."
        writer.note(failure)
    }

    private func noteMissing(_ count: Int) {
        var problem = place.problem(
            "missing-samples", .warning, field: Self.rows, expected: "data of each item", found: "null",
            remedy: "These items are left out; run the eval again to have them.")
        problem.count = count
        writer.note(problem)
    }

    private func noteSource(_ count: Int) {
        var problem = place.problem(
            "score-from-html", .note, field: "htmls", expected: "the score of each item as data",
            found: "scores in the HTML of the items only", remedy: "They are read from there; look at a few items.")
        problem.count = count
        writer.note(problem)
    }
}
