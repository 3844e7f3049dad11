import Readers

/// Where a log stands among the logs of a study, whoever reads it: logs are written in this order on one machine.
struct LogPlace: Codable, Hashable, Sendable {
    /// The number of the study's entry, or of the argument, that found it.
    var request: Int
    /// The path shown to people.
    var path: String
}

extension LogPlace: Comparable {
    static func < (left: Self, right: Self) -> Bool {
        left.request == right.request
            ? WalkOrder.precedes(left.path, right.path) : left.request < right.request
    }
}
