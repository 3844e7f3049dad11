import Records

/// One run of lighteval on its way into a sink.
final class LightevalRun {
    private let writer: RunWriter
    private let results: LightevalResults
    private var occurrences: [String: Int] = [:]

    init(_ writer: RunWriter, _ results: LightevalResults) {
        self.writer = writer
        self.results = results
    }

    /// Hands over one row.
    func add(_ value: JSONValue, line: Int) throws {
        let row = LightevalRow(value, place: writer.place)
        guard value.kind == .object, let item = item(of: row) else {
            writer.note(
                writer.place.problem(
                    "missing-field", line: line, field: "doc.id", expected: "a row with a document", found: "none",
                    remedy: "The row is left out; check how the file was made."))
            return
        }
        let answers = max(1, row.texts.count)
        var scores = [[MetricScore]](repeating: [], count: answers)
        var arePerAnswer = false
        for (name, score) in row.metrics.map({ $0.members.map { ($0.key, $0.value) } }) ?? [] {
            if score.kind == .array, score.count == answers, answers > 1 {
                let metric = metric(name)
                arePerAnswer = true
                for (index, part) in score.elements.enumerated() {
                    scores[index].append(MetricScore(metric: metric, value: Self.number(part)))
                }
            } else if score.isNull || Self.isNumber(score) {
                scores[0].append(MetricScore(metric: metric(name), value: Self.number(score)))
            } else {
                writer.note(
                    writer.place.problem(
                        "metric-left-out", .note, line: line, field: "metric.\(name)",
                        expected: "a number for each item",
                        found: "a value of another kind", remedy: "It cannot be averaged over items and is not used."))
            }
        }
        let answer = LightevalAnswer(row)
        let facets = writer.facets.facets(of: row.specific, excluding: Self.answerNames)
        for epoch in 0..<(arePerAnswer ? answers : 1) {
            try writer.add(
                PredictionRecord(
                    run: 0, item: item, epoch: epoch + 1, question: row.question, choices: answer.choices,
                    targets: answer.targets, text: row.texts.isEmpty ? answer.chosen : row.texts[epoch],
                    runnerAnswer: answer.chosen, scores: scores[epoch],
                    outputTokens: row.outputTokens.isEmpty ? nil : row.outputTokens[epoch], facets: facets, line: line))
        }
        if answers > 1, !arePerAnswer {
            writer.note(
                writer.place.problem(
                    "several-outputs", .note, line: line, field: "model_response.text",
                    expected: "one answer for one score", found: "\(answers) answers with one score",
                    remedy: "The score counts once for the item; the first answer is kept as its text."))
        }
    }

    /// Ends the run.
    func finish() throws {
        if writer.predictionCount == 0 {
            writer.note(
                writer.place.problem(
                    "no-samples", .warning, expected: "rows", found: "none",
                    remedy: "Run the task again with `--save-details`."))
        }
        let known = Set(writer.run.metrics.map(\.name))
        let unread = results.figures.keys.filter { !known.contains($0) && !$0.hasSuffix("_stderr") }.sorted()
        if writer.predictionCount > 0, let first = unread.first {
            var problem = writer.place.problem(
                "metric-left-out", .note, field: first, expected: "a value of the rows for each figure",
                found: "a figure of the results without one",
                remedy: "It cannot be followed to items and is not used.")
            problem.count = unread.count
            writer.note(problem)
        }
        try writer.finish()
    }

    /// What may stand among the specifics of a document and gives away the answer, or only names the document.
    private static let answerNames: Set<String> = [
        "id", "answer", "answers", "answer_idx", "gold", "gold_index", "label", "target", "solution", "explanation",
        "reference", "references", "correct_answer", "unconditioned_query",
    ]

    /// The document's identifier; before there was one, a digest of the question, because rows have no fixed order.
    private func item(of row: LightevalRow) -> String? {
        if let item = row.item { return item }
        let specific = row.specific?["id"]?.scalarText
        guard let base = specific ?? row.question.map(Self.digest) else { return nil }
        let seen = occurrences[base, default: 0] + 1
        occurrences[base] = seen
        return seen == 1 ? base : "\(base)-\(seen)"
    }

    /// FNV-1a with 64 bits (Fowler, Noll, Vo), in hexadecimal: equal questions have equal keys in all runs.
    private static func digest(_ text: String) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return "q" + String(repeating: "0", count: 16 - digits.count) + digits
    }

    private func metric(_ name: String) -> Int {
        writer.metric(name) { name in
            let note = results.aggregations[name].map {
                "the runner aggregates it by `\($0.prefix(60))`, not by the mean"
            }
            return MetricRecord(
                name: name, reported: results.figures[name], reportedNote: results.figures[name] == nil ? nil : note,
                higherIsBetter: results.higherIsBetter[name] ?? true)
        }
    }

    private static func isNumber(_ value: JSONValue) -> Bool { value.double != nil || value.bool != nil }

    private static func number(_ value: JSONValue) -> Double? {
        if let bool = value.bool { return bool ? 1 : 0 }
        return value.double.flatMap { $0.isFinite ? $0 : nil }
    }
}

/// What a model chose in a row, and what counts as right, in the words of `PredictionRecord`.
struct LightevalAnswer {
    let choices: [String]
    let targets: [String]
    /// The likeliest option; nil if the model wrote a text.
    let chosen: String?

    init(_ row: LightevalRow) {
        let options = row.options.map { $0.trimmingPrefix { $0.isWhitespace } }.map(String.init)
        let golds = row.golds.filter(options.indices.contains)
        // Where each option is right, or the only one, they are accepted answers and nothing to choose from.
        let areOptions = options.count > 1 && options.count <= 26 && golds.count < options.count
        choices = areOptions ? options : []
        func name(_ index: Int) -> String {
            areOptions ? String(UnicodeScalar(UInt8(0x41 + index))) : options[index]
        }
        targets = golds.isEmpty ? row.goldTexts : golds.map(name)
        if row.likelihoods.count == options.count, options.count > 1 {
            // The first of equal likelihoods, as numpy's argmax takes it.
            let best = row.likelihoods.indices.reduce(0) { row.likelihoods[$1] > row.likelihoods[$0] ? $1 : $0 }
            chosen = options.count <= 26 || !areOptions ? name(best) : options[best]
        } else if row.texts.isEmpty, options.count == 1 {
            chosen = row.isGreedy == true ? options[0] : nil
        } else {
            chosen = nil
        }
    }
}
