/// Is the second lower than the first: a hollow and a filled mark a row, their difference at the right.
public struct DumbbellChart: Sendable, Hashable {
    /// A value with or without an interval.
    public struct Measure: Sendable, Hashable {
        /// The value, a score or a difference of scores.
        public var value: Double
        /// The lower end of its interval; nil for none.
        public var lower: Double?
        /// The upper end of its interval; nil for none.
        public var upper: Double?

        /// A value; its interval is drawn where both ends are given.
        public init(_ value: Double, lower: Double? = nil, upper: Double? = nil) {
            self.value = value
            self.lower = lower
            self.upper = upper
        }
    }

    /// One model with its two values.
    public struct Row: Sendable, Hashable {
        /// The name of the row. Plain text.
        public var label: String
        /// Drawn hollow.
        public var first: Measure
        /// Drawn filled.
        public var second: Measure
        /// Printed with its sign and interval at the right; the caller fixes its direction.
        public var difference: Measure
        /// The kind of the row, shown as a mark before its label; nil for none.
        public var category: Category?
        /// The page that the row leads to; nil for none.
        public var link: String?

        /// A row; `difference` is printed as it is given, and not computed from the two values.
        public init(
            label: String, first: Measure, second: Measure, difference: Measure, category: Category? = nil,
            link: String? = nil
        ) {
            self.link = link
            self.label = label
            self.first = first
            self.second = second
            self.difference = difference
            self.category = category
        }
    }

    /// The words around the drawing.
    public var text: ChartText
    /// The rows from top to bottom.
    public var rows: [Row]
    /// The word for the hollow mark.
    public var firstName: String
    /// The word for the filled mark.
    public var secondName: String
    /// The heading of the differences.
    public var differenceName: String
    /// How the values become text.
    public var format: ValueFormat
    /// The quantity on the axis, such as `accuracy`; the unit is added.
    public var axisTitle: String
    /// Values that cannot be left, such as 0...1; the axis never runs beyond them.
    public var limits: ClosedRange<Double>?

    /// A chart of understanding and reasoning in percent on an axis within 0...1, unless said otherwise.
    public init(
        text: ChartText, rows: [Row], firstName: String = "understanding", secondName: String = "reasoning",
        differenceName: String = "gap", format: ValueFormat = .percent, axisTitle: String,
        limits: ClosedRange<Double>? = 0...1
    ) {
        self.text = text
        self.rows = rows
        self.firstName = firstName
        self.secondName = secondName
        self.differenceName = differenceName
        self.format = format
        self.axisTitle = axisTitle
        self.limits = limits
    }
}
