import Foundation
import Ingest
import Readers
import Records
import Study

extension OptionDefinition {
    fileprivate static let conditions = OptionDefinition(
        name: "where", value: "FACET=VALUE,...", description: "count only the predictions with these facets")
    fileprivate static let disagreements = OptionDefinition(
        name: "disagreements", value: nil,
        description: "list the predictions on which the runner's score and Acuity's own differ")
}

extension CommandDefinition {
    static let inspect = CommandDefinition(
        name: "inspect", summary: "what Acuity sees in a log",
        description: """
            Reads logs and keeps nothing: tells for each how it was recognised, its runs with models, benchmarks, metrics and \
            counts, the facets of its items, its first items and what is wrong. For a log that no runner's reader knows it \
            proposes `[logs.fields]` for the study file.
            """,
        arguments: ArgumentDefinition(
            name: "LOG", description: "logs: files, folders, globs", minimum: 1, maximum: nil, kind: .path),
        options: [
            .json, .study, .runner, .model, .benchmark,
            .conditions, .disagreements, .quiet, .output,
        ],
        examples: [
            CommandExample("acuity inspect run.eval", "one log"),
            CommandExample("acuity inspect logs --json", "all logs of a folder, for programs"),
            CommandExample("acuity inspect logs --where modality=CT", "only the items with one value of a facet"),
            CommandExample(
                "acuity inspect run.eval --disagreements", "where the runner's score and Acuity's own differ"),
        ],
        footer: """
            `--json` prints `{"runs": [...], "logs": [...], "passedOver": [...], "problems": [...]}`: a run for each run and \
            metric; with `--disagreements` also `"disagreements"`.
            """,
        guides: [.inspect, .readers, .scoring]
    ) { invocation, console in
        let input = try StudyInput(invocation)
        let conditions = try Self.conditions(invocation.value(.conditions))
        let listsDisagreements = invocation.has(.disagreements)
        let names = NameResolver(study: input.study)
        var report = InspectionReport(listing: input.listing)
        console.tell(input.study)
        console.tell(input.listing)
        for (index, log) in input.listing.logs.enumerated() {
            do {
                var inspection = try Inspection(log, where: conditions, listsDisagreements: listsDisagreements) {
                    names.scorer(id: names.benchmarkID($0))
                }
                inspection.problems += Self.unknownFacets(conditions, in: inspection, of: log)
                console.step("Read \(log.path): \(counted(inspection.runs.count, "run"))")
                report.add(log, inspection)
            } catch let problem as Problem {
                report.problems.append(problem)
            }
            console.progress("Reading", done: index + 1, of: input.listing.logs.count)
        }
        if invocation.has(.json) {
            console.result(Console.safeJSON(try report.json(listsDisagreements: listsDisagreements)))
        } else {
            let text = report.text
            if !text.isEmpty { console.result(Console.safe(text)) }
            for left in report.listing.passedOver {
                console.message("passed over \(left.path): \(left.reason)")
            }
        }
        for problem in report.problems {
            let text = problem.description
            if problem.severity == .error { console.error(text) } else { console.warning(text) }
        }
        return report.problems.contains { $0.severity == .error } ? .badInput : .success
    }

    /// Conditions on facets that no prediction has hold for none: a misspelt name should not look like an empty log.
    static func unknownFacets(_ conditions: [Facet], in inspection: Inspection, of log: Log) -> [Problem] {
        conditions.filter { !inspection.facets.contains($0.name) }.map { condition in
            Problem(
                kind: "unknown-facet", severity: .warning, file: log.path, field: condition.name,
                expected: inspection.facets.isEmpty
                    ? "facets" : "one of the facets " + inspection.facets.joined(separator: ", "),
                found: inspection.facets.isEmpty ? "a log without any" : "no facet of this name",
                remedy: "Correct --where; no prediction was counted.")
        }
    }

    /// `modality=CT,variant=orig` as facets.
    private static func conditions(_ text: String?) throws -> [Facet] {
        try (text ?? "").split(separator: ",").map { part in
            let sides = part.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            guard sides.count == 2, !sides[0].isEmpty else {
                throw UsageError("--where: expected FACET=VALUE, such as modality=CT; found `\(part)`")
            }
            return Facet(name: sides[0], value: sides[1])
        }
    }
}
