import Foundation
import Readers
import Records
import Store

/// Everything that decides what ingest makes of a log.
struct LogIdentity: Sendable {
    let bytes: Int
    let sha256: String
    let fingerprint: String
    private let files: LogFiles

    /// The hash of a log of several files: that of their names and hashes as `sha256sum` prints them.
    private static func joint(_ parts: [LogPart], _ hashes: [String]) -> String {
        let digest = Digest()
        for (part, hash) in zip(parts, hashes) { digest.update("\(hash)  \(part.url.lastPathComponent)\n") }
        return digest.finish()
    }

    init(_ log: Log, version: String, names: String) throws {
        files = LogFiles(log)
        let parts = try log.parts.map { try Self.digest($0.url, of: log) }
        bytes = parts.reduce(0) { $0 + $1.bytes }
        sha256 = parts.count == 1 ? parts[0].sha256 : Self.joint(log.parts, parts.map(\.sha256))
        let digest = Digest()
        digest.update("\(version)\n\(log.reader.runner.id)\n\(sha256)\n")
        for sidecar in log.sidecars + files.writeAheadLogs {
            digest.update("\(try Self.digest(sidecar, of: log).sha256)\n")
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        // What the user says of the log and its fields, as a text that is the same for the same sayings.
        digest.update(String(decoding: (try? encoder.encode(log.facts)) ?? Data(), as: UTF8.self))
        digest.update(String(decoding: (try? encoder.encode(log.mapping)) ?? Data(), as: UTF8.self))
        // A log without a model in its rows takes it from its name: the same bytes elsewhere are another run.
        digest.update(log.url.deletingLastPathComponent().lastPathComponent + "/" + log.url.lastPathComponent + "\n")
        digest.update(names)
        fingerprint = digest.finish()
    }

    private static func digest(_ file: URL, of log: Log) throws -> (sha256: String, bytes: Int) {
        do {
            return try Digest.ofFile(file)
        } catch {
            throw Problem(
                kind: "unreadable-file", severity: .error, file: log.shownPath(of: file),
                expected: "a file that can be read", found: error.localizedDescription,
                remedy: "Check that it exists and that you may read it.")
        }
    }

    /// What a person must know of the log before its content.
    func problems(of log: Log) -> [Problem] {
        files.writeAheadLogs.map { file in
            Problem(
                kind: "open-database", severity: .warning, file: log.path,
                expected: "a database that its program has closed", found: "\(file.lastPathComponent) beside it",
                remedy:
                    "What that file holds was read too, but the log's SHA-256 is that of the database alone. Wait until "
                    + "the program has ended, and run Acuity again.")
        }
    }

    /// Checks that a log that was read meanwhile is the one of which this is the identity.
    ///
    /// - Throws: `Problem` `changed-log`.
    func check(_ log: Log) throws {
        var changed = files.firstChanged
        if changed == nil, files.areFresh {
            let parts = try log.parts.map { try Self.digest($0.url, of: log).sha256 }
            if (parts.count == 1 ? parts[0] : Self.joint(log.parts, parts)) != sha256 { changed = log.url }
        }
        guard let changed else { return }
        throw Problem(
            kind: "changed-log", severity: .error, file: log.shownPath(of: changed),
            expected: "a file that stays as it is while it is read", found: "one that was changed meanwhile",
            remedy: "Wait until its runner has ended, and run Acuity again.")
    }

    /// The log as the store knows it before it is read.
    func source(of log: Log) -> StoredSource {
        StoredSource(
            path: log.path, bytes: bytes, sha256: sha256, fingerprint: fingerprint, runner: log.reader.runner.id)
    }
}
