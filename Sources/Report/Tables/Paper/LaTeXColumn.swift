/// A column of a LaTeX table. A number takes up to five of LaTeX's columns, so that all its parts align: the
/// comparator, the number, its mark, and the two ends of its interval.
struct LaTeXColumn {
    let head: PaperTable.Column
    let isPlain: Bool
    let isLast: Bool
    /// Whether the cells hold numbers.
    let isNumeric: Bool
    /// Whether long texts need a column that breaks lines.
    let isParagraph: Bool
    private let hasComparators: Bool
    private let hasMarks: Bool
    private let hasBest: Bool
    private let hasIntervals: Bool
    private let number: String
    private let lower: String
    private let upper: String

    init(head: PaperTable.Column, cells: [PaperTable.Cell], isPlain: Bool, isLast: Bool) {
        self.head = head
        self.isPlain = isPlain
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
        hasMarks = cells.contains { $0.mark == .untold || $0.mark == .significant }
        hasBest = cells.contains { $0.mark == .best }
        hasIntervals = numbers.contains { $0.interval != nil }
        func format(_ texts: [String], isBold: Bool = false) -> String {
            isPlain ? "r" : Self.siunitx(texts, isBold: isBold)
        }
        number = format(numbers.map(\.text), isBold: hasBest)
        lower = format(numbers.compactMap { $0.interval?.lower })
        upper = format(numbers.compactMap { $0.interval?.upper })
    }

    /// How many of LaTeX's columns it takes.
    var width: Int { isNumeric ? 1 + (hasComparators ? 1 : 0) + (hasMarks ? 1 : 0) + (hasIntervals ? 2 : 0) : 1 }

    /// Whether its specification closes with what stands between columns.
    var endsInBracket: Bool { isNumeric && hasIntervals && isLast }

    var specification: String {
        guard isNumeric else {
            if isParagraph { return ">{\\raggedright\\arraybackslash}p{0.28\\linewidth}" }
            return head.alignment == .centre ? "c" : "l"
        }
        let start = (hasComparators ? "r@{\\,}" : "") + number + (hasMarks ? "@{}l" : "")
        guard hasIntervals else { return start }
        return start + "@{\\,[}" + lower + "@{,\\,}" + upper + (isLast ? "@{]}" : "@{]\\hspace{2\\tabcolsep}}")
    }

    /// The first line of the head.
    var title: String {
        let symbol = head.symbol.map { "\\textit{\(LaTeXText.escaped($0))}" }
        let title = [head.title].filter { !$0.isEmpty }.map { LaTeXText.escaped($0) }
        return heading((title + [symbol].compactMap(\.self)).joined(separator: " "))
    }

    /// The second line of the head.
    var unit: String { heading(LaTeXText.escaped(head.unit ?? "")) }

    private func heading(_ text: String) -> String {
        guard isNumeric else { return text }
        return text.isEmpty ? empty : span(text)
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

    private func span(_ text: String) -> String { "\\multicolumn{\(width)}{\(isLast ? "c@{}" : "c")}{\(text)}" }

    private func parts(_ number: PaperTable.Number, _ mark: PaperTable.Mark?) -> [String] {
        var result: [String] = []
        if hasComparators { result.append(number.comparator.map { LaTeXText.escaped($0) } ?? "") }
        let digits = written(number.text)
        result.append(mark != .best ? digits : isPlain ? "\\textbf{\(digits)}" : "\\bfseries \(digits)")
        if hasMarks {
            switch mark {
            case .untold: result.append("\\textsuperscript{\\dag}")
            case .significant: result.append("\\textsuperscript{*}")
            case .best, nil: result.append("")
            }
        }
        guard hasIntervals else { return result }
        if let interval = number.interval { return result + [written(interval.lower), written(interval.upper)] }
        // The brackets belong to the column, so that a number without an interval must leave it.
        let last = result.removeLast()
        let specification = hasMarks ? "l" : self.number
        return result + ["\\multicolumn{1}{\(specification)}{\(last)}", "\\multicolumn{2}{l\(isLast ? "@{}" : "")}{}"]
    }

    /// A number as siunitx reads it, or as plain LaTeX shows it.
    private func written(_ text: String) -> String {
        guard !isPlain else { return LaTeXText.escaped(text) }
        return text.replacing("\u{2212}", with: "-").replacing("\u{2009}", with: "")
    }

    /// The column that reserves what the numbers take: sign, digits before and after the point.
    private static func siunitx(_ texts: [String], isBold: Bool) -> String {
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
        if isBold { options += ["detect-weight", "mode=text"] }
        return "S[\(options.joined(separator: ","))]"
    }
}
