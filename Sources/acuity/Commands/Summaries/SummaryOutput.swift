import Foundation

/// Where a summary goes: a file, or `-` for standard output.
enum SummaryOutput {
    /// - Parameter write: writes the summary to a file.
    static func write<Result>(_ path: String, _ write: (URL) throws -> Result) throws -> Result {
        guard path == "-" else {
            let url = URL(fileURLWithPath: path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            return try write(url)
        }
        let url = FileManager.default.temporaryDirectory.appending(
            path: "acuity-\(UUID().uuidString)\(SummaryPaths.ending)")
        defer { try? FileManager.default.removeItem(at: url) }
        let result = try write(url)
        // A reader that has gone away has no whole summary, so that this must not look like one.
        try FileHandle.standardOutput.write(contentsOf: Data(contentsOf: url))
        return result
    }

    /// How it is called in messages.
    static func name(_ path: String) -> String { path == "-" ? "standard output" : path }
}
