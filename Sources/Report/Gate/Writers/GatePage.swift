import Findings

/// A page of its own: no script, no address to load from, every flip with both answers. It reads as HTML and as XML.
struct GatePage {
    let content: GateContent

    /// The cells of a name in a table; its title tells the rest.
    private static let longestName = 80

    var text: String {
        let title = "\(content.word): \(content.title)"
        var lines = [
            "<!DOCTYPE html>", "<html lang=\"en\">", "<head>", "<meta charset=\"utf-8\"/>",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>",
            "<meta name=\"color-scheme\" content=\"light dark\"/>",
            // Whatever a name or an answer may hold, the page loads and runs nothing.
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>",
            "<title>\(XMLText.escaped(title))</title>", "<style>", GatePageStyle.text, "</style>", "</head>", "<body>",
            "<main>", "<header>",
            "<p class=\"verdict \(content.decision.rawValue)\">\(XMLText.escaped(content.word))</p>",
            "<h1>\(named(content.title))</h1>", "<p class=\"finding\">\(named(content.sentence))</p>",
        ]
        if let notice = content.notice {
            lines.append("<p class=\"notice\"><strong>Note:</strong> \(named(notice))</p>")
        }
        lines.append("</header>")
        for (number, section) in content.sections.enumerated() { lines += self.section(section, "s\(number + 1)") }
        lines += ["<footer>", "<h2>How the numbers were made</h2>", "<ul>"]
        lines += content.notes.map { "<li>\(named($0))</li>" }
        lines += ["</ul>", "</footer>", "</main>", "</body>", "</html>"]
        return lines.map { $0 + "\n" }.joined().replacingExactly("##", with: "#&#35;")
    }

    /// Text of others, which may run in another direction.
    private func named(_ text: String) -> String { "<bdi>\(XMLText.escaped(text))</bdi>" }

    private func section(_ section: GateSection, _ id: String) -> [String] {
        var lines = ["<section>", "<h2 id=\"\(id)\">\(named(section.title))</h2>"]
        if let table = section.table { lines += self.table(table, id) }
        if !section.lines.isEmpty {
            lines += ["<ul>"] + section.lines.map { "<li>\(named($0))</li>" } + ["</ul>"]
        }
        for flip in section.flips { lines += self.flip(flip) }
        return lines + ["</section>"]
    }

    private func table(_ table: GateTable, _ id: String) -> [String] {
        // A table that is wider than a phone scrolls by itself, by keyboard too.
        let table = Self.verdictFirst(table)
        var lines = [
            "<div class=\"scroll\" role=\"region\" aria-labelledby=\"\(id)\" tabindex=\"0\">", "<table>", "<thead>",
        ]
        lines.append("<tr>" + table.columns.map(head).joined() + "</tr>")
        lines += ["</thead>", "<tbody>"]
        lines += table.rows.map { row in
            "<tr>" + zip(row.cells, table.columns).enumerated().map { self.cell($1.0, $1.1, isFirst: $0 == 0) }.joined()
                + "</tr>"
        }
        return lines + ["</tbody>", "</table>", "</div>"]
    }

    /// The table with the verdicts after the names, where a phone shows them without scrolling.
    private static func verdictFirst(_ table: GateTable) -> GateTable {
        guard let place = table.columns.firstIndex(where: { $0.title == "verdict" }) else { return table }
        var moved = table
        moved.columns.insert(moved.columns.remove(at: place), at: 1)
        for row in moved.rows.indices {
            moved.rows[row].cells.insert(moved.rows[row].cells.remove(at: place), at: 1)
        }
        return moved
    }

    private func head(_ column: GateTable.Column) -> String {
        "<th scope=\"col\"\(column.alignment == .left ? " class=\"left\"" : "")>\(XMLText.escaped(column.title))</th>"
    }

    private func cell(_ cell: GateTable.Cell, _ column: GateTable.Column, isFirst: Bool) -> String {
        if isFirst {
            let name = DisplayWidth.cut(cell.text, to: Self.longestName)
            let whole = name == cell.text ? "" : " title=\"\(XMLText.escaped(cell.text))\""
            return "<th scope=\"row\" class=\"left\(cell.level > 0 ? " part" : "")\"\(whole)>\(named(name))</th>"
        }
        if let state = cell.state {
            let word = state.word.map { ", \($0)" } ?? ""
            return "<td class=\"left\"><span class=\"\(tone(state))\">\(XMLText.escaped(cell.text + word))</span></td>"
        }
        return "<td\(column.alignment == .left ? " class=\"left\"" : "")>\(XMLText.escaped(cell.text))</td>"
    }

    private func tone(_ state: GateState) -> String {
        switch state {
        case .blocks, .failed: "bad"
        case .waived, .tolerated, .inconclusive: "unsure"
        case .improved: "good"
        case .passed: "plain"
        }
    }

    private func flip(_ flip: FlipFinding) -> [String] {
        var lines = [
            "<article>", "<h3>\(named(FlipWords.title(flip, withCandidate: content.candidates.count > 1)))</h3>",
        ]
        if let question = flip.question { lines.append("<p><span class=\"key\">Asked</span> \(named(question))</p>") }
        if !flip.targets.isEmpty {
            lines.append("<p><span class=\"key\">Expected</span> \(named(flip.targets.joined(separator: " or ")))</p>")
        }
        let facets = flip.facets.map { "\($0.name) = \($0.value)" }
        let parts = ([flip.capability].compactMap(\.self) + facets).joined(separator: ", ")
        if !parts.isEmpty { lines.append("<p><span class=\"key\">Part</span> \(named(parts))</p>") }
        lines.append("<div class=\"sides\">")
        lines += side("Baseline", flip.baselineAnswer, flip.baselineScore)
        lines += side("Candidate", flip.candidateAnswer, flip.candidateScore)
        return lines + ["</div>", "</article>"]
    }

    private func side(_ name: String, _ answer: FlipAnswer, _ score: Double) -> [String] {
        var lines = [
            "<div>",
            "<h4>\(name): \(named(FlipWords.answer(answer))) "
                + "<span class=\"score\">score \(Digits.plain(score))</span></h4>",
        ]
        if let text = answer.text { lines.append("<p class=\"answer\">\(named(text))</p>") }
        return lines + ["<p class=\"source\">\(named(FlipWords.source(answer)))</p>", "</div>"]
    }
}
