/// A table in columns of a terminal. The first column gives way where the rest needs the space: its names are cut in
/// the middle, and where that would leave too little of them, they stand on lines of their own.
struct TerminalTable {
    let table: GateTable
    let width: Int
    let ink: TerminalInk

    /// What is still enough of a name.
    private static let shortestName = 10

    var lines: [String] {
        let titles = table.columns.map { GateTable.Cell($0.short ?? $0.title) }
        let all = ([titles] + table.rows.map(\.cells)).map { $0.map(text) }
        let rest = table.columns.indices.dropFirst()
        var widths = table.columns.indices.map { column in all.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
        let room = width - rest.reduce(0) { $0 + table.columns[$1].gap + widths[$1] }
        let isStacked = room < Self.shortestName
        widths[0] = isStacked ? max(0, room) : min(widths[0], room)
        return zip([titles] + table.rows.map(\.cells), all).enumerated().flatMap { position, row -> [String] in
            let (cells, texts) = row
            let isAlone = texts.dropFirst().allSatisfy(\.isEmpty)
            if isAlone { return [DisplayWidth.cut(texts[0], to: width)] }
            let first = isStacked ? "" : DisplayWidth.cut(texts[0], to: widths[0])
            var line = DisplayWidth.padded(first, to: widths[0])
            for column in rest {
                let padded = DisplayWidth.padded(
                    texts[column], to: widths[column], atStart: table.columns[column].alignment == .right)
                let isLast = column == table.columns.count - 1
                let shown = isLast && table.columns[column].alignment == .left ? texts[column] : padded
                line += String(repeating: " ", count: table.columns[column].gap)
                line += cells[column].state.map { ink.state(shown, $0) } ?? shown
            }
            // Numbers of more digits than a line holds are cut where all can see it.
            let needed = widths[0] + rest.reduce(0) { $0 + table.columns[$1].gap + widths[$1] }
            let numbers = needed > width ? DisplayWidth.cut(line, to: width) : line
            return isStacked ? [DisplayWidth.cut(texts[0], to: width), numbers] : [numbers]
        }
    }

    /// A cell's text with its indentation or the mark of its verdict.
    private func text(_ cell: GateTable.Cell) -> String {
        let mark =
            switch cell.state {
            case .blocks: " !"
            case .waived, .tolerated: " ~"
            default: ""
            }
        return String(repeating: "  ", count: cell.level) + TerminalText.line(cell.text) + mark
    }
}
