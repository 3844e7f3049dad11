import Foundation
import Readers

/// The files of a log as they stood at one moment, to see whether they are still the same: what is stored under the hash of
/// a log must be what was read.
struct LogFiles: Sendable {
    private let states: [(url: URL, state: FileState?)]
    /// Whether a file was written a moment before: file systems count time in steps of some milliseconds, so that another
    /// change in the same step would leave the same times.
    let areFresh: Bool

    /// What SQLite keeps beside a database that a program has open, or that was killed.
    let writeAheadLogs: [URL]

    private static let freshNanoseconds = 100_000_000

    init(_ log: Log) {
        writeAheadLogs = log.parts.map { URL(fileURLWithPath: $0.url.path + "-wal") }
            .filter { (FileState($0)?.bytes ?? 0) > 0 }
        states = (log.parts.map(\.url) + log.sidecars + writeAheadLogs).map { ($0, FileState($0)) }
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        let moment = FileState.nanoseconds(now)
        areFresh = states.contains { _, state in
            state.map { abs($0.changed - moment) < Self.freshNanoseconds } ?? false
        }
    }

    /// The first file that is no longer what it was, or nil.
    var firstChanged: URL? { states.first { $0.state != FileState($0.url) }?.url }
}
