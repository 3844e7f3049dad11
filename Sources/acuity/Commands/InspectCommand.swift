import Foundation
import Ingest
import Readers
import Records

extension CommandDefinition {
    static let inspect = CommandDefinition(
        name: "inspect", summary: "what Acuity sees in a log",
        arguments: ArgumentDefinition(name: "LOG", description: "logs: files, folders, globs", minimum: 1, maximum: nil),
        options: [.json, .study, .runner, .quiet, .output],
        footer: "--json prints {\"runs\": [...]}, an object for each run and metric."
    ) { invocation, console in
        let input = try StudyInput(invocation)
        var problems = input.listing.problems
        var inspections: [(log: Log, inspection: Inspection)] = []
        for (index, log) in input.listing.logs.enumerated() {
            do {
                inspections.append((log, try Inspection(log)))
            } catch let problem as Problem {
                problems.append(problem)
            }
            console.progress("Reading", done: index + 1, of: input.listing.logs.count)
        }
        if invocation.has(.json) {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            let runs = ["runs": inspections.flatMap(\.inspection.runs)]
            console.result(String(decoding: try encoder.encode(runs), as: UTF8.self))
        } else {
            for (log, inspection) in inspections { console.result(text(log, inspection)) }
            for left in input.listing.passedOver { console.message(Console.safe("passed over \(left.path): \(left.reason)")) }
        }
        for problem in problems { console.error(Console.safe(problem.description)) }
        return problems.contains { $0.severity == .error } ? .badInput : .success
    }

    private static func text(_ log: Log, _ inspection: Inspection) -> String {
        var lines = ["\(log.path)"]
        for candidate in log.candidates {
            lines.append("  \(candidate.runner)  \(Int(candidate.recognition.confidence * 100)) %  \(candidate.recognition.reason)")
        }
        for run in inspection.runs {
            let mean = run.mean.map { "\($0)" } ?? "none"
            let reported = run.reported.map { "\($0)" } ?? "none"
            lines.append(
                "  model \(run.model) · benchmark \(run.benchmark) · metric \(run.metric): mean \(mean) over \(run.items) items "
                    + "(\(run.predictions) predictions, \(run.epochs) epochs), runner reported \(reported)")
            lines.append(
                "    \(run.unparsed) unparsed, \(run.refused) refused, \(run.errors) errors, \(run.duplicates) duplicates, "
                    + "\(run.disagreements) disagreements with Acuity's own score")
        }
        if !inspection.facets.isEmpty { lines.append("  facets: \(inspection.facets.joined(separator: ", "))") }
        for sample in inspection.samples {
            lines.append(
                "  item \(sample.item): target \(sample.target.prefix(40)); answer \(sample.answer.prefix(40)); "
                    + "text \(sample.text.prefix(80).replacing("\n", with: " "))")
        }
        for problem in inspection.problems { lines.append("  \(problem.severity.rawValue): \(problem.description)") }
        return Console.safe(lines.joined(separator: "\n"))
    }

    static let formats = CommandDefinition(
        name: "formats", summary: "the runners whose logs are read", options: [.json]
    ) { invocation, console in
        if invocation.has(.json) {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            console.result(String(decoding: try encoder.encode(["runners": ReaderCatalogue.runners]), as: UTF8.self))
        } else {
            for runner in ReaderCatalogue.runners {
                console.result("\(runner.id)\n    \(runner.name): \(runner.files)")
            }
        }
        return .success
    }
}
