/// What changed between two releases: a difference with its interval a row, against zero and a margin, with a verdict
/// and the items that turned.
public struct ReleaseForestChart: Sendable, Hashable {
    /// A difference, new release minus old, with its interval.
    public struct Difference: Sendable, Hashable {
        /// The new score minus the old one, in [−1, 1].
        public var value: Double
        /// The lower end of its interval.
        public var lower: Double
        /// The upper end of its interval.
        public var upper: Double

        /// A difference of scores with its interval.
        public init(_ value: Double, lower: Double, upper: Double) {
            self.value = value
            self.lower = lower
            self.upper = upper
        }
    }

    /// How many items turned.
    public struct Flips: Sendable, Hashable {
        /// Items that were right and are wrong.
        public var lost: Int
        /// Items that were wrong and are right.
        public var gained: Int

        /// Counts of items that both releases answered.
        public init(lost: Int, gained: Int) {
            self.lost = lost
            self.gained = gained
        }
    }

    /// One estimate that both releases have, or the heading of a block.
    public struct Row: Sendable, Hashable {
        /// The name of the row. Plain text.
        public var label: String
        /// How far the label is set in, 0 for not; drawn up to 3.
        public var level: Int
        /// Nil for the bold heading of a block.
        public var difference: Difference?
        /// The verdict on the difference, as mark and word; nil for none.
        public var change: ChangeMark?
        /// How many items turned; nil where it is not known.
        public var flips: Flips?
        /// The page that the row leads to; nil for none.
        public var link: String?

        /// A heading, unless a difference is given.
        public init(
            label: String, level: Int = 0, difference: Difference? = nil, change: ChangeMark? = nil,
            flips: Flips? = nil, link: String? = nil
        ) {
            self.label = label
            self.level = level
            self.difference = difference
            self.change = change
            self.flips = flips
            self.link = link
        }
    }

    /// The words around the drawing.
    public var text: ChartText
    /// In the order of drawing: headings of blocks, and below them their rows, worst first by the caller's order.
    public var rows: [Row]
    /// The row at the bottom, drawn as a diamond as wide as its interval; nil for none.
    public var overall: Row?
    /// Half the width of the band around zero in which a difference does not matter; nil for no band.
    public var margin: Double?
    /// How the differences become text.
    public var format: ValueFormat
    /// The quantity on the axis, such as `difference in accuracy`; the unit is added.
    public var axisTitle: String
    /// The word for differences below zero.
    public var lowerWord: String
    /// The word for differences above zero.
    public var upperWord: String

    /// A forest of differences in percentage points, unless said otherwise.
    public init(
        text: ChartText, rows: [Row], overall: Row? = nil, margin: Double? = nil, format: ValueFormat = .percent,
        axisTitle: String, lowerWord: String = "worse", upperWord: String = "better"
    ) {
        self.text = text
        self.rows = rows
        self.overall = overall
        self.margin = margin
        self.format = format
        self.axisTitle = axisTitle
        self.lowerWord = lowerWord
        self.upperWord = upperWord
    }
}

extension ReleaseForestChart {
    /// All rows, the overall one last.
    var allRows: [Row] { rows + (overall.map { [$0] } ?? []) }

    /// Decimals that all differences share.
    var decimals: Int {
        format.decimals(halfWidths: allRows.compactMap(\.difference).map { ($0.upper - $0.lower) / 2 })
    }

    /// `margin ±1.0`.
    var marginWords: String? {
        margin.map { "margin ±\(format.string($0, decimals: format.unit == .percent ? 1 : 3))" }
    }

    /// Difference, verdict and flips, as a tooltip says them.
    func words(of row: Row) -> String {
        let difference = row.difference.map {
            format.differenceWithInterval($0.value, lower: $0.lower, upper: $0.upper)
        }
        let flips = row.flips.map {
            "\(ValueFormat.count($0.lost)) items right to wrong, \(ValueFormat.count($0.gained)) wrong to right"
        }
        return [difference, row.change?.rawValue, flips].compactMap(\.self).joined(separator: ", ")
    }

    /// A row for each row, the overall one last: the difference, the verdict and the items that turned.
    public var table: ChartTable {
        let unit = format.unit == .percent ? "percentage points" : "score"
        return ChartTable(
            columns: [
                .init("row", isNumeric: false), .init("\(axisTitle), \(unit)"), .init("verdict", isNumeric: false),
                .init("right to wrong"), .init("wrong to right"),
            ],
            rows: allRows.map { row in
                let difference = row.difference.map {
                    format.differenceWithInterval($0.value, lower: $0.lower, upper: $0.upper, decimals: decimals)
                }
                return [
                    row.label, difference ?? "", row.change?.rawValue ?? "",
                    row.flips.map { ValueFormat.count($0.lost) } ?? "",
                    row.flips.map { ValueFormat.count($0.gained) } ?? "",
                ]
            })
    }

    func validate() throws {
        try ChartProblem.requireFinite(margin, "margin")
        for (index, row) in allRows.enumerated() {
            let place = index < rows.count ? "rows[\(index)]" : "overall"
            try ChartProblem.requireFinite(row.difference?.value, "\(place).difference.value")
            try ChartProblem.requireFinite(row.difference?.lower, "\(place).difference.lower")
            try ChartProblem.requireFinite(row.difference?.upper, "\(place).difference.upper")
        }
    }
}
