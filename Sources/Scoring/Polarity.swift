/// The answer to a yes/no question.
enum Polarity: String, Hashable, Sendable {
    case yes, no, maybe

    private static let yesWords = WordSet(["yes", "true", "sim", "sí", "si", "oui", "ja", "yeah", "yep", "是", "有", "对"])
    private static let noWords = WordSet([
        "no", "false", "não", "nao", "non", "nein", "nope", "否", "不", "没有", "不是", "无",
    ])
    private static let maybeWords = WordSet(["maybe", "uncertain"])

    /// Reads a whole text that is one word, with punctuation around it.
    init?(word: String) {
        guard word.utf8.count <= 16 else { return nil }
        var copy = word
        guard let polarity = copy.withUTF8({ Polarity(whole: ByteText(bytes: $0)) }) else { return nil }
        self = polarity
    }

    init?(whole text: ByteText) {
        var lower = 0
        var upper = text.count
        while lower < upper, Polarity.isWrapping(text, lower) { lower += 1 }
        while upper > lower, Polarity.isWrapping(text, upper - 1) { upper -= 1 }
        // The Chinese full stop.
        if upper - lower > 3, text[upper - 3] == 0xE3, text[upper - 2] == 0x80, text[upper - 1] == 0x82 { upper -= 3 }
        self.init(text, lower..<upper)
    }

    /// Reads the word in a range.
    init?(_ text: ByteText, _ range: Range<Int>) {
        if Polarity.yesWords.contains(text, range) {
            self = .yes
        } else if Polarity.noWords.contains(text, range) {
            self = .no
        } else if Polarity.maybeWords.contains(text, range) {
            self = .maybe
        } else {
            return nil
        }
    }

    private static func isWrapping(_ text: ByteText, _ position: Int) -> Bool {
        let byte = text[position]
        return byte < 0x80 && !byte.isLetterOrDigit
    }
}
