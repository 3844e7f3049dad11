/// Finds options by where they stand: emphasised, at the start of the text, on the last line.
struct OptionPlaces {
    let text: ByteText
    let item: OptionItem
    let token: OptionToken

    /// What the start of a text holds.
    enum Lead {
        case one(UInt32)
        case different
        case none
    }

    /// Options in `**`, if all of them agree.
    func bold() -> UInt32? {
        let mark: [UInt8] = [.of("*"), .of("*")]
        guard text.has(.of("*")) else { return nil }
        var found: UInt32?
        var start = text.firstIndex(of: mark)
        while let open = start {
            guard let close = text.firstIndex(of: mark, from: open + 2) else { break }
            if let reading = token.reading(at: open + 2), reading.end <= close, isSetOff(reading.end) {
                if let found, found != reading.mask { return nil }
                found = reading.mask
            }
            start = text.firstIndex(of: mark, from: close + 2)
        }
        return found
    }

    /// Whether a sign stands behind a letter that sets it off from a sentence.
    private func isSetOff(_ end: Int) -> Bool {
        switch text[end] {
        case .of("."), .of(")"), .of(":"), .of(","), .of("]"), .of("*"), .of("}"), .of("\""), .of("'"), .of("`"),
            .of(";"):
            true
        case 0x20: text[end + 1] == .of("-") || text[end + 1] == .of(":") || token.endsThought(end)
        case 0: end >= text.count
        case 0xE2...: true
        case let byte: byte.isLineBreak
        }
    }

    private static let labels = [
        "option", "choice", "answer", "letter", "opción", "opção", "alternativa", "opzione", "вариант", "选项", "選項",
    ].map { Array($0.utf8) }

    /// The option at the start of a line, with the end of its letter.
    private func optionAtStart(_ start: Int) -> OptionToken.Reading? {
        var position = token.skipOpeners(start).position
        if let label = OptionPlaces.labels.first(where: { text.matches($0, at: position) }) {
            if text[position + label.count] == 0x20 {
                position += label.count + 1
            } else if label[0] >= 0xE2 {
                position += label.count
            }
        }
        guard let reading = token.reading(at: position) else { return nil }
        if isSetOff(reading.end) { return reading }
        // "B Pneumonia": the option's own text behind the letter.
        let index = reading.mask.trailingZeroBitCount
        return reading.mask.nonzeroBitCount == 1 && token.optionTextFollows(index, at: reading.end + 1) ? reading : nil
    }

    /// The letter at the start of the text; different ones if the text is a list of options.
    func leadingLetter() -> Lead {
        guard let first = optionAtStart(0) else { return .none }
        // A line right below that starts with another option makes a list of equals, or an echo of the question.
        let lineEnd = text.lineEnd(first.end)
        var next = lineEnd
        while text[next] == 0x0D { next += 1 }
        if text[next] == 0x0A { next += 1 }
        if next < text.count, let second = optionAtStart(next), second.mask != first.mask { return .different }
        // The same within the line: "A) pneumonia B) effusion".
        guard text[first.end] == .of(")") else { return .one(first.mask) }
        var place = first.end + 1
        while place < lineEnd {
            if text[place + 1] == .of(")"), text[place].isCapital, let other = token.loneLetter(at: place),
                first.mask != 1 << other
            {
                return .different
            }
            place += 1
        }
        return .one(first.mask)
    }

    /// The options on the last line: at its start, in brackets, or at its end.
    func lastLine() -> UInt32? {
        let start = text.lastLineStart
        if start > 0, let reading = optionAtStart(start) {
            // The last of a list of options is no answer.
            var previousEnd = start
            while previousEnd > 0, text[previousEnd - 1].isLineBreak { previousEnd -= 1 }
            var previous = previousEnd
            while previous > 0, !text[previous - 1].isLineBreak { previous -= 1 }
            return optionAtStart(previous) == nil ? reading.mask : nil
        }
        var found: UInt32 = 0
        for position in start..<text.count {
            guard text[position].isCapital, let index = token.loneLetter(at: position) else { continue }
            let isBracketed = text[position - 1] == .of("(") && text[position + 1] == .of(")")
            let isLast = { token.isOnlyClosing(position + 1) && !isPartOfName(position) }
            if isBracketed || isLast(), !Denial.precedes(text, position) { found |= 1 << index }
        }
        return found == 0 ? nil : found
    }

    private static let names = WordSet([
        "vitamin", "hepatitis", "type", "factor", "group", "stage", "class", "grade", "protein", "influenza", "not",
        "complement",
        "immunoglobulin", "streptococcus", "toxin", "bowel", "child", "segment", "view", "panel", "figure", "image",
        "blood",
        "vitamina", "vitamine", "tipo", "grupo", "fator", "facteur", "typ", "грипп", "гепатит", "витамин",
    ])

    /// Whether a letter belongs to a name such as "vitamin D" or "hepatitis B".
    private func isPartOfName(_ position: Int) -> Bool {
        guard text[position - 1] == 0x20 else { return false }
        var start = position - 1
        while start > position - 48, text.isWordByte(start - 1) { start -= 1 }
        return OptionPlaces.names.contains(text, start..<(position - 1))
    }
}
