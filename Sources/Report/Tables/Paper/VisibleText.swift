/// Texts of logs on one line, without characters that do something instead of being shown.
enum VisibleText {
    /// Line ends and tabs become spaces; control characters, overrides of the direction and other invisible characters
    /// become `\u{1b}`. The joiners of emoji and of Arabic and Indic scripts stay.
    static func of(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\t", "\n", "\r", "\u{2028}", "\u{2029}", "\u{85}": result += " "
            case "\u{200C}", "\u{200D}": result.unicodeScalars.append(scalar)
            default:
                let category = scalar.properties.generalCategory
                if category == .control || category == .format || category == .privateUse || category == .unassigned {
                    result += "\\u{" + String(scalar.value, radix: 16) + "}"
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result
    }
}
