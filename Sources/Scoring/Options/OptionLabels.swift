/// Reads option letters of other alphabets as the Latin letters of the options.
///
/// In Russian and Ukrainian the look-alikes А, В, С, Е stand for A, B, C, E, because they are typed for them; where Б or Г
/// labels an option, the labels are the Russian alphabet (А, Б, В, Г, Д, Е), and В is the third. In Arabic أ, ب, ج, د, ه are
/// the first five. Since "В" and "С" are also words ("in", "with"), a letter counts only if a sign or the end follows it.
enum OptionLabels {
    private static let lookAlikes: [UInt32: UInt8] = [0x410: 0, 0x412: 1, 0x421: 2, 0x415: 4]
    private static let alphabet: [UInt32: UInt8] = [0x410: 0, 0x411: 1, 0x412: 2, 0x413: 3, 0x414: 4, 0x415: 5]
    private static let arabic: [UInt32: UInt8] = [0x623: 0, 0x627: 0, 0x628: 1, 0x62C: 2, 0x62F: 3, 0x647: 4]

    /// The text with Latin option letters, or nil if it has no others.
    ///
    /// - Parameter question: what was asked, which may list the options with their labels.
    static func latin(_ text: ByteText, question: String?) -> String? {
        guard text.has(0xD0) || text.has(0xD8) || text.has(0xD9) else { return nil }
        var isAlphabet = hasRussianLabel(text)
        if !isAlphabet, var question { isAlphabet = question.withUTF8 { hasRussianLabel(ByteText(bytes: $0)) } }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var changed = false
        var position = 0
        while position < text.count {
            if let scalar = label(text, at: position),
                let index = arabic[scalar] ?? (isAlphabet ? alphabet : lookAlikes)[scalar]
            {
                bytes.append(0x41 + index)
                position += 2
                changed = true
            } else {
                bytes.append(text[position])
                position += 1
            }
        }
        return changed ? String(decoding: bytes, as: UTF8.self) : nil
    }

    private static func hasRussianLabel(_ text: ByteText) -> Bool {
        (0..<text.count).contains { position in
            guard text[position] == 0xD0 else { return false }
            let scalar = label(text, at: position)
            return scalar == 0x411 || scalar == 0x413
        }
    }

    /// The two-byte letter that stands alone at a position with a sign or the end behind it.
    private static func label(_ text: ByteText, at position: Int) -> UInt32? {
        guard text[position] == 0xD0 || text[position] == 0xD8 || text[position] == 0xD9,
            !text.isWordByte(position - 1), !text.isWordByte(position + 2)
        else { return nil }
        let isSetOff =
            switch text[position + 2] {
            case 0: position + 2 >= text.count
            case 0x20: [.of("-"), .of("("), 0xE2].contains(text[position + 3])
            case .of("-"): !text.isWordByte(position + 3)
            default: true
            }
        return isSetOff ? UInt32(text[position] & 0x1F) << 6 | UInt32(text[position + 1] & 0x3F) : nil
    }
}
