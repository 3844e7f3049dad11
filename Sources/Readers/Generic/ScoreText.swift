/// Scores as people write them: truth values, words, letters, numbers, signs.
enum ScoreText {
    private static let words: [String: Double] = [
        "true": 1, "false": 0, "correct": 1, "incorrect": 0, "wrong": 0, "right": 1, "c": 1, "i": 0, "p": 0.5, "n": 0,
        "pass": 1, "passed": 1, "fail": 0, "failed": 0, "yes": 1, "no": 0, "✓": 1, "✗": 0, "✅": 1, "❌": 0, "1": 1,
        "0": 0, "sí": 1, "si": 1, "sim": 1, "não": 0, "nao": 0, "ja": 1, "nein": 0, "nej": 0, "oui": 1, "non": 0,
        "vrai": 1,
        "faux": 0, "verdadero": 1, "falso": 0, "verdadeiro": 1, "richtig": 1, "falsch": 0, "correcto": 1,
        "incorrecto": 0, "对": 1, "错": 0,
        "是": 1, "否": 0, "正确": 1, "错误": 0,
    ]

    /// The longest word and the longest of the texts that begin like a word and yet are numbers ("infinity") in bytes.
    private static let longestWord = 16

    /// The value; nil if the text is no score. A decimal comma is understood.
    static func value(_ text: String) -> Double? {
        // Most texts are prose, of which the first letter is enough.
        let bytes = text.utf8
        if bytes.count > longestWord, let first = bytes.first, !beginsNumber(first) { return nil }
        if let word = words[text] ?? words[text.lowercased()] { return word }
        if let number = Double(text), number.isFinite { return number }
        guard bytes.contains(UInt8(ascii: ",")) || bytes.last == UInt8(ascii: "%") else { return Double(text) }
        let point = text.replacing(",", with: ".")
        return point.hasSuffix("%") ? Double(point.dropLast()).map { $0 / 100 } : Double(point)
    }

    private static func beginsNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: ","):
            true
        default: false
        }
    }
}
