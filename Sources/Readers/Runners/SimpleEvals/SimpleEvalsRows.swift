import Foundation
import Records

/// Reads the JSONL that forks of simple-evals write: `id`, `instruction`, `answer`, `pred`, `is_correct` of each item.
///
/// `answer` is what the model wrote, not what is right, which the rows do not hold.
enum SimpleEvalsRows {
    static let metric = "is_correct"

    static func isRow(_ outline: JSONOutline) -> Bool {
        outline.has("instruction", "answer", "pred", metric)
    }

    static func read(_ log: Log, runner: String, into sink: any RecordSink) throws {
        let place = InputPlace(file: log.path)
        let model = (LogProbe.innerName(log.url.lastPathComponent) as NSString).deletingPathExtension
        let folder = log.url.deletingLastPathComponent().lastPathComponent
        let writer = RunWriter(
            RunRecord(
                index: 0, runner: runner, model: model, benchmark: folder, metrics: [MetricRecord(name: metric)]),
            place: place, sink: sink)
        writer.note(place.missingModel(used: model))
        writer.note(place.missingBenchmark(used: folder))
        try JSONRows(open: log.open).forEach(note: writer.note) { row in
            let value = row.value
            guard value.kind == .object, let item = value["id"]?.scalarText else {
                return writer.note(
                    place.problem(
                        "missing-field", .error, line: row.line, field: "id", expected: "a row with `id`",
                        found: "none", remedy: "The row is left out; check how the file was made."))
            }
            let score = value[metric].flatMap { $0.double ?? $0.bool.map { $0 ? 1 : 0 } }
            // GPQA's items are named by their subdomain and a record number.
            let parts = item.split(separator: "/")
            let facets = parts.count == 2 ? [Facet(name: "category", value: String(parts[0]))] : []
            try writer.add(
                PredictionRecord(
                    run: 0, item: item, question: value["instruction"]?.string, text: value["answer"]?.scalarText,
                    runnerAnswer: value["pred"]?.scalarText,
                    scores: [MetricScore(metric: writer.metric(metric), value: score)],
                    outputTokens: value["usage"]?["completion_tokens"]?.counter, cost: value["model_cost"]?.double,
                    facets: facets, line: row.line))
        }
        try writer.finish()
    }
}
