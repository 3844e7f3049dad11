import Foundation

/// Names that stand in for those that a log lacks.
enum PromptfooNames {
    private static let plainNames: Set<String> = ["results", "output", "out", "eval", "promptfoo", "latest", "export"]

    /// The file's name, or its folder's if the file is named after what it holds.
    static func benchmark(of log: Log) -> String {
        var stem = LogProbe.innerName(log.url.lastPathComponent)
        if let dot = stem.lastIndex(of: "."), dot != stem.startIndex { stem = String(stem[..<dot]) }
        var folder = log.url.deletingLastPathComponent()
        guard plainNames.contains(stem.lowercased()) else { return stem }
        if plainNames.contains(folder.lastPathComponent.lowercased()) { folder = folder.deletingLastPathComponent() }
        return folder.lastPathComponent
    }
}
