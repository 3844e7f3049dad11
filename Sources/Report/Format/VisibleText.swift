/// Texts of logs on one line, without characters that do something instead of being shown.
enum VisibleText {
    /// The text with a space for each line end and tab, and other signs that hide or turn text as `HiddenText` shows them.
    static func of(_ text: String) -> String {
        HiddenText.visible(String(String.UnicodeScalarView(text.unicodeScalars.map { endsLine($0) ? " " : $0 })))
    }

    private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\t", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
        default: false
        }
    }
}
