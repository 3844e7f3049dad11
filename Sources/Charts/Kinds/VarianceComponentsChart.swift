/// Where variance comes from: a bar whose parts are the shares of its sources.
public struct VarianceComponentsChart: Sendable, Hashable {
    /// One source of variance with its share.
    public struct Component: Sendable, Hashable {
        /// The source, such as `benchmark`, the same in all bars.
        public var name: String
        /// Its share of the variance; an estimate of 0 or below is drawn as nothing and said in words.
        public var share: Double
        /// The lower end of the share's interval; nil for none.
        public var lower: Double?
        /// The upper end of the share's interval; nil for none.
        public var upper: Double?

        /// A component; its interval is told where both ends are given.
        public init(name: String, share: Double, lower: Double? = nil, upper: Double? = nil) {
            self.name = name
            self.share = share
            self.lower = lower
            self.upper = upper
        }
    }

    /// One total that is shared out.
    public struct Bar: Sendable, Hashable {
        /// Left out where there is but one bar.
        public var label: String
        /// In the order of drawing; shares add up to 1, or to less where a part is unknown.
        public var components: [Component]
        /// The page that the bar leads to; nil for none.
        public var link: String?

        /// A bar of components in the order of drawing.
        public init(label: String, components: [Component], link: String? = nil) {
            self.label = label
            self.components = components
            self.link = link
        }
    }

    /// The words around the drawing.
    public var text: ChartText
    /// The bars from top to bottom.
    public var bars: [Bar]
    /// The quantity that is shared out.
    public var axisTitle: String

    /// A chart of shares of variance, unless said otherwise.
    public init(text: ChartText, bars: [Bar], axisTitle: String = "share of variance") {
        self.text = text
        self.bars = bars
        self.axisTitle = axisTitle
    }
}

extension VarianceComponentsChart {
    /// A part of a bar: the ends of a component along the bar, in shares of its length.
    struct Part: Hashable {
        var component: Component
        var range: ClosedRange<Double>

        /// Whether the part has no width.
        var isEmpty: Bool { range.lowerBound == range.upperBound }
    }

    /// The parts of a bar from left to right.
    ///
    /// Components of 0 or below have no width. Where the others add up to more than 1, which happens beside a negative
    /// estimate, they are shortened alike.
    static func parts(of bar: Bar) -> [Part] {
        let total = max(1, bar.components.reduce(0) { $0 + max(0, $1.share) })
        var start = 0.0
        return bar.components.map { component in
            let end = min(1, start + max(0, component.share) / total)
            defer { start = end }
            return Part(component: component, range: start...end)
        }
    }

    /// The sources in the order of first use.
    var names: [String] {
        var seen: Set<String> = []
        return bars.flatMap(\.components).map(\.name).filter { seen.insert($0).inserted }
    }

    private var decimals: Int {
        ValueFormat.percent.decimals(
            halfWidths: bars.flatMap(\.components).compactMap { ValueFormat.halfWidth($0.lower, $0.upper) })
    }

    /// The share: `41.2%`, or `0%` for an estimate that is not positive.
    func shareWords(_ component: Component) -> String {
        ValueFormat.percent.stringWithUnit(max(0, component.share), decimals: component.share > 0 ? decimals : 0)
    }

    /// The interval, or that the estimate is not positive; empty for neither.
    func intervalWords(_ component: Component) -> String {
        let interval = ValueFormat.halfWidth(component.lower, component.upper).flatMap { _ in
            zip([component.lower].compactMap(\.self), [component.upper].compactMap(\.self)).map {
                ValueFormat.percent.interval(lower: $0, upper: $1, decimals: decimals)
            }.first
        }
        guard component.share < 0 else { return interval ?? "" }
        let estimate = "estimated \(ValueFormat.percent.string(component.share, decimals: decimals))"
        return [estimate, interval].compactMap(\.self).joined(separator: " ")
    }

    /// All components of a bar, as a tooltip says them.
    func words(of bar: Bar) -> String {
        bar.components.map { component in
            [component.name, shareWords(component), intervalWords(component)].filter { !$0.isEmpty }
                .joined(separator: " ")
        }.joined(separator: ", ")
    }

    /// A row for each component of each bar: its share and interval in percent.
    public var table: ChartTable {
        ChartTable(
            columns: [
                .init("row", isNumeric: false), .init("source", isNumeric: false), .init("\(axisTitle), %"),
                .init("interval"),
            ],
            rows: bars.flatMap { bar in
                bar.components.map { [bar.label, $0.name, shareWords($0), intervalWords($0)] }
            })
    }

    func validate() throws {
        for (index, bar) in bars.enumerated() {
            for (place, component) in bar.components.enumerated() {
                let field = "bars[\(index)].components[\(place)]"
                try ChartProblem.requireFinite(component.share, "\(field).share")
                try ChartProblem.requireFinite(component.lower, "\(field).lower")
                try ChartProblem.requireFinite(component.upper, "\(field).upper")
            }
        }
    }
}
