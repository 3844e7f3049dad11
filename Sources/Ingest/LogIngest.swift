import Foundation
import Readers
import Records
import Scoring
import Store
import Study

/// From logs to the store: one transaction a log, and nothing done twice.
public struct LogIngest {
    /// What became of the logs of one call.
    public struct Summary: Sendable {
        /// The logs that were written, by path.
        public var written: [String] = []
        /// The logs that the store had already, with the same bytes read in the same way.
        public var unchanged: [String] = []
        /// The logs that could not be read, and why; what the store had of them before is still there.
        public var failed: [Problem] = []
        /// Logs with the same bytes as another one, left out.
        public var copies: [(path: String, original: String)] = []

        /// The logs that the store holds as they are now.
        public var usable: Set<String> { Set(written + unchanged) }
    }

    private let store: Store
    private let resolver: NameResolver
    private let onModel: ((_ id: String, _ name: String) -> Void)?
    private let onLog: ((LogOutcome) -> Void)?
    private let threads: Int

    /// Raised whenever ingest makes something else of the same bytes, so that stores are filled anew.
    static let version = "10"
    /// How many bytes of logs may be read ahead of the one that is written; what is read takes about twice the room.
    static let mostAhead = 1 << 28

    /// - Parameters:
    ///   - store: where the logs go.
    ///   - study: the names of models and benchmarks, and how answers are scored.
    ///   - threads: how many threads to use; the store does not depend on it.
    ///   - onModel: told of each model's identifier and of what a log calls it, whenever a run is written.
    ///   - onLog: told what became of each log, in order, on the calling thread.
    public init(
        store: Store, study: Study, threads: Int = ProcessInfo.processInfo.activeProcessorCount,
        onModel: ((_ id: String, _ name: String) -> Void)? = nil, onLog: ((LogOutcome) -> Void)? = nil
    ) {
        self.onLog = onLog
        self.store = store
        self.threads = threads
        self.onModel = onModel
        resolver = NameResolver(study: study)
    }

    /// Reads the logs and writes them, in order.
    ///
    /// - Parameters:
    ///   - logs: what was found, in the order in which it is written.
    ///   - isWhole: whether the logs are all that the store is about. It then ends as if it had been filled with them
    ///     at once: where a log that changed, came or went said of items what no other says, all logs are read anew.
    ///   - progress: told after each log how many are done, of how many.
    /// - Throws: `StoreError`; a log that cannot be read is no error here but stands in the summary.
    public func ingest(
        _ logs: [Log], isWhole: Bool = false, progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> Summary {
        let plans = try plans(for: logs)
        if isWhole { try noteGone(logs) }
        let summary = try carryOut(plans, progress: progress)
        // What the store has of a log that cannot be read now must stay.
        guard isWhole, summary.failed.isEmpty, try store.dependsOnHistory else { return summary }
        return try refill(logs, instead: summary, progress: progress)
    }

    /// Removes all and reads all logs anew, in one transaction: who is ended in the midst of it leaves the store as it was.
    ///
    /// - Parameter summary: what became of the logs so far.
    private func refill(
        _ logs: [Log], instead summary: Summary, progress: (Int, Int) -> Void
    ) throws -> Summary {
        struct Lacking: Error { let problems: [Problem] }
        do {
            return try store.transaction {
                try store.removeAll()
                let refilled = try carryOut(plans(for: logs), progress: progress)
                guard refilled.failed.isEmpty else { throw Lacking(problems: refilled.failed) }
                return refilled
            }
        } catch let lacking as Lacking {
            // Read a moment ago and unreadable now: the store keeps what was read, and the next call tries again.
            var summary = summary
            summary.failed = lacking.problems
            return summary
        }
    }

    /// Notes the logs that the store has but that are gone, if what is stored of items rests on them.
    private func noteGone(_ logs: [Log]) throws {
        let sources = try store.sources()
        let order = SayingOrder(paths: logs.map(\.path), sources: sources)
        let listed = Set(logs.map(\.path))
        // Only the logs of one request stand in the order of their paths, which tells where one that is gone stood.
        let isByPath = Set(logs.map(\.request)).count <= 1
        for source in sources where !listed.contains(source.path) && !(isByPath && order.canGo(source.path)) {
            try store.noteHistory(of: source.path)
        }
    }

    private func carryOut(_ plans: [LogPlan], progress: (Int, Int) -> Void) throws -> Summary {
        var summary = Summary()
        let sources = try store.sources()
        let known = Set(sources.map(\.path))
        var order = SayingOrder(paths: plans.map(\.log.path), sources: sources)
        let wanted = plans.compactMap { plan -> (log: Log, identity: LogIdentity)? in
            if case .read(let log, let identity) = plan { (log, identity) } else { nil }
        }
        // With fewer logs than threads each is read on two.
        let reading = LogReading(resolver: resolver, isPiped: wanted.count < threads)
        let writer = LogWriter(store: store)
        var rest = plans[...]
        var done = 0
        /// Passes over the logs before the next one that is read.
        func pass() {
            while let plan = rest.first {
                switch plan {
                case .read: return
                case .unchanged(let log):
                    summary.unchanged.append(log.path)
                    onLog?(LogOutcome(path: log.path, result: .unchanged))
                case .copy(let log, _, let original):
                    summary.copies.append((log.path, original))
                    onLog?(LogOutcome(path: log.path, result: .copy(of: original)))
                case .failed(let log, let problem):
                    summary.failed.append(problem)
                    onLog?(LogOutcome(path: log.path, result: .failed(problem)))
                }
                rest.removeFirst()
                done += 1
                progress(done, plans.count)
            }
        }
        pass()
        try OrderedWork.run(
            sizes: wanted.map(\.identity.bytes), threads: threads, mostAhead: Self.mostAhead,
            work: { place in
                // The time is for who follows the work; nothing that is stored depends on it.
                let start = ContinuousClock.now
                let result = Result { try reading.read(wanted[place].log, as: wanted[place].identity) }
                return (result, (ContinuousClock.now - start) / .seconds(1))
            }
        ) { place, part in
            let (result, seconds) = part
            let (log, identity) = wanted[place]
            do {
                let content = try result.get()
                try writer.write(
                    content, as: identity.source(of: log),
                    leavesHistory: !order.canCome(log.path, saying: content.sayings))
                order.enter(log.path, saying: content.sayings)
                for run in content.runs { onModel?(run.stored.model, run.modelName) }
                summary.written.append(log.path)
                onLog?(
                    LogOutcome(
                        path: log.path,
                        result: .read(
                            known.contains(log.path) ? .changed : .new, runs: content.runs.map(LogOutcome.Run.init),
                            problems: content.problems.count, seconds: seconds)))
            } catch let problem as Problem {
                summary.failed.append(problem)
                onLog?(LogOutcome(path: log.path, result: .failed(problem)))
            }
            rest.removeFirst()
            done += 1
            progress(done, plans.count)
            pass()
        }
        return summary
    }

    private func plans(for logs: [Log]) throws -> [LogPlan] {
        let known = Dictionary(uniqueKeysWithValues: try store.sources().map { ($0.path, $0.fingerprint) })
        return try LogPlan.plans(for: logs, known: known, names: resolver.fingerprint, threads: threads)
    }
}
