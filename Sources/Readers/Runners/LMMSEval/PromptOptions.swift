/// Options that stand in a prompt, a line each, from `A.`, `A)` or `(A)` upward.
enum PromptOptions {
    /// The texts of the last such block with at least two options, in order; empty if there is none.
    static func texts(in prompt: String) -> [String] {
        var best: [String] = []
        var block: [String] = []
        for line in prompt.split(separator: "\n") {
            guard let option = option(line) else { continue }
            if option.index == block.count {
                block.append(option.text)
            } else {
                block = option.index == 0 ? [option.text] : []
            }
            if block.count > 1 { best = block }
        }
        return best
    }

    /// The text of an option and which one it is, if a line is one.
    private static func option(_ line: Substring) -> (index: Int, text: String)? {
        var rest = line.drop { $0 == " " || $0 == "\t" }
        let isBracketed = rest.first == "("
        if isBracketed { rest.removeFirst() }
        guard let letter = rest.first?.asciiValue, (0x41...0x5A).contains(letter) else { return nil }
        rest.removeFirst()
        guard let sign = rest.first, sign == ")" || (!isBracketed && (sign == "." || sign == ":")) else { return nil }
        rest.removeFirst()
        guard rest.first == " " else { return nil }
        return (Int(letter) - 0x41, String(rest.drop { $0 == " " }))
    }
}
