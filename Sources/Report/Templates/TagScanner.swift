/// Finds the tags of a template that ask for a name: `{{name}}`, `{{{name}}}`, `{{&name}}`, and sections' ends and openings.
///
/// By hand, since a regular expression over all templates takes longer than filling them.
struct TagScanner {
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1

    /// The names with their lines from 1; `.`, comments and partials are none.
    static func tags(_ bytes: [UInt8]) -> [(name: String, line: Int)] {
        var scanner = TagScanner(bytes: bytes)
        var tags: [(String, Int)] = []
        while scanner.position < bytes.count {
            if let name = scanner.tag() {
                if name != "." { tags.append((name, scanner.line)) }
            } else {
                if bytes[scanner.position] == UInt8(ascii: "\n") { scanner.line += 1 }
                scanner.position += 1
            }
        }
        return tags
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// The name of the tag that begins here, which is passed over; nil if there is none.
    private mutating func tag() -> String? {
        let start = position
        guard take("{"), take("{") else {
            position = start
            return nil
        }
        _ = take("{")
        takeSpaces()
        _ = take("#") || take("^") || take("/") || take("&")
        takeSpaces()
        let first = position
        while position < bytes.count, !Self.isSpace(bytes[position]), !Self.signs.contains(bytes[position]) {
            position += 1
        }
        let name = bytes[first..<position]
        takeSpaces()
        let isClosed = take("}") && take("}")
        guard isClosed, !name.isEmpty else {
            position = start
            return nil
        }
        _ = take("}")
        return String(decoding: name, as: UTF8.self)
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: sign) else { return false }
        position += 1
        return true
    }

    /// A tag stands on one line.
    private mutating func takeSpaces() {
        while position < bytes.count, Self.isSpace(bytes[position]), bytes[position] != UInt8(ascii: "\n") {
            position += 1
        }
    }

    private static let signs = Array("{}!>=#^/&".utf8)

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
