import Findings

/// An item in a line.
enum ItemSnippet {
    static let length = 140

    /// The question without line breaks, cut; else the options, else the target.
    static func text(_ texts: ItemTexts) -> String {
        let whole =
            texts.question
            ?? (texts.options.isEmpty ? texts.targets.joined(separator: " · ") : texts.options.joined(separator: " · "))
        // White space counts once, so a little more than is shown is enough to look at.
        let head = ItemText.shown(whole, most: 4 * length)
        let line = head.text.split { $0.isWhitespace }.joined(separator: " ")
        let cut = ItemText.shown(line, most: length)
        return cut.whole == nil && head.whole == nil ? cut.text : cut.text + "…"
    }
}
