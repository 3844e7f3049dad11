/// What is known of an item with options. Sets of options are bit masks: bit 0 is A.
struct OptionItem {
    /// How many options there are, at most 26.
    let count: Int
    /// The options' texts, empty if the log holds only the letter of the target.
    let texts: [String]
    /// The options that are right; 0 if the log has no gold.
    let target: UInt32
    /// Whether more than one option may be right.
    let allowsSeveral: Bool
    /// What the digit of the first option is, if digits name options in this item.
    let firstNumber: Int?

    /// How many letters count as options if the log tells nothing of them.
    private static let unknownCount = 10

    /// Returns nil if the item has neither choices nor a target that is a letter, or a target that is no option.
    init?(choices: [String], targets: [String], firstNumber: Int) {
        guard !choices.isEmpty || !targets.isEmpty else { return nil }
        texts = Array(choices.prefix(26))
        var target: UInt32 = 0
        var several = false
        var numbers: Int?
        for text in targets {
            let known = choices.isEmpty ? 26 : texts.count
            if let mask = OptionItem.letters(text, count: known, adjacent: !choices.isEmpty) {
                target |= mask
            } else if let position = OptionItem.position(of: text, in: texts) {
                target |= 1 << position
            } else if let (position, first) = OptionItem.number(text, count: texts.count, firstNumber: firstNumber) {
                target |= 1 << position
                numbers = first
            } else {
                return nil
            }
        }
        several = target.nonzeroBitCount > 1
        self.target = target
        allowsSeveral = several
        self.firstNumber = numbers
        let highest = 32 - target.leadingZeroBitCount
        count = choices.isEmpty ? max(OptionItem.unknownCount, highest) : texts.count
    }

    /// The canonical form of a set of options: capital letters in order, joined by commas.
    static func value(_ mask: UInt32) -> String {
        if mask.nonzeroBitCount == 1 { return String(UnicodeScalar(UInt8(0x41 + mask.trailingZeroBitCount))) }
        return (0..<26).filter { mask & (1 << $0) != 0 }.map { String(UnicodeScalar(UInt8(0x41 + $0))) }
            .joined(separator: ",")
    }

    /// The options of a text that is nothing but a list of letters, written as targets are; nil for any other text.
    func letters(_ text: ByteText) -> UInt32? {
        guard text.count <= 120 else { return nil }
        return Self.letters(String(decoding: text.bytes, as: UTF8.self), count: count, adjacent: true)
    }

    /// `B`, `(b)`, `B.`, `A,C`, `A and C`, `["A", "C"]`, and, if `adjacent`, `AC`.
    private static func letters(_ text: String, count: Int, adjacent: Bool) -> UInt32? {
        var mask: UInt32 = 0
        var copy = text
        let isList = copy.withUTF8 { bytes -> Bool in
            let text = ByteText(bytes: bytes)
            guard text.count > 0, text.count <= 120 else { return false }
            var position = 0
            var previous = -1
            while position < text.count {
                let byte = text[position]
                if byte.isLetter {
                    let end = text.wordEnd(position)
                    for place in position..<end {
                        let index = Int(text.lower(place)) - 0x61
                        let isWholeWord = end - position == 1
                        // Letters that touch are a set only in ascending capitals: "AC", but not "CAB" or "be".
                        guard index >= 0, index < count,
                            isWholeWord || (adjacent && text[place].isCapital && index > previous)
                        else {
                            return end - position == 3 && text.matches(Array("and".utf8), at: position) && mask != 0
                        }
                        previous = index
                        mask |= 1 << index
                    }
                    position = end
                } else if byte.isDigit || byte >= 0x80 || formulaSigns.contains(byte) {
                    return false
                } else {
                    position += 1
                }
            }
            return mask != 0
        }
        return isList ? mask : nil
    }

    /// Signs that make letters a formula: the target "p - q" names no options.
    private static let formulaSigns: [UInt8] = [
        .of("-"), .of("+"), .of("="), .of("^"), .of("*"), .of("\\"), .of("|"), .of("_"),
    ]

    /// The option whose text, with or without its letter, is `text`.
    private static func position(of text: String, in texts: [String]) -> Int? {
        guard !texts.isEmpty else { return nil }
        let folded = TextFolding.fold(text)
        let foldedTexts = texts.map { TextFolding.fold($0) }
        if let position = foldedTexts.firstIndex(of: folded) { return position }
        guard folded.count > 2, folded[1] == 0x20, folded[0].isLetter else { return nil }
        let index = Int(folded[0]) - 0x61
        return index < texts.count && foldedTexts[index].elementsEqual(folded.dropFirst(2)) ? index : nil
    }

    private static func number(_ text: String, count: Int, firstNumber: Int) -> (Int, Int)? {
        guard count > 0, let number = Int(text) else { return nil }
        let first = number == 0 ? 0 : number == count ? 1 : firstNumber
        return number - first >= 0 && number - first < count ? (number - first, first) : nil
    }
}
