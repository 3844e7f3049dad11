import Foundation
import Readers
import Records

/// The logs that one summary takes, of those that were found.
public struct LogShare: Sendable {
    /// By place.
    let logs: [Log]
    /// The logs that are left to other summaries, by place.
    let left: [LogPlace]
    let noted: [SummaryIndex.Noted]

    /// How many logs there are.
    public var count: Int { logs.count }
    /// What could not be looked at.
    public var problems: [Problem] { noted.map(\.problem) }

    /// - Parameters:
    ///   - listing: all logs that were found.
    ///   - shard: which share is taken, from 1, of how many: each takes every `count`-th log.
    ///   - isOrdered: whether the number of a request is the same for whoever reads a part of the logs; where it is not,
    ///     logs are ordered by path alone.
    public init(_ listing: LogListing, shard: (number: Int, count: Int)? = nil, isOrdered: Bool = true) {
        let logs = listing.logs.map { log in
            var log = log
            if !isOrdered { log.request = 0 }
            return log
        }.sorted { $0.place < $1.place }
        func isTaken(_ place: Int) -> Bool { shard.map { place % $0.count == $0.number - 1 } ?? true }
        self.logs = logs.indices.filter(isTaken).map { logs[$0] }
        left = logs.indices.filter { !isTaken($0) }.map { logs[$0].place }
        noted = zip(listing.problems, listing.problemRequests).map {
            SummaryIndex.Noted(request: isOrdered ? $1 : 0, problem: $0)
        }
    }
}

extension Log {
    var place: LogPlace { LogPlace(request: request, path: path) }
}
