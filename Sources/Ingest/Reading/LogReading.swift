import Readers
import Records
import Scoring
import Study

/// From a log to what it says: on any thread, without a store.
struct LogReading: Sendable {
    private let resolver: NameResolver
    private let isPiped: Bool
    private let pool = KnownItemsPool()

    /// - Parameters:
    ///   - resolver: the study's names.
    ///   - isPiped: whether one thread reads and scores what another collects.
    init(resolver: NameResolver, isPiped: Bool) {
        self.resolver = resolver
        self.isPiped = isPiped
    }

    /// Reads a log of which the identity is known.
    ///
    /// - Throws: `Problem` if the log cannot be read or has no run, or is another one by now.
    func read(_ log: Log, as identity: LogIdentity) throws -> ReadLog {
        let outcome = Result { try self.read(log) }
        // Whatever is wrong with a file that changed is wrong because it changed.
        try identity.check(log)
        var content = try outcome.get()
        content.problems = identity.problems(of: log) + content.problems
        return content
    }

    /// - Throws: `Problem` if the log cannot be read or has no run.
    func read(_ log: Log) throws -> ReadLog {
        let resolver = resolver
        let collector = LogCollector(file: log.path, resolver: resolver)
        try pool.with { known in
            if isPiped {
                try RecordPipe.run(into: collector) {
                    let sink = ScoringSink(resolver: resolver, knownItems: known, into: $0)
                    try ReadFailures.collecting { try log.read(into: sink) }
                }
            } else {
                let sink = ScoringSink(resolver: resolver, knownItems: known, into: collector)
                try ReadFailures.collecting { try log.read(into: sink) }
            }
        }
        var content = try collector.collected()
        content.sayings = content.hashOfSayings()
        guard !content.runs.isEmpty else { throw Problem.noRun(file: log.path, runner: log.reader.runner.name) }
        return content
    }
}
