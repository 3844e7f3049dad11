import Foundation

/// Texts in the language of manual pages, for groff and mandoc.
enum Roff {
    /// Prose and code as one paragraph in lines of text, code in bold.
    static func paragraph(_ text: String) -> String { lines(inline(text)) }

    /// Prose and code within a line.
    static func inline(_ text: String) -> String {
        DocumentText(text).parts.map { part in
            switch part {
            case .prose(let text): escaped(text)
            case .code(let text): bold(text)
            }
        }.joined()
    }

    static func bold(_ text: String) -> String { "\\fB\(escaped(text))\\fR" }
    static func italic(_ text: String) -> String { "\\fI\(escaped(text))\\fR" }

    /// A text of which every sign is shown as it is: in roff a backslash begins a request, and a bare `-`, `'`, `^` or `~` is
    /// another sign than the one on the keyboard.
    static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "\\": result += "\\(rs"
            case "-": result += "\\-"
            case "'": result += "\\(aq"
            case "`": result += "\\(ga"
            case "^": result += "\\(ha"
            case "~": result += "\\(ti"
            case "\"": result += "\\(dq"
            case _ where scalar.isASCII: result.unicodeScalars.append(scalar)
            default: result += "\\[u" + String(format: "%04X", scalar.value) + "]"
            }
        }
    }

    /// Lines that no request can be mistaken for: one of text must not begin with a dot.
    static func lines(_ escaped: String) -> String {
        HelpText.wrapped(escaped, width: 76).split(separator: "\n").map { $0.hasPrefix(".") ? "\\&" + $0 : String($0) }
            .joined(separator: "\n")
    }
}
