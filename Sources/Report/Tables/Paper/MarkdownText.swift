/// Plain text as GitHub's Markdown, so that nothing in it is markup, a link, a mention or a formula.
enum MarkdownText {
    static func escaped(_ text: String) -> String {
        var result = ""
        let scalars = Array(VisibleText.of(text).unicodeScalars)
        for (position, scalar) in scalars.enumerated() {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            // An entity alone is a character again before mentions and addresses of mail are looked for.
            case "@": result += "&#64;\(CommentText.breaker)"
            // Without its colon or point an address does not become a link.
            case ":" where position + 2 < scalars.count && scalars[position + 1] == "/" && scalars[position + 2] == "/":
                result += "&#58;"
            case "." where result.lowercased().hasSuffix("www"): result += "&#46;"
            case "\\", "`", "*", "_", "[", "]", "|", "~", "$", "#", "!": result += "\\\(scalar)"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
