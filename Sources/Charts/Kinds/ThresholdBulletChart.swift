/// Who passes: one-sided bounds against a threshold, with the verdict as mark and word, in the caller's order.
///
/// The bar between the bounds is filled from the threshold upwards and hollow below it, so that a pass is a filled bar,
/// a fail a hollow one, and an inconclusive row both.
public struct ThresholdBulletChart: Sendable, Hashable {
    /// One model with its verdict.
    public struct Row: Sendable, Hashable {
        /// The name of the row. Plain text.
        public var label: String
        /// The point estimate, a score.
        public var estimate: Double
        /// The one-sided lower bound; it passes where this is at or above the threshold.
        public var lower: Double
        /// The one-sided upper bound; it fails where this is below the threshold.
        public var upper: Double
        /// The verdict as the caller has it; it is drawn and not derived from the bounds.
        public var verdict: VerdictMark
        /// Items still needed to settle the verdict at the present accuracy; nil where it is settled or where no number
        /// would settle it.
        public var itemsNeeded: Int?
        /// The page that the row leads to; nil for none.
        public var link: String?

        /// A row; its verdict should be what its bounds say.
        public init(
            label: String, estimate: Double, lower: Double, upper: Double, verdict: VerdictMark,
            itemsNeeded: Int? = nil, link: String? = nil
        ) {
            self.label = label
            self.estimate = estimate
            self.lower = lower
            self.upper = upper
            self.verdict = verdict
            self.itemsNeeded = itemsNeeded
            self.link = link
        }
    }

    /// A rung of the ladder.
    public struct Threshold: Sendable, Hashable {
        /// The least score that passes.
        public var value: Double
        /// The word above its line; its value is added.
        public var label: String

        /// A rung at a score, with its word.
        public init(value: Double, label: String) {
            self.value = value
            self.label = label
        }
    }

    /// The words around the drawing.
    public var text: ChartText
    /// By verdict, then by the lower bound, best first; a line parts neighbours of different verdicts.
    public var rows: [Row]
    /// What the verdicts judge.
    public var threshold: Threshold
    /// The other rungs, drawn fainter.
    public var ladder: [Threshold]
    /// How the values become text.
    public var format: ValueFormat
    /// The quantity on the axis, such as `accuracy`; the unit is added.
    public var axisTitle: String
    /// What the bars mean, for the key, such as `one-sided 95% bounds`.
    public var boundsLabel: String
    /// Values that cannot be left, such as 0...1; the axis never runs beyond them.
    public var limits: ClosedRange<Double>?

    /// A chart of scores in percent on an axis within 0...1, unless said otherwise.
    public init(
        text: ChartText, rows: [Row], threshold: Threshold, ladder: [Threshold] = [], format: ValueFormat = .percent,
        axisTitle: String, boundsLabel: String = "one-sided 95% bounds", limits: ClosedRange<Double>? = 0...1
    ) {
        self.text = text
        self.rows = rows
        self.threshold = threshold
        self.ladder = ladder
        self.format = format
        self.axisTitle = axisTitle
        self.boundsLabel = boundsLabel
        self.limits = limits
    }
}

extension ThresholdBulletChart {
    /// A row for each row: the estimate, the bounds, the verdict and the items still needed.
    public var table: ChartTable {
        let unit = format.unit == .percent ? "%" : "score"
        return ChartTable(
            columns: [
                .init("row", isNumeric: false), .init("\(axisTitle), \(unit)"), .init("bounds"),
                .init("verdict", isNumeric: false), .init("items still needed"),
            ],
            rows: rows.map { row in
                [
                    row.label, format.string(row.estimate, decimals: decimals),
                    format.interval(lower: row.lower, upper: row.upper, decimals: decimals), row.verdict.rawValue,
                    needed(row),
                ]
            })
    }

    /// Decimals that the column of estimates shares.
    var decimals: Int { format.decimals(halfWidths: rows.map { ($0.upper - $0.lower) / 2 }) }

    /// The items still needed, or a dash.
    func needed(_ row: Row) -> String { row.itemsNeeded.map(ValueFormat.count) ?? ValueFormat.noValue }

    /// A threshold's word with its value.
    func words(_ threshold: Threshold) -> String {
        let words = format.exact(threshold.value)
        return threshold.label.isEmpty ? words : "\(threshold.label) \(words)"
    }

    /// What a tooltip says of a row.
    func words(of row: Row) -> String {
        let needed = row.itemsNeeded.map { ", \(ValueFormat.count($0)) items still needed" } ?? ""
        return format.estimateWithInterval(row.estimate, lower: row.lower, upper: row.upper)
            + ", \(row.verdict.rawValue) at \(format.exact(threshold.value))\(needed)"
    }

    /// How many rows have each verdict, in the order pass, inconclusive, fail; verdicts that do not occur are left out.
    var counts: [(verdict: VerdictMark, count: Int)] {
        VerdictMark.allCases.map { verdict in (verdict, rows.count { $0.verdict == verdict }) }.filter { $0.count > 0 }
    }
}
