/// What if the threshold moved: the shares that pass, are inconclusive and fail, stacked over the threshold.
public struct ThresholdCurveChart: Sendable, Hashable {
    /// The one-sided bounds of a row: it passes where `lower` is at or above the threshold, and fails where `upper` is
    /// below it.
    public struct Bounds: Sendable, Hashable {
        /// The name of the row. Plain text.
        public var label: String
        /// The one-sided lower bound, a score.
        public var lower: Double
        /// The one-sided upper bound, a score.
        public var upper: Double

        /// The bounds of a row; an upper bound below the lower one counts as equal to it.
        public init(label: String, lower: Double, upper: Double) {
            self.label = label
            self.lower = lower
            self.upper = upper
        }
    }

    /// The threshold in force.
    public struct Threshold: Sendable, Hashable {
        /// The least score that passes.
        public var value: Double
        /// The word above its line; its value and the counts are added.
        public var label: String
        /// The page that the line leads to; nil for none.
        public var link: String?

        /// A line at a score, with its word.
        public init(value: Double, label: String, link: String? = nil) {
            self.value = value
            self.label = label
            self.link = link
        }
    }

    /// How many rows have each verdict at a threshold.
    public struct Counts: Sendable, Hashable {
        /// Rows whose lower bound is at or above the threshold.
        public var pass: Int
        /// Rows that neither pass nor fail.
        public var inconclusive: Int
        /// Rows whose upper bound is below the threshold.
        public var fail: Int
    }

    /// The words around the drawing.
    public var text: ChartText
    /// The bounds of all rows, in any order.
    public var bounds: [Bounds]
    /// The threshold in force, as a line; nil for none.
    public var threshold: Threshold?
    /// How thresholds become text; shares are always in percent.
    public var format: ValueFormat
    /// The quantity on the horizontal axis, such as `threshold for the accuracy`; the unit is added.
    public var axisTitle: String
    /// What is counted, in the plural.
    public var noun: String

    /// A curve of models over thresholds in percent, unless said otherwise.
    public init(
        text: ChartText, bounds: [Bounds], threshold: Threshold? = nil, format: ValueFormat = .percent,
        axisTitle: String, noun: String = "models"
    ) {
        self.text = text
        self.bounds = bounds
        self.threshold = threshold
        self.format = format
        self.axisTitle = axisTitle
        self.noun = noun
    }

    /// The verdicts at a threshold.
    public func counts(at threshold: Double) -> Counts {
        let pass = bounds.count { $0.lower >= threshold }
        let fail = bounds.count { $0.lower < threshold && $0.upper < threshold }
        return Counts(pass: pass, inconclusive: bounds.count - pass - fail, fail: fail)
    }

    /// The thresholds after which a verdict changes, ascending.
    var steps: [Double] {
        Set(bounds.flatMap { [$0.lower, max($0.lower, $0.upper)] }).sorted()
    }
}

extension ThresholdCurveChart {
    /// A row for each range of thresholds in which the counts stay the same.
    public var table: ChartTable {
        let edges = steps.filter { $0 > 0 && $0 < 1 } + [1]
        // As many decimals as tell the steps apart, within reason.
        let decimals = format.unit == .percent ? 1 : 3
        return ChartTable(
            columns: [
                .init("threshold", isNumeric: false), .init("pass"), .init("inconclusive"), .init("fail"),
            ],
            rows: bounds.isEmpty
                ? []
                : edges.map { edge in
                    let counts = counts(at: edge)
                    return [
                        "up to \(format.stringWithUnit(edge, decimals: decimals))", "\(counts.pass)",
                        "\(counts.inconclusive)", "\(counts.fail)",
                    ]
                })
    }

    /// The counts at a threshold, as a tooltip says them.
    func words(at threshold: Double) -> String {
        let counts = counts(at: threshold)
        return
            "of \(bounds.count) \(noun), \(counts.pass) pass, \(counts.inconclusive) inconclusive, \(counts.fail) fail"
    }
}
