/// Takes away the LaTeX that only dresses a text: `\text{east}` is `east`, `\dfrac` is `\frac`.
enum LaTeXWrapping {
    private static let commands: [([UInt8], [UInt8])] = [
        ("\\text{", ""), ("\\textbf{", ""), ("\\textit{", ""), ("\\mathrm{", ""), ("\\mathbf{", ""), ("\\mbox{", ""),
        ("\\operatorname{", ""), ("\\left", ""), ("\\right", ""), ("\\!", ""), ("\\,", ""), ("\\;", ""),
        ("\\quad", " "),
        ("\\dfrac", "\\frac"), ("\\tfrac", "\\frac"), ("\\%", "%"), ("\\displaystyle", ""),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

    /// The text without them; braces stay and count as punctuation.
    static func removed(_ text: ByteText) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var position = 0
        while position < text.count {
            if text[position] == .of("\\"),
                let (name, plain) = commands.first(where: { text.matches($0.0, at: position) })
            {
                result += plain
                position += name.count
            } else {
                result.append(text[position])
                position += 1
            }
        }
        return result
    }
}
