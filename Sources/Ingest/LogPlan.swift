import Readers
import Records

/// What is to be done with a log.
enum LogPlan: Sendable {
    case read(Log, LogIdentity)
    /// It was read before, with the same bytes and in the same way.
    case unchanged(Log)
    /// It has the same bytes as a log that stands before it.
    case copy(Log, LogIdentity, original: String)
    case failed(Log, Problem)

    var log: Log {
        switch self {
        case .read(let log, _), .unchanged(let log), .copy(let log, _, _), .failed(let log, _): log
        }
    }

    /// What is to be done with each of some logs.
    ///
    /// - Parameters:
    ///   - known: the fingerprints of the logs that were read before, by path.
    ///   - names: the fingerprint of the study's names.
    static func plans(for logs: [Log], known: [String: String] = [:], names: String, threads: Int) throws -> [LogPlan] {
        var originals: [String: String] = [:]
        var plans: [LogPlan] = []
        try OrderedWork.run(
            sizes: logs.map { _ in 1 }, threads: threads, mostAhead: 64 * threads,
            work: { place in Result { try LogIdentity(logs[place], version: LogIngest.version, names: names) } }
        ) { place, result in
            let log = logs[place]
            do {
                let identity = try result.get()
                if let original = originals[identity.fingerprint] {
                    plans.append(.copy(log, identity, original: original))
                } else {
                    originals[identity.fingerprint] = log.path
                    plans.append(known[log.path] == identity.fingerprint ? .unchanged(log) : .read(log, identity))
                }
            } catch let problem as Problem {
                plans.append(.failed(log, problem))
            }
        }
        return plans
    }
}
