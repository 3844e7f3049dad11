/// A table of a paper as LaTeX: booktabs rules, numbers in siunitx columns or padded in plain ones.
///
/// Tables of more than 45 lines become a longtable, which breaks across pages.
struct LaTeXTable {
    let table: PaperTable
    /// Without siunitx.
    let isPlain: Bool
    /// Across both columns of the page.
    let isWide: Bool
    let provenance: Provenance

    private static let mostLines = 45

    var text: String {
        (isLong ? longtable : float).reduce(into: head) { $0.append($1) }.joined(separator: "\n") + "\n"
    }

    private var isLong: Bool { table.lines > Self.mostLines }

    private var columns: [LaTeXColumn] {
        table.columns.indices.map { position in
            LaTeXColumn(
                head: table.columns[position], cells: table.groups.flatMap(\.rows).map { $0[position] },
                isPlain: isPlain, isLast: position == table.columns.count - 1)
        }
    }

    private var head: [String] {
        let columns = columns
        var packages = ["booktabs"]
        if columns.contains(where: { $0.isNumeric && !$0.isPlain }) { packages.append("siunitx") }
        if columns.contains(where: \.isParagraph) { packages.append("array") }
        if isLong { packages.append("longtable") }
        var lines = [
            "% Made by Acuity \(LaTeXText.comment(provenance.version)) from the study: \(LaTeXText.comment(provenance.study))",
            "% Command: \(LaTeXText.comment(provenance.command))",
            "% Needs in the preamble: \\usepackage{\(packages.joined(separator: ","))}",
        ]
        if table.texts.contains(where: LaTeXText.needsUnicodeEngine) {
            lines.append(
                "% Names have characters that pdflatex lacks: use xelatex or lualatex, with a font that has them (fontspec)."
            )
        }
        if isLong, isWide {
            lines.append("% A longtable cannot float: in a document of two columns, put it after \\onecolumn.")
        }
        return lines
    }

    private var caption: String {
        "\\caption{\(table.caption.map { LaTeXText.escaped($0) }.joined(separator: "\n  "))}"
    }

    private var label: String { "\\label{tab:acuity-\(table.kind)}" }

    /// Whether the columns barely fit across a page.
    private var isCrowded: Bool { table.columns.count > 7 }

    /// Wide tables get smaller type and less space between columns.
    private var type: [String] {
        let width = columns.map(\.width).reduce(0, +)
        return (width > 8 || isLong ? ["\\footnotesize"] : ["\\small"])
            + (isCrowded ? ["\\setlength{\\tabcolsep}{2.5pt}"] : width > 8 ? ["\\setlength{\\tabcolsep}{4pt}"] : [])
            + ["\\setlength{\\abovetopsep}{4pt}"]
    }

    private var notes: [String] {
        guard !table.notes.isEmpty else { return [] }
        return ["{\\footnotesize\\raggedright\\noindent"]
            + table.notes.map { LaTeXText.escaped($0) } + ["\\par}"]
    }

    private var specification: String {
        let columns = columns
        let end = columns.last?.endsInBracket == true ? "" : "@{}"
        return "@{}" + columns.map(\.specification).joined(separator: " ") + end
    }

    private var float: [String] {
        let name = isWide ? "table*" : "table"
        return ["\\begin{\(name)}", "\\centering"] + type + [caption, label]
            + ["\\begin{tabular}{\(specification)}", "\\toprule"] + heads + ["\\midrule"] + body
            + ["\\bottomrule", "\\end{tabular}"] + (table.notes.isEmpty ? [] : ["\\par\\smallskip"]) + notes
            + ["\\end{\(name)}"]
    }

    private var longtable: [String] {
        let width = columns.map(\.width).reduce(0, +)
        return ["\\begingroup"] + type
            + [
                "\\setlength{\\LTcapwidth}{\\linewidth}", "\\begin{longtable}{\(specification)}", caption,
                label + "\\\\",
            ]
            + ["\\toprule"] + heads + ["\\midrule", "\\endfirsthead"]
            + ["\\multicolumn{\(width)}{@{}l}{Table~\\thetable, continued}\\\\", "\\toprule"] + heads
            + ["\\midrule", "\\endhead", "\\bottomrule", "\\endfoot", "\\bottomrule", "\\endlastfoot"] + body
            + ["\\end{longtable}"] + notes + ["\\endgroup"]
    }

    /// The titles, and the units where there are any.
    private var heads: [String] {
        let columns = columns
        let titles = columns.map { $0.title(isWrapped: isCrowded) }
        let height = titles.map(\.count).max() ?? 1
        // Titles stand on the last line of the tallest one.
        var lines = (0..<height).map { line in
            zip(columns, titles).map { column, title in
                let position = line - (height - title.count)
                return column.heading(position < 0 ? "" : title[position])
            }
        }
        if table.columns.contains(where: { $0.unit != nil }) {
            lines.append(columns.map { $0.heading(LaTeXText.escaped($0.head.unit ?? "")) })
        }
        return lines.map { $0.joined(separator: " & ") + " \\\\" }
    }

    private var body: [String] {
        let columns = columns
        let width = columns.map(\.width).reduce(0, +)
        var lines: [String] = []
        for (position, group) in table.groups.enumerated() {
            if position > 0 { lines.append("\\addlinespace") }
            if let title = group.title {
                // No page ends on a heading.
                lines.append(
                    "\\multicolumn{\(width)}{@{}l}{\\textit{\(LaTeXText.escaped(title))}} \\\\" + (isLong ? "*" : ""))
            }
            for row in group.rows { lines += self.lines(row, columns) }
        }
        return lines
    }

    private func lines(_ row: [PaperTable.Cell], _ columns: [LaTeXColumn]) -> [String] {
        let count = row.map(\.below.count).max() ?? 0
        // The lines of one row stay on one page, and close together.
        let end = isLong ? " \\\\*[-0.3ex]" : " \\\\[-0.3ex]"
        var lines = [zip(columns, row).map { $0.cell($1) }.joined(separator: " & ")]
        for line in 0..<count {
            lines.append(
                zip(columns, row).map { column, cell in
                    line < cell.below.count ? column.small(cell.below[line]) : column.empty
                }.joined(separator: " & "))
        }
        return lines.dropLast().map { $0 + end } + [(lines.last ?? "") + (count > 0 ? " \\\\[0.3ex]" : " \\\\")]
    }
}
