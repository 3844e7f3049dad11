/// Finds the number that a text answers with.
///
/// The rules, in order: `number` (the text is a number), `json`, `tag`, `boxed`, `statement` ("The answer is about 12 mg",
/// `#### 12`), `bold` (emphasised numbers that agree), `last-line` (its only number), and, unless the text declines to
/// answer, `last-number`. Numbers in names (5-HT), ranges (5-10), dates and versions are none.
struct NumericExtraction {
    let text: ByteText

    func extract() -> Extraction<Quantity> {
        let plain = NumberText.plain(text)
        return plain.withUnsafeBufferPointer { extract(ByteText(bytes: $0)) }
    }

    private func extract(_ plain: ByteText) -> Extraction<Quantity> {
        if let quantity = NumericExtraction.whole(plain) { return .found(quantity, rule: .number) }
        for value in JSONAnswers.values(text) {
            if let quantity = value.withUnsafeBufferPointer({ NumericExtraction.content(ByteText(bytes: $0)) }) {
                return .found(quantity, rule: .json)
            }
        }
        for content in TaggedAnswers.contents(text) {
            if let quantity = NumericExtraction.content(content) { return .found(quantity, rule: .tag) }
        }
        let boxes = Reasoning.boxedContents(text)
        for content in boxes {
            if let quantity = NumericExtraction.content(content) { return .found(quantity, rule: .boxed) }
        }
        // A box with several numbers answers something else; a number from the prose would be a guess.
        if !boxes.isEmpty, NumericExtraction.scan(plain, upTo: 2).count > 1, !boxes[0].bytes.isEmpty {
            return .contradictory
        }
        if let quantity = NumericExtraction.stated(plain) { return .found(quantity, rule: .statement) }
        if let quantity = NumericExtraction.bold(plain) { return .found(quantity, rule: .bold) }
        let lastLine = plain.part(plain.lastLineStart..<plain.count)
        let onLine = NumericExtraction.scan(lastLine, upTo: 2)
        if onLine.count == 1, let quantity = onLine.last { return .found(quantity, rule: .lastLine) }
        if Refusal.isRefusal(text) { return .refused }
        if let last = NumericExtraction.scan(plain).last { return .found(last, rule: .lastNumber) }
        return .none
    }

    /// The quantity that a text is: a number with signs around it, or the word for a small one.
    static func whole(_ text: ByteText) -> Quantity? {
        guard text.count <= 400 else { return nil }
        let start = skipLead(text, at: 0)
        if let found = word(text, at: start), isOnlyClosing(text, found.end) { return found.quantity }
        guard case .quantity(let quantity, let end)? = NumberReader(text: text).reading(at: start),
            isOnlyClosing(text, end)
        else { return nil }
        return quantity
    }

    /// The quantity of a target, or nil if the target is no number. In a worked solution it stands behind `####`.
    static func target(_ target: String) -> Quantity? {
        var copy = target
        return copy.withUTF8 { bytes in
            var text = ByteText(bytes: bytes).trimmed
            if let mark = text.lastIndex(of: Array("####".utf8)) { text = text.part(mark + 4..<text.count).trimmed }
            // "(2,4)" is a pair, not 2.4.
            guard text.count <= 64, !(text[0] == .of("(") && text.bytes.contains(.of(","))) else { return nil }
            let plain = NumberText.plain(text)
            return plain.withUnsafeBufferPointer { whole(ByteText(bytes: $0)) }
        }
    }

    /// The quantity of a field, tag or box: the whole content, a statement in it, or its only number.
    private static func content(_ content: ByteText) -> Quantity? {
        let plain = NumberText.plain(content)
        return plain.withUnsafeBufferPointer { buffer in
            let text = ByteText(bytes: buffer).trimmed
            if let quantity = whole(text) ?? stated(text) { return quantity }
            let all = scan(text, upTo: 2)
            return all.count == 1 ? all.last : nil
        }
    }

    private static func stated(_ text: ByteText) -> Quantity? {
        StatementScanner<Quantity>(
            text: text,
            read: { position, _ in
                let start = skipLead(text, at: position)
                if let found = word(text, at: start) { return (found.quantity, found.end) }
                guard case .quantity(let quantity, let end)? = NumberReader(text: text).reading(at: start) else {
                    return nil
                }
                return (quantity, end)
            },
            endsThought: { isOnlyClosing(text, $0, limit: text.lineEnd($0, limit: 64)) }
        ).last()
    }

    private static func bold(_ text: ByteText) -> Quantity? {
        let mark: [UInt8] = [.of("*"), .of("*")]
        var found: Quantity?
        var start = text.firstIndex(of: mark)
        while let open = start, let close = text.firstIndex(of: mark, from: open + 2) {
            if let quantity = whole(text.part(open + 2..<close)) {
                if let found, found != quantity { return nil }
                found = quantity
            }
            start = text.firstIndex(of: mark, from: close + 2)
        }
        return found
    }

    /// How many quantities a text holds, and the last of them; reading stops when there are `limit`.
    private static func scan(_ text: ByteText, upTo limit: Int = .max) -> (count: Int, last: Quantity?) {
        let reader = NumberReader(text: text)
        var found: (count: Int, last: Quantity?) = (0, nil)
        var position = 0
        while position < text.count, found.count < limit {
            switch reader.reading(at: position) {
            case .quantity(let quantity, let end):
                found = (found.count + 1, quantity)
                position = max(end, position + 1)
            case .other(let end): position = max(end, position + 1)
            case nil: position += 1
            }
        }
        return found
    }

    private static let approximations = WordSet([
        "about", "approximately", "around", "roughly", "nearly", "almost", "exactly", "approx", "aproximadamente",
        "environ", "ungefähr", "etwa", "circa", "около", "примерно", "equal", "equals",
    ])
    private static let leads: [UInt8] = [
        0x20, 0x09, .of("*"), .of("\""), .of("'"), .of("("), .of("["), .of("`"), .of("~"), .of("="), .of(">"), .of("_"),
        .of("{"),
        .of(":"), .of("#"),
    ]

    /// Skips signs and words such as "about" before a number.
    private static func skipLead(_ text: ByteText, at start: Int) -> Int {
        var position = start
        for _ in 0..<4 {
            while position < start + 64, leads.contains(text[position]) { position += 1 }
            let word = position..<text.wordEnd(position)
            // "x = 5".
            if word.count == 1, text[position].isLetter, let equals = equalsSign(text, at: position + 1) {
                position = equals + 1
                continue
            }
            guard word.count <= 24, approximations.contains(text, word) else { break }
            position = word.upperBound
        }
        return position
    }

    private static func equalsSign(_ text: ByteText, at start: Int) -> Int? {
        let position = text[start] == 0x20 ? start + 1 : start
        return text[position] == .of("=") ? position : nil
    }

    private static func isOnlyClosing(_ text: ByteText, _ start: Int, limit: Int = .max) -> Bool {
        var position = start
        while position < min(text.count, limit) {
            let byte = text[position]
            if byte.isLetterOrDigit || (byte >= 0x80 && !text.matches(fullStop, at: position) && byte & 0xC0 != 0x80) {
                return false
            }
            position += 1
        }
        return true
    }

    private static let fullStop = Array("。".utf8)

    private static let words: [[UInt8]] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ].map { Array($0.utf8) }

    private static let of = Array(" of ".utf8)

    /// The number whose English word stands at a position.
    private static func word(_ text: ByteText, at position: Int) -> (quantity: Quantity, end: Int)? {
        guard let value = words.firstIndex(where: { text.matches($0, at: position) }) else { return nil }
        let end = position + words[value].count
        // "One of them" counts nothing.
        guard !text.isWordByte(end), text[end] != .of("-"), !text.matches(of, at: end) else { return nil }
        return (Quantity(number: String(value), value: Double(value), decimals: 0, unit: ""), end)
    }
}
