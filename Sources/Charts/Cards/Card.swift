/// A picture of 1,200 × 630 px that stands for a page where it is linked: what it belongs to, its title, its finding.
///
/// It is read at a quarter of its size, so its type is large, and it has one accent. It lays itself out for that one
/// size; the width and the type of the context are not asked.
public struct Card: Sendable, Hashable {
    /// An estimate with its interval, in the unit of the strip's scale.
    public struct Interval: Sendable, Hashable {
        /// The point estimate.
        public var estimate: Double
        /// The lower end, at most the estimate.
        public var lower: Double
        /// The upper end, at least the estimate.
        public var upper: Double

        /// An interval whose three values must be finite, or the card cannot be laid out.
        public init(estimate: Double, lower: Double, upper: Double) {
            self.estimate = estimate
            self.lower = lower
            self.upper = upper
        }
    }

    /// One interval among others on a line, with its number in words.
    public struct Strip: Sendable, Hashable {
        /// The estimate with its interval, such as `63.0% [61.5, 64.4]`.
        public var number: String
        /// What the number is: n, method and level.
        public var words: String
        /// The interval of the number.
        public var shown: Interval
        /// Those around it, told in grey.
        public var others: [Interval]
        /// The two ends of the line.
        public var scale: ClosedRange<Double>
        /// The words for the ends.
        public var lowerEnd: String
        /// The words for the upper end of the line.
        public var upperEnd: String

        /// A strip; what lies beyond the scale is drawn at its ends.
        public init(
            number: String, words: String, shown: Interval, others: [Interval], scale: ClosedRange<Double>,
            lowerEnd: String, upperEnd: String
        ) {
            self.number = number
            self.words = words
            self.shown = shown
            self.others = others
            self.scale = scale
            self.lowerEnd = lowerEnd
            self.upperEnd = upperEnd
        }
    }

    /// What the page belongs to.
    public var series: String
    /// The page's title, at most three lines.
    public var title: String
    /// What was found, in a sentence; it ends in an ellipsis where there is no more room.
    public var finding: String?
    /// A word that must stand wherever numbers are shown, such as `simulated`.
    public var label: String?
    /// Licence, version and place, one line.
    public var source: String
    /// The one colour.
    public var accent: ColourRole
    /// The number of the page with its interval among others; nil for none.
    public var strip: Strip?

    /// A card; what is left out takes no room.
    public init(
        series: String, title: String, finding: String? = nil, label: String? = nil, source: String = "",
        accent: ColourRole = .general, strip: Strip? = nil
    ) {
        self.series = series
        self.title = title
        self.finding = finding
        self.label = label
        self.source = source
        self.accent = accent
        self.strip = strip
    }

    /// The size that networks ask for; the height is `height`.
    public static let size = ChartSize(width: 1200, unit: .pixel)
    /// In pixels.
    public static let height = 630.0
}

extension Card: Chart {
    /// The title, with the finding and the strip's number as the subtitle.
    public var text: ChartText {
        ChartText(title: title, subtitle: [finding, strip?.number].compactMap(\.self).joined(separator: " "))
    }

    /// Empty: a card has no data beside its words.
    public var table: ChartTable { ChartTable(columns: [], rows: []) }

    /// Places everything for 1,200 × 630 px, in the theme of the context.
    ///
    /// - Throws: `ChartProblem` if a value of the strip is not finite.
    public func layout(in context: LayoutContext) throws -> Scene {
        if let strip {
            for (position, interval) in ([strip.shown] + strip.others).enumerated() {
                for value in [interval.estimate, interval.lower, interval.upper] {
                    try ChartProblem.requireFinite(value, "strip[\(position)]")
                }
            }
        }
        var layout = CardLayout(card: self, theme: context.theme, setter: context.setter)
        return layout.scene()
    }
}
