/// Text made safe to print on a terminal or into the log of a CI run.
public enum TerminalText {
    /// Text from a log made safe to print: control characters and bidirectional overrides become visible, and no line is a
    /// command of a runner of CI. Line feeds and tabs stand.
    public static func safe(_ text: String) -> String {
        let shown = shown(text)
        guard shown.contains("##") || shown.contains("::") else { return shown }
        return shown.split(separator: "\n", omittingEmptySubsequences: false).map(inert).joined(separator: "\n")
    }

    private static func shown(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var safe = ""
        for scalar in text.unicodeScalars {
            if isUnsafe(scalar) {
                safe += "\\u{" + String(scalar.value, radix: 16) + "}"
            } else {
                safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }

    /// JSON made safe to print: the same document, with the characters that `safe` shows, and those that begin a command of
    /// a runner of CI, escaped as JSON has it.
    public static func safeJSON(_ json: String) -> String {
        let json = json.replacing("##", with: "#\\u0023")
        guard json.unicodeScalars.contains(where: isUnsafe) else { return json }
        var safe = ""
        for scalar in json.unicodeScalars {
            guard isUnsafe(scalar) else {
                safe.unicodeScalars.append(scalar)
                continue
            }
            let digits = String(scalar.value, radix: 16)
            safe += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
        return safe
    }

    /// A name or a model's text on one line of a terminal: made visible as `VisibleText` has it, with at most three
    /// marks on one character, so that a pile of marks does not cover other lines. Text that runs from right to left is
    /// ended by a mark (U+200E), so that it does not take the numbers after it along.
    static func line(_ text: String) -> String {
        var result = ""
        var marks = 0
        var turns = false
        for scalar in VisibleText.of(text).unicodeScalars {
            let category = scalar.properties.generalCategory
            marks = category == .nonspacingMark || category == .enclosingMark ? marks + 1 : 0
            guard marks <= 3 else { continue }
            turns = turns || rightToLeft.contains { $0.contains(scalar.value) }
            result.unicodeScalars.append(scalar)
        }
        return turns ? result + "\u{200E}" : result
    }

    /// Lines that no runner of CI takes for commands, each with a line feed.
    static func inert(_ lines: [String]) -> String { lines.map { inert($0[...]) + "\n" }.joined() }

    /// A line that no runner of CI takes for a command: neither `::name::` at its start, as GitHub has it, nor `##[name]`
    /// and `##vso[` anywhere, as GitHub and Azure have it. The characters that stand in their place look alike.
    private static func inert(_ line: Substring) -> String {
        let start = line.prefix { $0 == " " || $0 == "\t" }
        let rest = line.dropFirst(start.count)
        let text = rest.hasPrefix("::") ? start + "∷" + rest.dropFirst(2) : line
        return String(text).replacing("##", with: "#♯")
    }

    /// Whether a character can steer a terminal or turn the text around it; line feeds and tabs may stand.
    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A, 0x09: false
        case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// The blocks of scripts that run from right to left.
    private static let rightToLeft: [ClosedRange<UInt32>] = [
        0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF,
    ]
}
