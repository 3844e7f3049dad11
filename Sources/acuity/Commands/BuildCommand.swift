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
        description: """
            Reads the logs, scores their answers, keeps them in `results/acuity.sqlite`, computes every estimate with its \
            interval into `results/findings.json`, and writes the website `site/`. A log that has not changed since the last \
            build is not read again, and where nothing has changed nothing is written. One unreadable log is told and left \
            out; the others are used.
            """,
        arguments: ArgumentDefinition(
            name: "STUDY|LOGS", description: "a study file (.toml), or logs: files, folders, globs", minimum: 0,
            maximum: nil, kind: .path),
        options: [.output, .study, .runner, .model, .benchmark, .templates, .threads, .quiet],
        examples: [
            CommandExample("acuity build logs", "all logs in a folder; no study file is needed"),
            CommandExample("acuity build study.toml", "the logs that a study file names, judged as it says"),
            CommandExample("acuity build logs --output out", "results and site in another folder"),
            CommandExample("acuity build study.toml new-logs", "the study's settings with other logs"),
        ],
        footer: """
            Without arguments it takes `study.toml` or `results/study.toml` in the current folder.
            """,
        guides: [.study, .readers, .scoring, .site, .faults]
    ) { invocation, console in
        let input = try StudyInput(invocation)
        let workspace = Workspace(output: invocation.output)
        let threads = try invocation.threads
        let templates = try Workspace.templates(invocation.value(.templates))
        let stamp = BuildStamp(invocation, input: input, workspace: workspace, templates: templates)
        let last = stamp.lastBuild(in: workspace)
        if let difference = last.difference { console.step("Building anew: \(difference)") }
        if let known = last.build {
            console.repeat(known.said.filter(\.isWarning))
            console.message("Nothing has changed since the last build.")
            console.message("Findings: \(workspace.findingsURL.relativePath)")
            console.message("Site:     \(workspace.site.appending(path: "index.html").relativePath)")
            return .success
        }
        console.step("Using \(counted(threads, "thread"))")
        let lock = try workspace.lock(console, makesFolder: true)
        defer { lock.release() }
        let store = try workspace.openStore(console)
        let summary = try IngestStep.run(input, store: store, isWhole: true, console: console)
        guard !summary.usable.isEmpty else {
            console.error("no log could be used; findings and site were left as they were")
            return .badInput
        }
        let findings = try Analyzer(store: store, study: input.study, threads: threads, version: Program.version)
            .findings(sources: summary.usable, problems: IngestStep.problems(input.listing.problems, summary)) {
                console.progress("Analysing", done: $0, of: $1)
            }
        console.tell(findings)
        try workspace.write(findings, console)
        let site = try workspace.writeSite(findings, templates: templates, console)
        console.message(
            [
                counted(findings.models.count, "model"), counted(findings.benchmarks.count, "benchmark"),
                counted(findings.estimates.count, "estimate"), counted(findings.verdicts.count, "verdict"),
            ].joined(separator: ", "))
        console.message("Findings: \(workspace.findingsURL.relativePath)")
        console.message("Site:     \(site)")
        let isSound = IngestStep.report(studyProblemsOf: findings, to: console)
        let code: ExitCode =
            isSound ? try IngestStep.exitCode(input.listing.problems, summary, store: store) : .badInput
        if code == .success {
            stamp.keep(in: workspace, logs: input.listing.logs, said: console.said)
            console.step("Kept what this was made from, so that the next build knows whether something changed")
        }
        return code
    }

    static let ingest = CommandDefinition(
        name: "ingest", summary: "logs to the store only",
        description: """
            The first step of `acuity build` alone: reads logs, scores their answers and keeps them in \
            `results/acuity.sqlite`, beside what is there already. `acuity analyze` goes on from there.
            """,
        arguments: ArgumentDefinition(
            name: "LOGS", description: "logs: files, folders, globs; or a study file", minimum: 1, maximum: nil,
            kind: .path),
        options: [.output, .study, .runner, .model, .benchmark, .quiet],
        examples: [
            CommandExample("acuity ingest logs/monday --output out", "the first logs into a store"),
            CommandExample("acuity ingest logs/tuesday --output out", "more logs into the same store"),
        ],
        guides: [.readers, .scoring, .catalogue]
    ) { invocation, console in
        let input = try StudyInput(invocation)
        let workspace = Workspace(output: invocation.output)
        let lock = try workspace.lock(console, makesFolder: true)
        defer { lock.release() }
        let store = try workspace.openStore(console)
        let summary = try IngestStep.run(input, store: store, console: console)
        return try IngestStep.exitCode(input.listing.problems, summary, store: store)
    }

    static let analyze = CommandDefinition(
        name: "analyze", summary: "the store to findings only",
        description: """
            The second step of `acuity build` alone: computes `results/findings.json` from all logs of the store, under the \
            settings of a study file. Reads no log, so that another level, threshold or method costs seconds.
            """,
        arguments: ArgumentDefinition(
            name: "STUDY", description: "the study file", minimum: 0, maximum: 1, kind: .file(["toml"])),
        options: [.output, .study, .threads, .quiet],
        examples: [
            CommandExample("acuity analyze study.toml --output out", "findings of the store in out/results")
        ],
        guides: [.study, .statistics, .consistency]
    ) { invocation, console in
        let workspace = Workspace(output: invocation.output)
        guard FileManager.default.fileExists(atPath: workspace.storePath) else {
            throw UsageError("\(workspace.storePath): expected a store; found none. Fill it with `acuity ingest`.")
        }
        let study = try StudyInput.study(invocation)
        console.tell(study)
        let lock = try workspace.lock(console)
        defer { lock.release() }
        let store = try workspace.openStore(console)
        guard try !store.sources().isEmpty else {
            throw Problem(
                kind: "empty-store", severity: .error, file: workspace.storePath, expected: "a store with logs",
                found: "an empty one", remedy: "Fill it with `acuity ingest`.")
        }
        let findings = try Analyzer(
            store: store, study: study, threads: invocation.threads, version: Program.version
        ).findings { console.progress("Analysing", done: $0, of: $1) }
        console.tell(findings)
        try workspace.write(findings, console)
        console.message("Findings: \(workspace.findingsURL.relativePath)")
        return IngestStep.report(studyProblemsOf: findings, to: console) ? .success : .badInput
    }
}

/// Logs to the store, and what is said about it.
enum IngestStep {
    /// - Parameters:
    ///   - isWhole: whether the logs are all that the store is about.
    ///   - onModel: told of each model's identifier and of what a log calls it.
    static func run(
        _ input: StudyInput, store: Store, isWhole: Bool = false, console: Console,
        onModel: ((_ id: String, _ name: String) -> Void)? = nil
    ) throws -> LogIngest.Summary {
        console.tell(input.study)
        console.tell(input.listing)
        let ingest = LogIngest(
            store: store, study: input.study, onModel: onModel, onLog: console.tellsSteps ? { console.tell($0) } : nil)
        // What could not be looked at may be a log that the store has.
        let isAll = isWhole && !input.listing.problems.contains { $0.severity == .error }
        let summary = try ingest.ingest(input.listing.logs, isWhole: isAll) {
            console.progress("Reading", done: $0, of: $1)
        }
        console.message(
            "\(counted(summary.written.count, "log")) read, \(summary.unchanged.count) unchanged, "
                + "\(summary.failed.count) failed, \(counted(summary.copies.count, "copy", "copies")), "
                + "\(counted(input.listing.passedOver.count, "file")) passed over")
        try report(input.listing.problems, summary, store: store, to: console)
        if input.listing.logs.isEmpty, input.listing.problems.isEmpty {
            let left = input.listing.passedOver.prefix(3).map { " \($0.path) was passed over: \($0.reason)." }.joined()
            throw UsageError("expected logs; found none.\(left) `acuity formats` lists what is read.")
        }
        return summary
    }

    /// Tells what was noted of the logs.
    static func report(_ found: [Problem], _ summary: LogIngest.Summary, store: Store, to console: Console) throws {
        for problem in found + summary.failed { console.error(problem.description) }
        let written = Set(summary.written)
        for source in try store.sources() where written.contains(source.path) {
            for problem in source.problems { report(problem, to: console) }
        }
    }

    /// Tells what was noted while a log was read; notes are for the findings alone.
    static func report(_ problem: Problem, to console: Console) {
        let text = problem.description
        switch problem.severity {
        case .note: break
        case .warning: console.warning(text)
        case .error: console.error(text)
        }
    }

    /// What belongs into the findings beside the problems that the store keeps with each log.
    ///
    /// - Parameter found: what was noted while logs were looked for.
    static func problems(_ found: [Problem], _ summary: LogIngest.Summary) -> [Problem] {
        found + summary.failed
            + summary.copies.map { path, original in
                Problem(
                    kind: "copied-log", severity: .note, file: path, expected: "logs that differ",
                    found: "the same bytes as \(original)", remedy: "It is counted once.")
            }
    }

    /// Bad input where a log, or a part of one that entered the findings, could not be read.
    static func exitCode(_ found: [Problem], _ summary: LogIngest.Summary, store: Store) throws -> ExitCode {
        let stored = try store.sources().filter { summary.usable.contains($0.path) }.flatMap(\.problems)
        let problems = found + summary.failed + stored
        return problems.contains { $0.severity == .error } ? .badInput : .success
    }

    /// Tells what came to light when study and logs were put together; false if it is an error.
    static func report(studyProblemsOf findings: FindingsDocument, to console: Console) -> Bool {
        var isSound = true
        for problem in findings.problems
        where Analyzer.studyProblemKinds.contains(problem.kind) && problem.severity != Problem.Severity.note.rawValue {
            let text = "\(problem.place): \(Self.afterColon(problem.message))"
            if problem.severity == Problem.Severity.error.rawValue {
                console.error(text)
                isSound = false
            } else {
                console.warning(text)
            }
        }
        return isSound
    }
}

extension IngestStep {
    /// The findings' messages are sentences; behind a place they go on in small letters, as all other messages do.
    static func afterColon(_ message: String) -> String {
        for opening in ["Expected", "Field"] where message.hasPrefix(opening + " ") {
            return opening.lowercased() + message.dropFirst(opening.count)
        }
        return message
    }
}

extension Invocation {
    /// The number of threads to use.
    var threads: Int {
        get throws { try integer(.threads, minimum: 1) ?? ProcessInfo.processInfo.activeProcessorCount }
    }
}
