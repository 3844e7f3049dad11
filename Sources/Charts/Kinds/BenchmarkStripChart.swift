/// How much do benchmarks differ: a row of dots, one a benchmark, with the pooled mean and the interval in which a new
/// benchmark is predicted to lie.
public struct BenchmarkStripChart: Sendable, Hashable {
    /// What one benchmark gives.
    public struct Dot: Sendable, Hashable {
        /// The name of the benchmark, the same in all rows.
        public var benchmark: String
        /// The score on the benchmark.
        public var value: Double
        /// The lower end of its interval; nil for none.
        public var lower: Double?
        /// The upper end of its interval; nil for none.
        public var upper: Double?
        /// The page that the dot leads to; nil for none.
        public var link: String?

        /// The result on a benchmark; the interval is told where both ends are given.
        public init(
            benchmark: String, value: Double, lower: Double? = nil, upper: Double? = nil, link: String? = nil
        ) {
            self.benchmark = benchmark
            self.value = value
            self.lower = lower
            self.upper = upper
            self.link = link
        }
    }

    /// One model, with what it has on each benchmark.
    public struct Row: Sendable, Hashable {
        /// The name of the row. Plain text.
        public var label: String
        /// One dot for each benchmark, in any order.
        public var dots: [Dot]
        /// The pooled mean; nil for none.
        public var mean: Double?
        /// Ends of the prediction interval for a new benchmark; nil where it cannot be computed.
        public var prediction: ClosedRange<Double>?
        /// The standard deviation between benchmarks, sampling error taken off; nil where it cannot be computed.
        public var spread: Double?
        /// The kind of the row, shown as a mark before its label; nil for none.
        public var category: Category?
        /// The page that the row leads to; nil for none.
        public var link: String?

        /// A row; what is left out is not drawn.
        public init(
            label: String, dots: [Dot], mean: Double? = nil, prediction: ClosedRange<Double>? = nil,
            spread: Double? = nil, category: Category? = nil, link: String? = nil
        ) {
            self.label = label
            self.dots = dots
            self.mean = mean
            self.prediction = prediction
            self.spread = spread
            self.category = category
            self.link = link
        }
    }

    /// The words around the drawing.
    public var text: ChartText
    /// The rows from top to bottom.
    public var rows: [Row]
    /// How the values become text.
    public var format: ValueFormat
    /// The quantity on the axis, such as `accuracy`; the unit is added.
    public var axisTitle: String
    /// What the faint bar is, for the key; says the level.
    public var predictionName: String
    /// Values that cannot be left, such as 0...1; the axis never runs beyond them.
    public var limits: ClosedRange<Double>?

    /// A strip chart of scores in percent on an axis within 0...1, unless said otherwise.
    public init(
        text: ChartText, rows: [Row], format: ValueFormat = .percent, axisTitle: String,
        predictionName: String = "95% prediction interval for a new benchmark", limits: ClosedRange<Double>? = 0...1
    ) {
        self.text = text
        self.rows = rows
        self.format = format
        self.axisTitle = axisTitle
        self.predictionName = predictionName
        self.limits = limits
    }
}

extension BenchmarkStripChart {
    /// The names of the benchmarks with the lowest and the highest mean over the rows that have them, in this order.
    ///
    /// Only benchmarks that at least half of the rows have are compared; nil where fewer than two are.
    var extremes: (lowest: String, highest: String)? {
        var values: [String: [Double]] = [:]
        for dot in rows.flatMap(\.dots) { values[dot.benchmark, default: []].append(dot.value) }
        let means = values.filter { $0.value.count * 2 >= rows.count }.map { name, values in
            (name: name, mean: values.reduce(0, +) / Double(values.count))
        }.sorted { ($0.mean, $0.name) < ($1.mean, $1.name) }
        guard means.count > 1, let first = means.first, let last = means.last, first.mean < last.mean else {
            return nil
        }
        return (first.name, last.name)
    }

    /// A row for each row: its mean, the spread and the prediction interval, and a column for each benchmark.
    public var table: ChartTable {
        let unit = format.unit == .percent ? "%" : "score"
        var seen: Set<String> = []
        let names = rows.flatMap(\.dots).map(\.benchmark).filter { seen.insert($0).inserted }
        return ChartTable(
            columns: [
                .init("row", isNumeric: false), .init("mean \(axisTitle), \(unit)"),
                .init("standard deviation between benchmarks"), .init(predictionName),
            ] + names.map { .init($0) },
            rows: rows.map { row in
                let prediction = row.prediction.map { format.interval(lower: $0.lowerBound, upper: $0.upperBound) }
                let cells = names.map { name in row.dots.first { $0.benchmark == name }.map(words) ?? "no data" }
                return [
                    row.label, row.mean.map { format.estimate($0) } ?? ValueFormat.noValue,
                    row.spread.map { format.estimate($0) } ?? ValueFormat.noValue, prediction ?? ValueFormat.noValue,
                ] + cells
            })
    }

    /// The value of a benchmark with its interval.
    func words(of dot: Dot) -> String {
        guard let lower = dot.lower, let upper = dot.upper else { return format.estimate(dot.value) }
        return format.estimateWithInterval(dot.value, lower: lower, upper: upper)
    }

    /// Mean, prediction interval and spread, as a tooltip says them.
    func words(of row: Row) -> String {
        let parts = [
            row.mean.map { "mean \(format.estimate($0))" },
            row.prediction.map { "new benchmark \(format.interval(lower: $0.lowerBound, upper: $0.upperBound))" },
            row.spread.map { "standard deviation between benchmarks \(format.estimate($0))" },
        ].compactMap(\.self)
        return parts.isEmpty ? "\(row.dots.count) benchmarks" : parts.joined(separator: ", ")
    }

    func validate() throws {
        for (index, row) in rows.enumerated() {
            try ChartProblem.requireFinite(row.mean, "rows[\(index)].mean")
            try ChartProblem.requireFinite(row.spread, "rows[\(index)].spread")
            try ChartProblem.requireFinite(row.prediction?.lowerBound, "rows[\(index)].prediction.lowerBound")
            try ChartProblem.requireFinite(row.prediction?.upperBound, "rows[\(index)].prediction.upperBound")
            for (place, dot) in row.dots.enumerated() {
                try ChartProblem.requireFinite(dot.value, "rows[\(index)].dots[\(place)].value")
                try ChartProblem.requireFinite(dot.lower, "rows[\(index)].dots[\(place)].lower")
                try ChartProblem.requireFinite(dot.upper, "rows[\(index)].dots[\(place)].upper")
            }
        }
    }
}
