/// How many cells of a terminal a text takes, and how it is cut and wrapped by them.
enum DisplayWidth {
    /// The cells of a text without control characters: 2 for wide East Asian characters and emoji, 0 for marks that
    /// stand on others, else 1. Where terminals differ (joined emoji), the larger number.
    static func of(_ text: String) -> Int {
        // Most text is ASCII, where each character takes one cell.
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
        return text.unicodeScalars.reduce(0) { $0 + cells($1) }
    }

    /// The text, or its start and its end with an ellipsis between them, in at most so many cells.
    ///
    /// Names of one family differ at their ends (`-v1`, `-v2`) as often as at their starts, so that the middle is what
    /// can be spared.
    static func cut(_ text: String, to limit: Int) -> String {
        guard of(text) > limit else { return text }
        guard limit > 1 else { return limit == 1 ? "…" : "" }
        let tail = (limit - 1) / 2
        let characters = Array(text)
        return prefix(characters[...], limit - 1 - tail) + "…" + suffix(characters[...], tail)
    }

    /// The text in lines of at most so many cells, broken at spaces; a word that is longer than a line is broken
    /// itself. At least one line.
    ///
    /// - Parameter first: The cells of the first line, where they are others.
    static func wrapped(_ text: String, to limit: Int, first: Int? = nil) -> [String] {
        var lines: [String] = []
        var line = ""
        var width = 0
        func room() -> Int { max(2, lines.isEmpty ? first ?? limit : limit) }
        func end() {
            lines.append(line)
            (line, width) = ("", 0)
        }
        for word in text.split(separator: " ") {
            var rest = Array(word)[...]
            var restWidth = of(String(word))
            if width > 0, width + 1 + restWidth > room() { end() }
            while restWidth > room() {
                let start = prefix(rest, room())
                // A character that is wider than the line must end the loop too.
                let taken = max(1, start.count)
                line = start.isEmpty ? "…" : start
                rest = rest.dropFirst(taken)
                restWidth = of(String(rest))
                end()
            }
            guard !rest.isEmpty else { continue }
            line += (width > 0 ? " " : "") + String(rest)
            width += (width > 0 ? 1 : 0) + restWidth
        }
        if !line.isEmpty || lines.isEmpty { end() }
        return lines
    }

    /// The text with spaces after it, or before it, up to so many cells.
    static func padded(_ text: String, to width: Int, atStart: Bool = false) -> String {
        let spaces = String(repeating: " ", count: max(0, width - of(text)))
        return atStart ? spaces + text : text + spaces
    }

    private static func prefix(_ characters: ArraySlice<Character>, _ limit: Int) -> String {
        var result = ""
        var width = 0
        for character in characters {
            width += of(String(character))
            guard width <= limit else { break }
            result.append(character)
        }
        return result
    }

    private static func suffix(_ characters: ArraySlice<Character>, _ limit: Int) -> String {
        var result: [Character] = []
        var width = 0
        for character in characters.reversed() {
            width += of(String(character))
            guard width <= limit else { break }
            result.append(character)
        }
        return String(result.reversed())
    }

    private static func cells(_ scalar: Unicode.Scalar) -> Int {
        guard scalar.value >= 0x300 else { return 1 }
        // The selector of the emoji form widens the character before it.
        if scalar.value == 0xFE0F { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        // Vowels and finals of conjoining Hangul stand in the cells of their initial.
        if (0x1160...0x11FF).contains(scalar.value) { return 0 }
        return scalar.properties.isEmojiPresentation || wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }

    /// The blocks whose characters are wide or fullwidth by Unicode's annex 11 (East Asian width).
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
        0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60,
        0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F2FF, 0x1F900...0x1F9FF,
        0x20000...0x3FFFD,
    ]
}
