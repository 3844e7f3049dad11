/// Writes the signs of numbers in one way: LaTeX, Unicode fractions and superscripts, digits of other scripts.
enum NumberText {
    /// The text with plain numbers; signs that no number needs stay as they are.
    static func plain(_ text: ByteText) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var position = 0
        while position < text.count {
            let byte = text[position]
            switch byte {
            case .of("$"):
                result.append(0x20)
                position += 1
            case .of("{") where text.matches([.of("{"), .of(","), .of("}")], at: position):
                result.append(.of(","))
                position += 3
            case .of("^") where text[position + 1] == .of("{"):
                result.append(byte)
                position += 2
            case .of("\\"):
                position = command(text, at: position, into: &result)
            case 0xC2, 0xC3, 0xCE, 0xD9, 0xDB, 0xE0, 0xE2:
                position = sign(text, at: position, into: &result)
            default:
                result.append(byte)
                position += 1
            }
        }
        return result
    }

    private static let commands: [([UInt8], String)] = [
        ("\\times", "x"), ("\\cdot", "x"), ("\\%", "%"), ("\\mu", "u"), ("\\text{", " "), ("\\textbf{", " "),
        ("\\mathrm{", " "), ("\\mathbf{", " "), ("\\operatorname{", " "), ("\\left", ""), ("\\right", ""),
        ("\\degree", " deg"),
        ("\\circ", " deg"), ("\\(", " "), ("\\)", " "), ("\\[", " "), ("\\]", " "), ("\\approx", " "), ("\\$", " "),
        ("\\quad", " "),
        ("\\displaystyle", " "),
    ].map { (Array($0.0.utf8), $0.1) }
    private static let fractions = ["\\frac", "\\dfrac", "\\tfrac", "\\cfrac"].map { Array($0.utf8) }

    /// Writes the LaTeX command at a position and returns where the text goes on.
    private static func command(_ text: ByteText, at position: Int, into result: inout [UInt8]) -> Int {
        if let name = fractions.first(where: { text.matches($0, at: position) }),
            let (above, middle) = group(text, at: position + name.count), let (below, end) = group(text, at: middle)
        {
            // A sign stays at its number: "-\frac{1}{2}" and "3\frac{1}{2}".
            if let last = result.last, last.isDigit { result.append(0x20) }
            result += Array(above.bytes) + [.of("/")] + Array(below.bytes) + [0x20]
            return end
        }
        if let (name, replacement) = commands.first(where: { text.matches($0.0, at: position) }) {
            if replacement == " deg", result.last == .of("^") { result.removeLast() }
            result += Array(replacement.utf8)
            return position + name.count
        }
        // "10,\!080": a space that is taken back.
        if text[position + 1] == .of("!") {
            var next = position + 2
            while text[next] == 0x20, result.last == .of(",") { next += 1 }
            return next
        }
        // Thin spaces group digits.
        if [.of(","), .of(";"), .of(":"), .of(" ")].contains(text[position + 1]) {
            space(text, next: position + 2, into: &result)
            return position + 2
        }
        result.append(text[position])
        return position + 1
    }

    /// An argument in braces without braces inside it, or a single digit.
    private static func group(_ text: ByteText, at open: Int) -> (ByteText, Int)? {
        let start = text[open] == 0x20 ? open + 1 : open
        if text[start].isDigit { return (text.part(start..<start + 1), start + 1) }
        guard text[start] == .of("{") else { return nil }
        var end = start + 1
        while end < text.count, end - start < 64, text[end] != .of("}"), text[end] != .of("{") { end += 1 }
        return text[end] == .of("}") ? (text.part(start + 1..<end), end + 1) : nil
    }

    private static func space(_ text: ByteText, next: Int, into result: inout [UInt8]) {
        if let last = result.last, last.isDigit, text[next].isDigit { return }
        result.append(0x20)
    }

    private static let signs: [UInt8: [([UInt8], String)]] = {
        let list: [(String, String)] = [
            ("−", "-"), ("×", "x"), ("·", "x"), ("⋅", "x"), ("µ", "u"), ("μ", "u"), ("°", " deg"), ("℃", " degC"),
            ("≈", " "),
            ("½", " 1/2 "), ("⅓", " 1/3 "), ("⅔", " 2/3 "), ("¼", " 1/4 "), ("¾", " 3/4 "), ("⅕", " 1/5 "),
            ("⅛", " 1/8 "),
            ("٫", "."), ("٬", ","), ("‰", "permille"),
        ]
        return Dictionary(grouping: list.map { (Array($0.0.utf8), $0.1) }, by: { $0.0[0] })
    }()
    private static let spaces = ["\u{A0}", "\u{2009}", "\u{202F}", "\u{200A}", "\u{2007}"].map { Array($0.utf8) }

    /// Writes the sign of several bytes at a position and returns where the text goes on.
    private static func sign(_ text: ByteText, at position: Int, into result: inout [UInt8]) -> Int {
        if let (name, replacement) = signs[text[position]]?.first(where: { text.matches($0.0, at: position) }) {
            result += Array(replacement.utf8)
            return position + name.count
        }
        if let name = spaces.first(where: { text.matches($0, at: position) }) {
            space(text, next: position + name.count, into: &result)
            return position + name.count
        }
        let (second, third) = (text[position + 1], text[position + 2])
        switch (text[position], second) {
        case (0xC2, 0xB9), (0xC2, 0xB2), (0xC2, 0xB3):
            superscript(second == 0xB9 ? 0x31 : second - 0xB0 + 0x30, into: &result)
            return position + 2
        case (0xE2, 0x81) where third == 0xB0 || (third >= 0xB4 && third <= 0xB9):
            superscript(third - 0xB0 + 0x30, into: &result)
            return position + 3
        case (0xE2, 0x81) where third == 0xBB:
            result += [.of("^"), .of("-")]
            return position + 3
        case (0xD9, 0xA0...0xA9):
            result.append(second - 0xA0 + 0x30)
            return position + 2
        case (0xDB, 0xB0...0xB9):
            result.append(second - 0xB0 + 0x30)
            return position + 2
        case (0xE0, 0xA5) where third >= 0xA6 && third <= 0xAF:
            result.append(third - 0xA6 + 0x30)
            return position + 3
        default:
            result.append(text[position])
            return position + 1
        }
    }

    /// Appends a raised digit; a caret stands before the first of them.
    private static func superscript(_ digit: UInt8, into result: inout [UInt8]) {
        var back = result.count - 1
        while back >= 0, result[back].isDigit, result.count - back < 8 { back -= 1 }
        let isRaised =
            back >= 0
            && (result[back] == .of("^") || (result[back] == .of("-") && back > 0 && result[back - 1] == .of("^")))
        if !isRaised { result.append(.of("^")) }
        result.append(digit)
    }
}
