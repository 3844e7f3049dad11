import Analysis
import Foundation
import Ingest
import Readers
import Records
import Store
import Study

/// Reads the logs of releases, each into a store of its own unless the user keeps one.
final class ReleaseReader {
    private struct Filled {
        let store: Store
        let sources: Set<String>
    }

    private let invocation: Invocation
    private let study: Study
    private let console: Console
    private let names: NameResolver
    private let kept: Store?
    /// Other runs stay away from the stores that are read, as long as this one may read them.
    private var locks: [StoreLock] = []
    /// By what operands name: read once, however often it is named.
    private var filled: [String: Filled] = [:]
    private lazy var known: Result<Store, any Error> = Result { try openKnown() }

    init(_ invocation: Invocation, study: Study, console: Console) throws {
        self.invocation = invocation
        self.study = study
        self.console = console
        names = NameResolver(study: study)
        let path = invocation.value(.store)
        if let path { locks.append(try Self.lock(path, console)) }
        kept = try path.map { try Store(path: $0) }
    }

    deinit { for lock in locks { lock.release() } }

    private static func lock(_ store: String, _ console: Console) throws -> StoreLock {
        try StoreLock(URL(fileURLWithPath: store).deletingLastPathComponent(), console: console)
    }

    /// Reads the logs of all operands that are logs, side by side.
    ///
    /// - Throws: `InputErrors` where a log cannot be used: a comparison of parts would be none.
    func ingest(_ operands: [ReleaseOperand]) throws {
        var jobs: [IngestJob] = []
        for operand in operands where operand.isPath && !operand.isFindings {
            let key = operand.what
            guard !jobs.contains(where: { $0.key == key }) else { continue }
            jobs.append(
                IngestJob(
                    key: key, listing: listing(operand, model: nil), store: try Store(path: ":memory:"), study: study))
        }
        IngestJob.run(jobs, threads: try invocation.threads)
        for job in jobs {
            console.tell(job.listing)
            job.outcomes.forEach(console.tell)
            let summary = try job.summary()
            try report(job, summary)
            filled[job.key] = Filled(store: job.store, sources: summary.usable)
        }
    }

    private func listing(_ operand: ReleaseOperand, model: String?) -> LogListing {
        LogFinder().find([
            LogRequest(
                path: operand.what, runner: invocation.value(.runner) ?? "auto",
                mapping: study.logs.count == 1 ? study.logs[0].fields : nil, facts: GivenFacts(model: model))
        ])
    }

    /// Keeps the logs of a release in the store that the user named, under the release's name if it has one.
    private func keep(_ operand: ReleaseOperand, in store: Store, model: String) throws -> Release {
        let name = operand.model == nil ? operand.name : nil
        let job = IngestJob(key: operand.text, listing: listing(operand, model: name), store: store, study: study)
        IngestJob.run([job], threads: 1)
        let id = name.map { names.modelID($0) } ?? model
        return Release(
            label: id, model: id, origin: operand.text, store: store, sources: try job.summary().usable)
    }

    private func report(_ job: IngestJob, _ summary: LogIngest.Summary) throws {
        let stored = try job.store.sources().filter { summary.usable.contains($0.path) }.flatMap(\.problems)
        let problems = job.listing.problems + summary.failed + stored
        for problem in problems where problem.severity == .warning {
            console.warning(problem.description)
        }
        let errors = problems.filter { $0.severity == .error }
        guard errors.isEmpty else { throw InputErrors(problems: errors) }
        guard !summary.usable.isEmpty else {
            let left = job.listing.passedOver.prefix(3).map { " \($0.path) was passed over: \($0.reason)." }.joined()
            throw InputErrors(problems: [
                Problem(
                    kind: "no-logs", severity: .error, file: job.key, expected: "logs", found: "none.\(left)",
                    remedy: "`acuity formats` lists what is read.")
            ])
        }
    }

    /// The release that an operand names.
    func release(_ operand: ReleaseOperand) throws -> Release {
        guard let logs = filled[operand.what] else { return try stored(operand) }
        let models = Array(
            Set(try logs.store.runNames().filter { logs.sources.contains($0.source) }.map(\.model))
        ).sorted()
        let model = try choose(operand.model ?? (models.count == 1 ? models.first : nil), of: models, operand)
        if let kept { return try keep(operand, in: kept, model: model) }
        return Release(label: model, model: model, origin: operand.text, store: logs.store, sources: logs.sources)
    }

    /// A place in the list for a release of which only estimates are known.
    func placeholder(_ operand: ReleaseOperand, model: String) throws -> Release {
        Release(label: model, model: model, origin: operand.text, store: try Store(path: ":memory:"))
    }

    private func stored(_ operand: ReleaseOperand) throws -> Release {
        let store: Store
        do {
            store = try known.get()
        } catch let error as UsageError {
            throw UsageError(
                "\(operand.text): expected logs, a findings.json or a model of a store; found neither. \(error)")
        }
        let models = Array(Set(try store.runNames().map(\.model))).sorted()
        let model = try choose(operand.what, of: models, operand)
        return Release(label: model, model: model, origin: operand.text, store: store)
    }

    private func choose(_ wanted: String?, of models: [String], _ operand: ReleaseOperand) throws -> String {
        let list = models.prefix(8).map { "`\($0)`" }.joined(separator: ", ") + (models.count > 8 ? " and more" : "")
        guard let wanted else {
            throw UsageError(
                "\(operand.text): expected the logs of one model; found \(models.count): \(list). "
                    + "Choose one with \(operand.what)::MODEL.")
        }
        if models.contains(wanted) { return wanted }
        let id = names.modelID(wanted)
        if models.contains(id) { return id }
        let nearest = NearestWord.find(wanted, among: models).map { " Did you mean `\($0)`?" } ?? ""
        throw UsageError("\(operand.text): expected one of the models \(list); found `\(wanted)`.\(nearest)")
    }

    /// The store that models are looked up in; without one, the study's logs are read.
    private func openKnown() throws -> Store {
        if let kept { return kept }
        let path = Workspace(output: invocation.output).storePath
        if FileManager.default.fileExists(atPath: path) {
            locks.append(try Self.lock(path, console))
            return try Store(path: path)
        }
        guard let file = study.file, !study.logs.isEmpty else {
            throw UsageError("There is no \(path); name a store with --store.")
        }
        let input = try StudyInput(studyPath: file)
        let job = IngestJob(key: file, listing: input.listing, store: try Store(path: ":memory:"), study: study)
        IngestJob.run([job], threads: 1)
        try report(job, try job.summary())
        return job.store
    }
}

/// The logs of one operand on their way into a store.
private final class IngestJob: @unchecked Sendable {
    let key: String
    let listing: LogListing
    let store: Store
    let study: Study
    private var result: Result<LogIngest.Summary, any Error>?
    /// What became of each log; of the jobs that run side by side each is told in one piece.
    private(set) var outcomes: [LogOutcome] = []

    init(key: String, listing: LogListing, store: Store, study: Study) {
        self.key = key
        self.listing = listing
        self.store = store
        self.study = study
    }

    /// What became of the logs; call after `run`.
    func summary() throws -> LogIngest.Summary {
        guard let result else { preconditionFailure("the logs were read") }
        return try result.get()
    }

    private func run() {
        result = Result {
            try LogIngest(store: store, study: study, onLog: { self.outcomes.append($0) }).ingest(listing.logs)
        }
    }

    /// Each job has a store of its own and runs on one thread.
    static func run(_ jobs: [IngestJob], threads: Int) {
        if threads < 2 || jobs.count < 2 {
            jobs.forEach { $0.run() }
        } else {
            DispatchQueue.concurrentPerform(iterations: jobs.count) { jobs[$0].run() }
        }
    }
}
