import Records

/// One benchmark of MedEvalKit on its way into a sink.
struct MedEvalKitRun {
    private let writer: RunWriter
    private let figures: MedEvalKitFigures
    private var rows: [String: Int] = [:]
    private var rowCount = 0
    private var scoredCount = 0

    init(_ writer: RunWriter, _ figures: MedEvalKitFigures) {
        self.writer = writer
        self.figures = figures
    }

    /// Hands over one row.
    ///
    /// - Parameter position: where the item stands in the data set, from 0.
    mutating func add(_ value: JSONValue, position: Int, line: Int, place: InputPlace) throws {
        let row = MedEvalKitRow(value)
        guard row.isRow else {
            writer.note(
                place.problem(
                    "missing-field", .error, line: line, field: "response", expected: "a row with `response`",
                    found: "none",
                    remedy: "The row is left out; check how the file was made."))
            return
        }
        rowCount += 1
        let isOpen = row.isOpen(figures)
        var record = PredictionRecord(
            run: 0, item: item(row, position), question: row.question, choices: row.choices, targets: row.targets,
            text: row.response, facets: row.facets(&writer.facets), line: line)
        if rowCount == 1, record.facets.contains(where: { $0.name == MedEvalKitRow.imageFacet }) {
            writer.update { $0.clusterFacet = MedEvalKitRow.imageFacet }
        }
        if let isOpen, value["answer_type"] == nil {
            record.facets.append(Facet(name: "answer_type", value: isOpen ? "OPEN" : "CLOSED"))
        }
        if let isCorrect = row.isCorrect {
            scoredCount += 1
            let score: Double = isCorrect ? 1 : 0
            record.scores.append(MetricScore(metric: writer.metric("total metrics.acc"), value: score))
            if let isOpen {
                let name = isOpen ? "open.acc" : "close.acc"
                record.scores.append(MetricScore(metric: writer.metric(name), value: score))
            }
        }
        for (name, score) in row.softMetrics {
            let metric = isOpen == true ? "open.\(name)" : name
            record.scores.append(MetricScore(metric: writer.metric(metric), value: score.isFinite ? score : nil))
        }
        try writer.add(record)
    }

    /// The data set's identifier if it names one row only, else the row's position.
    private mutating func item(_ row: MedEvalKitRow, _ position: Int) -> String {
        guard let identifier = row.identifier else { return String(position) }
        guard rows[identifier] == nil else { return "\(identifier) (\(position))" }
        rows[identifier] = position
        return identifier
    }

    /// Ends the run with the runner's figures.
    mutating func finish() throws {
        let figures = figures
        writer.update { run in
            for index in run.metrics.indices { run.metrics[index] = Self.metric(run.metrics[index].name, figures) }
            run.itemsReported = figures.counts("total metrics").map { Int($0.total) }
        }
        if rowCount > 0, scoredCount == 0, writer.run.metrics.isEmpty {
            writer.note(
                writer.place.problem(
                    "no-scores", .note, field: "correct", expected: "scores of the runner",
                    found: "none (the file is written once before scoring)",
                    remedy: "Answers are extracted and scored here."))
        }
        if let counts = figures.counts("total metrics"), rowCount > 0, counts.total != Double(rowCount) {
            writer.note(
                writer.place.problem(
                    "missing-samples", .warning, expected: "\(Int(counts.total)) items, as metrics.json says",
                    found: "\(rowCount)",
                    remedy: "Use the results that belong to the figures, or run the benchmark again."))
        }
        try writer.finish()
    }

    private static func metric(_ name: String, _ figures: MedEvalKitFigures) -> MetricRecord {
        var metric = MetricRecord(name: name, reported: figures[name] ?? figures["final_metrics.\(name)"])
        guard let reported = metric.reported else { return metric }
        if name == "open.acc", let counts = figures.counts("open"), counts.total > 1,
            abs(reported - counts.right / counts.total) > 1e-9
        {
            metric.reportedNote =
                "the runner divides by the number of open questions a second time; right by total is "
                + "\(Self.rounded(counts.right / counts.total))"
        }
        switch name {
        case "open.precision": metric.reportedNote = "the runner writes the F1 of the words under this name"
        case "open.recall": metric.reportedNote = "the runner writes the precision of the words under this name"
        case "open.f1": metric.reportedNote = "the runner writes the recall of the words under this name"
        case "overall_score": metric.reportedNote = "the runner cuts the mean to 0 to 1"
        default: break
        }
        return metric
    }

    private static func rounded(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }
}
