/// Finds a short answer in a text: the candidate to compare with the targets, folded.
///
/// The rules, in order: `json`, `tag`, `boxed`, `statement` (what follows "the answer is" up to the end of the sentence or
/// line), `whole-text` for texts of up to 200 bytes, `last-line` if the last line is that short. The last two do not
/// apply where the text declines to answer, unless the text is a target.
struct ShortExtraction {
    let text: ByteText
    var targets: [[UInt8]] = []

    /// The longest text that can be a short answer as a whole, in bytes.
    private static let limit = 200

    func extract() -> Extraction<[UInt8]> {
        if let (span, rule) = marked() {
            let folded = span.withUnsafeBufferPointer { TextFolding.fold(ByteText(bytes: $0)) }
            if !folded.isEmpty { return .found(folded, rule: rule) }
        }
        let folded = text.count <= ShortExtraction.limit ? TextFolding.fold(text) : []
        // What declines elsewhere may be the target: "unable to determine".
        let isTarget = !folded.isEmpty && targets.contains { TextFolding.equal($0, folded) }
        if !isTarget, Refusal.isRefusal(text) { return .refused }
        if !folded.isEmpty { return .found(folded, rule: .wholeText) }
        let start = text.lastLineStart
        guard start > 0, text.count - start <= ShortExtraction.limit else { return .none }
        let line = TextFolding.fold(text.part(start..<text.count))
        return line.isEmpty ? .none : .found(line, rule: .lastLine)
    }

    private static let wrappers = ["\\text{", "\\textbf{", "\\mathrm{", "\\mathbf{"].map { Array($0.utf8) }

    /// The span that a field, tag, box or statement marks as the answer, as it is written.
    func marked() -> (span: [UInt8], rule: ExtractionRule)? {
        if let value = JSONAnswers.values(text).first { return (value, .json) }
        if let content = TaggedAnswers.contents(text).first { return (Array(content.bytes), .tag) }
        for content in Reasoning.boxedContents(text) {
            var inner = content.trimmed
            for wrapper in ShortExtraction.wrappers where inner.matches(wrapper, at: 0) {
                inner = inner.part(wrapper.count..<inner.count)
            }
            while inner.count > 0, inner[inner.count - 1] == .of("}") { inner = inner.part(0..<inner.count - 1) }
            if inner.count > 0 { return (Array(inner.bytes), .boxed) }
        }
        let scanner = StatementScanner<[UInt8]>(
            text: text,
            read: { position, isLinked in
                guard isLinked, let range = sentenceRange(at: position) else { return nil }
                return (Array(text.part(range).bytes), range.upperBound)
            }, endsThought: { _ in true })
        return scanner.last().map { ($0, .statement) }
    }

    /// The folded text up to the end of the sentence or line.
    func sentence(at start: Int) -> (value: [UInt8], end: Int)? {
        guard let range = sentenceRange(at: start) else { return nil }
        let folded = TextFolding.fold(text.part(range))
        return folded.isEmpty ? nil : (folded, range.upperBound)
    }

    /// The bytes up to the end of the sentence or line; nil if there are none, or too many for an answer.
    private func sentenceRange(at start: Int) -> Range<Int>? {
        var position = start
        // A colon or line break still belongs to the statement.
        while [0x20, 0x09, 0x0A, 0x0D, .of("*"), .of("\""), .of(":"), .of("="), .of(">"), .of("`"), .of("_")].contains(
            text[position])
        {
            position += 1
        }
        var end = position
        while end < text.count, !text[end].isLineBreak, end - position <= 4 * ShortExtraction.limit {
            let byte = text[end]
            if byte == .of("<"), text[end + 1] == .of("/") || text[end + 1] == .of("|") { break }
            if byte == .of("."), text[end + 1].isSpace || end + 1 == text.count { break }
            if byte == 0xE3, text[end + 1] == 0x80, text[end + 2] == 0x82 { break }
            end += 1
        }
        guard end > position, end - position <= 4 * ShortExtraction.limit,
            text.part(position..<end).bytes.contains(where: { $0.isLetterOrDigit || $0 >= 0x80 })
        else { return nil }
        return position..<end
    }
}
