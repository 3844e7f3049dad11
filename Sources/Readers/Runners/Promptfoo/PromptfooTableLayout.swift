import Records

/// The columns of a CSV export: variables first, then for each pair of a prompt and a provider its output and more.
struct PromptfooTableLayout {
    /// The columns of one pair.
    struct Output {
        /// The provider in brackets before the label; nil if the heading has none.
        let provider: String?
        let prompt: String
        let column: Int
        /// Columns of newer exports; nil where passing stands in the cell itself.
        var status: Int?
        var score: Int?
        var named: [(name: String, column: Int)] = []
    }

    private(set) var outputs: [Output] = []
    private(set) var vars: [(name: String, column: Int)] = []
    let separator: UInt8

    private static let statusWords: Set<String> = ["PASS", "FAIL", "ERROR"]
    private static let marks = ["[PASS]", "[FAIL]", "[ERROR]"]

    /// Nil if the text is no such table.
    init?(firstBytes: [UInt8]) {
        let start = firstBytes.prefix(1 << 16)
        let line = String(decoding: start.prefix { $0 != 0x0A }, as: UTF8.self)
        guard let separator = QuotedRows.separator(ofHeader: line) else { return nil }
        self.separator = separator
        var rows: [[String]] = []
        let table = QuotedRows(
            open: { MemorySource(firstBytes, place: InputPlace(file: "")) }, separator: separator)
        // The first bytes may end within a quoted cell, after the rows that are wanted.
        try? table.forEachRow { row in
            rows.append(row.cells)
            return rows.count <= 100
        }
        guard let header = rows.first, header.count < 10_000 else { return nil }
        addStatusColumns(header)
        if outputs.isEmpty { addMarkedColumns(header, rows.dropFirst()) }
        guard let first = outputs.first else { return nil }
        vars = header.prefix(first.column).enumerated().map { ($1, $0) }
    }

    private mutating func addStatusColumns(_ header: [String]) {
        for column in header.indices.dropFirst()
        where header[column] == "Status" && header.dropFirst(column + 1).first == "Score" {
            var output = Self.output(header[column - 1], column - 1)
            output.status = column
            output.score = column + 1
            for next in (column + 2)..<max(header.count, column + 2) {
                guard header[next] != "Status" else { break }
                if header[next].hasPrefix("Metric: ") { output.named.append((String(header[next].dropFirst(8)), next)) }
            }
            outputs.append(output)
        }
    }

    /// A pair that was not asked a test has an empty cell, so more rows than one are looked at.
    private mutating func addMarkedColumns(_ header: [String], _ rows: ArraySlice<[String]>) {
        var columns: Set<Int> = []
        for row in rows {
            for (column, cell) in row.enumerated()
            where column < header.count && Self.marks.contains(where: cell.hasPrefix) {
                columns.insert(column)
            }
        }
        outputs = columns.sorted().map { Self.output(header[$0], $0) }
    }

    private static func output(_ heading: String, _ column: Int) -> Output {
        guard let match = heading.prefixMatch(of: /\[([^\]]+)\] ?/) else {
            return Output(provider: nil, prompt: heading, column: column)
        }
        return Output(provider: String(match.1), prompt: String(heading[match.range.upperBound...]), column: column)
    }

    /// What a cell says of passing, and the rest of it.
    static func status(_ cell: String) -> (word: String, rest: String)? {
        for mark in marks where cell.hasPrefix(mark) {
            return (
                String(mark.dropFirst().dropLast()),
                String(cell.dropFirst(mark.count).trimmingPrefix { $0.isWhitespace })
            )
        }
        return statusWords.contains(cell) ? (cell, "") : nil
    }
}
