/// Finds claims of the form "B is correct" or "option (C) is the right answer".
struct OptionClaims {
    let text: ByteText
    let token: OptionToken

    private static let verbs = WordSet([
        "is", "are", "es", "est", "é", "ist", "è", "está", "sería", "seria", "sera", "será",
    ])
    private static let between = WordSet([
        "the", "most", "likely", "best", "also", "la", "a", "o", "die", "clearly", "therefore", "opción", "alternativa",
        "bonne", "opção",
        "conduta", "conducta", "medida", "mais", "más", "plus",
    ])
    private static let praise = WordSet([
        "correct", "right", "answer", "correcta", "correta", "richtig", "richtige", "correcte", "correcto", "correto",
        "corretta", "réponse", "respuesta", "resposta", "adequada", "adecuada", "apropriada", "apropiada", "certa",
    ])
    private static let compactPraise: [[UInt8]] = [
        "是正确", "是正確", "正确", "正確", "が正解", "が正しい", "が正答", "가 정답", "이 정답", "가 옳", "이 옳",
    ].map { Array($0.utf8) }

    /// The option of the last claim.
    func last() -> UInt32? {
        var last: UInt32?
        var position = 0
        while position < text.count {
            guard text[position].isCapital, !text.isWordByte(position - 1), let reading = token.reading(at: position)
            else {
                position += 1
                continue
            }
            if isPraised(behind: reading.end) { last = reading.mask }
            position = max(reading.end, position + 1)
        }
        return last
    }

    private func isPraised(behind start: Int) -> Bool {
        var position = start
        func skipSigns() {
            while [.of(")"), .of("]"), .of("*"), .of("\""), .of("'"), 0x20].contains(text[position]) { position += 1 }
        }
        skipSigns()
        if text[position] >= 0xE2 { return OptionClaims.compactPraise.contains { text.matches($0, at: position) } }
        var word = position..<text.wordEnd(position)
        guard OptionClaims.verbs.contains(text, word) else { return false }
        for _ in 0..<5 {
            position = word.upperBound
            skipSigns()
            word = position..<text.wordEnd(position)
            if OptionClaims.praise.contains(text, word) { return true }
            guard OptionClaims.between.contains(text, word) else { return false }
        }
        return false
    }
}
