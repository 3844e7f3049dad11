import Findings

/// A comment on a pull request: the verdict, a short table, and the rest folded.
///
/// GitHub takes 65,536 characters; what would go beyond 60,000 is left out and counted.
struct MarkdownComment {
    let content: GateContent
    let options: GateOptions

    static let limit = 60_000
    /// Cells and texts in a comment are short; the page of HTML has them whole.
    private static let longestName = 60
    private static let longestText = 400

    var text: String {
        var comment = Comment(limit: Self.limit)
        let emoji =
            switch content.decision {
            case .passed: "✅"
            case .blocked: "⛔"
            case .inconclusive: "⚠️"
            }
        let title = DisplayWidth.cut(content.title, to: 120)
        comment.add(
            open: "### \(emoji) \(content.word): \(CommentText.escaped(title))\n\n"
                + CommentText.escaped(Words.cut(content.sentence, to: 1500)) + "\n")
        if let notice = content.notice {
            comment.add(open: "\n> **Note:** \(CommentText.escaped(Words.cut(notice, to: 500)))\n")
        }
        for section in content.sections where !section.isFolded { addShort(section, to: &comment) }
        for section in content.sections { addFolded(section, to: &comment) }
        comment.add(
            open: "\n<details><summary>How the numbers were made</summary>\n\n",
            rows: content.notes.map { "- \(CommentText.escaped($0))\n" }, close: "\n</details>\n")
        return comment.text
    }

    private func addShort(_ section: GateSection, to comment: inout Comment) {
        let table = section.table
        let rows = table?.rows.filter { !$0.isAside } ?? []
        let title = "\n**\(CommentText.escaped(section.title))**\n"
        if let table, rows.contains(where: hasNumbers) {
            comment.add(open: title + "\n" + head(table), rows: rows.map(row))
            if !section.lines.isEmpty {
                comment.add(open: "\n" + section.lines.map(line).joined(separator: "\n") + "\n")
            }
        } else if !section.lines.isEmpty {
            comment.add(open: title + "\n", rows: section.lines.map { "- \(line($0))\n" })
        }
    }

    private func hasNumbers(_ row: GateTable.Row) -> Bool { row.cells.dropFirst().contains { !$0.text.isEmpty } }

    private func addFolded(_ section: GateSection, to comment: inout Comment) {
        let summary: (String) -> String = { "\n<details><summary>\(CommentText.escaped($0))</summary>\n\n" }
        if section.isFolded {
            let open = summary(section.title)
            if let table = section.table {
                comment.add(
                    open: open + head(table), rows: table.rows.map(row),
                    close: section.lines.map { "\n- \(line($0))" }.joined() + "\n\n</details>\n")
            } else {
                let shown = section.flips.prefix(max(0, options.flips))
                let unshown = section.flips.count - shown.count
                let rest =
                    unshown > 0
                    ? ["\(GateWords.counted(unshown, "item")) more that turned: see the page of --format html."] : []
                comment.add(
                    open: open, rows: shown.map(flip) + (rest + section.lines).map { "- \(line($0))\n" },
                    close: "\n</details>\n")
            }
        } else if let table = section.table, table.rows.contains(where: \.isAside) {
            comment.add(
                open: summary("\(section.title): all \(GateWords.counted(table.rows.filter(hasNumbers).count, "row"))")
                    + head(table), rows: table.rows.map(row), close: "\n</details>\n")
        }
    }

    private func head(_ table: GateTable) -> String {
        "| " + table.columns.map { CommentText.escaped($0.title) }.joined(separator: " | ") + " |\n| "
            + table.columns.map { $0.alignment == .left ? ":--" : "--:" }.joined(separator: " | ") + " |\n"
    }

    private func row(_ row: GateTable.Row) -> String {
        "| " + row.cells.map(cell).joined(separator: " | ") + " |\n"
    }

    private func cell(_ cell: GateTable.Cell) -> String {
        let text = CommentText.escaped(DisplayWidth.cut(cell.text, to: Self.longestName))
        if let state = cell.state {
            let word = state.word.map { ", \($0)" } ?? ""
            return state == .blocks || state == .failed ? "**\(text)\(word)**" : text + word
        }
        return String(repeating: "&emsp;", count: cell.level) + text
    }

    private func line(_ text: String) -> String { CommentText.escaped(Words.cut(text, to: Self.longestText)) }

    /// An item that turned: a heading and a table with a column for each side.
    private func flip(_ flip: FlipFinding) -> String {
        var text = "**\(CommentText.escaped(FlipWords.title(flip, withCandidate: content.candidates.count > 1)))**\n\n"
        if let question = flip.question { text += "Asked: \(code(question))<br>\n" }
        if !flip.targets.isEmpty { text += "Expected: \(code(flip.targets.joined(separator: " or ")))\n" }
        let answers = [flip.baselineAnswer, flip.candidateAnswer]
        text += "\n| baseline | candidate |\n| :-- | :-- |\n"
        text += "| " + answers.map { code(FlipWords.answer($0)) }.joined(separator: " | ") + " |\n"
        if answers.contains(where: { $0.text != nil }) {
            text += "| " + answers.map { $0.text.map(code) ?? "" }.joined(separator: " | ") + " |\n"
        }
        text += "| " + answers.map { code(FlipWords.source($0)) }.joined(separator: " | ") + " |\n\n"
        return text
    }

    private func code(_ text: String) -> String { CommentText.code(Words.cut(text, to: Self.longestText)) }
}

/// A text that grows to a limit; what has no room is counted.
private struct Comment {
    let limit: Int
    private var body = ""
    private var size = 0
    private var omitted = 0
    /// Room for the sentence about what was left out.
    private static let reserve = 200

    init(limit: Int) { self.limit = limit }

    var text: String {
        guard omitted > 0 else { return body }
        return body + "\n\(GateWords.counted(omitted, "row")) more would have made this comment too long; "
            + "`--format html` has everything.\n"
    }

    /// Adds a block with as many of its rows as have room; nothing of it if none has.
    mutating func add(open: String, rows: [String] = [], close: String = "") {
        let frame = open.utf16.count + close.utf16.count
        var room = limit - Self.reserve - size - frame
        var shown = 0
        while shown < rows.count, rows[shown].utf16.count <= room {
            room -= rows[shown].utf16.count
            shown += 1
        }
        guard room >= 0, shown > 0 || rows.isEmpty else {
            omitted += max(1, rows.count)
            return
        }
        omitted += rows.count - shown
        let block = open + rows.prefix(shown).joined() + close
        body += block
        size += block.utf16.count
    }
}
