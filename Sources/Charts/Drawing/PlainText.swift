import Foundation

/// Foreign text made fit to be drawn: one paragraph, nothing invisible, nothing that turns the reading order.
///
/// Labels come from logs and are untrusted. Markup characters stay as they are, because no part of the drawing reads
/// markup; what goes are controls, marks of direction, characters that XML forbids, piles of combining marks, and
/// colour glyphs, which have no outline to draw.
enum PlainText {
    /// The longest text that is drawn, in characters; a label is cut to its line long before.
    static let maximumLength = 600

    static func cleaned(_ text: String) -> String {
        if isClean(text.utf8) { return text }
        var result = String.UnicodeScalarView()
        var marks = 0
        var count = 0
        for scalar in text.unicodeScalars {
            guard count < maximumLength else { break }
            // Most characters of most texts, which need no look into the tables of Unicode.
            if scalar.value > 0x20, scalar.value < 0x7F {
                marks = 0
                result.append(scalar)
                count += 1
                continue
            }
            let category = scalar.properties.generalCategory
            switch category {
            case .nonspacingMark, .enclosingMark:
                marks += 1
                if marks > 2 { continue }
            default:
                marks = 0
            }
            if isSpace(scalar, category) {
                if result.last != " " { result.append(" ") }
            } else if isHidden(scalar, category) {
                continue
            } else if scalar.properties.isEmojiPresentation {
                result.append("\u{25A1}")
            } else {
                result.append(scalar)
            }
            count += 1
        }
        while result.last == " " { result.removeLast() }
        while result.first == " " { result.removeFirst() }
        return String(result)
    }

    /// Whether a text is short and has no other characters than those of ASCII that show and single spaces between them.
    private static func isClean(_ text: String.UTF8View) -> Bool {
        guard text.count <= maximumLength else { return false }
        let space = UInt8(ascii: " ")
        var last = space
        for byte in text {
            guard byte >= space, byte < 0x7F, byte != space || last != space else { return false }
            last = byte
        }
        return text.isEmpty || last != space
    }

    /// The text with a chance to break (U+200B) after each hyphen, low line and slash within a word.
    static func withBreaks(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let last = result.last, last == "-" || last == "_" || last == "/", scalar != " ", scalar != last {
                result.append("\u{200B}")
            }
            result.append(scalar)
        }
        return String(result)
    }

    /// The text with each hyphen bound to what follows (U+2060) and equations kept together (U+00A0), for sentences
    /// that hold names and numbers.
    static func withoutBreaks(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "=") }) else { return text }
        return text.replacingOccurrences(of: "-", with: "-\u{2060}")
            .replacingOccurrences(of: " = ", with: "\u{A0}=\u{A0}")
    }

    private static func isSpace(_ scalar: Unicode.Scalar, _ category: Unicode.GeneralCategory) -> Bool {
        switch category {
        case .lineSeparator, .paragraphSeparator: true
        case .control: scalar == "\n" || scalar == "\t" || scalar == "\r"
        default: scalar == " "
        }
    }

    private static func isHidden(_ scalar: Unicode.Scalar, _ category: Unicode.GeneralCategory) -> Bool {
        switch category {
        // Format characters hold all marks of direction, zero-width spaces and tag characters.
        case .control, .format, .surrogate, .unassigned, .privateUse: true
        default: scalar.properties.isNoncharacterCodePoint || scalar.properties.isVariationSelector
        }
    }
}
