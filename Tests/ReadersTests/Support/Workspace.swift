import Foundation
import Records

@testable import Readers

/// A folder for the files of one test, removed with it.
final class Workspace {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("acuity-readers-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    @discardableResult
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        let url = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
        return url.path
    }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

    /// Finds the only log at a path and reads it.
    func read(_ path: String, runner: String = "auto") throws -> CollectingSink {
        let listing = LogFinder().find([LogRequest(path: path, runner: runner)])
        if let problem = listing.problems.first { throw problem }
        let sink = CollectingSink()
        for log in listing.logs { try log.reader.read(log, into: sink) }
        return sink
    }
}

/// The logs that lie beside the repository, if they do.
enum SharedLogs {
    /// The folder, or nil if it is absent.
    static let folder: URL? = {
        // Four steps from this file to the package, one more to what lies beside it.
        let package = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
        let folder = package.appendingPathComponent("../shared/logs").standardizedFileURL
        return FileManager.default.fileExists(atPath: folder.appendingPathComponent("EXPECTED.tsv").path) ? folder : nil
    }()

    /// The rows of EXPECTED.tsv by column name.
    static func expectations() throws -> [[String: String]] {
        guard let folder else { return [] }
        let text = try String(contentsOf: folder.appendingPathComponent("EXPECTED.tsv"), encoding: .utf8)
        let rows = text.split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(rows[0], $0)) }
    }
}
