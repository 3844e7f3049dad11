/// Who is ahead, and how surely: a mark and an interval a row, best first by the caller's order.
public struct LeaderboardChart: Sendable, Hashable {
    public struct Row: Sendable, Hashable {
        public var label: String
        public var estimate: Double
        public var lower: Double
        public var upper: Double
        public var category: Category
        /// A short text at the right, such as n; empty for none.
        public var note: String
        /// The page that the row leads to; nil for none.
        public var link: String?

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
        public var value: Double
        public var label: String

        public init(value: Double, label: String) {
            self.value = value
            self.label = label
        }
    }

    public var text: ChartText
    public var rows: [Row]
    /// Ranges of row indices that cannot be told apart; each becomes a faint bar. Groups of one row are not drawn.
    public var groups: [ClosedRange<Int>]
    /// What the bars mean, for the key.
    public var groupsLabel: String
    public var thresholds: [Threshold]
    public var format: ValueFormat
    /// The quantity on the axis, such as `accuracy`; the unit is added.
    public var axisTitle: String
    /// The heading of the notes, such as `n`.
    public var noteTitle: String
    /// Values that cannot be left, such as 0...1; the axis never runs beyond them.
    public var limits: ClosedRange<Double>?

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
