/// What a group of benchmarks found: a row a measurement, for the terminal or for a page.
struct ResultTable {
    let title: String
    /// The heading of each column; the first column names the rows.
    let columns: [String]
    var rows: [[String]] = []
    /// What a reader of the figures must know: sizes, what was left out, what was found equal.
    var notes: [String] = []

    mutating func add(_ cells: String...) { rows.append(cells) }

    /// Columns under each other, with the first at the left and the others at the right.
    var text: String {
        let lines = [columns] + rows
        let widths = columns.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        let body = lines.map { cells in
            "    "
                + cells.enumerated().map { column, cell in
                    let space = String(repeating: " ", count: widths[column] - cell.count)
                    return column == 0 ? cell + space : space + cell
                }.joined(separator: "   ")
        }
        return ([title] + body + notes.map { "    " + $0 }).joined(separator: "\n")
    }

    /// The same as Markdown.
    var markdown: String {
        func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        let rule = columns.indices.map { $0 == 0 ? "---" : "---:" }
        let table = ([row(columns), row(rule)] + rows.map(row)).joined(separator: "\n")
        return (["**\(title)**", table] + notes).joined(separator: "\n\n")
    }
}

extension ResultTable {
    /// A table of whole programs that do the same work, Acuity's first.
    init(ofPrograms title: String) {
        self.init(
            title: title,
            columns: [
                "Whole program", "Time", "Processor time", "Peak memory", "Time ÷ Acuity's", "Memory ÷ Acuity's",
            ])
    }

    /// A row of a program's time and memory, and how many times Acuity's they are.
    mutating func add(_ name: String, _ run: MeasuredProcess, against ours: MeasuredProcess) {
        add(
            name, Figure.time(run.seconds), Figure.time(run.processorSeconds), Figure.bytes(run.peakBytes),
            Figure.ratio(run.seconds, to: ours.seconds),
            Figure.ratio(Double(run.peakBytes), to: Double(ours.peakBytes)))
    }
}
