import Records
import Store

/// What a summary says beside the contents of its logs; written as JSON.
struct SummaryIndex: Codable, Equatable, Sendable {
    /// A log.
    struct Entry: Codable, Equatable, Sendable {
        var place: LogPlace
        /// The log's identity; nil where its bytes could not be read.
        var source: Source?
        /// Why the log could not be read.
        var problem: Problem?
        /// The numbers of the content's parts, the record first. Empty for a log that failed, and for a copy of a log
        /// that stands before it.
        var parts: [Int] = []

        /// Whether it is a copy of a log that stands before it, of which nothing but the identity is known.
        var isUnread: Bool { source != nil && problem == nil && parts.isEmpty }
    }

    /// The identity of a log as the store keeps it.
    struct Source: Codable, Equatable, Sendable {
        var bytes: Int
        var sha256: String
        var fingerprint: String
        var runner: String
    }

    /// What could not be looked at while logs were looked for.
    struct Noted: Codable, Hashable, Sendable {
        var request: Int
        var problem: Problem
    }

    /// What ingest makes of the same bytes has changed if this has.
    var ingest: String
    /// The hash of everything that decides what names become.
    var names: String
    /// Whether the texts of items and predictions are kept.
    var hasTexts: Bool
    var noted: [Noted] = []
    /// By place.
    var entries: [Entry] = []
    /// The logs that were found and left to other summaries, by place.
    var left: [LogPlace] = []
    /// The lengths of the parts, which follow one another in the file.
    var parts: [Int] = []
}
