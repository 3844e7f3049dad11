/// What templates may demand of the engine, which calls itself for every section within a section and never forgets a text.
enum TemplateLimits {
    /// How long a template may be with its partials in place, in bytes.
    static let length = 1 << 20
    /// How deep sections may lie within each other.
    static let depth = 64

    /// - Throws: `TemplateProblem` if sections are nested too deeply or a tag gives tags other braces.
    static func check(_ source: String, file: String) throws(TemplateProblem) {
        var depth = 0
        var line = 1
        var rest = Array(source.utf8)[...]
        while let brace = rest.firstIndex(of: UInt8(ascii: "{")) {
            line += rest[..<brace].count { $0 == 0x0A }
            rest = rest[(brace + 1)...]
            guard rest.first == UInt8(ascii: "{") else { continue }
            rest = rest.dropFirst().drop { $0 == 0x20 || $0 == 0x09 }
            switch rest.first {
            case UInt8(ascii: "#"), UInt8(ascii: "^"): depth += 1
            case UInt8(ascii: "/"): depth -= 1
            case UInt8(ascii: "="):
                throw TemplateProblem(
                    file: file, line: line, expected: "tags in double braces", found: "a tag that sets other ones",
                    remedy: "Write all tags in double braces and take this one out.")
            default: break
            }
            guard depth <= Self.depth else {
                throw TemplateProblem(
                    file: file, line: line, expected: "at most \(Self.depth) sections within each other", found: "more",
                    remedy: "Close every `{{#name}}` with `{{/name}}`, or take some apart.")
            }
        }
    }

    static func tooLong(file: String) -> TemplateProblem {
        TemplateProblem(
            file: file, expected: "at most \(length) bytes with all partials in place", found: "more",
            remedy: "Let partials include fewer others.")
    }
}
