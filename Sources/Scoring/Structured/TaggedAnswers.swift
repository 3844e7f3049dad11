/// Finds the answers in tags: `<answer>B</answer>`, `[ANSWER] B`, `<|answer|>`.
enum TaggedAnswers {
    /// How many tags are looked at, from the end; a text with more repeats itself.
    private static let limit = 16

    /// The contents of the tags named for an answer, the last one first.
    ///
    /// An angle tag reaches to the next closing tag or the end of the text, a tag in square brackets without a closing
    /// one to the end of its line. Tags whose name may also label an option (`<option>`) count only if they agree.
    static func contents(_ text: ByteText) -> [ByteText] {
        guard text.has(.of("<")) || text.has(.of("[")) else { return [] }
        var found: [ByteText] = []
        var candidates: [ByteText] = []
        var position = text.count - 1
        // The nearest closing tags behind the current position.
        var closingAngle: Int?
        var closingSquare: Int?
        var seen = 0
        while position >= 0, seen < limit {
            defer { position -= 1 }
            let byte = text[position]
            guard byte == .of("<") || byte == .of("[") else { continue }
            if text[position + 1] == .of("/") || text[position + 1] == .of("|") && text[position + 2] == .of("/") {
                if byte == .of("<") { closingAngle = position } else { closingSquare = position }
                continue
            }
            guard let tag = name(text, at: position), let strength = AnswerNames.strength(text, tag.name) else {
                continue
            }
            seen += 1
            let content =
                byte == .of("<")
                ? text.part(tag.end..<max(tag.end, closingAngle ?? text.count)).trimmed
                : bracketed(text, from: tag.end, closing: closingSquare)
            if content.count > 0 {
                if strength == .answer { found.append(content) } else { candidates.append(content) }
            }
        }
        if found.isEmpty, let first = candidates.first, candidates.allSatisfy({ $0.bytes.elementsEqual(first.bytes) }) {
            return [first]
        }
        return found
    }

    /// Where the last tag named for an answer starts, or nil.
    static func lastStart(_ text: ByteText) -> Int? {
        var position = text.count - 1
        while position >= 0 {
            if text[position] == .of("<"), let tag = name(text, at: position),
                AnswerNames.strength(text, tag.name) == .answer
            {
                return position
            }
            position -= 1
        }
        return nil
    }

    private static func name(_ text: ByteText, at open: Int) -> (name: Range<Int>, end: Int)? {
        let closer: UInt8 = text[open] == .of("<") ? .of(">") : .of("]")
        var start = open + 1
        while [.of("|"), .of("["), 0x20].contains(text[start]) { start += 1 }
        if text[start] == .of("/") { return nil }
        var end = start
        while end < text.count, end - start <= AnswerNames.limit, text[end] != closer {
            // Signs that no tag's name has; also a link or a list in brackets.
            if text[end].isLineBreak || text[end] == .of("<") || text[end] == .of("[") || text[end] == .of("=") {
                return nil
            }
            end += 1
        }
        guard text[end] == closer else { return nil }
        let close = end + 1
        while end > start, [.of("|"), .of(":"), 0x20].contains(text[end - 1]) { end -= 1 }
        return end > start ? (start..<end, close) : nil
    }

    /// The content behind a tag in square brackets.
    private static func bracketed(_ text: ByteText, from start: Int, closing: Int?) -> ByteText {
        if let closing { return text.part(start..<max(start, closing)).trimmed }
        var position = start
        while [.of(":"), .of("]"), .of("*")].contains(text[position]) || text[position].isSpace { position += 1 }
        return text.part(position..<text.lineEnd(position)).trimmed
    }
}
