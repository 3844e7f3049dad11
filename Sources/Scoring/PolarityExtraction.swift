/// Finds yes, no or maybe in a text.
///
/// The rules, in order: `word` (the text is the word), `json`, `tag`, `boxed`, `statement`, `leading-word` ("Yes, there
/// is ..."), `last-line`, and `only-word` (no other polarity occurs as a word that is set off).
struct PolarityExtraction {
    let text: ByteText

    func extract() -> Extraction<Polarity> {
        if let polarity = Polarity(whole: text) { return .found(polarity, rule: .word) }
        for value in JSONAnswers.values(text) {
            let polarity = value.withUnsafeBufferPointer { PolarityExtraction(text: ByteText(bytes: $0)).content() }
            if let polarity { return .found(polarity, rule: .json) }
        }
        for content in TaggedAnswers.contents(text) {
            if let polarity = PolarityExtraction(text: content).content() { return .found(polarity, rule: .tag) }
        }
        for content in Reasoning.boxedContents(text) {
            if let polarity = PolarityExtraction(text: content).firstWord() { return .found(polarity, rule: .boxed) }
        }
        let scanner = StatementScanner<Polarity>(
            text: text, read: { position, _ in word(at: position) }, endsThought: { endsThought($0) })
        if let polarity = scanner.last() { return .found(polarity, rule: .statement) }
        if let start = wordStart(0), let leading = word(at: start) {
            // "Yes and no", "yes or no": an echo or no answer.
            var position = leading.end
            while [0x20, .of("/"), .of(",")].contains(text[position]) { position += 1 }
            let next = position..<text.wordEnd(position)
            let join = PolarityExtraction.joins.contains(text, next) ? text.wordEnd(next.upperBound) + 1 : position
            if let other = word(at: join), other.value != leading.value {
                return lastLine().map { .found($0, rule: .lastLine) } ?? .contradictory
            }
            if isSetOff(leading.end) || leading.value != .no { return .found(leading.value, rule: .leadingWord) }
        }
        if let polarity = lastLine() { return .found(polarity, rule: .lastLine) }
        switch onlyWord() {
        case .none: return Refusal.isRefusal(text) ? .refused : .none
        case let decided: return decided
        }
    }

    private static let lacks = ["无", "無"].map { Array($0.utf8) }
    private static let joins = WordSet(["and", "or"])

    private func wordStart(_ start: Int) -> Int? {
        var position = start
        while position < text.count, text[position] < 0x80, !text[position].isLetterOrDigit { position += 1 }
        return position < text.count ? position : nil
    }

    /// Reads the content of a field or tag: the word, a statement or a sentence that starts with it.
    private func content() -> Polarity? {
        if let polarity = Polarity(whole: text) ?? firstWord() { return polarity }
        return StatementScanner<Polarity>(
            text: text, read: { position, _ in word(at: position) }, endsThought: { endsThought($0) }
        ).last()
    }

    private func firstWord() -> Polarity? {
        guard var start = wordStart(0) else { return nil }
        if text.matches(Array("text{".utf8), at: start) { start += 5 }
        return word(at: start)?.value
    }

    /// The polarity of the word at a position; opening quotes and emphasis before it are skipped.
    private func word(at start: Int) -> (value: Polarity, end: Int)? {
        var position = start
        while [.of("*"), .of("\""), .of("'"), .of("`"), .of("("), .of("["), .of("<"), .of("_"), 0x20].contains(
            text[position])
        { position += 1 }
        guard !text.isWordByte(position - 1) else { return nil }
        let end = text.wordEnd(position)
        if end > position { return Polarity(text, position..<end).map { ($0, end) } }
        if Polarity.lookAlikes.contains(where: { text.matches($0, at: position) }) { return nil }
        // 无异常 is "no abnormality", which may well mean yes; 不正常 and 没有 deny what was asked.
        let isSigned = text[position + 3] >= 0xE4 && text[position + 3] <= 0xE9
        if isSigned, PolarityExtraction.lacks.contains(where: { text.matches($0, at: position) }) { return nil }
        for length in [9, 6, 3] where position + length <= text.count {
            if let polarity = Polarity(text, position..<(position + length)) { return (polarity, position + length) }
        }
        return nil
    }

    /// Whether a sign or the end stands behind a word, so that it is not the "no" of "no fracture".
    private func isSetOff(_ end: Int) -> Bool {
        let byte = text[end]
        return end >= text.count || (byte < 0x80 && !byte.isLetterOrDigit && byte != 0x20 && byte != .of("-"))
            || byte >= 0xE2 || byte.isLineBreak
    }

    private func endsThought(_ end: Int) -> Bool { isSetOff(end) && text[end] != .of(",") }

    private func lastLine() -> Polarity? {
        let start = text.lastLineStart
        let line = text.part(start..<text.count)
        if let polarity = Polarity(whole: line) { return polarity }
        var position = start
        while position < text.count, [0x20, .of("*"), .of("#"), .of(">"), .of("-")].contains(text[position]) {
            position += 1
        }
        guard start > 0, let leading = word(at: position), isSetOff(leading.end) else { return nil }
        return leading.value
    }

    private func onlyWord() -> Extraction<Polarity> {
        var found: Polarity?
        var position = 0
        while position < text.count {
            let end = text.wordEnd(position)
            guard end > position else {
                position += 1
                continue
            }
            if let polarity = Polarity(text, position..<end), isSetOff(end) || polarity == .yes {
                if let found, found != polarity { return .contradictory }
                found = polarity
            }
            position = end
        }
        return found.map { .found($0, rule: .onlyWord) } ?? .none
    }
}
