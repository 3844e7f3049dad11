/// Who is good at what: rows × columns of cells with number, small interval and verdict mark.
public struct HeatMapChart: Sendable, Hashable {
    /// One estimate.
    public struct Cell: Sendable, Hashable {
        /// The value that colours the cell, a score in [0, 1].
        public var value: Double
        /// The lower end of its interval; nil for none.
        public var lower: Double?
        /// The upper end of its interval; nil for none.
        public var upper: Double?
        /// The verdict that is marked in the cell; nil for none.
        public var mark: VerdictMark?
        /// The page that the cell leads to; nil for none.
        public var link: String?

        /// A cell; what is left out is not drawn.
        public init(
            value: Double, lower: Double? = nil, upper: Double? = nil, mark: VerdictMark? = nil, link: String? = nil
        ) {
            self.link = link
            self.value = value
            self.lower = lower
            self.upper = upper
            self.mark = mark
        }
    }

    /// One model with its cells.
    public struct Row: Sendable, Hashable {
        /// The name of the row. Plain text.
        public var label: String
        /// The kind of the row, shown as a mark before its label; nil for none.
        public var category: Category?
        /// One cell for each column; nil is drawn hatched, as no data.
        public var cells: [Cell?]
        /// The mean in the right margin; nil for none.
        public var mean: Double?

        /// A row; it must have one cell for each column of the chart.
        public init(label: String, category: Category? = nil, cells: [Cell?], mean: Double? = nil) {
            self.label = label
            self.category = category
            self.cells = cells
            self.mean = mean
        }
    }

    /// One benchmark.
    public struct Column: Sendable, Hashable {
        /// The name of the column. Plain text.
        public var label: String
        /// The mean in the lower margin; nil for none.
        public var mean: Double?

        /// A column; without a mean its place in the lower margin is empty.
        public init(label: String, mean: Double? = nil) {
            self.label = label
            self.mean = mean
        }
    }

    /// The words around the drawing.
    public var text: ChartText
    /// The columns from left to right.
    public var columns: [Column]
    /// The rows from top to bottom.
    public var rows: [Row]
    /// How the values become text.
    public var format: ValueFormat
    /// The quantity in the cells, such as `accuracy`, for the key.
    public var valueTitle: String
    /// The heading of the margins.
    public var meanTitle: String

    /// A map of scores in percent, unless said otherwise.
    public init(
        text: ChartText, columns: [Column], rows: [Row], format: ValueFormat = .percent, valueTitle: String,
        meanTitle: String = "mean"
    ) {
        self.text = text
        self.columns = columns
        self.rows = rows
        self.format = format
        self.valueTitle = valueTitle
        self.meanTitle = meanTitle
    }
}
