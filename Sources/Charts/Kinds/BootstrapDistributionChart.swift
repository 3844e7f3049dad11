/// What does this interval mean: the bootstrap distribution of an estimate, with the part outside of the interval
/// fainter. One large panel, or several small ones that share an axis.
public struct BootstrapDistributionChart: Sendable, Hashable {
    /// A bar of a histogram, or an atom where both ends are the same.
    public struct Bar: Sendable, Hashable {
        /// The lower end of the bar, a score.
        public var lower: Double
        /// The upper end of the bar, at least the lower one.
        public var upper: Double
        /// The probability, or the share of replicates; not below 0.
        public var mass: Double

        /// A bar; its mass must be at least 0, or the chart cannot be laid out.
        public init(lower: Double, upper: Double, mass: Double) {
            self.lower = lower
            self.upper = upper
            self.mass = mass
        }
    }

    /// The parts of the distribution below, inside and above the interval.
    public struct Shares: Sendable, Hashable {
        /// The share below the interval's lower end, in [0, 1].
        public var below: Double
        /// The share within the interval, in [0, 1].
        public var inside: Double
        /// The share above the interval's upper end, in [0, 1].
        public var above: Double

        /// Shares that the caller has counted; that they add up to 1 is not checked.
        public init(below: Double, inside: Double, above: Double) {
            self.below = below
            self.inside = inside
            self.above = above
        }
    }

    /// One estimate with its distribution.
    public struct Panel: Sendable, Hashable {
        /// The name of the panel. Plain text.
        public var label: String
        /// Ascending; they do not overlap.
        public var bars: [Bar]
        /// The point estimate, a score.
        public var estimate: Double
        /// The lower end of the interval, a score.
        public var lower: Double
        /// The upper end of the interval, a score.
        public var upper: Double
        /// Written into a single panel; nil where they are not known. They are not read off the bars, because a bound
        /// may lie within one.
        public var shares: Shares?
        /// What the bars are, such as `exact distribution` or `10 000 replicates`.
        public var kind: String
        /// The page that the panel leads to; nil for none.
        public var link: String?

        /// A panel; what is left out is not drawn.
        public init(
            label: String, bars: [Bar], estimate: Double, lower: Double, upper: Double, shares: Shares? = nil,
            kind: String, link: String? = nil
        ) {
            self.label = label
            self.bars = bars
            self.estimate = estimate
            self.lower = lower
            self.upper = upper
            self.shares = shares
            self.kind = kind
            self.link = link
        }
    }

    /// The words around the drawing.
    public var text: ChartText
    /// Those after the twelfth stand in the table alone.
    public var panels: [Panel]
    /// How the values become text.
    public var format: ValueFormat
    /// The quantity on the axis, such as `accuracy`; the unit is added.
    public var axisTitle: String
    /// The word for the interval, such as `95% interval`.
    public var intervalLabel: String
    /// Values that cannot be left, such as 0...1; the axis never runs beyond them.
    public var limits: ClosedRange<Double>?

    /// A chart of scores in percent on an axis within 0...1, unless said otherwise.
    public init(
        text: ChartText, panels: [Panel], format: ValueFormat = .percent, axisTitle: String,
        intervalLabel: String = "95% interval", limits: ClosedRange<Double>? = 0...1
    ) {
        self.text = text
        self.panels = panels
        self.format = format
        self.axisTitle = axisTitle
        self.intervalLabel = intervalLabel
        self.limits = limits
    }

    /// The panels that are drawn.
    static let mostPanels = 12
}

extension BootstrapDistributionChart {
    /// A row for each panel, also for those that are not drawn: the estimate, its interval and what the bars are.
    public var table: ChartTable {
        let unit = format.unit == .percent ? "%" : "score"
        return ChartTable(
            columns: [
                .init("row", isNumeric: false), .init("\(axisTitle), \(unit)"), .init(intervalLabel),
                .init("distribution", isNumeric: false),
            ],
            rows: panels.map { panel in
                [
                    panel.label, format.string(panel.estimate, decimals: decimals),
                    format.interval(lower: panel.lower, upper: panel.upper, decimals: decimals), panel.kind,
                ]
            })
    }

    /// Decimals that the column of estimates shares.
    var decimals: Int { format.decimals(halfWidths: panels.map { ($0.upper - $0.lower) / 2 }) }

    /// What a tooltip says of a panel.
    func words(of panel: Panel) -> String {
        format.estimateWithInterval(panel.estimate, lower: panel.lower, upper: panel.upper)
            + (panel.kind.isEmpty ? "" : ", \(panel.kind)")
    }

    func validate() throws {
        for (index, panel) in panels.enumerated() {
            let place = "panels[\(index)]"
            try ChartProblem.requireFinite(panel.estimate, "\(place).estimate")
            try ChartProblem.requireFinite(panel.lower, "\(place).lower")
            try ChartProblem.requireFinite(panel.upper, "\(place).upper")
            for (position, bar) in panel.bars.enumerated() {
                let bars = "\(place).bars[\(position)]"
                try ChartProblem.requireFinite(bar.lower, "\(bars).lower")
                try ChartProblem.requireFinite(bar.upper, "\(bars).upper")
                guard bar.mass.isFinite, bar.mass >= 0 else {
                    throw ChartProblem(
                        field: "\(bars).mass", expected: "a finite number of at least 0", found: "\(bar.mass)",
                        remedy: "Leave the bar out.")
                }
            }
        }
    }
}
