/// How VLMEvalKit matches an answer with options without a judge (`vlmeval/utils/matching_util.py`): one letter that
/// stands alone near the end, else the text of one option.
enum VLMEvalKitMatch {
    private static let refusals = [
        "Sorry, I can't help with images of people yet.", "I can't process this file.",
        "I'm sorry, but without the image provided", "Cannot determine the answer",
    ]
    private static let signs: Set<Character> = [".", "(", ")", "[", "]", ",", ":", ";", "!", "*", "#", "{", "}"]

    // Made once: a pattern is parsed each time that its literal is come by.
    nonisolated(unsafe) private static let statement = /(?i)answer\s+is\s+\**([ABCD])\**/

    /// The letter of the option that a prediction means; nil if none can be told.
    static func option(in prediction: String, options: [(letter: String, text: String)]) -> String? {
        if prediction.contains("Failed to obtain answer via API") { return text(in: prediction, options: options) }
        if refusals.contains(where: prediction.contains) { return nil }
        let words = String(prediction.map { signs.contains($0) ? " " : $0 }).split(whereSeparator: \.isWhitespace)
        let found = options.filter { option in words.contains { $0 == option.letter } }
        if found.count == 1, let place = words.firstIndex(where: { $0 == found[0].letter }), place > words.count - 5 {
            return found[0].letter
        }
        if let said = prediction.firstMatch(of: statement)?.1.uppercased(),
            options.contains(where: { $0.letter == said })
        {
            return said
        }
        return text(in: prediction, options: options)
    }

    private static func text(in prediction: String, options: [(letter: String, text: String)]) -> String? {
        guard prediction.count <= 2 * options.reduce(0, { $0 + $1.text.count }) else { return nil }
        let lower = prediction.lowercased()
        let found = options.filter { lower.contains($0.text.lowercased()) }
        return found.count == 1 ? found[0].letter : nil
    }
}
