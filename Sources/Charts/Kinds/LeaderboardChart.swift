/// Who is ahead, and how surely: a mark and an interval a row, best first by the caller's order.
public struct LeaderboardChart: Sendable, Hashable {
    /// One model with its estimate.
    public struct Row: Sendable, Hashable {
        /// The name of the row. Plain text.
        public var label: String
        /// The point estimate, a score.
        public var estimate: Double
        /// The lower end of the interval, a score.
        public var lower: Double
        /// The upper end of the interval, a score.
        public var upper: Double
        /// The kind of the row, told by the shape and colour of its mark.
        public var category: Category
        /// A short text at the right, such as n; empty for none.
        public var note: String
        /// The page that the row leads to; nil for none.
        public var link: String?

        /// A row of the kind `general` without a note, unless said otherwise.
        public init(
            label: String, estimate: Double, lower: Double, upper: Double, category: Category = .general,
            note: String = "", link: String? = nil
        ) {
            self.link = link
            self.label = label
            self.estimate = estimate
            self.lower = lower
            self.upper = upper
            self.category = category
            self.note = note
        }
    }

    /// A vertical line with a label.
    public struct Threshold: Sendable, Hashable {
        /// Where the line stands, a score.
        public var value: Double
        /// The word at the line. Plain text.
        public var label: String

        /// A line at a score, with its word.
        public init(value: Double, label: String) {
            self.value = value
            self.label = label
        }
    }

    /// The words around the drawing.
    public var text: ChartText
    /// The rows from top to bottom.
    public var rows: [Row]
    /// Ranges of row indices that cannot be told apart; each becomes a faint bar. Groups of one row are not drawn.
    public var groups: [ClosedRange<Int>]
    /// What the bars mean, for the key.
    public var groupsLabel: String
    /// The lines to hold the rows against; empty for none.
    public var thresholds: [Threshold]
    /// How the values become text.
    public var format: ValueFormat
    /// The quantity on the axis, such as `accuracy`; the unit is added.
    public var axisTitle: String
    /// The heading of the notes, such as `n`.
    public var noteTitle: String
    /// Values that cannot be left, such as 0...1; the axis never runs beyond them.
    public var limits: ClosedRange<Double>?

    /// A leaderboard of scores in percent on an axis within 0...1, unless said otherwise.
    public init(
        text: ChartText, rows: [Row], groups: [ClosedRange<Int>] = [],
        groupsLabel: String = "cannot be told apart", thresholds: [Threshold] = [], format: ValueFormat = .percent,
        axisTitle: String, noteTitle: String = "n", limits: ClosedRange<Double>? = 0...1
    ) {
        self.text = text
        self.rows = rows
        self.groups = groups
        self.groupsLabel = groupsLabel
        self.thresholds = thresholds
        self.format = format
        self.axisTitle = axisTitle
        self.noteTitle = noteTitle
        self.limits = limits
    }
}
