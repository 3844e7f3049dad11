/// A column of a LaTeX table. A number takes up to five of LaTeX's columns, so that all its parts align: the number,
/// its mark, the two ends of its interval, and the room that a long head needs. Comparators, and marks that nothing follows, take no width.
struct LaTeXColumn {
    let head: PaperTable.Column
    /// Whether its numbers are not set by siunitx.
    let isPlain: Bool
    let isLast: Bool
    /// Whether the cells hold numbers.
    let isNumeric: Bool
    /// Whether long texts need a column that breaks lines.
    let isParagraph: Bool
    private let hasComparators: Bool
    private let hasMarkColumn: Bool
    private let hasBest: Bool
    private let hasIntervals: Bool
    /// Whether the head is longer than a number with its interval.
    private let hasRoom: Bool
    private let number: String
    private let lower: String
    private let upper: String

    init(head: PaperTable.Column, cells: [PaperTable.Cell], isPlain: Bool, isLast: Bool) {
        self.head = head
        self.isLast = isLast
        let numbers = cells.compactMap { cell -> PaperTable.Number? in
            if case .number(let number) = cell.content { return number }
            return nil
        }
        let longest = cells.map { cell in
            if case .text(let text) = cell.content { return text.count }
            return 0
        }.max()
        isNumeric = head.alignment == .number
        isParagraph = !isNumeric && (longest ?? 0) > 36
        hasComparators = numbers.contains { $0.comparator != nil }
        // Numbers with comparators have the same digits everywhere, and siunitx puts what stands before a number at the
        // edge of the column.
        self.isPlain = isPlain || hasComparators
        hasBest = cells.contains { $0.mark == .best }
        hasIntervals = numbers.contains { $0.interval != nil }
        hasMarkColumn = hasIntervals && cells.contains { $0.mark == .untold || $0.mark == .significant }
        let content = numbers.map { $0.text.count + ($0.interval?.text.count ?? 0) }.max() ?? 0
        hasRoom = hasIntervals && max(head.title.count, head.unit?.count ?? 0) + 1 > content
        func format(_ texts: [String], _ options: [String] = []) -> String {
            isPlain ? "r" : Self.siunitx(texts, options)
        }
        number = hasComparators ? "c" : format(numbers.map(\.text), hasBest ? ["detect-weight", "mode=text"] : [])
        lower = format(numbers.compactMap { $0.interval?.lower })
        upper = format(numbers.compactMap { $0.interval?.upper })
    }

    /// How many of LaTeX's columns it takes.
    var width: Int { isNumeric ? 1 + (hasMarkColumn ? 1 : 0) + (hasIntervals ? 2 : 0) + (hasRoom ? 1 : 0) : 1 }

    /// Whether its specification closes with what stands between columns.
    var endsInBracket: Bool { isNumeric && hasIntervals && isLast && !hasRoom }

    var specification: String {
        guard isNumeric else {
            if isParagraph { return ">{\\raggedright\\arraybackslash}p{0.28\\linewidth}" }
            return head.alignment == .centre ? "c" : "l"
        }
        let start = number + (hasMarkColumn ? "@{}l" : "")
        guard hasIntervals else { return start }
        let end = hasRoom ? "@{]}l" : isLast ? "@{]}" : "@{]\\hspace{2\\tabcolsep}}"
        return start + "@{~[}" + lower + "@{,\\,}" + upper + end
    }

    /// The lines of the title: one, or two where the table is wide and the title long.
    func title(isWrapped: Bool) -> [String] {
        let symbol = head.symbol.map { "\\textit{\(LaTeXText.escaped($0))}" }
        let parts = isWrapped && head.alignment != .left ? Self.wrapped(head.title) : [head.title]
        var lines = parts.filter { !$0.isEmpty }.map { LaTeXText.escaped($0) }
        if let symbol { lines = lines.dropLast() + [[lines.last, symbol].compactMap(\.self).joined(separator: " ")] }
        // A comparator hangs into the space on its left, which a short head would not leave.
        return hasComparators ? lines.map { $0.count < 20 ? "\\hspace{1.5em}\($0)\\hspace{1.5em}\\mbox{}" : $0 } : lines
    }

    /// A line of the head.
    func heading(_ text: String) -> String {
        guard isNumeric else { return text }
        return text.isEmpty ? empty : span(text, alignment: hasRoom ? "l" : nil)
    }

    /// A long title in two lines, broken after the space or hyphen nearest to its middle.
    static func wrapped(_ title: String) -> [String] {
        guard title.count > 11 else { return [title] }
        let characters = Array(title)
        let breaks = characters.indices.dropLast().filter { characters[$0] == " " || characters[$0] == "-" }
        guard let best = breaks.min(by: { abs(2 * $0 + 1 - characters.count) < abs(2 * $1 + 1 - characters.count) })
        else { return [title] }
        let first = String(characters[...best])
        return [first.hasSuffix(" ") ? String(first.dropLast()) : first, String(characters[(best + 1)...])]
    }

    /// A small line below a cell.
    func small(_ text: String) -> String {
        let small = "\\scriptsize \(LaTeXText.escaped(text))"
        return isNumeric ? span(small) : small
    }

    /// No cell at all.
    var empty: String { isNumeric && width > 1 ? span("") : "" }

    func cell(_ cell: PaperTable.Cell) -> String {
        switch cell.content {
        case .missing: return isNumeric ? span("--") : "--"
        case .text(let text):
            let escaped = LaTeXText.escaped(text, isBreakable: isParagraph)
            return isNumeric ? span(escaped) : escaped
        case .number(let number): return parts(number, cell.mark).joined(separator: " & ")
        }
    }

    /// A text across the whole column: over the numbers, which plain columns have at the right.
    private func span(_ text: String, alignment: String? = nil) -> String {
        let alignment = alignment ?? (width == 1 && number == "r" ? "r" : "c")
        return "\\multicolumn{\(width)}{\(alignment)\(isLast ? "@{}" : "")}{\(text)}"
    }

    private func parts(_ number: PaperTable.Number, _ mark: PaperTable.Mark?) -> [String] {
        let digits = written(number.text)
        let comparator = number.comparator.map { "{\\llap{\(LaTeXText.escaped($0))\\,}}" } ?? ""
        let shown = comparator + (mark != .best ? digits : isPlain ? "\\textbf{\(digits)}" : "\\bfseries \(digits)")
        let raised: String? =
            switch mark {
            case .untold: "\\textsuperscript{\\dag}"
            case .significant: "\\textsuperscript{*}"
            case .best, nil: nil
            }
        var result =
            hasMarkColumn ? [shown, raised ?? ""] : [shown + (raised.map { "{\\rlap{\($0)}}" } ?? "")]
        guard hasIntervals else { return result }
        let room = hasRoom ? [""] : []
        if let interval = number.interval {
            return result + [written(interval.lower), written(interval.upper)] + room
        }
        // The brackets belong to the column, so that a number without an interval must leave it.
        let last = result.removeLast()
        let specification = hasMarkColumn ? "l" : self.number
        return result + ["\\multicolumn{1}{\(specification)}{\(last)}", "\\multicolumn{2}{l\(isLast ? "@{}" : "")}{}"]
            + room
    }

    /// A number as siunitx reads it, or as plain LaTeX shows it.
    private func written(_ text: String) -> String {
        guard !isPlain else { return LaTeXText.escaped(text) }
        return text.replacing("\u{2212}", with: "-").replacing("\u{2009}", with: "")
    }

    /// The column that reserves what the numbers take: sign, digits before and after the point.
    private static func siunitx(_ texts: [String], _ more: [String]) -> String {
        var sign = ""
        var digits = (whole: 1, fraction: 0)
        for text in texts {
            if text.hasPrefix("\u{2212}"), sign.isEmpty { sign = "-" }
            if text.hasPrefix("+") { sign = "+" }
            let parts = text.split(separator: ".", maxSplits: 1).map { $0.count { $0.isASCII && $0.isNumber } }
            digits.whole = max(digits.whole, parts.first ?? 0)
            if parts.count > 1 { digits.fraction = max(digits.fraction, parts[1]) }
        }
        var options = ["table-format=\(sign)\(digits.whole)" + (digits.fraction > 0 ? ".\(digits.fraction)" : "")]
        if sign == "+" { options.append("retain-explicit-plus") }
        if digits.whole > 3 { options.append("group-minimum-digits=4") }
        return "S[\((options + more).joined(separator: ","))]"
    }
}
