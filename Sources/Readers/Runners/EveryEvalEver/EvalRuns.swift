import Records

/// The runs of a samples file on their way into a sink. A run is what has one evaluation, model and benchmark; the rows of
/// one answer that follow one another become one prediction, those that lie apart are merged by the sink.
final class EvalRuns {
    private struct RunKey: Hashable {
        var evaluation: String?
        var model: String
        var benchmark: String
    }

    private struct Pending {
        var writer: RunWriter
        var prediction: PredictionRecord
    }

    private let log: Log
    private let runner: String
    private let aggregate: EvalAggregate
    private let sink: any RecordSink
    private let place: InputPlace
    private let itemField: String?
    private var writers: [(key: RunKey, writer: RunWriter)] = []
    private var positions: [RunKey: Int] = [:]
    private var pending: Pending?
    /// How often a metric of an item came; the second time it is another answer.
    private var occurrences: [String: Int] = [:]
    private var items: [Int: Set<String>] = [:]
    private var largestEpoch = 1
    private var tally = ProblemTally()
    private var rowCount = 0

    init(log: Log, runner: String, aggregate: EvalAggregate, sink: any RecordSink) {
        self.log = log
        self.runner = runner
        self.aggregate = aggregate
        self.sink = sink
        place = InputPlace(file: log.path)
        itemField = log.mapping?.roles["item"]
    }

    /// Counts a problem of the log.
    func note(_ problem: Problem) { tally.add(problem) }

    /// Hands over one row.
    func add(_ row: EvalRow, line: Int) throws {
        rowCount += 1
        guard row.isObject, let item = row.item(field: itemField) else {
            note(
                place.problem(
                    "missing-field", line: line, field: itemField ?? "sample_id",
                    expected: "a row that names its sample", found: "none",
                    remedy: "The row is left out; check how the file was made."))
            return
        }
        let known = aggregate.position(of: row)
        let result = known.map { aggregate.results[$0] }
        let writer = writer(of: row)
        let metric = writer.metric(metricName(row, result)) { name in Self.metric(name, result) }
        var score = score(row, result, line: line)
        if let result, let value = score {
            if result.hasUnknownLevel, value == -1 { score = nil } else { score = value / result.rowScale }
        }
        let index = writer.run.index
        let epoch = row.epoch ?? nextEpoch(run: index, item: item, metric: metric)
        largestEpoch = max(largestEpoch, epoch)
        items[index, default: []].insert(item)
        let prediction = prediction(
            row, writer, item: item, epoch: epoch, MetricScore(metric: metric, value: score), line: line)
        if let waiting = pending, waiting.writer === writer, waiting.prediction.item == item,
            waiting.prediction.epoch == epoch, !waiting.prediction.scores.contains(where: { $0.metric == metric })
        {
            pending?.prediction.scores.append(MetricScore(metric: metric, value: score))
            return
        }
        try flush()
        pending = Pending(writer: writer, prediction: prediction)
    }

    private func flush() throws {
        guard let waiting = pending else { return }
        pending = nil
        try waiting.writer.add(waiting.prediction)
    }

    /// Ends all runs and tells what was noted.
    func finish() throws {
        try flush()
        guard !writers.isEmpty else {
            throw place.problem(
                "no-rows", expected: "at least one instance row", found: "none",
                remedy: "Check that the conversion finished.")
        }
        if let expected = aggregate.rowCount, rowCount < expected {
            note(
                place.problem(
                    "missing-samples", .warning, expected: "\(expected) rows, as the aggregate says",
                    found: "\(rowCount)", remedy: "Use the complete file if there is one."))
        }
        for (_, writer) in writers {
            // With repeats the aggregate may count answers instead of items.
            if largestEpoch == 1 {
                let counts = writer.run.metrics.compactMap { metric in
                    aggregate.results.first { $0.id == metric.name }?.itemCount
                }
                if let count = counts.max(), count >= items[writer.run.index]?.count ?? 0 {
                    writer.update { $0.itemsReported = count }
                }
            }
            try writer.finish()
        }
        tally.report(to: sink)
    }

    private func nextEpoch(run: Int, item: String, metric: Int) -> Int {
        let key = "\(run)\u{0}\(metric)\u{0}\(item)"
        let epoch = occurrences[key, default: 0] + 1
        occurrences[key] = epoch
        return epoch
    }

    // MARK: - Runs and metrics

    private func writer(of row: EvalRow) -> RunWriter {
        let folder = log.url.deletingLastPathComponent()
        let stand = "\(folder.deletingLastPathComponent().lastPathComponent)/\(folder.lastPathComponent)"
        let model = row.model ?? aggregate.model
        let benchmark = row.benchmark
        let key = RunKey(
            evaluation: row.evaluationID, model: model ?? stand,
            benchmark: benchmark
                ?? folder.deletingLastPathComponent().deletingLastPathComponent().lastPathComponent)
        if let known = positions[key] { return writers[known].writer }
        let isOwn =
            aggregate.evaluationID == nil || row.evaluationID == nil || aggregate.evaluationID == row.evaluationID
        let writer = RunWriter(
            RunRecord(
                index: writers.count, runner: runner, runnerVersion: row.schemaVersion.map(Self.version),
                model: key.model,
                benchmark: key.benchmark, startedAt: isOwn ? aggregate.startedAt : nil),
            place: place, sink: sink)
        if model == nil { writer.note(place.missingModel(used: key.model)) }
        if benchmark == nil { writer.note(place.missingBenchmark(used: key.benchmark)) }
        if !isOwn {
            writer.note(
                place.problem(
                    "sidecar-of-other-run", .warning, field: "evaluation_id",
                    expected: "the `evaluation_id` of the aggregate beside the rows", found: "another one",
                    remedy: "Check that the aggregate belongs to these rows; its figures are shown with them."))
        }
        positions[key] = writers.count
        writers.append((key, writer))
        return writer
    }

    /// `instance_level_eval_0.2.0` is how schema 0.2 calls itself.
    private static func version(_ text: String) -> String {
        text.split(separator: "_").last.map(String.init) ?? text
    }

    private func metricName(_ row: EvalRow, _ result: EvalAggregate.Result?) -> String {
        row.resultID ?? result?.id ?? result?.metricName ?? "score"
    }

    private static func metric(_ name: String, _ result: EvalAggregate.Result?) -> MetricRecord {
        guard let result else { return MetricRecord(name: name) }
        let reported = result.score.flatMap { $0.isFinite ? $0 / result.figureScale * result.rowScale : nil }
        return MetricRecord(
            name: name, reported: reported, scale: result.rowScale, higherIsBetter: !result.lowerIsBetter)
    }

    private func score(_ row: EvalRow, _ result: EvalAggregate.Result?, line: Int) -> Double? {
        guard let score = row.score else {
            guard let isCorrect = row.isCorrect else {
                note(
                    place.problem(
                        "missing-field", .warning, line: line, field: "evaluation.score", expected: "a finite number",
                        found: "none", remedy: "The prediction counts as not scored."))
                return nil
            }
            note(
                place.problem(
                    "score-from-is-correct", .note, line: line, field: "evaluation.score", expected: "a finite number",
                    found: "none; `is_correct` stands in for it", remedy: "Nothing needs to be done."))
            return (isCorrect ? 1 : 0) * (result?.rowScale ?? 1)
        }
        if result?.isBinary == true, let isCorrect = row.isCorrect, score == 0 || score == result?.rowScale,
            isCorrect == (score == 0)
        {
            note(
                place.problem(
                    "contradictory-score", .warning, line: line, field: "evaluation.is_correct",
                    expected: "what the score of a binary metric says", found: "the opposite",
                    remedy: "The score is used; ask the makers of the file."))
        }
        return score
    }

    // MARK: - Predictions

    /// What converters keep beside an item that is no property of it.
    private static let bookkeeping: Set<String> = [
        "doc_hash", "prompt_hash", "target_hash", "filter", "lm_eval_metrics", "stop_reason", "epoch",
    ]

    private func prediction(
        _ row: EvalRow, _ writer: RunWriter, item: String, epoch: Int, _ score: MetricScore, line: Int
    ) -> PredictionRecord {
        let outputs = row.outputs
        if outputs.count > 1 {
            note(
                place.problem(
                    "several-outputs", .note, line: line, field: "output.raw", expected: "one answer for one score",
                    found: "\(outputs.count) answers with one score",
                    remedy: "The score counts once for the item; the first answer is kept as its text."))
        }
        let choices = row.choices
        return PredictionRecord(
            run: 0, item: item, epoch: epoch, question: row.question, choices: choices,
            targets: targets(row.references, choices: choices), text: outputs.first ?? row.lastMessage,
            runnerAnswer: row.extracted, scores: [score],
            // Of several answers the row has one time and one number of tokens, which is nobody's in particular.
            latency: outputs.count > 1 ? nil : row.latency,
            outputTokens: outputs.count > 1 ? nil : row.outputTokens,
            failure: row.failure,
            facets: writer.facets.facets(of: row.metadata, excluding: Self.bookkeeping), line: line)
    }

    /// The converter of lm-evaluation-harness keeps the position of the right option, from 0, where others keep a letter.
    private func targets(_ references: [String], choices: [String]) -> [String] {
        guard aggregate.library?.lowercased().hasPrefix("lm") == true, !choices.isEmpty, choices.count <= 26 else {
            return references
        }
        return references.map { reference in
            guard !choices.contains(reference), let index = Int(reference), choices.indices.contains(index) else {
                return reference
            }
            return String(UnicodeScalar(UInt8(0x41 + index)))
        }
    }
}
