/// How did we get here: a value with its interval over the releases of one or several lineages.
public struct HistoryChart: Sendable, Hashable {
    /// A value with or without an interval.
    public typealias Measure = DumbbellChart.Measure

    /// What a test says of the change from the release before.
    public enum Change: Sendable, Hashable {
        /// There is no release before, or no test of the change.
        case untested
        /// The two cannot be told apart.
        case notApart
        /// The two are told apart.
        case apart
    }

    /// One version of a model with its value.
    public struct Release: Sendable, Hashable {
        /// The name of the release. Plain text.
        public var label: String
        /// Days since 1 January 1970, within the years 1 to 9999; nil where the date is not known.
        public var day: Double?
        /// The value of the release with its interval.
        public var measure: Measure
        /// What a test says of the step from the release before.
        public var change: Change
        /// The page that the point leads to; nil for none.
        public var link: String?

        /// A release whose change was not tested, unless said otherwise.
        public init(
            label: String, day: Double?, measure: Measure, change: Change = .untested, link: String? = nil
        ) {
            self.label = label
            self.day = day
            self.measure = measure
            self.change = change
            self.link = link
        }
    }

    /// Releases of one family.
    public struct Lineage: Sendable, Hashable {
        /// The name of the lineage, beside its line; empty for none.
        public var name: String
        /// The kind of the lineage, told by the shape and colour of its marks.
        public var category: Category
        /// In their order.
        public var releases: [Release]

        /// A lineage of the kind `general`, unless said otherwise.
        public init(name: String, category: Category = .general, releases: [Release]) {
            self.name = name
            self.category = category
            self.releases = releases
        }
    }

    /// A time at which something changed, as a vertical line with words.
    public struct ChangePoint: Sendable, Hashable {
        /// A day on an axis of days; the number of a release, from 0, on one of releases.
        public var position: Double
        /// What changed, in a few words. Plain text.
        public var words: String

        /// A change at a place of the axis, which must lie within it.
        public init(position: Double, words: String) {
            self.position = position
            self.words = words
        }
    }

    /// What runs across.
    public enum Axis: Sendable, Hashable {
        /// Days. Releases without a date are named below the plot.
        case days
        /// Releases by order, in equal steps. Those with the same name in several lineages stand above each other.
        case order
    }

    /// The words around the drawing.
    public var text: ChartText
    /// The lineages, in the order of the table.
    public var lineages: [Lineage]
    /// What runs across.
    public var axis: Axis
    /// The times at which something changed; empty for none.
    public var changePoints: [ChangePoint]
    /// A horizontal line; nil for none.
    public var threshold: LeaderboardChart.Threshold?
    /// How the values become text.
    public var format: ValueFormat
    /// The quantity upwards, such as `accuracy`; the unit is added.
    public var axisTitle: String
    /// Values that cannot be left, such as 0...1; the axis never runs beyond them.
    public var limits: ClosedRange<Double>?

    /// A history of scores in percent over days, on an axis within 0...1, unless said otherwise.
    public init(
        text: ChartText, lineages: [Lineage], axis: Axis = .days, changePoints: [ChangePoint] = [],
        threshold: LeaderboardChart.Threshold? = nil, format: ValueFormat = .percent, axisTitle: String,
        limits: ClosedRange<Double>? = 0...1
    ) {
        self.text = text
        self.lineages = lineages
        self.axis = axis
        self.changePoints = changePoints
        self.threshold = threshold
        self.format = format
        self.axisTitle = axisTitle
        self.limits = limits
    }

    /// The day of an ISO 8601 date such as `2025-03-14`, `2025-03` or `2025`; nil for anything else.
    public static func day(_ text: String) -> Double? { DateTicks.day(text) }
}

extension HistoryChart {
    /// A release with its place across.
    struct Placed {
        var lineage: Int
        var release: Release
        var x: Double
    }

    /// The names along an axis of releases, in the order of first use.
    var order: [String] {
        var seen: Set<String> = []
        return lineages.flatMap(\.releases).map(\.label).filter { seen.insert($0).inserted }
    }

    /// The releases that have a place, lineage after lineage, each from left to right.
    var placed: [Placed] {
        let order = Dictionary(self.order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return lineages.enumerated().flatMap { index, lineage in
            lineage.releases.compactMap { release -> Placed? in
                let x = axis == .days ? release.day : order[release.label].map(Double.init)
                return x.map { Placed(lineage: index, release: release, x: $0) }
            }.enumerated().sorted { ($0.element.x, $0.offset) < ($1.element.x, $1.offset) }.map(\.element)
        }
    }

    /// A row for each release: its lineage, date, value and change.
    public var table: ChartTable {
        let unit = format.unit == .percent ? "%" : "score"
        return ChartTable(
            columns: [
                .init("row", isNumeric: false), .init("lineage", isNumeric: false), .init("date", isNumeric: false),
                .init("\(axisTitle), \(unit)"), .init("change from the release before", isNumeric: false),
            ],
            rows: lineages.flatMap { lineage in
                lineage.releases.map { release in
                    [
                        release.label, lineage.name, release.day.map(DateTicks.name) ?? "not known",
                        words(release.measure), Self.words(release.change),
                    ]
                }
            })
    }

    /// A release as a tooltip says it.
    func words(of release: Release) -> String {
        let date = release.day.map { DateTicks.name($0) + ", " } ?? ""
        let change = release.change == .untested ? "" : ", \(Self.words(release.change)) from the release before"
        return "\(date)\(axisTitle) \(words(release.measure))\(change)"
    }

    private static func words(_ change: Change) -> String {
        switch change {
        case .untested: "not tested"
        case .notApart: "cannot be told apart"
        case .apart: "told apart"
        }
    }

    private func words(_ measure: Measure) -> String {
        guard let lower = measure.lower, let upper = measure.upper else { return format.estimate(measure.value) }
        return format.estimateWithInterval(measure.value, lower: lower, upper: upper)
    }

    func validate() throws {
        for (index, lineage) in lineages.enumerated() {
            for (place, release) in lineage.releases.enumerated() {
                let field = "lineages[\(index)].releases[\(place)]"
                try ChartProblem.requireFinite(release.measure.value, "\(field).measure.value")
                try ChartProblem.requireFinite(release.measure.lower, "\(field).measure.lower")
                try ChartProblem.requireFinite(release.measure.upper, "\(field).measure.upper")
                try ChartProblem.requireFinite(release.day, "\(field).day")
                guard release.day.map(DateTicks.days.contains) ?? true else {
                    throw ChartProblem(
                        field: "\(field).day", expected: "days since 1 January 1970 within the years 1 to 9999",
                        found: "\(release.day ?? 0)", remedy: "Pass days, not seconds.")
                }
            }
        }
        for (index, point) in changePoints.enumerated() {
            let field = "changePoints[\(index)].position"
            try ChartProblem.requireFinite(point.position, field)
            let last = Double(order.count) - 0.5
            guard
                axis == .days
                    ? DateTicks.days.contains(point.position) : (-0.5...max(-0.5, last)).contains(point.position)
            else {
                throw ChartProblem(
                    field: field,
                    expected: axis == .days
                        ? "days since 1 January 1970 within the years 1 to 9999" : "the number of a release, from 0",
                    found: "\(point.position)", remedy: "Leave out what lies outside the history.")
            }
        }
        try ChartProblem.requireFinite(threshold?.value, "threshold.value")
    }
}
