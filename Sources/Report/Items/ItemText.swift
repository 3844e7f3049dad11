/// Texts of logs, made fit for a page: cut where they are long, with marks in place of signs that hide or turn others.
enum ItemText {
    /// A text, and how much of it is shown.
    struct Shown: Equatable, Sendable {
        var text: String
        /// How many characters (Unicode scalars) the whole has, where it was cut; nil if all is shown.
        var whole: Int?
    }

    /// The text up to a number of Unicode scalars, with invisible signs made visible.
    static func shown(_ text: String, most: Int) -> Shown {
        // A text has no more scalars than bytes.
        if text.utf8.count <= most { return Shown(text: HiddenText.visible(text), whole: nil) }
        let scalars = text.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: most, limitedBy: scalars.endIndex),
            end != scalars.endIndex
        else { return Shown(text: HiddenText.visible(text), whole: nil) }
        return Shown(text: HiddenText.visible(String(scalars[..<end])), whole: scalars.count)
    }
}
