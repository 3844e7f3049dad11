/// Texts of logs, made fit for a page: cut where they are long, with marks in place of signs that hide or turn others.
enum ItemText {
    /// A text, and how much of it is shown.
    struct Shown: Equatable, Sendable {
        var text: String
        /// How many characters (Unicode scalars) the whole has, where it was cut; nil if all is shown.
        var whole: Int?
    }

    /// The text up to a number of Unicode scalars, with invisible signs made visible.
    static func shown(_ text: String, most: Int) -> Shown {
        // A text has no more scalars than bytes.
        if text.utf8.count <= most { return Shown(text: visible(text), whole: nil) }
        let scalars = text.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: most, limitedBy: scalars.endIndex),
            end != scalars.endIndex
        else { return Shown(text: visible(text), whole: nil) }
        return Shown(text: visible(String(scalars[..<end])), whole: scalars.count)
    }

    /// The text with `⟨U+202E⟩` in place of signs that turn the direction of others or show nothing at all.
    static func visible(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0xC2 || $0 < 0x20 }),
            text.unicodeScalars.contains(where: isHidden)
        else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if isHidden(scalar) {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "⟨U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "⟩"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F..<0xA0: true
        // Marks, embeddings, overrides and isolates of direction; invisible operators; tags.
        case 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xE0000...0xE007F: true
        default: false
        }
    }
}
