import Foundation

/// Questions without what runners add to them: image placeholders, white space, capital letters.
enum QuestionText {
    /// The hash of a question; 0 if nothing is left of it.
    static func hash(_ question: String) -> UInt32 {
        let plain = withoutImages(question).lowercased()
        guard plain.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { return 0 }
        return StableHash.of(spaced: plain).hash
    }

    /// Drops `<image>`, `<image 1>`, `<image_1>`, `<img>…</img>`, `[image]`, `<|vision_start|>…<|vision_end|>` and the like.
    static func withoutImages(_ question: String) -> String {
        guard question.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "[") }) else {
            return question
        }
        return question.replacingOccurrences(of: pattern, with: " ", options: [.regularExpression, .caseInsensitive])
    }

    // Bounded repeats, so that no text makes the search slow.
    private static let pattern =
        #"<img>[^<]{0,300}</img>|<\|vision_start\|>(<\|image_pad\|>){0,64}<\|vision_end\|>"#
        + #"|<\|?/?(image|img|image_pad|image_placeholder)[ _]?[0-9]{0,3}\|?/?>|\[/?(image|img)[ _]?[0-9]{0,3}\]"#
}
