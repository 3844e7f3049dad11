/// Finds the options that a text chooses.
///
/// The rules, in order; the first that finds something decides:
/// 1. `letter`: the text is a letter with at most punctuation.
/// 2. `option-text`: the text is the text of one option.
/// 3. `boxed`: the last `\boxed{}` that holds an option.
/// 4. `statement`: the last explicit statement.
/// 5. `bold`: emphasised options, if they agree.
/// 6. `leading-letter`: the text starts with a letter that is set off ("B. Pneumonia").
/// 7. `last-line`: the last line is a letter, or ends in one or in one in brackets.
/// 8. `option-text`: the text of exactly one option occurs, not denied. Not in a refusal.
struct OptionExtraction {
    let text: ByteText
    let item: OptionItem
    let token: OptionToken

    init(text: ByteText, item: OptionItem) {
        self.text = text
        self.item = item
        token = OptionToken(text: text, item: item)
    }

    func extract() -> Extraction<UInt32> {
        if text[0] != .of("\\"), text[1] != .of("\\"), let reading = token.reading(at: 0), isOnlyClosing(reading.end) {
            return judged(reading.mask, "letter")
        }
        let folded = item.texts.isEmpty ? [] : item.texts.map { TextFolding.fold($0) }
        if let mask = wholeOption(folded) { return .found(mask, rule: "option-text") }
        for content in Reasoning.boxedContents(text) {
            if let mask = wholeText(content, folded) { return judged(mask, "boxed") }
        }
        let statements = StatementScanner<UInt32>(
            text: text, read: { position, isLinked in stated(at: position, isLinked: isLinked, folded) },
            endsThought: token.endsThought)
        let claim = lastClaim()
        if let mask = statements.last() ?? claim { return judged(mask, "statement") }
        if let mask = bold() { return judged(mask, "bold") }
        switch leadingLetter() {
        case .none: break
        case let decided: return decided
        }
        switch lastLine(folded) {
        case .none: break
        case let decided: return decided
        }
        if Refusal.isRefusal(text) { return .refused }
        if let mask = containedOption(folded) { return .found(mask, rule: "option-text") }
        return .none
    }

    /// Several options for an item that has one are a contradiction.
    private func judged(_ mask: UInt32, _ rule: String) -> Extraction<UInt32> {
        mask.nonzeroBitCount > 1 && !item.allowsSeveral ? .contradictory : .found(mask, rule: rule)
    }

    private func isOnlyClosing(_ start: Int) -> Bool {
        var position = start
        while position < text.count {
            let byte = text[position]
            if byte >= 0x80 ? !text.matches(Array("。".utf8), at: position) && byte & 0xC0 != 0x80 : byte.isLetterOrDigit {
                return false
            }
            position += 1
        }
        return true
    }

    private func wholeOption(_ folded: [[UInt8]]) -> UInt32? {
        guard let longest = folded.map(\.count).max(), text.count <= 3 * longest + 32 else { return nil }
        let whole = TextFolding.fold(text)
        let matches = folded.indices.filter { !whole.isEmpty && TextFolding.equal(whole, folded[$0]) }
        return matches.count == 1 ? 1 << matches[0] : nil
    }

    /// Reads a text that is nothing but an option.
    private func wholeText(_ content: ByteText, _ folded: [[UInt8]]) -> UInt32? {
        let inner = OptionExtraction(text: content, item: item)
        if let mask = inner.wholeOption(folded) { return mask }
        if let reading = inner.token.reading(at: 0) { return reading.mask }
        return inner.optionText(at: inner.token.skipOpeners(0).position, folded)?.value
    }

    private func stated(at position: Int, isLinked: Bool, _ folded: [[UInt8]]) -> (value: UInt32, end: Int)? {
        if let reading = token.reading(at: position) { return (reading.mask, reading.end) }
        guard isLinked else { return nil }
        return optionText(at: token.skipOpeners(position).position, folded)
    }

    /// The option with the longest text that starts at a position.
    private func optionText(at position: Int, _ folded: [[UInt8]]) -> (value: UInt32, end: Int)? {
        guard let longest = folded.map(\.count).max(), longest > 0, text.isWordByte(position) || text[position] >= 0x80
        else { return nil }
        let end = min(text.lineEnd(position), position + 3 * longest + 32)
        let following = TextFolding.fold(text.part(position..<end))
        let matches = folded.indices.filter { index in
            let option = folded[index]
            guard !option.isEmpty, following.starts(with: option) else { return false }
            return following.count == option.count || following[option.count] == 0x20
        }
        guard let best = matches.max(by: { folded[$0].count < folded[$1].count }) else { return nil }
        // Equal texts name no single option.
        guard matches.filter({ folded[$0].count == folded[best].count }).count == 1 else { return nil }
        return (1 << best, min(position + folded[best].count, end))
    }

    private static let verbs = WordSet(["is", "are", "es", "est", "é", "ist"])
    private static let between = WordSet(["the", "most", "likely", "best", "also", "la", "a", "o", "die", "clearly", "therefore"])
    private static let praise = WordSet(["correct", "right", "answer", "correcta", "correta", "richtig", "richtige", "correcte"])

    /// The last claim of the form "B is correct" or "option (C) is the right answer".
    private func lastClaim() -> UInt32? {
        var last: UInt32?
        var position = 0
        while position < text.count {
            guard text[position].isCapital, !text.isWordByte(position - 1), let reading = token.reading(at: position) else {
                position += 1
                continue
            }
            if isPraised(behind: reading.end) { last = reading.mask }
            position = max(reading.end, position + 1)
        }
        return last
    }

    private func isPraised(behind start: Int) -> Bool {
        var position = start
        func skipSigns() {
            while [.of(")"), .of("]"), .of("*"), .of("\""), .of("'"), 0x20].contains(text[position]) { position += 1 }
        }
        skipSigns()
        var word = position..<text.wordEnd(position)
        guard OptionExtraction.verbs.contains(text, word) else { return false }
        for _ in 0..<5 {
            position = word.upperBound
            skipSigns()
            word = position..<text.wordEnd(position)
            if OptionExtraction.praise.contains(text, word) { return true }
            guard OptionExtraction.between.contains(text, word) else { return false }
        }
        return false
    }

    /// Options in `**`, if all of them agree.
    private func bold() -> UInt32? {
        let mark: [UInt8] = [.of("*"), .of("*")]
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
        case .of("."), .of(")"), .of(":"), .of(","), .of("]"), .of("*"), .of("}"), .of("\""), .of("'"), .of("`"), .of(";"): true
        case 0x20: text[end + 1] == .of("-") || text[end + 1] == .of(":") || token.endsThought(end)
        case 0: end >= text.count
        case 0xE2...: true
        case let byte: byte.isLineBreak
        }
    }

    private static let labels = ["option", "choice", "answer", "letter"].map { Array($0.utf8) }

    /// The option at the start of a line, with the end of its letter.
    private func optionAtStart(_ start: Int) -> OptionToken.Reading? {
        var position = token.skipOpeners(start).position
        if let label = OptionExtraction.labels.first(where: { text.matches($0, at: position) }), text[position + label.count] == 0x20 {
            position += label.count + 1
        }
        guard let reading = token.reading(at: position) else { return nil }
        if isSetOff(reading.end) { return reading }
        // "B Pneumonia": the option's own text behind the letter.
        let index = reading.mask.trailingZeroBitCount
        return reading.mask.nonzeroBitCount == 1 && token.optionTextFollows(index, at: reading.end + 1) ? reading : nil
    }

    private func leadingLetter() -> Extraction<UInt32> {
        guard let first = optionAtStart(0) else { return .none }
        // A line right below that starts with another option makes a list of equals, or an echo of the question.
        let lineEnd = text.lineEnd(first.end)
        var next = lineEnd
        while text[next] == 0x0D { next += 1 }
        if text[next] == 0x0A { next += 1 }
        if next < text.count, let second = optionAtStart(next), second.mask != first.mask { return .contradictory }
        // The same within the line: "A) pneumonia B) effusion".
        var place = first.end + 1
        while place < lineEnd {
            if text[first.end] == .of(")"), text[place + 1] == .of(")"), text[place].isCapital,
                let other = token.loneLetter(at: place), first.mask != 1 << other { return .contradictory }
            place += 1
        }
        return judged(first.mask, "leading-letter")
    }

    private func lastLine(_ folded: [[UInt8]]) -> Extraction<UInt32> {
        var start = text.count
        while start > 0, !text[start - 1].isLineBreak { start -= 1 }
        guard start > 0 || !text.bytes.isEmpty else { return .none }
        if start > 0, let reading = optionAtStart(start) {
            // The last of a list of options is no answer.
            var previousEnd = start
            while previousEnd > 0, text[previousEnd - 1].isLineBreak { previousEnd -= 1 }
            var previous = previousEnd
            while previous > 0, !text[previous - 1].isLineBreak { previous -= 1 }
            if optionAtStart(previous) == nil { return judged(reading.mask, "last-line") }
            return .none
        }
        var found: UInt32 = 0
        var position = start
        while position < text.count {
            defer { position += 1 }
            guard text[position].isCapital, let index = token.loneLetter(at: position) else { continue }
            let isBracketed = text[position - 1] == .of("(") && text[position + 1] == .of(")")
            if (isBracketed || (isOnlyClosing(position + 1) && !OptionExtraction.isPartOfName(text, position)))
                && !OptionExtraction.isDenied(text, position) {
                found |= 1 << index
            }
        }
        guard found != 0 else { return .none }
        return judged(found, "last-line")
    }

    private static let names = WordSet([
        "vitamin", "hepatitis", "type", "factor", "group", "stage", "class", "grade", "protein", "influenza", "not", "complement",
        "immunoglobulin", "streptococcus", "toxin", "bowel", "child", "segment", "view", "panel", "figure", "image", "blood",
    ])

    /// Whether a letter belongs to a name such as "vitamin D" or "hepatitis B".
    private static func isPartOfName(_ text: ByteText, _ position: Int) -> Bool {
        guard text[position - 1] == 0x20 else { return false }
        var start = position - 1
        while text.isWordByte(start - 1) { start -= 1 }
        return names.contains(text, start..<(position - 1))
    }

    private static let negations = WordSet([
        "not", "cannot", "can't", "isn't", "never", "neither", "nor", "except", "exclude", "excludes", "excluding", "unlike", "wrong",
        "incorrect", "unlikely", "without", "nicht", "kein", "ninguna",
    ])

    /// Whether a negation stands between the start of the clause and a letter.
    private static func isDenied(_ text: ByteText, _ position: Int) -> Bool {
        var end = position
        while end > 0 {
            while end > 0, !text.isWordByte(end - 1), text[end - 1] != .of("'") {
                if [.of(","), .of(";"), .of(":"), .of("."), .of("!"), .of("?"), 0x0A].contains(text[end - 1]) { return false }
                end -= 1
            }
            var start = end
            while text.isWordByte(start - 1) || text[start - 1] == .of("'") { start -= 1 }
            if negations.contains(text, start..<end) { return true }
            end = start
        }
        return false
    }

    private static let denials: [[UInt8]] = ["not ", "no ", "without ", "rather than ", "exclude ", "unlikely ", "out "].map { Array($0.utf8) }

    /// The one option whose text occurs in the text, occurrences inside longer options and denied ones aside.
    private func containedOption(_ folded: [[UInt8]]) -> UInt32? {
        guard !folded.isEmpty else { return nil }
        let whole = [0x20] + TextFolding.fold(text) + [0x20]
        let found = folded.indices.filter { index in
            let option = folded[index]
            // Very short texts ("1", "no") occur by accident.
            guard option.count >= 3 else { return false }
            let longer = folded.filter { $0.count > option.count }
            return occurs(option, in: whole, outside: longer)
        }
        return found.count == 1 ? 1 << found[0] : nil
    }

    private func occurs(_ option: [UInt8], in whole: [UInt8], outside longer: [[UInt8]]) -> Bool {
        whole.withUnsafeBufferPointer { buffer in
            let text = ByteText(bytes: buffer)
            var start = text.firstIndex(of: option, from: 1)
            while let position = start {
                let end = position + option.count
                if text[position - 1] == 0x20, text[end] == 0x20,
                    !OptionExtraction.denials.contains(where: { text.matches([0x20] + $0, at: position - $0.count - 1) }),
                    !longer.contains(where: { covers($0, text, position..<end) }) { return true }
                start = text.firstIndex(of: option, from: position + 1)
            }
            return false
        }
    }

    private func covers(_ longer: [UInt8], _ text: ByteText, _ range: Range<Int>) -> Bool {
        let lowest = max(0, range.upperBound - longer.count)
        guard lowest <= range.lowerBound else { return false }
        return (lowest...range.lowerBound).contains { text.matches(longer, at: $0) }
    }
}
