/// Finds explicit statements of an answer, such as "The answer is (B)", "Answer: yes" or "选B".
///
/// A statement is an anchor (a word such as "answer"), then linking words or signs ("is", ":") and words that add
/// nothing ("most", "likely", "option"), then whatever `read` accepts. The last statement of a text counts, because
/// models correct themselves; statements without a link ("final answer B") count only if they all agree.
struct StatementScanner<Value: Equatable> {
    let text: ByteText
    /// Reads an answer at a position; `isLinked` tells whether a link stood before it.
    let read: (_ position: Int, _ isLinked: Bool) -> (value: Value, end: Int)?
    /// Whether only closing signs stand between a position and the end of a line or sentence.
    let endsThought: (Int) -> Bool

    /// The value of the last linked statement, else that of the unlinked ones if they agree, else nil.
    func last() -> Value? {
        var linked: Value?
        var unlinked: Value?
        var unlinkedDisagree = false
        var position = 0
        while position < text.count {
            guard let anchor = Anchors.anchor(text, at: position) else {
                position = Anchors.nextCandidate(text, after: position)
                continue
            }
            if let found = statement(after: anchor) {
                if found.isLinked {
                    linked = found.value
                } else {
                    unlinkedDisagree = unlinkedDisagree || (unlinked != nil && unlinked != found.value)
                    unlinked = found.value
                }
                position = max(found.end, anchor.end)
            } else {
                position = anchor.end
            }
        }
        return linked ?? (unlinkedDisagree ? nil : unlinked)
    }

    private func statement(after anchor: Anchors.Anchor) -> (value: Value, end: Int, isLinked: Bool)? {
        var position = anchor.end
        var isLinked = anchor.isVerb
        // Long chains of filling words are prose, not a statement.
        for _ in 0..<24 {
            if isLinked || position > anchor.end, let found = read(position, isLinked) {
                if isLinked || endsThought(found.end) { return (found.value, found.end, isLinked) }
                if !text[position].isSpace { return nil }
            }
            switch Anchors.step(text, at: position, isLinked: isLinked) {
            case .link(let end):
                isLinked = true
                position = end
            case .filling(let end):
                position = end
            case .end:
                return nil
            }
        }
        return nil
    }
}

/// The words around stated answers in the languages that medical benchmarks are asked in.
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

    private static let nouns = WordSet([
        "answer", "answers", "ans", "option", "choice", "solution", "respuesta", "opción", "opcion", "resposta",
        "alternativa", "opção", "opcao", "gabarito", "antwort", "lösung", "réponse", "reponse", "risposta", "conclusion",
    ])
    private static let verbs = WordSet([
        "choose", "chose", "select", "selected", "pick", "elijo", "escolho", "wähle", "choisis",
    ])
    private static let links = WordSet([
        "is", "are", "was", "be", "es", "é", "est", "ist", "lautet", "è", "sería", "seria", "será",
    ])
    private static let fillings = WordSet([
        "the", "to", "this", "that", "your", "my", "question", "problem", "above", "following", "given", "most", "likely",
        "correct", "best", "right", "final", "appropriate", "probable", "therefore", "thus", "so", "would", "should",
        "must", "will", "option", "choice", "letter", "answer", "indeed", "clearly", "here", "from", "among", "provided",
        "as", "follows", "i", "believe", "think", "hence", "then", "of", "for", "in", "option", "s", "number", "single",
        "opción", "opcion", "opção", "opcao", "la", "el", "o", "lo", "letra", "correcta", "correta", "correcto",
        "correto", "richtige", "die", "der", "lettre", "bonne", "alternativa", "item", "le", "pregunta", "esta", "para",
        "richtig", "buchstabe", "réponse", "respuesta", "resposta", "final", "finale", "au",
    ])
    private static let chineseNouns = ["答案", "正确选项", "正解", "答え"].map { Array($0.utf8) }
    private static let chineseVerbs = ["选择", "選擇", "选", "選"].map { Array($0.utf8) }
    private static let chineseLinks = ["是", "为", "為", "：", "→", "は", "应该", "应", "：", "⇒"].map { Array($0.utf8) }
    private static let signLinks: [UInt8] = [.of(":"), .of("="), .of(">")]
    private static let fillingSigns: [UInt8] = [
        .of("*"), .of("_"), .of("\""), .of("'"), .of(","), .of("-"), .of("`"), .of("#"), .of("$"), 0x20, 0x09,
    ]

    /// The next position where an anchor can start.
    static func nextCandidate(_ text: ByteText, after position: Int) -> Int {
        if text[position] >= 0xE2 { return position + 3 }
        let end = text.wordEnd(position)
        return end > position ? end : position + 1
    }

    static func anchor(_ text: ByteText, at position: Int) -> Anchor? {
        let first = text[position]
        if first >= 0xE2 {
            if let noun = chineseNouns.first(where: { text.matches($0, at: position) }) {
                return Anchor(end: position + noun.count, isVerb: false)
            }
            // 选项 is the noun "option", not "choose".
            if let verb = chineseVerbs.first(where: { text.matches($0, at: position) }),
                !text.matches(Array("项".utf8), at: position + verb.count) {
                return Anchor(end: position + verb.count, isVerb: true)
            }
            return nil
        }
        guard first.isLetter || first >= 0xC3 else { return nil }
        let word = position..<text.wordEnd(position)
        guard word.count >= 3, word.count <= 12 else { return nil }
        // A closing tag such as </answer> ends a statement.
        if text[position - 1] == .of("/"), text[position - 2] == .of("<") { return nil }
        if nouns.contains(text, word) {
            var end = word.upperBound
            if text.matches([.of("("), .of("s"), .of(")")], at: end) { end += 3 }
            if word.count == 3, text[end] == .of(".") { end += 1 }
            return Anchor(end: end, isVerb: false)
        }
        return verbs.contains(text, word) ? Anchor(end: word.upperBound, isVerb: true) : nil
    }

    /// What stands between an anchor and its answer at a position.
    static func step(_ text: ByteText, at position: Int, isLinked: Bool) -> Step {
        let byte = text[position]
        if signLinks.contains(byte) { return .link(position + 1) }
        if byte == .of("("), isLinked == false { return .end }
        if fillingSigns.contains(byte) || (isLinked && byte.isLineBreak) { return .filling(position + 1) }
        if byte >= 0xE2 {
            if let link = chineseLinks.first(where: { text.matches($0, at: position) }) { return .link(position + link.count) }
            let noun = Array("选项".utf8)
            return text.matches(noun, at: position) ? .filling(position + noun.count) : .end
        }
        let word = position..<text.wordEnd(position)
        if links.contains(text, word) { return .link(word.upperBound) }
        if fillings.contains(text, word) { return .filling(word.upperBound) }
        // "a resposta é a B", "la respuesta es la B": an article before a letter or a filling word.
        if word.count == 1, byte == .of("a"), text[word.upperBound] == 0x20 {
            let next = (word.upperBound + 1)..<text.wordEnd(word.upperBound + 1)
            if next.count == 1 && text[next.lowerBound].isCapital || fillings.contains(text, next) {
                return .filling(word.upperBound)
            }
        }
        return .end
    }
}
