/// The data of a chart as a table: what a reader gets who cannot see the drawing.
public struct ChartTable: Sendable, Hashable {
    /// What stands above the cells, and how they are aligned.
    public struct Column: Sendable, Hashable {
        /// The heading, with the unit where there is one. Plain text.
        public var heading: String
        /// Whether the cells are numbers, to be aligned at the right.
        public var isNumeric: Bool

        /// A column of numbers, unless said otherwise.
        public init(_ heading: String, isNumeric: Bool = true) {
            self.heading = heading
            self.isNumeric = isNumeric
        }
    }

    /// The columns from left to right; none where a drawing has no data.
    public var columns: [Column]
    /// One text for each column, as the drawing prints it; the first names the row. Plain text.
    public var rows: [[String]]

    /// A table; each row must have as many cells as there are columns, which is not checked.
    public init(columns: [Column], rows: [[String]]) {
        self.columns = columns
        self.rows = rows
    }
}
