/// The order in which folders are walked: folder by folder, by the bytes of names.
public enum WalkOrder {
    /// Whether a walk meets one path before another.
    public static func precedes(_ path: String, _ other: String) -> Bool {
        names(path).lexicographicallyPrecedes(names(other)) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func names(_ path: String) -> [Substring] {
        path.split(separator: "/", omittingEmptySubsequences: false)
    }
}
