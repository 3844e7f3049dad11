/// A table of a paper as data: every cell unrounded, its interval, method and items in columns of their own.
enum PaperCSV {
    /// - Parameter label: The study's label, which every row repeats, such as `simulated`.
    static func table(_ table: PaperTable, label: String?) -> CSVTable {
        let rows = table.groups.flatMap { group in group.rows.map { (group, $0) } }
        let suffixes = table.columns.indices.map { column in
            rows.reduce(into: [String]()) { known, row in
                for datum in row.1[column].data where !known.contains(datum.suffix) { known.append(datum.suffix) }
            }
        }
        let header =
            table.groupKeys
            + zip(table.columns, suffixes).flatMap { column, suffixes in
                suffixes.map { $0.isEmpty ? column.key : "\(column.key)_\($0)" }
            } + (label == nil ? [] : ["label"])
        return CSVTable(
            header: header.map(VisibleText.of),
            rows: rows.map { group, row in
                let cells = zip(row, suffixes).flatMap { cell, suffixes in
                    suffixes.map { suffix in cell.data.first { $0.suffix == suffix }?.field ?? .text(nil) }
                }
                return (group.data + cells + (label.map { [.text($0)] } ?? [])).map(visible)
            })
    }

    private static func visible(_ field: CSVTable.Field) -> CSVTable.Field {
        if case .text(let text?) = field { return .text(VisibleText.of(text)) }
        return field
    }
}
