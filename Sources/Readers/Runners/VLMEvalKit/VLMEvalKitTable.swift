import Records

/// Turns the rows of one VLMEvalKit table into predictions of a run; several tables of one run are several judges.
struct VLMEvalKitTable {
    private let writer: RunWriter
    private let place: InputPlace
    /// The name of the metric over all items.
    private let metric: String
    /// The length in UTF-16 units at which the format cuts texts; nil if it does not.
    private let cutLength: Int?
    private let reported: VLMEvalKitAggregate?
    /// Whether the figures can only be those of this table.
    private let isReportOwn: Bool
    private var columns: VLMEvalKitColumns?
    private var circle = VLMEvalKitCircle()
    private var names = VLMEvalKitItemNames()
    /// Whether the judge's log tells of rotations of the options, of which the table keeps one.
    private var hasHiddenRotations = false
    /// The sums and counts of scores, over all items and by split.
    private var sums: [String?: (sum: Double, count: Int)] = [:]

    init(
        _ writer: RunWriter, place: InputPlace, metric: String, cutLength: Int?, reported: VLMEvalKitAggregate?,
        isReportOwn: Bool
    ) {
        self.writer = writer
        self.reported = reported
        self.isReportOwn = isReportOwn
        self.place = place
        self.metric = metric
        self.cutLength = cutLength
    }

    private var benchmark: String { writer.run.benchmark }

    mutating func add(_ row: SheetRow) throws {
        guard let columns else {
            guard !row.isBlank else { return }
            return try begin(row)
        }
        if row.isBlank { return }
        var record = columns.prediction(of: row)
        guard !record.item.isEmpty else {
            return note(
                "missing-field", row, field: "index", expected: "the item's identifier", found: "an empty cell",
                remedy: "The row is left out; fill the column `index`.")
        }
        if let cutLength, record.text?.utf16.count == cutLength {
            note(
                "cut-text", row, field: "prediction", expected: "the whole prediction",
                found: "a text of exactly \(cutLength) characters, the most that a cell holds",
                remedy: "Write the predictions as .tsv (PRED_FORMAT=tsv), which does not cut them.")
        }
        if let log = columns.log, row[log].contains("Rolling ") { hasHiddenRotations = true }
        let score = columns.score.flatMap { value(row, $0, columns) }
        guard let question = VLMEvalKitCircle.question(of: row, columns, benchmark: benchmark) else {
            if let name = names.tellApart(record) {
                note(
                    "repeated-index", row, field: "index", expected: "an index that names one question",
                    found: "the same index for another question",
                    remedy: "The later ones are called `\(name)` and so on, in "
                        + "their order; check that every model's file has the same order.")
                record.item = name
            }
            return try add(record, score: score, isScored: columns.score != nil)
        }
        circle.add(record, question: question, score: columns.score == nil ? Self.match(row, record, columns) : score)
    }

    private mutating func begin(_ header: SheetRow) throws {
        guard let columns = VLMEvalKitColumns(header: header.cells) else {
            let names = header.cells.filter { !$0.isEmpty }.prefix(12).map { "`\(String($0.prefix(40)))`" }
            let lacksPrediction = !header.cells.contains("prediction")
            throw place.problem(
                "missing-field", line: max(1, header.number), field: lacksPrediction ? "prediction" : "index",
                expected: "a first row with the columns `index` and `prediction`",
                found: names.joined(separator: ", "),
                remedy: lacksPrediction
                    ? "Name the file with the predictions, not the data set; or say where the fields are with [logs.fields]."
                    : "Add a column `index` with the item's identifier, or say where it is with [logs.fields].")
        }
        self.columns = columns
        if columns.score != nil { _ = writer.metric(metric) }
    }

    private mutating func add(_ record: PredictionRecord, score: Double?, isScored: Bool) throws {
        var record = record
        if isScored {
            record.scores = [MetricScore(metric: writer.metric(metric), value: score)]
            if let score {
                // A split apart is only kept if the runner reports it apart.
                let split = record.facets.first { $0.name == "split" && reported?.isApart($0.value) ?? false }?.value
                for key in split.map({ [nil, $0] }) ?? [nil] {
                    let known = sums[key] ?? (0, 0)
                    sums[key] = (known.sum + score, known.count + 1)
                }
                if let split {
                    record.scores.append(MetricScore(metric: writer.metric("\(metric) (\(split))"), value: score))
                }
            }
        }
        try writer.add(record)
    }

    /// Whether an unscored rotation is right by the runner's own matching.
    private static func match(_ row: SheetRow, _ record: PredictionRecord, _ columns: VLMEvalKitColumns) -> Double? {
        let options = columns.options.map { (letter: $0.letter, text: row[$0.column]) }.filter { !$0.text.isEmpty }
        guard let target = record.targets.first, options.count > 1 else { return nil }
        return VLMEvalKitMatch.option(in: record.text ?? "", options: options) == target ? 1 : 0
    }

    private func value(
        _ row: SheetRow, _ score: (column: Int, name: String), _ columns: VLMEvalKitColumns
    ) -> Double? {
        if score.name == "eval_score", let matches = columns.matches,
            let value = VLMEvalKitColumns.score(matches: row[matches], benchmark: benchmark)
        {
            return value
        }
        let text = row[score.column]
        if text.isEmpty { return nil }
        if let value = VLMEvalKitColumns.score(text), (0...1).contains(value) { return value }
        note(
            "unexpected-value", row, field: score.name, expected: "a score from 0 to 1",
            found: "`\(String(text.prefix(40)))`", remedy: "The item counts as not scored; correct the cell.")
        return nil
    }

    /// Ends the table.
    ///
    /// - Throws: `Problem` if the table had no header; what the sink throws.
    mutating func finish() throws {
        guard let columns else {
            throw place.problem(
                "missing-field", expected: "a first row with the columns `index` and `prediction`",
                found: "an empty sheet",
                remedy: "Run the evaluation again, or name the file that holds its rows.")
        }
        let circle = circle
        let isScored = columns.score != nil || circle.hasRotations
        try circle.forEach { try add($0, score: $1, isScored: isScored) }
        if circle.hasRotations, columns.score == nil {
            writer.note(
                place.problem(
                    "circular-predictions", .note, expected: "the scored rows of the run (`_result`)",
                    found: "predictions to every rotation of the options",
                    remedy:
                        "A question counts as right if every rotation is, by the matching that VLMEvalKit does without "
                        + "a judge."))
        }
        if hasHiddenRotations, !circle.hasRotations {
            writer.note(
                place.problem(
                    "circular-scores", .note, field: "hit", expected: "every rotation of the options",
                    found: "one, and a `hit` for all of them together",
                    remedy:
                        "A question counts as right if every rotation is. Acuity's own score is that of the one rotation "
                        + "and therefore higher; their differences are no disagreements."))
        }
        if let reported { report(reported) }
    }

    /// Enters the runner's figures; those that several tables could have given, only if they are this one's.
    private func report(_ reported: VLMEvalKitAggregate) {
        let sums = sums
        let benchmark = benchmark
        if !isReportOwn, let all = sums[nil] {
            let figure = reported.metric(metric, mean: all.sum / Double(all.count)).reported
            guard let figure, abs(figure - all.sum / Double(all.count)) < 1e-6 else { return }
        }
        let metric = metric
        let mean = { (key: String?) in sums[key].map { $0.sum / Double($0.count) } }
        writer.update { run in
            for index in run.metrics.indices {
                let name = run.metrics[index].name
                if name == metric {
                    run.metrics[index] = reported.metric(name, mean: mean(nil))
                    if benchmark.hasPrefix("POPE"), let figure = run.metrics[index].reported,
                        abs(figure - (mean(nil) ?? figure)) > 1e-6
                    {
                        run.metrics[index].reportedNote = "VLMEvalKit counts an item once for each of its categories"
                    }
                }
                guard let split = sums.keys.compactMap({ $0 }).first(where: { name == "\(metric) (\($0))" }) else {
                    continue
                }
                run.metrics[index].reported = reported.figure(ofSplit: split, mean: mean(split))
            }
        }
    }

    /// Counts a problem of a row.
    private func note(
        _ kind: String, _ row: SheetRow, field: String, expected: String, found: String, remedy: String
    ) {
        writer.note(
            place.problem(
                kind, .warning, line: row.number, field: field, expected: expected, found: found, remedy: remedy))
    }
}
