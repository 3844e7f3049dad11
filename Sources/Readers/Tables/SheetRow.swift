/// One row of a table: the cells as text, dense from the first column; a missing cell is the empty text.
struct SheetRow: Hashable, Sendable {
    /// The number of the row in a sheet, or of the line on which it begins in a text, from 1.
    var number: Int
    /// The texts of the cells; columns beyond the last written one are left out.
    var cells: [String]
    /// Whether bytes that are not UTF-8 were read as Windows-1252.
    var isOtherEncoding = false

    /// The text in a column, empty if the row is shorter.
    subscript(_ column: Int) -> String { cells.indices.contains(column) ? cells[column] : "" }
    /// Whether no cell holds anything.
    var isBlank: Bool { cells.allSatisfy(\.isEmpty) }
}

/// A table that hands out its rows in order, once a call, without holding them.
protocol SheetRows {
    /// Hands every row to `body` until it returns false.
    ///
    /// - Throws: `Problem` if the table is damaged; what `body` throws.
    func forEachRow(_ body: (SheetRow) throws -> Bool) throws
    /// The first row, or nil if there is none.
    func firstRow() throws -> SheetRow?
}

extension SheetRows {
    func firstRow() throws -> SheetRow? {
        var first: SheetRow?
        try forEachRow { row in
            first = row
            return false
        }
        return first
    }
}
