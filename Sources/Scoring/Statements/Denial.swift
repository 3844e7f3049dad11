/// Negations before an answer.
enum Denial {
    private static let words = WordSet([
        "not", "cannot", "can't", "isn't", "never", "neither", "nor", "except", "exclude", "excludes", "excluding",
        "unlike", "wrong",
        "incorrect", "unlikely", "without", "nicht", "kein", "keine", "weder", "ninguna", "ninguno", "ni", "incorrecta",
        "incorrecto",
        "não", "nem", "incorreta", "exceto", "excepto", "pas", "sauf", "incorrecte", "non", "sbagliata", "не", "кроме",
        "falsch",
    ])
    /// How far a denial is looked for, in bytes.
    private static let reach = 240

    /// Whether a negation stands between the start of the clause and a position.
    static func precedes(_ text: ByteText, _ position: Int) -> Bool {
        var end = position
        let lowest = max(0, position - reach)
        while end > lowest {
            while end > lowest, !text.isWordByte(end - 1), text[end - 1] != .of("'") {
                if [.of(","), .of(";"), .of(":"), .of("."), .of("!"), .of("?"), 0x0A].contains(text[end - 1]) {
                    return false
                }
                end -= 1
            }
            var start = end
            while start > lowest, text.isWordByte(start - 1) || text[start - 1] == .of("'") { start -= 1 }
            if words.contains(text, start..<end) { return true }
            end = start
        }
        return false
    }
}
