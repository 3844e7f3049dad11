import Foundation
import Readers
import Records
import Store
import Study

/// Summaries joined: the same whatever their order, and whoever read which log.
public struct SummaryMerge: Sendable {
    /// A log with the summary that holds it.
    private struct Merged: Sendable {
        var entry: SummaryIndex.Entry
        var file: SummaryFile
        /// The path of a log with the same bytes that stands before it.
        var original: String?
    }

    private let index: SummaryIndex
    private let first: String
    /// By place.
    private let logs: [Merged]

    /// How many logs there are.
    public var count: Int { logs.count }
    /// What could not be looked at while logs were looked for.
    public var problems: [Problem] { index.noted.map(\.problem) }
    /// The paths of logs that were found and left to summaries that are not here.
    public var lacking: [String] { index.left.map(\.path) }

    /// - Throws: `Problem` if a summary cannot be used, or if two contradict each other.
    public init(_ paths: [String]) throws {
        var index: SummaryIndex?
        var first: SummaryFile?
        var merged: [String: Merged] = [:]
        for path in paths {
            let file = try SummaryFile(path: path)
            guard file.index.ingest == LogIngest.version else {
                throw Problem.otherIngest(file: path, found: file.index.ingest, expected: LogIngest.version)
            }
            if let index, let first {
                guard file.index.names == index.names else { throw Problem.otherNames(file: path) }
                guard file.index.hasTexts == index.hasTexts else {
                    throw Problem.otherTexts(file: path, other: first.path)
                }
            }
            index =
                index ?? SummaryIndex(ingest: file.index.ingest, names: file.index.names, hasTexts: file.index.hasTexts)
            first = first ?? file
            index?.noted += file.index.noted
            index?.left += file.index.left
            for entry in file.index.entries { try Self.add(entry, of: file, to: &merged) }
        }
        guard var index, let first else { preconditionFailure("there is a summary to merge") }
        index.noted = Set(index.noted).sorted {
            ($0.place, $0.problem.description) < ($1.place, $1.problem.description)
        }
        index.left = Set(index.left).filter { merged[$0.path] == nil }.sorted()
        self.index = index
        self.first = first.path
        logs = try Self.ordered(merged)
    }

    private static func add(_ entry: SummaryIndex.Entry, of file: SummaryFile, to merged: inout [String: Merged]) throws
    {
        guard let known = merged[entry.place.path] else {
            merged[entry.place.path] = Merged(entry: entry, file: file)
            return
        }
        // What is a copy in one summary, and so was not read, may have been read for another.
        let isSame =
            try known.entry.isUnread || entry.isUnread
            || (known.entry.problem == entry.problem
                && contents(known.entry, of: known.file) == contents(entry, of: file))
        guard known.entry.place == entry.place, known.entry.source == entry.source, isSame else {
            throw Problem.contradiction(log: entry.place.path, in: file.path, and: known.file.path)
        }
        if known.entry.isUnread { merged[entry.place.path] = Merged(entry: entry, file: file) }
    }

    /// Unpacked, because other versions of a library may pack the same bytes in other ways.
    private static func contents(_ entry: SummaryIndex.Entry, of file: SummaryFile) throws -> [[UInt8]?] {
        try file.parts(of: entry).map(PartCode.decode)
    }

    private static func ordered(_ merged: [String: Merged]) throws -> [Merged] {
        var originals: [String: String] = [:]
        return try merged.values.sorted { $0.entry.place < $1.entry.place }.map { log in
            guard let source = log.entry.source else { return log }
            var log = log
            if let original = originals[source.fingerprint] {
                log.original = original
                log.entry.problem = nil
                log.entry.parts = []
            } else {
                originals[source.fingerprint] = log.entry.place.path
                guard !log.entry.isUnread else {
                    throw Problem.damagedSummary(
                        file: log.file.path, what: "neither a content nor a problem of \(log.entry.place.path)")
                }
            }
            return log
        }
    }

    /// Writes all as one summary, whole or not at all.
    public func write(to url: URL) throws {
        let writer = try SummaryWriter(to: url, index: index)
        for log in logs { try writer.add(log.entry, parts: log.file.parts(of: log.entry)) }
        try writer.finish()
    }

    /// Writes the logs to a store that has none, as `LogIngest` would if it read them.
    ///
    /// - Parameters:
    ///   - store: a store without logs.
    ///   - study: the study with whose names the summaries were made.
    ///   - threads: how many threads to use; the store does not depend on it.
    ///   - progress: told after each log how many are done, of how many.
    /// - Throws: `StoreError`; `Problem` if a summary is damaged or was made with the names of another study.
    public func write(
        to store: Store, study: Study, threads: Int, progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> LogIngest.Summary {
        guard index.names == NameResolver(study: study).fingerprintDigest else { throw Problem.otherNames(file: first) }
        var summary = LogIngest.Summary()
        let writer = LogWriter(store: store)
        // What is packed takes a small part of the room of what is not.
        let sizes = logs.map { 16 * $0.file.size(of: $0.entry) }
        try OrderedWork.run(
            sizes: sizes, threads: threads, mostAhead: LogIngest.mostAhead,
            work: { [logs] place -> Result<ReadLog, any Error>? in
                let log = logs[place]
                return log.entry.parts.isEmpty ? nil : Result { try log.file.content(of: log.entry) }
            }
        ) { place, result in
            let entry = logs[place].entry
            if let original = logs[place].original {
                summary.copies.append((entry.place.path, original))
            } else if let problem = entry.problem {
                summary.failed.append(problem)
            } else if let content = try result?.get(), let source = entry.source {
                try writer.write(content, as: stored(source, path: entry.place.path))
                summary.written.append(entry.place.path)
            }
            progress(place + 1, logs.count)
        }
        if !index.hasTexts { try store.removeItemTexts() }
        return summary
    }

    private func stored(_ source: SummaryIndex.Source, path: String) -> StoredSource {
        StoredSource(
            path: path, bytes: source.bytes, sha256: source.sha256,
            // A store that lacks the texts is not what ingest makes of the log: a later build reads it anew.
            fingerprint: index.hasTexts ? source.fingerprint : "summary of \(source.fingerprint)", runner: source.runner
        )
    }
}

extension SummaryIndex.Noted {
    fileprivate var place: LogPlace { LogPlace(request: request, path: problem.file) }
}
