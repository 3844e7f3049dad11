import Records

/// One run of lmms-eval on its way into a sink.
struct LMMSEvalRun {
    private let writer: RunWriter
    private let aggregate: LMMSEvalAggregate
    private let filters: [String]
    private var scales: [LMMSEvalScale] = []
    /// How often a document came; only kept if the task has several filters, which rows do not name.
    private var occurrences: [String: Int] = [:]
    /// The document of each identifier, to notice data sets that give one identifier to several questions.
    private var documents: [String: String] = [:]
    private(set) var rowCount = 0

    init(_ writer: RunWriter, _ aggregate: LMMSEvalAggregate) {
        self.writer = writer
        self.aggregate = aggregate
        let filters = aggregate.filters
        self.filters = filters.isEmpty ? ["none"] : filters
    }

    /// Hands over one row.
    mutating func add(_ value: JSONValue, line: Int) throws {
        let row = LMMSEvalRow(value)
        guard value.kind == .object, let document = row.document else {
            writer.note(
                writer.place.problem(
                    "missing-field", .error, line: line, field: "doc_id", expected: "a row with `doc_id`",
                    found: "none",
                    remedy: "The row is left out; check how the file was made."))
            return
        }
        rowCount += 1
        let filter = filter(of: document)
        let metrics = Self.ordered(row.metrics)
        var base = record(row, item: item(row, document), line: line)
        let responses = row.responses
        let tokens = row.outputTokens
        let repetitions = repetitions(metrics, responses)
        if repetitions == 1, responses.count > 1, HarnessRow(value).likelihoods == nil { noteRepeats(responses, line) }
        for repetition in 0..<repetitions {
            base.epoch = repetition + 1
            if repetitions > 1 { base.text = responses[repetition] }
            let isCounted = tokens.count == responses.count && repetition < tokens.count
            base.outputTokens = isCounted ? tokens[repetition] : nil
            base.scores = []
            for (name, value) in metrics {
                let metric = LMMSEvalMetric(value, name: name, response: base.text, repetition: repetition)
                if metric.isOpaque, metric.answer == nil { noteOpaque(name, value, line) }
                base.runnerAnswer = base.runnerAnswer ?? metric.answer
                enter(metric, "\(name),\(filter)", into: &base.scores)
            }
            try writer.add(base)
            if repetitions > 1 { base.runnerAnswer = nil }
        }
    }

    /// What goes over all items goes first, since the first metric judges.
    private static func ordered(_ metrics: [(name: String, value: JSONValue)]) -> [(name: String, value: JSONValue)] {
        let isOverall = { (name: String) in
            name == "average" || name.contains("overall") || name.hasSuffix("_all")
        }
        return metrics.filter { isOverall($0.name) } + metrics.filter { !isOverall($0.name) }
    }

    private mutating func filter(of document: String) -> String {
        guard filters.count > 1 else { return filters[0] }
        let seen = occurrences[document, default: 0]
        occurrences[document] = seen + 1
        return filters[min(seen, filters.count - 1)]
    }

    /// The data set's own identifier, if it names one document only, else the document's position.
    private mutating func item(_ row: LMMSEvalRow, _ document: String) -> String {
        guard let identifier = row.identifier else { return document }
        let first = documents[identifier] ?? document
        documents[identifier] = first
        return first == document ? identifier : "\(identifier) (\(document))"
    }

    /// How many answers of a row have scores of their own: all if a metric keeps each answer apart, else one.
    private func repetitions(_ metrics: [(name: String, value: JSONValue)], _ responses: [String]) -> Int {
        guard responses.count > 1 else { return 1 }
        let areApart = metrics.contains { $0.value["parsed_pred"]?.count == responses.count }
        return areApart ? responses.count : 1
    }

    private func record(_ row: LMMSEvalRow, item: String, line: Int) -> PredictionRecord {
        let document = HarnessDocument(row.value["doc"], optionCount: nil)
        var record = PredictionRecord(
            run: 0, item: item, question: document.question ?? row.prompt, choices: document.choices,
            targets: row.targets, text: row.responses.first, runnerAnswer: row.filteredText, line: line)
        if record.choices.isEmpty, let prompt = row.prompt { record.choices = PromptOptions.texts(in: prompt) }
        if let likelihoods = HarnessRow(row.value).likelihoods, likelihoods.count > 1 {
            let values = likelihoods.map(\.value)
            let choice = Self.choice(values)
            record.text = Self.letter(choice)
            record.runnerAnswer = runnerChoice(row, values, choice, line: line).map(Self.letter)
            record.targets = record.targets.map {
                Int($0).flatMap { $0 < likelihoods.count ? Self.letter($0) : nil } ?? $0
            }
        } else if record.targets.count == 1, let index = Int(record.targets[0]), record.choices.indices.contains(index),
            !record.choices.contains(record.targets[0])
        {
            // Some tasks give the position of the right option, while the model answers with a letter.
            record.targets = [Self.letter(index)]
        }
        record.facets = writer.facets.facets(of: row.value["doc"], excluding: document.excluded)
        for object in row.objects {
            for facet in writer.facets.facets(of: object, excluding: LMMSEvalMetric.nonFacets)
            where !record.facets.contains(where: { $0.name == facet.name }) {
                record.facets.append(facet)
            }
        }
        return record
    }

    /// The option that the model holds for the likeliest: the least of losses, the greatest of log-likelihoods.
    private static func choice(_ values: [Double]) -> Int {
        values.allSatisfy { $0 >= 0 } ? first(of: values, where: <) : first(of: values, where: >)
    }

    private static func first(of values: [Double], where isBetter: (Double, Double) -> Bool) -> Int {
        var best = 0
        for index in values.indices where isBetter(values[index], values[best]) { best = index }
        return best
    }

    /// The option that the runner took: the least, for it expects losses (numpy's argmin takes the first of equals). Forks
    /// take the greatest, so that where the two differ the score must tell; nil if it fits both.
    private func runnerChoice(_ row: LMMSEvalRow, _ values: [Double], _ choice: Int, line: Int) -> Int? {
        let least = Self.first(of: values, where: <)
        guard least != choice else { return choice }
        guard let target = row.targets.first.flatMap({ Int($0) }), let score = row.value["acc"]?.double,
            (least == target) != (choice == target)
        else { return nil }
        let tookLeast = (least == target) == (score == 1)
        if tookLeast { noteInverted(line) }
        return tookLeast ? least : choice
    }

    private func noteInverted(_ line: Int) {
        writer.note(
            writer.place.problem(
                "inverted-choice", .warning, line: line, field: "filtered_resps",
                expected: "losses, of which the runner takes the least as the answer",
                found: "log-likelihoods, of which the greatest is the model's answer",
                remedy: "The runner's score judges the least likely option; compare Acuity's own score."))
    }

    private static func letter(_ index: Int) -> String {
        (0..<26).contains(index) ? String(UnicodeScalar(UInt8(0x41 + index))) : String(index)
    }

    private mutating func enter(_ metric: LMMSEvalMetric, _ name: String, into scores: inout [MetricScore]) {
        let position = position(of: name)
        let value = metric.score.map { scales[position].add($0, isChoice: metric.multipleChoiceScore != nil) }
        scores.append(MetricScore(metric: position, value: value))
        guard let choiceScore = metric.multipleChoiceScore else { return }
        let part = self.position(of: "\(name) multiple-choice")
        scores.append(MetricScore(metric: part, value: scales[part].add(choiceScore, isChoice: false)))
    }

    private mutating func position(of name: String) -> Int {
        let position = writer.metric(name)
        while scales.count <= position { scales.append(LMMSEvalScale(name: writer.run.metrics[scales.count].name)) }
        return position
    }

    private func noteOpaque(_ name: String, _ value: JSONValue, _ line: Int) {
        let keys = value.members.prefix(8).map { "`\($0.key.prefix(40))`" }.joined(separator: ", ")
        writer.note(
            writer.place.problem(
                "metric-left-out", .note, line: line, field: name,
                expected: "a score, or an object with `score`, `is_correct`, or an answer beside its target",
                found: keys.isEmpty ? "a list" : "an object with \(keys)",
                remedy:
                    "The task makes its figure from these when it aggregates; answers are scored here where the rows "
                    + "have targets."))
    }

    private func noteRepeats(_ responses: [String], _ line: Int) {
        writer.note(
            writer.place.problem(
                "repeats-without-scores", .note, line: line, field: "resps", expected: "a score of each response",
                found: "one score of \(responses.count) responses",
                remedy: "The first response is shown beside the score."))
    }

    /// Ends the run: what the aggregate says is compared with what the rows held.
    mutating func finish() throws {
        if rowCount == 0 {
            writer.note(
                writer.place.problem(
                    "no-samples", .warning, expected: "rows", found: "none",
                    remedy: "Run the task with `--log_samples`."))
        }
        writer.update { run in
            for index in run.metrics.indices {
                let name = run.metrics[index].name
                let metric = name.split(separator: ",").first.map(String.init) ?? name
                run.metrics[index] = scales[index].metric(
                    reported: aggregate.figures[name], higherIsBetter: aggregate.higherIsBetter[metric] ?? true)
            }
            run.itemsReported = aggregate.itemCount
        }
        if let expected = aggregate.itemCount, rowCount > 0, rowCount < expected {
            writer.note(
                writer.place.problem(
                    "missing-samples", .warning, expected: "\(expected) items, as the aggregate says",
                    found: "\(rowCount)",
                    remedy: "Missing items are counted as missing; use the complete file if there is one."))
        }
        try writer.finish()
    }
}
