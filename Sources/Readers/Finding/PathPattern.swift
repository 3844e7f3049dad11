import Foundation

/// Files by a pattern with `*`, `?`, `[...]` and `**`, whatever they hold.
public enum PathPattern {
    /// The files that match, in the order of a walk; none if the text is no pattern.
    public static func files(matching text: String) -> [String] {
        guard GlobPattern.isPattern(text) else { return [] }
        let pattern = GlobPattern(text)
        return FileWalk(pattern.root).files.filter { pattern.matches($0.relativePath) }.map(\.path)
    }
}
