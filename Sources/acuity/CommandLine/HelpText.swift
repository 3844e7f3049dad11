/// What stands in a command's help around the arguments and options, which CLI11 sets.
struct HelpText {
    let command: CommandDefinition

    /// The columns of a line; the lists of options are wider where their descriptions are.
    static let width = 100

    /// The first paragraph.
    var description: String {
        let summary = command.summary
        return [summary, command.description].filter { !$0.isEmpty }.map { Self.wrapped($0) }.joined(separator: "\n\n")
            + "\n"
    }

    /// The last paragraphs: notes, exit codes, examples, guides.
    var footer: String {
        var parts = command.footer.split(separator: "\n").map { Self.wrapped(String($0)) }
        if !command.exitCodes.isEmpty {
            let codes = command.exitCodes.map { "\($0.rawValue) \($0.meaning)" }
            parts.append(Self.wrapped("Exit codes: " + codes.joined(separator: "; ") + "; see `acuity --help`."))
        }
        if !command.examples.isEmpty {
            let lines = command.examples.map { "  \($0.line)\n      \($0.purpose)" }
            parts.append((["Examples:"] + lines).joined(separator: "\n"))
        }
        if !command.guides.isEmpty {
            let files = command.guides.map { "docs/\($0.file)" }
            parts.append(Self.wrapped("See " + files.joined(separator: ", ") + "."))
        }
        return parts.joined(separator: "\n\n")
    }

    /// A paragraph in lines of at most `width` columns; a longer word stands alone. Texts are ASCII or nearly so.
    static func wrapped(_ text: String, width: Int = width) -> String {
        var lines: [String] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines.joined(separator: "\n")
    }
}
