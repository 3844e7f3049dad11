import Findings

/// An item that turned, with both answers side by side.
struct TerminalFlip {
    let flip: FlipFinding
    let number: Int
    let width: Int
    /// Whether there are several candidates, so that this one is named.
    let hasSeveral: Bool

    /// How many lines a text may take.
    private static let longest = 4

    // Every line begins with a number or a bar, so that no text of a model stands at the start of one.
    var lines: [String] {
        let title = DisplayWidth.wrapped(
            TerminalText.line(FlipWords.title(flip, withCandidate: hasSeveral)), to: width - 6)
        var lines = title.enumerated().map {
            ($0.offset == 0 ? DisplayWidth.padded("\(number).", to: 4) : "    ") + $0.element
        }
        if let question = flip.question { lines += labelled("asked", question) }
        if !flip.targets.isEmpty { lines += labelled("expected", flip.targets.joined(separator: " or ")) }
        // Two columns with a bar before each: "    │ " and " │ ".
        let left = (width - 9) / 2
        let right = width - 9 - left
        let columns = (column("base", flip.baselineAnswer, left), column("cand", flip.candidateAnswer, right))
        for line in 0..<max(columns.0.count, columns.1.count) {
            let first = columns.0.indices.contains(line) ? columns.0[line] : ""
            let second = columns.1.indices.contains(line) ? columns.1[line] : ""
            lines.append("    │ \(DisplayWidth.padded(first, to: left)) │ \(second)".trimmingSpaces)
        }
        return lines
    }

    private func labelled(_ label: String, _ text: String) -> [String] {
        let inner = width - 6 - 10
        return limited(DisplayWidth.wrapped(TerminalText.line(text), to: inner), inner).enumerated().map {
            "    │ " + DisplayWidth.padded($0.offset == 0 ? label : "", to: 10) + $0.element
        }
    }

    private func column(_ side: String, _ answer: FlipAnswer, _ width: Int) -> [String] {
        let head = limited(
            DisplayWidth.wrapped("\(side): \(TerminalText.line(FlipWords.answer(answer)))", to: width), width)
        let body = answer.text.map { limited(DisplayWidth.wrapped(TerminalText.line($0), to: width), width) } ?? []
        return head + body + [DisplayWidth.cut("(\(TerminalText.line(FlipWords.source(answer))))", to: width)]
    }

    /// The first lines, with an ellipsis where there are more.
    private func limited(_ lines: [String], _ width: Int) -> [String] {
        guard lines.count > Self.longest else { return lines }
        var shown = Array(lines.prefix(Self.longest))
        while DisplayWidth.of(shown[Self.longest - 1]) > width - 2 { shown[Self.longest - 1].removeLast() }
        shown[Self.longest - 1] += " …"
        return shown
    }
}

extension String {
    /// The text without spaces at its end.
    fileprivate var trimmingSpaces: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
