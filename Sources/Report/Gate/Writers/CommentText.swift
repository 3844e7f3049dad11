/// Plain text in a comment of a forge, so that nothing in it is markup, a link, a mention or a reference.
///
/// GitHub looks for mentions (`@name`), references (`#12`, `GH-12`), addresses, commits and emoji in the text that the
/// markup has become, where an entity is a character again. So these are also broken by a space without width, which
/// untrusted text cannot hold itself: `VisibleText` shows it.
enum CommentText {
    static let breaker = "&#8203;"

    /// The text for a line of Markdown, a cell of its tables, or an element of HTML within.
    static func escaped(_ text: String) -> String {
        var result = ""
        let scalars = Array(VisibleText.of(text).unicodeScalars)
        var hexadecimal = 0
        for (position, scalar) in scalars.enumerated() {
            if scalar == ".", ends(scalars, position, with: "www") { result += breaker }
            // What looks like a commit (seven digits or more) is broken before its seventh digit, numbers with a point
            // too.
            hexadecimal = isHexadecimal(scalar) ? hexadecimal + 1 : 0
            if hexadecimal == 7 {
                result += breaker
                hexadecimal = 1
            }
            if isMarkup(scalar) {
                result += "&#\(scalar.value);"
            } else {
                result.unicodeScalars.append(scalar)
            }
            let next = scalars.indices.contains(position + 1) ? scalars[position + 1] : " "
            switch scalar {
            case "@", "#": result += breaker
            // Addresses (`http://`) and emoji (`:name:`).
            case ":" where next != " ": result += breaker
            case "-" where ends(scalars, position, with: "gh"): result += breaker
            default: break
            }
        }
        return result
    }

    /// Text of a model: as code, in which forges look for nothing.
    static func code(_ text: String) -> String { "<code>\(escaped(text))</code>" }

    /// Punctuation of ASCII that may begin or end markup, a table's cell, a formula or an entity.
    private static func isMarkup(_ scalar: Unicode.Scalar) -> Bool {
        "&<>\"\\`*_[]|~$#!@".unicodeScalars.contains(scalar)
    }

    private static func isHexadecimal(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || ("a"..."f").contains(scalar) || ("A"..."F").contains(scalar)
    }

    private static func ends(_ scalars: [Unicode.Scalar], _ position: Int, with word: String) -> Bool {
        let start = position - word.unicodeScalars.count
        guard start >= 0 else { return false }
        return zip(scalars[start..<position], word.unicodeScalars).allSatisfy {
            $0.properties.lowercaseMapping == String($1)
        }
    }
}
