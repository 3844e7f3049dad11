/// A table of a paper as GitHub's Markdown: caption, table, notes.
struct MarkdownTable {
    let table: PaperTable
    let provenance: Provenance

    var text: String {
        let heads = table.columns.map { column in
            let symbol = column.symbol.map { "*\(MarkdownText.escaped($0))*" }
            let title = [MarkdownText.escaped(column.title), symbol ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
            return [title, column.unit.map(MarkdownText.escaped)].compactMap(\.self).joined(separator: "<br>")
        }
        let rules = table.columns.map { column in
            switch column.alignment {
            case .left: ":--"
            case .centre: ":-:"
            case .number: "--:"
            }
        }
        var lines = ["**Table.** " + table.caption.map(MarkdownText.escaped).joined(separator: " "), ""]
        lines += [line(heads), line(rules)]
        for group in table.groups {
            if let title = group.title {
                let rest = Array(repeating: "", count: max(0, table.columns.count - 1))
                lines.append(line(["**\(MarkdownText.escaped(title))**"] + rest))
            }
            lines += group.rows.map { line($0.map(cell)) }
        }
        let notes = table.notes.map(MarkdownText.escaped).joined(separator: " ")
        if !notes.isEmpty { lines += ["", "*Note.* " + notes] }
        lines += [
            "",
            "Made by Acuity \(MarkdownText.escaped(provenance.version)) from “\(MarkdownText.escaped(provenance.study))” "
                + "with `\(provenance.command)`.",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    private func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

    private func cell(_ cell: PaperTable.Cell) -> String {
        var text: String
        var interval = ""
        switch cell.content {
        case .missing: text = "–"
        case .text(let plain): text = MarkdownText.escaped(plain)
        case .number(let number):
            let comparator = number.comparator.map { MarkdownText.escaped($0) + "\u{2009}" } ?? ""
            text = comparator + number.text
            interval = number.interval.map { " " + MarkdownText.escaped($0.text) } ?? ""
        }
        switch cell.mark {
        case .best: text = "**\(text)**"
        case .untold: text += "†"
        case .significant: text += "\\*"
        case nil: break
        }
        return ([text + interval] + cell.below.map(MarkdownText.escaped)).joined(separator: "<br>")
    }
}
