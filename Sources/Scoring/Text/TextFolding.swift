import Foundation

/// Folds texts so that spellings of the same short answer become equal.
///
/// Folding makes small letters, takes compatibility forms together (full-width letters, ligatures), turns punctuation
/// and white space into single spaces, drops apostrophes and the articles a, an, the, and writes numbers in one way
/// (1.0 = 1 = 01, 1,000 = 1000, 1,5 = 1.5). Signs that carry meaning (+, %, <, > and a minus before a digit) stay.
/// Diacritics stay; ``equal(_:_:)`` forgives them only to a side that is written in plain ASCII, and it forgives spaces.
enum TextFolding {
    /// The folded form of a text, as UTF-8.
    static func fold(_ text: ByteText) -> [UInt8] {
        guard text.bytes.contains(.of("\\")) else { return foldPlain(text) }
        return LaTeXWrapping.removed(text).withUnsafeBufferPointer { foldPlain(ByteText(bytes: $0)) }
    }

    private static func foldPlain(_ text: ByteText) -> [UInt8] {
        if text.bytes.allSatisfy({ $0 < 0x80 }) { return foldSigns(text) }
        var normalised = String(decoding: text.bytes, as: UTF8.self)
            .precomposedStringWithCompatibilityMapping.lowercased()
        return normalised.withUTF8 { foldSigns(ByteText(bytes: $0)) }
    }

    static func fold(_ text: String) -> [UInt8] {
        var copy = text
        return copy.withUTF8 { fold(ByteText(bytes: $0)) }
    }

    /// Whether two folded texts are the same answer.
    static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        if left == right || equalButForSpaces(left, right) { return true }
        let leftIsPlain = left.allSatisfy { $0 < 0x80 }
        guard leftIsPlain != right.allSatisfy({ $0 < 0x80 }) else { return false }
        return leftIsPlain ? left == withoutDiacritics(right) : withoutDiacritics(left) == right
    }

    /// Whether two folded texts differ only in spaces ("x ray", "xray"), but not in spaces between digits.
    private static func equalButForSpaces(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count >= 4, right.count >= 4 else { return false }
        var (here, there) = (0, 0)
        func maySkip(_ bytes: [UInt8], _ position: Int) -> Bool {
            guard position < bytes.count, bytes[position] == 0x20, position > 0, position + 1 < bytes.count else {
                return false
            }
            return !(bytes[position - 1].isDigit && bytes[position + 1].isDigit)
        }
        while here < left.count || there < right.count {
            if here < left.count, there < right.count, left[here] == right[there] {
                here += 1
                there += 1
            } else if maySkip(left, here) {
                here += 1
            } else if maySkip(right, there) {
                there += 1
            } else {
                return false
            }
        }
        return true
    }

    private static func withoutDiacritics(_ folded: [UInt8]) -> [UInt8] {
        let stripped = String(decoding: folded, as: UTF8.self).decomposedStringWithCanonicalMapping.unicodeScalars
            .filter { $0.properties.generalCategory != .nonspacingMark }
        return Array(String(String.UnicodeScalarView(stripped)).utf8)
    }

    private static func foldSigns(_ text: ByteText) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var wordStart = 0
        // An article goes only when a word follows it: the "A" of "hepatitis A" is none.
        var articleStart: Int?
        func endWord() {
            guard result.count > wordStart else { return }
            // Before a sign "a" is the letter of a formula.
            if let start = articleStart, result[wordStart].isLetterOrDigit || result[wordStart] >= 0x80 {
                result.removeSubrange(start..<wordStart)
                wordStart = start
                articleStart = nil
            }
            articleStart = nil
            if isArticle(result[wordStart...]) {
                articleStart = wordStart
            } else if result[wordStart].isDigit || result[wordStart] == .of("-") {
                normaliseNumber(&result, from: wordStart)
            }
            result.append(0x20)
            wordStart = result.count
        }
        for position in 0..<text.count {
            let byte = text.lower(position)
            let next = text[position + 1]
            switch byte {
            case _ where byte.isLetterOrDigit, .of("%"), .of("+"), .of("<"), .of(">"):
                result.append(byte)
            case .of("."), .of(","):
                if text[position - 1].isDigit, next.isDigit {
                    result.append(byte)
                } else if byte == .of("."), next.isDigit, result.count == wordStart {
                    result += [.of("0"), byte]
                } else {
                    endWord()
                }
            case .of("-"):
                if next.isDigit, !text.isWordByte(position - 1) { result.append(byte) } else { endWord() }
            case .of("'"):
                break
            case 0x80...:
                if let length = separatorLength(text, position) {
                    // The curly apostrophe (U+2019) joins, other marks separate.
                    if length == 0 { break }
                    endWord()
                } else if !isInsideSeparator(text, position) {
                    result.append(byte)
                }
            default:
                endWord()
            }
        }
        endWord()
        if result.last == 0x20 { result.removeLast() }
        return result
    }

    /// The number of bytes if a punctuation mark of several bytes starts here (0 for the curly apostrophe), else nil.
    private static func separatorLength(_ text: ByteText, _ position: Int) -> Int? {
        switch (text[position], text[position + 1], text[position + 2]) {
        case (0xE2, 0x80, 0x99): 0
        case (0xE2, 0x80, _), (0xE3, 0x80, 0x80...0x82), (0xE3, 0x80, 0x88...0x91): 3
        case (0xC2, 0xA0...0xA9, _), (0xC2, 0xAB, _), (0xC2, 0xBB, _), (0xC2, 0xBF, _): 2
        default: nil
        }
    }

    private static func isInsideSeparator(_ text: ByteText, _ position: Int) -> Bool {
        guard text[position] & 0xC0 == 0x80 else { return false }
        if let length = separatorLength(text, position - 1), length != 2 || text[position - 1] == 0xC2 { return true }
        if let length = separatorLength(text, position - 2), length != 2 { return true }
        return false
    }

    private static func isArticle(_ word: ArraySlice<UInt8>) -> Bool {
        switch word.count {
        case 1: word.first == .of("a")
        case 2: word.elementsEqual([.of("a"), .of("n")])
        case 3: word.elementsEqual([.of("t"), .of("h"), .of("e")])
        default: false
        }
    }

    /// Rewrites the number at the end of `result` without leading and trailing zeros, grouping and decimal commas.
    private static func normaliseNumber(_ result: inout [UInt8], from start: Int) {
        var word = Array(result[start...])
        let negative = word.first == .of("-")
        if negative { word.removeFirst() }
        let end = word.firstIndex { !$0.isDigit && $0 != .of(".") && $0 != .of(",") } ?? word.count
        let suffix = word[end...]
        var digits = Array(word[..<end])
        let commas = digits.indices.filter { digits[$0] == .of(",") }
        if !commas.isEmpty {
            let ends = commas.dropFirst() + [digits.firstIndex(of: .of(".")) ?? digits.count]
            let grouped = zip(commas, ends).allSatisfy { $1 - $0 == 4 }
            if grouped, commas[0] <= 3 {
                digits.removeAll { $0 == .of(",") }
            } else if commas.count == 1, !digits.contains(.of(".")) {
                digits[commas[0]] = .of(".")
            }
        }
        if digits.filter({ $0 == .of(".") }).count == 1 {
            while digits.last == .of("0") { digits.removeLast() }
            if digits.last == .of(".") { digits.removeLast() }
        }
        let firstDigit = digits.indices.first {
            $0 + 1 >= digits.count || digits[$0] != .of("0") || !digits[$0 + 1].isDigit
        }
        if let firstDigit, firstDigit > 0 { digits.removeFirst(firstDigit) }
        if digits.isEmpty { digits = [.of("0")] }
        let isZero = digits == [.of("0")]
        result.removeSubrange(start...)
        if negative, !isZero { result.append(.of("-")) }
        result += digits
        result += suffix
    }
}
