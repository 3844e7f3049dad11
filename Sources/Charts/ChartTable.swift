/// The data of a chart as a table: what a reader gets who cannot see the drawing.
public struct ChartTable: Sendable, Hashable {
    public struct Column: Sendable, Hashable {
        public var heading: String
        /// Whether the cells are numbers, to be aligned at the right.
        public var isNumeric: Bool

        public init(_ heading: String, isNumeric: Bool = true) {
            self.heading = heading
            self.isNumeric = isNumeric
        }
    }

    public var columns: [Column]
    /// One text for each column, as the drawing prints it; the first names the row. Plain text.
    public var rows: [[String]]

    public init(columns: [Column], rows: [[String]]) {
        self.columns = columns
        self.rows = rows
    }
}
