/// A list that was written as text, `['a', 'b']` or `["a", "b"]`, as Python prints it.
enum ListText {
    /// The parts of the list; anything else is one text.
    static func parts(_ text: String) -> [String] {
        guard text.hasPrefix("["), text.hasSuffix("]"), text.count > 2 else { return [text] }
        var parts: [String] = []
        var part = ""
        var quote: Character?
        var wasQuoted = false
        for character in text.dropFirst().dropLast() {
            if let open = quote {
                if character == open { quote = nil } else { part.append(character) }
            } else if character == "'" || character == "\"", part.allSatisfy(\.isWhitespace) {
                quote = character
                part = ""
                wasQuoted = true
            } else if character == "," {
                parts.append(wasQuoted ? part : trimmed(part))
                part = ""
                wasQuoted = false
            } else if !wasQuoted {
                part.append(character)
            }
        }
        guard quote == nil else { return [text] }
        parts.append(wasQuoted ? part : trimmed(part))
        return parts
    }

    private static func trimmed(_ text: String) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
