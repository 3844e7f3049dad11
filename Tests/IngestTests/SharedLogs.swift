import Foundation

/// The logs of public projects that lie beside the repository, if they do.
enum SharedLogs {
    /// The folder, or nil if it is absent.
    static let folder: URL? = {
        // Three steps from this file to the package, one more to what lies beside it.
        let package = (0..<3).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }
        let folder = package.appending(path: "../shared/logs").standardizedFileURL
        return FileManager.default.fileExists(atPath: folder.appending(path: "EXPECTED.tsv").path) ? folder : nil
    }()

    /// The rows of a table there, by column name.
    static func table(_ name: String) throws -> [[String: String]] {
        guard let folder else { return [] }
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        let rows = text.split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        return rows.dropFirst().map { row in
            Dictionary(zip(rows[0], row)) { first, _ in first }
        }
    }
}
