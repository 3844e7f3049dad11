/// A path pattern: `*` and `?` within a name, `[abc]` and `[!a-z]` sets, `**` for any number of folders.
struct GlobPattern {
    /// The folder before the first wildcard, as written.
    let root: String
    private let components: [String]

    /// Whether a path has wildcards.
    static func isPattern(_ path: String) -> Bool { path.contains { "*?[".contains($0) } }

    init(_ pattern: String) {
        let parts = pattern.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        let fixed = parts.prefix { !Self.isPattern($0) }
        let start = pattern.hasPrefix("/") ? "/" : ""
        root = fixed.isEmpty ? (start.isEmpty ? "." : start) : start + fixed.joined(separator: "/")
        components = Array(parts.dropFirst(fixed.count))
    }

    /// Whether the part of a path below the root matches.
    func matches(_ relativePath: String) -> Bool {
        let names = relativePath.split(separator: "/").map(String.init)
        return Self.matches(components[...], names[...])
    }

    private static func matches(_ patterns: ArraySlice<String>, _ names: ArraySlice<String>) -> Bool {
        guard let pattern = patterns.first else { return names.isEmpty }
        if pattern == "**" {
            // A pattern that ends in `**` means every file below.
            if patterns.count == 1 { return !names.isEmpty }
            return (0...names.count).contains { matches(patterns.dropFirst(), names.dropFirst($0)) }
        }
        guard let name = names.first, matchesName(Array(pattern.unicodeScalars)[...], Array(name.unicodeScalars)[...])
        else { return false }
        return matches(patterns.dropFirst(), names.dropFirst())
    }

    private static func matchesName(_ pattern: ArraySlice<Unicode.Scalar>, _ name: ArraySlice<Unicode.Scalar>) -> Bool {
        // The last star is the only place to go back to, so the time is bounded by the product of the lengths.
        var (position, at) = (pattern.startIndex, name.startIndex)
        var retry: (pattern: Int, name: Int)?
        while at < name.endIndex {
            if position < pattern.endIndex, pattern[position] == "*" {
                retry = (position + 1, at)
                position += 1
            } else if position < pattern.endIndex, let next = step(pattern, position, name[at]) {
                position = next
                at += 1
            } else if let (afterStar, from) = retry {
                position = afterStar
                at = from + 1
                retry = (afterStar, at)
            } else {
                return false
            }
        }
        return pattern[position...].allSatisfy { $0 == "*" }
    }

    /// The position after the pattern's next sign if it matches the character.
    private static func step(
        _ pattern: ArraySlice<Unicode.Scalar>, _ position: Int, _ character: Unicode.Scalar
    ) -> Int? {
        switch pattern[position] {
        case "?": return position + 1
        case "[":
            guard let close = pattern[(position + 1)...].dropFirst().firstIndex(of: "]") else {
                return character == "[" ? position + 1 : nil
            }
            var set = pattern[(position + 1)..<close]
            let isNegated = set.first == "!" || set.first == "^"
            if isNegated { set = set.dropFirst() }
            var isMember = false
            var index = set.startIndex
            while index < set.endIndex {
                if index + 2 < set.endIndex, set[index + 1] == "-" {
                    isMember =
                        isMember
                        || (set[index].value...max(set[index].value, set[index + 2].value)).contains(character.value)
                    index += 3
                } else {
                    isMember = isMember || set[index] == character
                    index += 1
                }
            }
            return isMember != isNegated ? close + 1 : nil
        default: return pattern[position] == character ? position + 1 : nil
        }
    }
}
