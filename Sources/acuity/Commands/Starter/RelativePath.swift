import Foundation

/// Paths as a study file has them: from its own folder on.
enum RelativePath {
    /// - Parameters:
    ///   - path: from the current folder on, or absolute; may be a pattern.
    ///   - folder: the folder of the study file, in the same way.
    /// - Returns: an absolute path stays one, as its user wrote it.
    static func of(_ path: String, from folder: String, current: String) -> String {
        guard !path.hasPrefix("/") else { return path }
        let target = components(path, current)
        let base = components(folder, current)
        let shared = zip(target, base).prefix { $0 == $1 }.count
        let parts = Array(repeating: "..", count: base.count - shared) + target[shared...]
        return parts.isEmpty ? "." : parts.joined(separator: "/")
    }

    private static func components(_ path: String, _ current: String) -> [Substring] {
        let whole = path.hasPrefix("/") ? path : current + "/" + path
        return whole.split(separator: "/").reduce(into: []) { parts, part in
            switch part {
            case ".": break
            case "..": _ = parts.popLast()
            default: parts.append(part)
            }
        }
    }
}
