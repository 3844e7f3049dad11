/// Finds explicit statements of an answer, such as "The answer is (B)", "Answer: yes" or "选B".
///
/// A statement is an anchor (a word such as "answer"), then linking words or signs ("is", ":") and words that add
/// nothing ("most", "likely", "option"), then whatever `read` accepts. The last statement of a text counts, because
/// models correct themselves; statements without a link ("final answer B") count only if they all agree.
struct StatementScanner<Value: Equatable> {
    let text: ByteText
    /// Reads an answer at a position; `isLinked` tells whether a link stood before it.
    let read: (_ position: Int, _ isLinked: Bool) -> (value: Value, end: Int)?
    /// Whether only closing signs stand between a position and the end of a line or sentence.
    let endsThought: (Int) -> Bool

    /// The value of the last linked statement, else that of the unlinked ones if they agree, else nil.
    func last() -> Value? {
        var linked: Value?
        var unlinked: Value?
        var unlinkedDisagree = false
        var position = 0
        while position < text.count {
            guard let anchor = Anchors.anchor(text, at: position) else {
                position = Anchors.nextCandidate(text, after: position)
                continue
            }
            if let found = statement(after: anchor, at: position) {
                if found.isLinked {
                    linked = found.value
                } else {
                    unlinkedDisagree = unlinkedDisagree || (unlinked != nil && unlinked != found.value)
                    unlinked = found.value
                }
                position = max(found.end, anchor.end)
            } else {
                position = anchor.end
            }
        }
        return linked ?? (unlinkedDisagree ? nil : unlinked)
    }

    private func statement(after anchor: Anchors.Anchor, at start: Int) -> (value: Value, end: Int, isLinked: Bool)? {
        var position = anchor.end
        var isLinked = anchor.isVerb
        // Long chains of filling words are prose, not a statement.
        for _ in 0..<24 {
            if isLinked || position > anchor.end, let found = read(position, isLinked) {
                if isLinked || endsThought(found.end) { return (found.value, found.end, isLinked) }
                if !text[position].isSpace { return nil }
            }
            switch Anchors.step(text, at: position, isLinked: isLinked) {
            case .link(let end):
                isLinked = true
                position = end
            case .filling(let end):
                position = end
            case .end:
                // The answer under a heading: "## Answer", then a line break.
                guard !isLinked, text[position].isLineBreak, isHeading(start) else { return nil }
                isLinked = true
                position += 1
            }
        }
        return nil
    }

    /// Whether the line of a position starts like a heading: with `#` or emphasis.
    private func isHeading(_ position: Int) -> Bool {
        var start = position
        while start > position - 80, start > 0, !text[start - 1].isLineBreak { start -= 1 }
        return text[start] == .of("#") || (text[start] == .of("*") && text[start + 1] == .of("*"))
    }
}
