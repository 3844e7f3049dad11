import Analysis
import Findings
import Foundation
import Ingest
import Readers
import Records
import Store

extension CommandDefinition {
    static let build = CommandDefinition(
        name: "build", summary: "logs to store, findings and site: the main job",
        arguments: ArgumentDefinition(
            name: "STUDY|LOGS", description: "a study file (.toml), or logs: files, folders, globs", minimum: 0, maximum: nil),
        options: [.output, .study, .runner, .templates, .threads, .quiet],
        footer: "Examples: acuity build study.toml\n          acuity build logs --output out"
    ) { invocation, console in
        let input = try StudyInput(invocation)
        let workspace = Workspace(output: invocation.output)
        let threads = try invocation.threads
        let store = try workspace.openStore()
        let summary = try IngestStep.run(input, store: store, console: console)
        let findings = try Analyzer(store: store, study: input.study, threads: threads, version: Program.version)
            .findings(sources: summary.usable, problems: IngestStep.problems(input, summary)) {
                console.progress("Analysing", done: $0, of: $1)
            }
        try workspace.write(findings)
        try workspace.writeSite(findings, templates: invocation.value(.templates))
        console.message(
            "\(findings.models.count) models, \(findings.benchmarks.count) benchmarks, "
                + "\(findings.estimates.count) estimates, \(findings.verdicts.count) verdicts")
        console.message("Findings: \(workspace.findingsURL.relativePath)")
        console.message("Site:     \(workspace.site.appending(path: "index.html").relativePath)")
        return IngestStep.exitCode(input, summary)
    }

    static let ingest = CommandDefinition(
        name: "ingest", summary: "logs to the store only",
        arguments: ArgumentDefinition(
            name: "LOGS", description: "logs: files, folders, globs; or a study file", minimum: 1, maximum: nil),
        options: [.output, .study, .runner, .quiet]
    ) { invocation, console in
        let input = try StudyInput(invocation)
        let store = try Workspace(output: invocation.output).openStore()
        let summary = try IngestStep.run(input, store: store, console: console)
        return IngestStep.exitCode(input, summary)
    }

    static let analyze = CommandDefinition(
        name: "analyze", summary: "the store to findings only",
        arguments: ArgumentDefinition(name: "STUDY", description: "the study file", minimum: 0, maximum: 1),
        options: [.output, .study, .threads, .quiet]
    ) { invocation, console in
        let workspace = Workspace(output: invocation.output)
        guard FileManager.default.fileExists(atPath: workspace.storePath) else {
            throw UsageError("\(workspace.storePath): expected a store; found none. Fill it with `acuity ingest`.")
        }
        let study = try StudyInput.study(invocation)
        let findings = try Analyzer(
            store: workspace.openStore(), study: study, threads: invocation.threads, version: Program.version
        ).findings { console.progress("Analysing", done: $0, of: $1) }
        try workspace.write(findings)
        console.message("Findings: \(workspace.findingsURL.relativePath)")
        return .success
    }
}

/// Logs to the store, and what is said about it.
enum IngestStep {
    static func run(_ input: StudyInput, store: Store, console: Console) throws -> LogIngest.Summary {
        let summary = try LogIngest(store: store, study: input.study).ingest(input.listing.logs) {
            console.progress("Reading", done: $0, of: $1)
        }
        console.message(
            "\(summary.written.count) logs read, \(summary.unchanged.count) unchanged, \(summary.failed.count) failed, "
                + "\(summary.copies.count) copies, \(input.listing.passedOver.count) files passed over")
        for problem in input.listing.problems + summary.failed { console.error(Console.safe(problem.description)) }
        for source in try store.sources() where summary.written.contains(source.path) {
            for problem in source.problems where problem.severity != .note {
                console.warning(Console.safe(problem.description))
            }
        }
        if input.listing.logs.isEmpty, input.listing.problems.isEmpty {
            throw UsageError("expected logs; found none. `acuity formats` lists what is read.")
        }
        return summary
    }

    /// What belongs into the findings beside the problems that the store keeps with each log.
    static func problems(_ input: StudyInput, _ summary: LogIngest.Summary) -> [Problem] {
        input.listing.problems + summary.failed
            + summary.copies.map { path, original in
                Problem(
                    kind: "copied-log", severity: .note, file: path, expected: "logs that differ",
                    found: "the same bytes as \(original)", remedy: "It is counted once.")
            }
    }

    static func exitCode(_ input: StudyInput, _ summary: LogIngest.Summary) -> ExitCode {
        summary.failed.isEmpty && !input.listing.problems.contains { $0.severity == .error } ? .success : .badInput
    }
}

extension Invocation {
    /// The number of threads to use.
    var threads: Int { get throws { try integer(.threads, minimum: 1) ?? ProcessInfo.processInfo.activeProcessorCount } }
}
