/// Recognises the words around stated answers where they stand in a text.
enum Anchors {
    struct Anchor {
        var end: Int
        /// "choose B" needs no link; "answer B" does.
        var isVerb: Bool
    }

    enum Step {
        case link(Int)
        case filling(Int)
        case end
    }

    private static let signLinks: [UInt8] = [.of(":"), .of("="), .of(">")]
    private static let fillingSigns: [UInt8] = [
        .of("*"), .of("_"), .of("\""), .of("'"), .of(","), .of("-"), .of("`"), .of("#"), .of("$"), 0x20, 0x09,
    ]
    /// The longest anchor in bytes; Arabic and Russian letters take two.
    private static let longest = 24

    /// The next position where an anchor can start.
    static func nextCandidate(_ text: ByteText, after position: Int) -> Int {
        var next = afterWord(text, position)
        while next < text.count {
            let byte = text.bytes[next]
            if byte >= 0x80 || byte == .of("#") { break }
            if byte.isLetter {
                let second = text[next + 1]
                if AnchorWords.nouns.mayBegin(byte, second) || AnchorWords.verbs.mayBegin(byte, second) { break }
            }
            next = afterWord(text, next)
        }
        return next
    }

    private static func afterWord(_ text: ByteText, _ position: Int) -> Int {
        if text[position] >= 0xE2 { return position + 3 }
        let end = text.wordEnd(position)
        return end > position ? end : position + 1
    }

    static func anchor(_ text: ByteText, at position: Int) -> Anchor? {
        let first = text[position]
        if first >= 0xE2 { return compactAnchor(text, at: position) }
        // "####" leads the final answer in the solutions of GSM8K and in the outputs of models trained on them.
        if first == .of("#"), text[position + 3] == .of("#"), text[position + 2] == .of("#"),
            text[position + 1] == .of("#"),
            text[position - 1] != .of("#"), text[position + 4] == 0x20
        {
            let start = position + 5
            return text[start].isDigit || text[start] == .of("-") || text[start] == .of("$")
                || (text[start].isCapital && !text.isWordByte(start + 1)) ? Anchor(end: start, isVerb: true) : nil
        }
        guard first.isLetter || first >= 0xC3 else { return nil }
        let word = position..<text.wordEnd(position)
        guard word.count >= 3, word.count <= longest else { return nil }
        // A closing tag such as </answer> ends a statement.
        if text[position - 1] == .of("/"), text[position - 2] == .of("<") { return nil }
        if AnchorWords.nouns.contains(text, word) {
            var end = word.upperBound
            if text.matches([.of("("), .of("s"), .of(")")], at: end) { end += 3 }
            if word.count == 3, text[end] == .of(".") { end += 1 }
            return Anchor(end: end, isVerb: false)
        }
        return AnchorWords.verbs.contains(text, word) ? Anchor(end: word.upperBound, isVerb: true) : nil
    }

    private static func compactAnchor(_ text: ByteText, at position: Int) -> Anchor? {
        if let noun = AnchorWords.compactNouns.first(where: { text.matches($0, at: position) }) {
            return Anchor(end: position + noun.count, isVerb: false)
        }
        if let verb = AnchorWords.compactVerbs.first(where: { text.matches($0, at: position) }),
            !AnchorWords.compactNoVerbs.contains(where: { text.matches($0, at: position) })
        {
            return Anchor(end: position + verb.count, isVerb: true)
        }
        return nil
    }

    /// What stands between an anchor and its answer at a position.
    static func step(_ text: ByteText, at position: Int, isLinked: Bool) -> Step {
        let byte = text[position]
        if signLinks.contains(byte) { return .link(position + 1) }
        if byte == .of("("), isLinked == false { return .end }
        if fillingSigns.contains(byte) || (isLinked && byte.isLineBreak) { return .filling(position + 1) }
        if byte == 0xC2, text[position + 1] == 0xA0 { return .filling(position + 2) }
        if byte >= 0xE2 {
            if let link = AnchorWords.compactLinks.first(where: { text.matches($0, at: position) }) {
                // 不是 and 是否 are no statements.
                return text.matches(isWhether, at: position) ? .end : .link(position + link.count)
            }
            let filling = AnchorWords.compactFillings.first { text.matches($0, at: position) }
            return filling.map { .filling(position + $0.count) } ?? .end
        }
        let word = position..<text.wordEnd(position)
        guard word.count <= longest else { return .end }
        if AnchorWords.links.contains(text, word) { return .link(word.upperBound) }
        if AnchorWords.fillings.contains(text, word) { return .filling(word.upperBound) }
        // "a resposta é a B", "la respuesta es la B": an article before a letter or a filling word.
        if word.count == 1, byte.asciiLowercased == .of("a"), text[word.upperBound] == 0x20 {
            let next = (word.upperBound + 1)..<text.wordEnd(word.upperBound + 1)
            let isEmphasised =
                next.isEmpty && [.of("*"), .of("("), .of("\""), .of("\\"), .of("[")].contains(text[next.lowerBound])
            let isArticle = byte == .of("a") && (next.count == 1 && text[next.lowerBound].isCapital || isEmphasised)
            if isArticle || AnchorWords.fillings.contains(text, next) {
                return .filling(word.upperBound)
            }
        }
        return .end
    }

    private static let isWhether = Array("是否".utf8)
}
