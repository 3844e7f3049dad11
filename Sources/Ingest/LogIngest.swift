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
    private let names: StudyNames
    private let threads: Int

    /// Raised whenever ingest makes something else of the same bytes, so that stores are filled anew.
    private static let version = "8"

    /// - Parameters:
    ///   - threads: how many threads to use; the store does not depend on it.
    ///   - onModel: told of each model's identifier and of what a log calls it, whenever a run begins.
    public init(
        store: Store, study: Study, threads: Int = ProcessInfo.processInfo.activeProcessorCount,
        onModel: ((_ id: String, _ name: String) -> Void)? = nil
    ) {
        self.store = store
        self.threads = threads
        names = StudyNames(resolver: NameResolver(study: study), onModel: onModel)
    }

    /// Reads the logs and writes them, in order.
    ///
    /// - Parameter progress: told after each log how many are done, of how many.
    /// - Throws: `StoreError`; a log that cannot be read is no error here but stands in the summary.
    public func ingest(_ logs: [Log], progress: (Int, Int) -> Void = { _, _ in }) throws -> Summary {
        var summary = Summary()
        let indices = BenchmarkIndexCache()
        var originals: [String: String] = [:]
        for (index, log) in logs.enumerated() {
            do {
                let identity = try LogIdentity(log, version: Self.version, names: names.resolver.fingerprint)
                if let original = originals[identity.fingerprint] {
                    summary.copies.append((log.path, original))
                } else {
                    originals[identity.fingerprint] = log.path
                    try ingest(log, identity: identity, indices: indices, summary: &summary)
                }
            } catch let problem as Problem {
                indices.clear()
                summary.failed.append(problem)
            }
            progress(index + 1, logs.count)
        }
        return summary
    }

    private func ingest(
        _ log: Log, identity: LogIdentity, indices: BenchmarkIndexCache, summary: inout Summary
    ) throws {
        let known = try store.source(path: log.path)
        if let known, known.fingerprint == identity.fingerprint {
            summary.unchanged.append(log.path)
            return
        }
        try store.transaction {
            if let known { try store.remove(source: known.id) }
            let source = try store.insert(
                StoredSource(
                    path: log.path, bytes: identity.bytes, sha256: identity.sha256,
                    fingerprint: identity.fingerprint, runner: log.reader.runner.id))
            let collector = LogCollector(
                store: store, source: source, file: log.path, names: names, indices: indices)
            try read(log, into: collector)
            guard !collector.finished.isEmpty else {
                throw Problem.noRun(file: log.path, runner: log.reader.runner.name)
            }
            try store.update(source: source, runnerVersion: collector.runnerVersion, problems: collector.problems)
        }
        summary.written.append(log.path)
    }
}

extension LogIngest {
    /// From this size on a log, packed or not, is worth a thread of its own.
    private static let worthAThread = 1 << 16

    /// Reads and scores beside the thread that writes, where there are processors for both.
    private func read(_ log: Log, into collector: LogCollector) throws {
        let resolver = names.resolver
        let scorer: @Sendable (String) -> AnswerScorer = { resolver.scorer(id: resolver.benchmarkID($0)) }
        let bytes = log.parts.reduce(0) { sum, part in
            sum + ((try? part.url.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0)
        }
        guard threads > 1, bytes >= Self.worthAThread else {
            return try log.read(into: ScoringSink(scorer: scorer) { try collector.take($0) })
        }
        try RecordPipe.run(scorer: scorer, into: collector) { try log.read(into: $0) }
    }
}

/// Everything that decides what ingest makes of a log.
struct LogIdentity {
    let bytes: Int
    let sha256: String
    let fingerprint: String

    /// The hash of a log of several files: that of their names and hashes as `sha256sum` prints them.
    private static func joint(_ parts: [LogPart], _ hashes: [String]) -> String {
        let digest = Digest()
        for (part, hash) in zip(parts, hashes) { digest.update("\(hash)  \(part.url.lastPathComponent)\n") }
        return digest.finish()
    }

    init(_ log: Log, version: String, names: String) throws {
        do {
            let parts = try log.parts.map { try Digest.ofFile($0.url) }
            bytes = parts.reduce(0) { $0 + $1.bytes }
            sha256 = parts.count == 1 ? parts[0].sha256 : Self.joint(log.parts, parts.map(\.sha256))
            let digest = Digest()
            digest.update("\(version)\n\(log.reader.runner.id)\n\(sha256)\n")
            for sidecar in log.sidecars { digest.update("\(try Digest.ofFile(sidecar).sha256)\n") }
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            // What the user says of the log and its fields, as a text that is the same for the same sayings.
            digest.update(String(decoding: (try? encoder.encode(log.facts)) ?? Data(), as: UTF8.self))
            digest.update(String(decoding: (try? encoder.encode(log.mapping)) ?? Data(), as: UTF8.self))
            // A log without a model in its rows takes it from its name: the same bytes elsewhere are another run.
            digest.update(
                log.url.deletingLastPathComponent().lastPathComponent + "/" + log.url.lastPathComponent + "\n")
            digest.update(names)
            fingerprint = digest.finish()
        } catch let error as CocoaError {
            throw Problem(
                kind: "unreadable-file", severity: .error, file: log.path, expected: "a file that can be read",
                found: error.localizedDescription, remedy: "Check that it exists and that you may read it.")
        }
    }
}

/// The study's names for ingest.
struct StudyNames: NameTable {
    let resolver: NameResolver
    var onModel: ((_ id: String, _ name: String) -> Void)?

    func model(_ name: String) -> String {
        let id = resolver.modelID(name)
        onModel?(id, name)
        return id
    }

    func benchmark(_ name: String) -> String { resolver.benchmarkID(name) }
}

extension NameResolver {
    /// How the answers of a benchmark are scored, as the study or the catalogue says.
    public func scorer(id: String) -> AnswerScorer {
        let entry = benchmark(id: id)
        return AnswerScorer(
            measure: entry.measure ?? .match, tolerance: entry.tolerance ?? AnswerScorer.defaultTolerance)
    }
}
