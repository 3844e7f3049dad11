import Foundation
import Ingest
import Readers
import Records

/// What `acuity inspect` tells: for people as text, for programs as JSON.
struct InspectionReport {
    let listing: LogListing
    var problems: [Problem]
    private var inspected: [(log: Log, inspection: Inspection)] = []

    init(listing: LogListing) {
        self.listing = listing
        problems = listing.problems
    }

    mutating func add(_ log: Log, _ inspection: Inspection) { inspected.append((log, inspection)) }

    // MARK: - JSON

    private struct Document: Encodable {
        var runs: [Inspection.Run]
        var logs: [LogEntry]
        var passedOver: [PassedOver]
        var problems: [Problem]
        var disagreements: [Disagreement]?
    }

    /// A log with how it was recognised.
    private struct LogEntry: Encodable {
        var path: String
        var parts: [String]
        var sidecars: [String]
        var runner: String
        var candidates: [CandidateEntry]
        /// The mapping of the fields, as it would stand in a study file; nil for logs of a known runner.
        var fields: String?
    }

    private struct CandidateEntry: Encodable {
        var runner: String
        var confidence: Double
        var reason: String
    }

    /// One JSON document.
    func json(listsDisagreements: Bool) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let logs = inspected.map { log, _ in
            LogEntry(
                path: log.path, parts: log.parts.map(\.path), sidecars: log.sidecars.map(log.shownPath),
                runner: log.reader.runner.id,
                candidates: log.candidates.map {
                    CandidateEntry(
                        runner: $0.runner, confidence: $0.recognition.confidence, reason: $0.recognition.reason)
                }, fields: Self.fields(log))
        }
        let document = Document(
            runs: inspected.flatMap(\.inspection.runs), logs: logs, passedOver: listing.passedOver,
            problems: problems + inspected.flatMap(\.inspection.problems),
            disagreements: listsDisagreements ? inspected.flatMap(\.inspection.disagreements) : nil)
        return String(decoding: try encoder.encode(document), as: UTF8.self)
    }

    // MARK: - Text

    /// Several lines a log.
    var text: String {
        var parts = inspected.map { Self.text($0, $1) }
        parts += problems.filter { $0.kind == "unknown-runner" }.compactMap { FieldProposal(file: $0.file)?.text }
        if inspected.count > 1 || listing.passedOver.count > 0 {
            parts.append(
                counted(inspected.count, "log") + " of "
                    + counted(inspected.reduce(0) { $0 + $1.log.parts.count }, "file") + ", "
                    + counted(listing.passedOver.count, "file") + " passed over, " + counted(problems.count, "problem"))
        }
        return parts.joined(separator: "\n")
    }

    private static func text(_ log: Log, _ inspection: Inspection) -> String {
        var lines = [log.path]
        if log.parts.count > 1 { lines[0] += " and " + counted(log.parts.count - 1, "more file", "more files") }
        let chosen = log.candidates.filter { $0.runner == log.reader.runner.id }
        if chosen.isEmpty { lines.append("  read as \(log.reader.runner.id), as it was asked for") }
        for candidate in chosen + log.candidates.filter({ $0.runner != log.reader.runner.id }) {
            let mark = candidate.runner == log.reader.runner.id ? "read as" : "or     "
            let confidence = Int((candidate.recognition.confidence * 100).rounded())
            lines.append("  \(mark) \(candidate.runner) (\(confidence) %): \(candidate.recognition.reason)")
        }
        for sidecar in log.sidecars { lines.append("  with \(log.shownPath(of: sidecar))") }
        for (index, run) in inspection.runs.enumerated() {
            // The metrics of a run follow each other; what they have in common is said once.
            if index == 0 || Self.header(run) != Self.header(inspection.runs[index - 1]) {
                lines.append(Self.header(run))
            }
            lines.append(
                "    metric \(run.metric): mean \(figure(run.mean)) over \(counted(run.items, "item")), "
                    + "runner reported \(figure(run.reported))")
        }
        if !inspection.facets.isEmpty { lines.append("  facets: \(inspection.facets.joined(separator: ", "))") }
        for sample in inspection.samples {
            lines.append(
                "  item \(sample.item): target \(short(sample.target, 40)); answer \(short(sample.answer, 40)); "
                    + "text \(short(sample.text, 80))")
        }
        for found in inspection.disagreements {
            let answer = found.answer.map { "\(short($0, 40)) by \(found.rule ?? "no rule")" } ?? found.status
            let theirs = found.runnerAnswer.map { short($0, 40) } ?? "not in the log"
            lines.append(
                "  disagreement on item \(found.item), epoch \(found.epoch), line \(found.line): target \(short(found.target, 40)); "
                    + "\(found.metric) \(found.runnerScore) with the answer \(theirs); "
                    + "Acuity \(found.score) with the answer \(answer)")
            lines.append("    … \(short(found.text, 200, fromEnd: true))")
        }
        for problem in inspection.problems { lines.append("  \(problem.severity.rawValue): \(problem.description)") }
        if let fields = fields(log) {
            lines.append("  fields, for the study file:")
            lines += fields.split(separator: "\n").map { "    \($0)" }
        }
        return lines.joined(separator: "\n")
    }

    private static func header(_ run: Inspection.Run) -> String {
        "  model \(run.model) · benchmark \(run.benchmark): \(counted(run.predictions, "prediction")), "
            + "\(counted(run.epochs, "epoch")); \(run.unparsed) unparsed, \(run.refused) refused, "
            + "\(counted(run.errors, "error")), \(counted(run.duplicates, "duplicate")), "
            + "\(counted(run.disagreements, "disagreement")) with Acuity's own score"
    }

    /// A figure to six decimals at most: enough to compare, and no binary rounding to read.
    private static func figure(_ value: Double?) -> String {
        guard let value else { return "none" }
        guard value.isFinite, abs(value) < 1e9 else { return "\(value)" }
        return "\((value * 1e6).rounded() / 1e6)"
    }

    /// The guessed or given mapping of a generic log.
    private static func fields(_ log: Log) -> String? {
        guard let reader = log.reader as? GenericReader, let guess = try? reader.guess(log) else { return nil }
        return guess.toml
    }

    private static func short(_ text: String, _ length: Int, fromEnd: Bool = false) -> String {
        let line = text.replacingExactly("\n", with: " ").replacingExactly("\r", with: " ")
        return String(fromEnd ? line.suffix(length) : line.prefix(length))
    }
}
