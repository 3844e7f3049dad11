/// Is the one lower than the other everywhere: a point a row with an interval in each direction, on a square with the
/// diagonal on which both are equal, and beside it the rows with the greatest and the least differences in numbers.
public struct GapScatterChart: Sendable, Hashable {
    /// A value with or without an interval.
    public typealias Measure = DumbbellChart.Measure

    /// One model with a value in each direction.
    public struct Item: Sendable, Hashable {
        /// The name of the point. Plain text.
        public var label: String
        /// The kind of the point, told by its shape and colour.
        public var category: Category
        /// Across.
        public var x: Measure
        /// Upwards.
        public var y: Measure
        /// The difference as the caller defines it, printed with its sign; nil for `x` minus `y` without an interval,
        /// because the interval of a difference does not follow from those of its parts.
        public var difference: Measure?
        /// The page that the point leads to; nil for none.
        public var link: String?

        /// A point of the kind `general`, whose difference is computed, unless said otherwise.
        public init(
            label: String, category: Category = .general, x: Measure, y: Measure, difference: Measure? = nil,
            link: String? = nil
        ) {
            self.label = label
            self.category = category
            self.x = x
            self.y = y
            self.difference = difference
            self.link = link
        }

        /// What is printed and sorted by.
        var gap: Measure { difference ?? Measure(x.value - y.value) }
    }

    /// The words around the drawing.
    public var text: ChartText
    /// The points, in any order.
    public var points: [Item]
    /// The word for what runs across, such as `understanding`.
    public var xName: String
    /// The word for what runs upwards, such as `reasoning`.
    public var yName: String
    /// The word for the difference.
    public var differenceName: String
    /// The word on the diagonal.
    public var diagonalName: String
    /// How the values become text.
    public var format: ValueFormat
    /// The quantity on both axes, such as `accuracy`; the unit is added.
    public var axisTitle: String
    /// Values that cannot be left, such as 0...1; the axes never run beyond them.
    public var limits: ClosedRange<Double>?

    /// A chart of understanding and reasoning in percent on axes within 0...1, unless said otherwise.
    public init(
        text: ChartText, points: [Item], xName: String = "understanding", yName: String = "reasoning",
        differenceName: String = "gap", diagonalName: String = "no gap", format: ValueFormat = .percent,
        axisTitle: String, limits: ClosedRange<Double>? = 0...1
    ) {
        self.text = text
        self.points = points
        self.xName = xName
        self.yName = yName
        self.differenceName = differenceName
        self.diagonalName = diagonalName
        self.format = format
        self.axisTitle = axisTitle
        self.limits = limits
    }
}

extension GapScatterChart {
    /// Indices by difference, the greatest first, equal ones in the order given.
    var byDifference: [Int] {
        points.indices.sorted { first, second in
            let (a, b) = (points[first].gap.value, points[second].gap.value)
            return a != b ? a > b : first < second
        }
    }

    /// A row for each point, the greatest difference first: its kind, both values and their difference.
    public var table: ChartTable {
        let unit = format.unit == .percent ? "%" : "score"
        return ChartTable(
            columns: [
                .init("row", isNumeric: false), .init("kind", isNumeric: false), .init("\(xName), \(unit)"),
                .init("\(yName), \(unit)"), .init(differenceName),
            ],
            rows: byDifference.map { index in
                let point = points[index]
                return [point.label, point.category.name, words(point.x), words(point.y), difference(point)]
            })
    }

    /// Both values and their difference, as a tooltip says them.
    func words(of point: Item) -> String {
        "\(xName) \(words(point.x)), \(yName) \(words(point.y)), \(differenceName) \(difference(point))"
    }

    private func words(_ measure: Measure) -> String {
        guard let lower = measure.lower, let upper = measure.upper else { return format.estimate(measure.value) }
        return format.estimateWithInterval(measure.value, lower: lower, upper: upper)
    }

    private func difference(_ point: Item) -> String {
        guard let lower = point.gap.lower, let upper = point.gap.upper else {
            return format.signedString(point.gap.value, decimals: format.decimals(halfWidth: nil))
        }
        return format.differenceWithInterval(point.gap.value, lower: lower, upper: upper)
    }

    func validate() throws {
        for (index, point) in points.enumerated() {
            for (name, measure) in [("x", point.x), ("y", point.y), ("difference", point.gap)] {
                try ChartProblem.requireFinite(measure.value, "points[\(index)].\(name).value")
                try ChartProblem.requireFinite(measure.lower, "points[\(index)].\(name).lower")
                try ChartProblem.requireFinite(measure.upper, "points[\(index)].\(name).upper")
            }
        }
    }
}
