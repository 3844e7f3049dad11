import Foundation
import Records
import Synchronization

/// Failures of the system while files are read, noted apart from what a reader makes of them: a reader that looks whether a
/// file is one of its own takes one that cannot be read for another's, and one that goes on without a part of a log would
/// leave it out for good.
public final class ReadFailures: Sendable {
    @TaskLocal private static var current: ReadFailures?

    private let first = Mutex<Problem?>(nil)

    /// Does something that reads files on the thread that calls it.
    ///
    /// - Throws: what `body` throws; the first failure of the system if `body` did not mind.
    public static func collecting<Result>(_ body: () throws -> Result) throws -> Result {
        let failures = ReadFailures()
        let result = try $current.withValue(failures) { try body() }
        if let problem = failures.first.withLock({ $0 }) { throw problem }
        return result
    }

    /// Notes a failure.
    ///
    /// - Parameter code: the system's error number. That a file is not there is an answer and no failure.
    static func note(_ problem: Problem, code: Int32) {
        guard code != ENOENT, code != ENOTDIR else { return }
        note(problem)
    }

    static func note(_ problem: Problem) { current?.first.withLock { $0 = $0 ?? problem } }
}
