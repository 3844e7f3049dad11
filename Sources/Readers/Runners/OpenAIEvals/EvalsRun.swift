import Foundation
import Records

/// What the lines of one run say about it as a whole.
struct EvalsRun {
    private(set) var model: String?
    private(set) var benchmark: String?
    private(set) var startedAt: String?
    private(set) var hasReport = false
    var strangeLineCount = 0
    private var report: [String: Double] = [:]
    private var matchCounts: [String: Int] = [:]
    /// The metrics of `metrics` events in the order in which they came, with the span of their values.
    private var names: [String] = []
    private var spans: [String: ClosedRange<Double>] = [:]

    /// The name of the score that `match` events give.
    static let accuracy = "accuracy"

    mutating func readSpec(_ spec: JSONValue) {
        // Before version 1 the model stood in `model_name` or `model_names`.
        let models = spec["completion_fns"] ?? spec["model_names"]?["completions"] ?? spec["model_name"]
        model = models?[0]?.scalarText ?? models?.string
        benchmark = spec["eval_name"]?.string ?? spec["base_eval"]?.string
        startedAt = spec["created_at"]?.string.map(Self.time)
    }

    /// `2026-11-24 02:56:12.4` in UTC, as ISO 8601.
    private static func time(_ text: String) -> String {
        let joined = text.replacing(" ", with: "T", maxReplacements: 1)
        let clock = joined.split(separator: "T").last ?? ""
        return clock.contains("+") || clock.contains("-") || clock.hasSuffix("Z") ? joined : joined + "Z"
    }

    mutating func readReport(_ value: JSONValue) {
        hasReport = true
        for (key, figure) in value.members { if let number = figure.double { report[key] = number } }
    }

    mutating func count(_ event: EvalsEvent) {
        switch event.type {
        case "match": matchCounts[event.sample, default: 0] += 1
        case "metrics":
            for (name, value) in event.data.members {
                guard let number = Self.number(value), number.isFinite else { continue }
                if let span = spans[name] {
                    spans[name] = min(span.lowerBound, number)...max(span.upperBound, number)
                } else {
                    names.append(name)
                    spans[name] = number...number
                }
            }
        default: break
        }
    }

    /// A number, or 1 and 0 for true and false.
    static func number(_ value: JSONValue) -> Double? { value.double ?? value.bool.map { $0 ? 1 : 0 } }

    /// The numbers that are scores: within 0 and 1, or reported by the runner under the same name.
    private var scoreNames: [String] {
        names.filter {
            report[$0] != nil || (spans[$0].map { (0...1).contains($0.lowerBound) && $0.upperBound <= 1 } ?? false)
        }
    }

    /// The metrics, the one that judges first: matches, then what the runner calls accuracy or score.
    var metricNames: [String] {
        var ordered = matchCounts.isEmpty ? [] : [Self.accuracy]
        for name in [Self.accuracy, "score"] + scoreNames where scoreNames.contains(name) && !ordered.contains(name) {
            ordered.append(name)
        }
        return ordered
    }

    func record(index: Int, runner: String, fileStem: String) -> RunRecord {
        // Samples with more matches than others weigh more in the runner's figure.
        let isUneven = Set(matchCounts.values).count > 1
        let metrics = metricNames.map { name in
            MetricRecord(
                name: name, reported: report[name],
                reportedNote: isUneven && name == Self.accuracy && report[name] != nil
                    ? "the runner divides by matches, of which samples have different numbers" : nil)
        }
        return RunRecord(
            index: index, runner: runner, model: model ?? fileStem, benchmark: benchmark ?? fileStem,
            startedAt: startedAt, metrics: metrics)
    }

    func note(to writer: RunWriter) {
        let place = writer.place
        if model == nil { writer.note(place.missingModel(used: writer.run.model)) }
        if benchmark == nil { writer.note(place.missingBenchmark(used: writer.run.benchmark)) }
        if !hasReport {
            writer.note(
                place.problem(
                    "no-final-report", .warning, field: "final_report", expected: "the runner's report of the run",
                    found: "none", remedy: "The run may have been stopped; the samples that were recorded are read."))
        }
        if strangeLineCount > 0 {
            var problem = place.problem(
                "strange-line", .warning, expected: "a spec, an event or a final report on each line",
                found: "other lines", remedy: "They are left out; check how the file was made.")
            problem.count = strangeLineCount
            writer.note(problem)
        }
        let leftOut = names.filter { !scoreNames.contains($0) }
        if let first = leftOut.first {
            var problem = place.problem(
                "metric-left-out", .note, field: first, expected: "numbers from 0 to 1, or of the final report",
                found: "others", remedy: "They are not taken for scores.")
            problem.count = leftOut.count
            writer.note(problem)
        }
    }
}
