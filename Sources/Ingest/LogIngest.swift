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
    private let threads: Int

    /// Raised whenever ingest makes something else of the same bytes, so that stores are filled anew.
    private static let version = "8"
    /// How many bytes of logs may be read ahead of the one that is written; what is read takes about twice the room.
    private static let mostAhead = 1 << 28

    /// - Parameters:
    ///   - threads: how many threads to use; the store does not depend on it.
    ///   - onModel: told of each model's identifier and of what a log calls it, whenever a run is written.
    public init(
        store: Store, study: Study, threads: Int = ProcessInfo.processInfo.activeProcessorCount,
        onModel: ((_ id: String, _ name: String) -> Void)? = nil
    ) {
        self.store = store
        self.threads = threads
        self.onModel = onModel
        resolver = NameResolver(study: study)
    }

    /// Reads the logs and writes them, in order.
    ///
    /// - Parameter progress: told after each log how many are done, of how many.
    /// - Throws: `StoreError`; a log that cannot be read is no error here but stands in the summary.
    public func ingest(_ logs: [Log], progress: (Int, Int) -> Void = { _, _ in }) throws -> Summary {
        var summary = Summary()
        let plans = try plans(for: logs)
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
                case .unchanged(let path): summary.unchanged.append(path)
                case .copy(let path, let original): summary.copies.append((path, original))
                case .failed(let problem): summary.failed.append(problem)
                }
                rest.removeFirst()
                done += 1
                progress(done, logs.count)
            }
        }
        pass()
        try OrderedWork.run(
            sizes: wanted.map(\.identity.bytes), threads: threads, mostAhead: Self.mostAhead,
            work: { place in Result { try reading.read(wanted[place].log) } }
        ) { place, result in
            let (log, identity) = wanted[place]
            do {
                let content = try result.get()
                try writer.write(content, as: identity.source(of: log))
                for run in content.runs { onModel?(run.stored.model, run.modelName) }
                summary.written.append(log.path)
            } catch let problem as Problem {
                summary.failed.append(problem)
            }
            rest.removeFirst()
            done += 1
            progress(done, logs.count)
            pass()
        }
        return summary
    }

    /// What is to be done with a log.
    private enum Plan {
        case read(Log, LogIdentity)
        case unchanged(String)
        case copy(String, original: String)
        case failed(Problem)
    }

    private func plans(for logs: [Log]) throws -> [Plan] {
        let known = Dictionary(uniqueKeysWithValues: try store.sources().map { ($0.path, $0.fingerprint) })
        var originals: [String: String] = [:]
        var plans: [Plan] = []
        let names = resolver.fingerprint
        try OrderedWork.run(
            sizes: logs.map { _ in 1 }, threads: threads, mostAhead: 64 * threads,
            work: { place in Result { try LogIdentity(logs[place], version: Self.version, names: names) } }
        ) { place, result in
            let path = logs[place].path
            do {
                let identity = try result.get()
                if let original = originals[identity.fingerprint] {
                    plans.append(.copy(path, original: original))
                } else {
                    originals[identity.fingerprint] = path
                    plans.append(
                        known[path] == identity.fingerprint ? .unchanged(path) : .read(logs[place], identity))
                }
            } catch let problem as Problem {
                plans.append(.failed(problem))
            }
        }
        return plans
    }
}
