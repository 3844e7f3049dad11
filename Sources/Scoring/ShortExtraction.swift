/// Finds a short answer in a text: the candidates to compare with the targets, folded.
///
/// The rules, in order: `boxed`, `statement` (what follows "the answer is" up to the end of the sentence or line),
/// `whole-text` for texts of up to 200 bytes, `last-line` if the last line is that short.
struct ShortExtraction {
    let text: ByteText

    /// The longest text that can be a short answer as a whole, in bytes.
    private static let limit = 200

    func extract() -> Extraction<[UInt8]> {
        for content in Reasoning.boxedContents(text) {
            var inner = content.trimmed
            for wrapper in ["\\text{", "\\textbf{", "\\mathrm{", "\\mathbf{"].map({ Array($0.utf8) })
            where inner.matches(wrapper, at: 0) {
                inner = inner.part(wrapper.count..<inner.count)
            }
            let folded = TextFolding.fold(inner)
            if !folded.isEmpty { return .found(folded, rule: "boxed") }
        }
        let scanner = StatementScanner<[UInt8]>(
            text: text, read: { position, isLinked in isLinked ? sentence(at: position) : nil }, endsThought: { _ in true })
        if let folded = scanner.last() { return .found(folded, rule: "statement") }
        if Refusal.isRefusal(text) { return .refused }
        let folded = text.count <= ShortExtraction.limit ? TextFolding.fold(text) : []
        if !folded.isEmpty { return .found(folded, rule: "whole-text") }
        var start = text.count
        while start > 0, !text[start - 1].isLineBreak { start -= 1 }
        guard start > 0, text.count - start <= ShortExtraction.limit else { return .none }
        let line = TextFolding.fold(text.part(start..<text.count))
        return line.isEmpty ? .none : .found(line, rule: "last-line")
    }

    /// The folded text up to the end of the sentence or line.
    private func sentence(at start: Int) -> (value: [UInt8], end: Int)? {
        var position = start
        // A colon or line break still belongs to the statement.
        while [0x20, 0x09, 0x0A, 0x0D, .of("*"), .of("\""), .of(":"), .of("="), .of(">"), .of("`"), .of("_")].contains(text[position]) {
            position += 1
        }
        var end = position
        while end < text.count, !text[end].isLineBreak {
            let byte = text[end]
            if byte == .of("<"), text[end + 1] == .of("/") || text[end + 1] == .of("|") { break }
            if byte == .of("."), text[end + 1].isSpace || end + 1 == text.count { break }
            if byte == 0xE3, text[end + 1] == 0x80, text[end + 2] == 0x82 { break }
            end += 1
        }
        guard end - position <= 4 * ShortExtraction.limit else { return nil }
        let folded = TextFolding.fold(text.part(position..<end))
        return folded.isEmpty ? nil : (folded, end)
    }
}
