/// The answer to a yes/no question.
enum Polarity: String, Hashable, Sendable {
    case yes, no, maybe

    private static let yesWords = WordSet([
        "yes", "true", "sim", "sí", "si", "sì", "oui", "ja", "yeah", "yep", "да", "так", "evet", "tak", "نعم", "是", "有",
        "对", "對",
        "是的", "存在", "はい", "예", "네",
    ])
    private static let noWords = WordSet([
        "no", "false", "não", "nao", "non", "nein", "nope", "нет", "ні", "nee", "hayır", "nie", "لا", "否", "不", "没有",
        "沒有",
        "不是", "无", "無", "没", "不存在", "いいえ", "아니요", "아니오",
    ])
    private static let maybeWords = WordSet([
        "maybe", "uncertain", "不确定", "不確定",
    ])
    /// Words that start like an answer but are none: cannot, whether, do not know, sometimes, compared.
    static let lookAlikes = [
        "无法", "無法", "是否", "不知道", "不清楚", "不能", "有没有", "有沒有", "有时", "有可能", "对比", "对于", "對於", "네이", "예를", "예로",
        "没有办法", "有些",
    ].map { Array($0.utf8) }

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
