/// Signs that show nothing, or that turn the text around them.
///
/// Texts of logs could hide words with them, or let words be read that are not there. The joiners of emoji and of Arabic
/// and Indic scripts are none of them, nor are tabs and line ends.
enum HiddenText {
    /// The text with `⟨U+202E⟩` in place of each such sign.
    static func visible(_ text: String) -> String {
        guard text.utf8.withContiguousStorageIfAvailable(mayHide) ?? true, text.unicodeScalars.contains(where: isHidden)
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
        // The soft hyphen, a joiner that is no mark, and letters that are blank.
        case 0xAD, 0x34F, 0x115F...0x1160, 0x3164, 0xFFA0: true
        // Marks, embeddings, overrides and isolates of direction; spaces without width; separators; invisible operators.
        case 0x61C, 0x180E, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
        // What means nothing outside a font, what no text may hold, and tags.
        case 0xE000...0xF8FF, 0xFFFE...0xFFFF, 0xE0000...0xE0FFF, 0xF0000...0x10FFFF: true
        default: false
        }
    }

    /// Whether some bytes of UTF-8 may hold such a sign; nearly all texts have none. All bytes are looked at, since a loop
    /// without a way out runs many times as fast.
    private static func mayHide(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var found = false
        var (before, last): (UInt8, UInt8) = (0, 0)
        for byte in bytes {
            let isControl = (byte < 0x20) && (byte != 0x09) && (byte != 0x0A) && (byte != 0x0D)
            let isLatin = last == 0xC2 && (byte < 0xA0 || byte == 0xAD)
            // General punctuation without its dashes, quotes and thin spaces.
            let isUnseen = last == 0x80 && (byte >= 0x8B && byte < 0x90 || byte >= 0xA8 && byte < 0xAF)
            let isPunctuation = before == 0xE2 && (isUnseen || last == 0x81)
            let isRare =
                byte == 0x7F || byte == 0xCD || byte == 0xD8 || byte == 0xE1 || byte == 0xEE || byte == 0xEF
                || byte >= 0xF3
            let isBlank = before == 0xE3 && last == 0x85
            found = found || isControl || isLatin || isPunctuation || isRare || isBlank
            (before, last) = (last, byte)
        }
        return found
    }
}
