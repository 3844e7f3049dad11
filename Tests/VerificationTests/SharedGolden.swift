import Foundation

/// The golden file beside the repository, if this machine has it.
enum SharedGolden {
    static let file: URL = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "../shared/golden/statistics.json").standardizedFileURL

    static var isPresent: Bool { FileManager.default.fileExists(atPath: file.path) }
}
