/// Values as a study file has them. Names come from logs, and must end neither a text nor a comment.
enum TOMLText {
    /// A text in quotes. Signs that are not seen, or that turn the text around them, are written by their numbers.
    static func quoted(_ text: String) -> String {
        let signs = text.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            case "\n": "\\n"
            case "\t": "\\t"
            default: isSeen(scalar) ? String(Character(scalar)) : "\\U" + hexadecimal(scalar.value)
            }
        }
        return "\"" + signs.joined() + "\""
    }

    static func list(_ texts: [String]) -> String { "[" + texts.map(quoted).joined(separator: ", ") + "]" }

    private static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
        default: true
        }
    }

    private static func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}
