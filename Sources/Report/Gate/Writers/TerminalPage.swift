import Findings

/// What people read on a terminal: the verdict, tables, what broke, and how the numbers were made.
///
/// No line is wider than the options allow, whatever names are. Colour repeats what words say.
struct TerminalPage {
    let content: GateContent
    let options: GateOptions

    /// Below this the numbers of a table have no room.
    private var width: Int { max(60, options.width) }
    private var ink: TerminalInk { TerminalInk(isOn: options.usesColour) }

    var text: String { TerminalText.inert(lines) }

    private var lines: [String] {
        var head = DisplayWidth.wrapped(TerminalText.line("\(content.word): \(content.headline)"), to: width)
        head[0] = head[0].replacing(
            content.word, with: ink.decision(content.word, content.decision), maxReplacements: 1)
        var lines = head
        if let notice = content.notice { lines += list(["Note: \(notice)"]) }
        for section in content.sections where !section.isForPages { lines += [""] + self.lines(section) }
        return lines + [""] + list([content.marks].compactMap(\.self) + content.notes)
    }

    private func lines(_ section: GateSection) -> [String] {
        let title = DisplayWidth.wrapped(TerminalText.line(section.title), to: width)
        let table = section.table.map { TerminalTable(table: $0, width: width, ink: ink).lines } ?? []
        let shown = section.flips.prefix(max(0, options.flips))
        let flips = shown.enumerated().flatMap { place, flip in
            TerminalFlip(flip: flip, number: place + 1, width: width, hasSeveral: content.candidates.count > 1).lines
        }
        var rest = section.lines
        if shown.count < section.flips.count {
            let count = GateWords.counted(section.flips.count - shown.count, "item")
            rest =
                ["\(count) more that turned \(section.flips.count - shown.count == 1 ? "is" : "are") in --format html."]
                + rest
        }
        return title.map(ink.strong) + table + flips + list(rest)
    }

    /// Sentences set in by two cells, and by four where they go on.
    private func list(_ sentences: [String]) -> [String] {
        sentences.flatMap { sentence in
            DisplayWidth.wrapped(TerminalText.line(sentence), to: width - 4, first: width - 2).enumerated().map {
                ($0.offset == 0 ? "  " : "    ") + $0.element
            }
        }
    }
}

/// The colours of a terminal, or none.
struct TerminalInk {
    var isOn: Bool

    func strong(_ text: String) -> String { code("1", text) }

    func decision(_ text: String, _ decision: GateDecision) -> String {
        switch decision {
        case .passed: code("1;32", text)
        case .blocked: code("1;31", text)
        case .inconclusive: code("1;33", text)
        }
    }

    func state(_ text: String, _ state: GateState) -> String {
        switch state {
        case .blocks, .failed: code("31", text)
        case .waived, .tolerated, .inconclusive: code("33", text)
        case .improved: code("32", text)
        case .passed: text
        }
    }

    private func code(_ code: String, _ text: String) -> String { isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}
