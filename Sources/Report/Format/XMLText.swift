/// Texts in XML documents.
enum XMLText {
    /// Text for the content of an element or a quoted attribute. Texts of logs come on one line, with all that an XML
    /// document may not hold, or that would turn the text around, made visible.
    static func escaped(_ text: String) -> String {
        var result = ""
        for character in VisibleText.of(text).unicodeScalars {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }
}
