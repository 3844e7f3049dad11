/// Who is good at what: rows × columns of cells with number, small interval and verdict mark.
public struct HeatMapChart: Sendable, Hashable {
    public struct Cell: Sendable, Hashable {
        public var value: Double
        public var lower: Double?
        public var upper: Double?
        public var mark: VerdictMark?
        /// The page that the cell leads to; nil for none.
        public var link: String?

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

    public struct Row: Sendable, Hashable {
        public var label: String
        /// The kind of the row, shown as a mark before its label; nil for none.
        public var category: Category?
        /// One cell for each column; nil is drawn hatched, as no data.
        public var cells: [Cell?]
        /// The mean in the right margin; nil for none.
        public var mean: Double?

        public init(label: String, category: Category? = nil, cells: [Cell?], mean: Double? = nil) {
            self.label = label
            self.category = category
            self.cells = cells
            self.mean = mean
        }
    }

    public struct Column: Sendable, Hashable {
        public var label: String
        /// The mean in the lower margin; nil for none.
        public var mean: Double?

        public init(label: String, mean: Double? = nil) {
            self.label = label
            self.mean = mean
        }
    }

    public var text: ChartText
    public var columns: [Column]
    public var rows: [Row]
    public var format: ValueFormat
    /// The quantity in the cells, such as `accuracy`, for the key.
    public var valueTitle: String
    /// The heading of the margins.
    public var meanTitle: String

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
