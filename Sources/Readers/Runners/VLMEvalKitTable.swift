import Records

/// Turns the rows of one VLMEvalKit table into one run.
struct VLMEvalKitTable {
    private static let metricName = "Overall"

    private var run: RunRecord
    private let place: InputPlace
    private let sink: any RecordSink
    /// The length in UTF-16 units at which the format cuts texts; nil if it does not.
    private let cutLength: Int?
    private var columns: VLMEvalKitColumns?
    private var noted: [Problem] = []

    init(run: RunRecord, place: InputPlace, sink: any RecordSink, cutLength: Int?) {
        self.run = run
        self.place = place
        self.sink = sink
        self.cutLength = cutLength
    }

    mutating func add(_ row: SheetRow) throws {
        guard let columns else {
            guard !row.isBlank else { return }
            return try begin(row)
        }
        if row.isBlank { return }
        var prediction = columns.prediction(of: row)
        guard !prediction.item.isEmpty else {
            return note(
                "missing-field", row, field: "index", expected: "the item's identifier", found: "an empty cell",
                remedy: "The row is left out; fill the column `index`.")
        }
        if let cutLength, prediction.text?.utf16.count == cutLength {
            note(
                "cut-text", row, field: "prediction", expected: "the whole prediction",
                found: "a text of exactly \(cutLength) characters, the most that a cell holds",
                remedy: "Write the predictions as .tsv (PRED_FORMAT=tsv), which does not cut them.")
        }
        if let score = columns.score { prediction.scores = [MetricScore(metric: 0, value: value(row, score))] }
        try sink.add(prediction)
    }

    private mutating func begin(_ header: SheetRow) throws {
        guard let columns = VLMEvalKitColumns(header: header.cells) else {
            let names = header.cells.filter { !$0.isEmpty }.prefix(12).map { "`\(String($0.prefix(40)))`" }
            let lacksPrediction = !header.cells.contains("prediction")
            throw place.problem(
                "missing-field", line: header.number, field: lacksPrediction ? "prediction" : "index",
                expected: "a first row with the columns `index` and `prediction`",
                found: names.joined(separator: ", "),
                remedy: lacksPrediction
                    ? "Name the file with the predictions, not the data set; or say where the fields are with [logs.fields]."
                    : "Add a column `index` with the item's identifier, or say where it is with [logs.fields].")
        }
        self.columns = columns
        if columns.score != nil { run.metrics = [MetricRecord(name: Self.metricName)] }
        try sink.begin(run)
    }

    private mutating func value(_ row: SheetRow, _ score: (column: Int, name: String)) -> Double? {
        let text = row[score.column]
        if text.isEmpty { return nil }
        if let value = VLMEvalKitColumns.score(text), (0...1).contains(value) { return value }
        note(
            "unexpected-value", row, field: score.name, expected: "a score from 0 to 1",
            found: "`\(String(text.prefix(40)))`", remedy: "The item counts as not scored; correct the cell.")
        return nil
    }

    /// Ends the run.
    ///
    /// - Throws: `Problem` if the table had no header; what the sink throws.
    mutating func finish(reported: VLMEvalKitAggregate?) throws {
        guard columns != nil else {
            throw place.problem(
                "missing-field", expected: "a first row with the columns `index` and `prediction`", found: "an empty sheet",
                remedy: "Run the evaluation again, or name the file that holds its rows.")
        }
        if !run.metrics.isEmpty, let reported { run.metrics = [reported.metric(Self.metricName)] }
        for problem in noted { sink.note(problem) }
        try sink.finish(run)
    }

    /// Notes a problem of a row; further ones of the same kind and field are counted.
    private mutating func note(
        _ kind: String, _ row: SheetRow, field: String, expected: String, found: String, remedy: String
    ) {
        if let first = noted.firstIndex(where: { $0.kind == kind && $0.field == field }) {
            noted[first].count += 1
        } else {
            noted.append(
                place.problem(
                    kind, .warning, line: row.number, field: field, expected: expected, found: found, remedy: remedy))
        }
    }
}
