import Foundation
import Readers
import Records
import Store

/// Everything that decides what ingest makes of a log.
struct LogIdentity: Sendable {
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

    /// The log as the store knows it before it is read.
    func source(of log: Log) -> StoredSource {
        StoredSource(
            path: log.path, bytes: bytes, sha256: sha256, fingerprint: fingerprint, runner: log.reader.runner.id)
    }
}
