/// Signs that show nothing, or that turn the text around them.
///
/// Texts of logs could hide words with them, let words be read that are not there, or steer a terminal. The joiners of emoji
/// and of Arabic and Indic scripts are none of them, nor are tabs and line ends. This is the one list of them and the one
/// way to write them, for pages, tables, terminals and all else that is looked at. It names the signs by number, so that
/// the same text comes out whatever version of Unicode a toolchain knows.
enum HiddenText {
    /// The text with `⟨U+202E⟩` in place of each such sign.
    static func visible(_ text: String) -> String {
        guard text.utf8.withContiguousStorageIfAvailable(mayHide) ?? true, text.unicodeScalars.contains(where: isHidden)
        else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if isHidden(scalar) {
                result += sign(scalar)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// How a sign is shown: `⟨U+202E⟩`.
    static func sign(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "⟨U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "⟩"
    }

    /// Whether a character shows nothing, or turns or steers what is around it.
    static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F..<0xA0: true
        // The soft hyphen, a joiner that is no mark, and letters and vowels that are blank.
        case 0xAD, 0x34F, 0x115F...0x1160, 0x17B4...0x17B5, 0x3164, 0xFFA0: true
        // Marks, embeddings, overrides and isolates of direction; spaces without width; separators; invisible operators.
        case 0x61C, 0x180E, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF0...0xFFFB: true
        // What places hieroglyphs, shorthand and notes without a look of its own.
        case 0x13430...0x1343F, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A: true
        // What means nothing outside a font, what no text may hold, and tags.
        case 0xE000...0xF8FF, 0xFDD0...0xFDEF, 0xFFFE...0xFFFF, 0xE0000...0xE0FFF, 0xF0000...0x10FFFF: true
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
            let isPlacing = last == 0xF0 && (byte == 0x93 || byte == 0x9B || byte == 0x9D)
            found = found || isControl || isLatin || isPunctuation || isRare || isBlank || isPlacing
            (before, last) = (last, byte)
        }
        return found
    }
}
