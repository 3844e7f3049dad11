/// Texts that stand for the lack of an answer.
enum Refusal {
    private static let phrases = [
        "i'm sorry", "i’m sorry", "i am sorry", "i apologize", "i apologise", "i cannot", "i can't", "i can’t",
        "i can not", "as an ai", "unable to", "not able to", "cannot provide", "can't provide", "cannot determine",
        "cannot be determined", "cannot answer", "can't answer", "can't assist", "cannot assist", "i must decline",
        "i won't be able", "i do not have the ability", "i don't have the ability", "抱歉", "无法", "lo siento",
        "no puedo", "desculpe", "não posso", "não consigo", "je suis désolé", "es tut mir leid",
    ].map { Array($0.utf8) }
    private static let firstBytes: [Bool] = {
        var table = [Bool](repeating: false, count: 256)
        for phrase in phrases { table[Int(phrase[0])] = true }
        return table
    }()
    private static let failures = ["failed to obtain answer via api"].map { Array($0.utf8) }

    /// Whether a text declines to answer; asked only when no answer was found.
    static func isRefusal(_ text: ByteText) -> Bool {
        for position in 0..<text.count where firstBytes[Int(text.lower(position))] {
            if text.isWordByte(position - 1), text[position] < 0x80 { continue }
            if phrases.contains(where: { text.matches($0, at: position) }) { return true }
        }
        return false
    }

    /// Whether a runner put its failure to reach the model in place of the prediction (VLMEvalKit does).
    static func isFailure(_ text: ByteText) -> Bool {
        failures.contains { text.matches($0, at: 0) }
    }
}
