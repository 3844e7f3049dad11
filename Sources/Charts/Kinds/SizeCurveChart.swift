/// Does size help: a value over the number of parameters on a log axis, with a line for each family.
public struct SizeCurveChart: Sendable, Hashable {
    /// A value with or without an interval.
    public typealias Measure = DumbbellChart.Measure

    /// One model with its size and its value.
    public struct Item: Sendable, Hashable {
        /// The name of the point. Plain text.
        public var label: String
        /// What joins points to a line; nil for a point that stands alone.
        public var family: String?
        /// The kind of the point, told by its shape and colour.
        public var category: Category
        /// The number of parameters, above 0; nil where it is not known. Such points are named below the plot.
        public var parameters: Double?
        /// The value upwards with its interval.
        public var measure: Measure
        /// The page that the point leads to; nil for none.
        public var link: String?

        /// A point of the kind `general` that stands alone, unless said otherwise.
        public init(
            label: String, family: String? = nil, category: Category = .general, parameters: Double?, measure: Measure,
            link: String? = nil
        ) {
            self.label = label
            self.family = family
            self.category = category
            self.parameters = parameters
            self.measure = measure
            self.link = link
        }
    }

    /// The words around the drawing.
    public var text: ChartText
    /// The points; the table has them in this order.
    public var points: [Item]
    /// How the values become text.
    public var format: ValueFormat
    /// The quantity upwards, such as `accuracy`; the unit is added.
    public var axisTitle: String
    /// The quantity across.
    public var sizeTitle: String
    /// Values that cannot be left, such as 0...1; the axis never runs beyond them.
    public var limits: ClosedRange<Double>?

    /// A chart of scores in percent on an axis within 0...1, unless said otherwise.
    public init(
        text: ChartText, points: [Item], format: ValueFormat = .percent, axisTitle: String,
        sizeTitle: String = "parameters, log scale", limits: ClosedRange<Double>? = 0...1
    ) {
        self.text = text
        self.points = points
        self.format = format
        self.axisTitle = axisTitle
        self.sizeTitle = sizeTitle
        self.limits = limits
    }
}

extension SizeCurveChart {
    /// Points of one family and kind, the smallest first.
    struct Family {
        var name: String
        var category: Category
        /// Indices of points.
        var members: [Int]
    }

    /// The families with two points or more of known size, in the order of first use. General and medical members of a
    /// family are lines of their own: a line says that size alone changes along it.
    var families: [Family] {
        var result: [Family] = []
        for (index, point) in points.enumerated() where point.parameters != nil {
            guard let name = point.family, !name.isEmpty else { continue }
            if let place = result.firstIndex(where: { $0.name == name && $0.category == point.category }) {
                result[place].members.append(index)
            } else {
                result.append(Family(name: name, category: point.category, members: [index]))
            }
        }
        return result.filter { $0.members.count > 1 }.map { family in
            var family = family
            family.members.sort { first, second in
                let (a, b) = (points[first].parameters ?? 0, points[second].parameters ?? 0)
                return a != b ? a < b : first < second
            }
            return family
        }
    }

    /// A row for each point, also for those of unknown size: its family, kind, parameters and value.
    public var table: ChartTable {
        let unit = format.unit == .percent ? "%" : "score"
        return ChartTable(
            columns: [
                .init("row", isNumeric: false), .init("family", isNumeric: false), .init("kind", isNumeric: false),
                .init("parameters"), .init("\(axisTitle), \(unit)"),
            ],
            rows: points.map { point in
                [
                    point.label, point.family ?? "", point.category.name,
                    point.parameters.map(AxisFormat.parameters) ?? "not known", words(point.measure),
                ]
            })
    }

    /// Size and value, as a tooltip says them.
    func words(of point: Item) -> String {
        "\(point.parameters.map(AxisFormat.parameters) ?? "unknown") parameters, \(axisTitle) \(words(point.measure))"
    }

    private func words(_ measure: Measure) -> String {
        guard let lower = measure.lower, let upper = measure.upper else { return format.estimate(measure.value) }
        return format.estimateWithInterval(measure.value, lower: lower, upper: upper)
    }

    func validate() throws {
        for (index, point) in points.enumerated() {
            try ChartProblem.requireFinite(point.measure.value, "points[\(index)].measure.value")
            try ChartProblem.requireFinite(point.measure.lower, "points[\(index)].measure.lower")
            try ChartProblem.requireFinite(point.measure.upper, "points[\(index)].measure.upper")
            try ChartProblem.requireFinite(point.parameters, "points[\(index)].parameters")
            guard point.parameters.map({ $0 > 0 }) ?? true else {
                throw ChartProblem(
                    field: "points[\(index)].parameters", expected: "a number above 0",
                    found: "\(point.parameters ?? 0)", remedy: "Pass nil where the size is not known.")
            }
        }
    }
}
