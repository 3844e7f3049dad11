/// Text made safe to print on a terminal or into the log of a CI run.
public enum TerminalText {
    /// Text from a log made safe to print: signs that hide or turn text or steer a terminal are shown as `HiddenText` has
    /// them, and no line is a command of a runner of CI. Line feeds and tabs stand.
    public static func safe(_ text: String) -> String {
        let shown = shown(text)
        guard shown.contains("#") || shown.contains("::") else { return shown }
        return shown.split(separator: "\n", omittingEmptySubsequences: false).map(inert).joined(separator: "\n")
    }

    private static func shown(_ text: String) -> String {
        // A carriage return would let what follows it cover the line.
        HiddenText.visible(text.replacingExactly("\r", with: HiddenText.sign("\r")))
    }

    /// JSON made safe to print: the same document, with the characters that `safe` shows, and those that begin a command of
    /// a runner of CI, escaped as JSON has it.
    public static func safeJSON(_ json: String) -> String {
        let json = json.replacingExactly("##", with: "#\\u0023")
        guard json.unicodeScalars.contains(where: isUnsafe) else { return json }
        var safe = ""
        for scalar in json.unicodeScalars {
            guard isUnsafe(scalar) else {
                safe.unicodeScalars.append(scalar)
                continue
            }
            // JSON knows a character beyond U+FFFF as two, as UTF-16 does.
            for unit in String(scalar).utf16 {
                let digits = String(unit, radix: 16)
                safe += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
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
        // The runner passes over all that Unicode takes for a space.
        let start = line.prefix { $0.isWhitespace }
        let rest = line.dropFirst(start.count)
        let text = rest.hasPrefix("::") ? start + "∷" + rest.dropFirst(2) : line
        return String(text).replacingExactly("##", with: "#♯")
    }

    /// Whether a character can hide or turn text, or steer a terminal; line feeds and tabs may stand.
    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool { scalar == "\r" || HiddenText.isHidden(scalar) }

    /// The blocks of scripts that run from right to left.
    private static let rightToLeft: [ClosedRange<UInt32>] = [
        0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF,
    ]
}
