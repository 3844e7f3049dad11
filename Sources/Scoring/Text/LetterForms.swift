import Foundation

/// Writes letters and digits that come in another dress as plain ones: full-width (Ａ), circled (Ⓐ, 🅐), in brackets (⒜),
/// squared (🄰, 🅰) and mathematical (𝐀).
enum LetterForms {
    /// The text with plain letters, or nil if it has none of those forms, which is the common case.
    static func plain(_ text: ByteText) -> String? {
        guard hasForms(text) else { return nil }
        var scalars = String.UnicodeScalarView()
        for scalar in String(decoding: text.bytes, as: UTF8.self).unicodeScalars { append(scalar, to: &scalars) }
        return String(scalars)
    }

    /// Whether one of the forms may occur, by the first bytes of its scalars.
    private static func hasForms(_ text: ByteText) -> Bool {
        if text.isASCII { return false }
        for position in 0..<text.count where text[position] >= 0xE2 {
            switch (text[position], text[position + 1]) {
            case (0xE2, 0x91...0x93), (0xEF, 0xBB...0xBD), (0xF0, 0x9D): return true
            case (0xF0, 0x9F)
            where text[position + 2] == 0x84 || text[position + 2] == 0x85 || text[position + 2] == 0x86: return true
            default: continue
            }
        }
        return false
    }

    private static func append(_ scalar: Unicode.Scalar, to scalars: inout String.UnicodeScalarView) {
        switch scalar.value {
        case 0xFEFF: break
        case 0xFF01...0xFF5E: scalars.append(letter(0x21 + scalar.value - 0xFF01))
        case 0x2460...0x2468: scalars.append(letter(0x31 + scalar.value - 0x2460))
        case 0x24B6...0x24CF: scalars.append(letter(0x41 + scalar.value - 0x24B6))
        case 0x24D0...0x24E9: scalars.append(letter(0x41 + scalar.value - 0x24D0))
        case 0x249C...0x24B5: bracketed(scalar.value - 0x249C, to: &scalars)
        case 0x1F110...0x1F129: bracketed(scalar.value - 0x1F110, to: &scalars)
        case 0x1F130...0x1F149: scalars.append(letter(0x41 + scalar.value - 0x1F130))
        case 0x1F150...0x1F169: scalars.append(letter(0x41 + scalar.value - 0x1F150))
        case 0x1F170...0x1F189: scalars.append(letter(0x41 + scalar.value - 0x1F170))
        case 0x1D400...0x1D7FF:
            scalars.append(contentsOf: String(scalar).precomposedStringWithCompatibilityMapping.unicodeScalars)
        default: scalars.append(scalar)
        }
    }

    private static func letter(_ code: UInt32) -> Unicode.Scalar {
        Unicode.Scalar(UInt8(truncatingIfNeeded: code))
    }

    private static func bracketed(_ index: UInt32, to scalars: inout String.UnicodeScalarView) {
        scalars.append("(")
        scalars.append(letter(0x41 + index))
        scalars.append(")")
    }
}
