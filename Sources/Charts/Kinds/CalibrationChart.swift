/// Can its confidence be trusted: accuracy over stated confidence against the diagonal, how many items have which
/// confidence, and accuracy over coverage when the least sure answers are left out.
public struct CalibrationChart: Sendable, Hashable {
    /// Items of similar confidence.
    public struct Bin: Sendable, Hashable {
        /// Ends of the bin in confidence.
        public var range: ClosedRange<Double>
        /// Mean confidence of its items.
        public var confidence: Double
        /// Share of its items that are right.
        public var accuracy: Double
        /// The lower end of the accuracy's interval; nil for none.
        public var lower: Double?
        /// The upper end of the accuracy's interval; nil for none.
        public var upper: Double?
        /// Items in the bin; a bin of none is not drawn.
        public var count: Int
        /// The page that the bin leads to; nil for none.
        public var link: String?

        /// A bin; the interval is told where both ends are given.
        public init(
            range: ClosedRange<Double>, confidence: Double, accuracy: Double, lower: Double? = nil,
            upper: Double? = nil, count: Int, link: String? = nil
        ) {
            self.range = range
            self.confidence = confidence
            self.accuracy = accuracy
            self.lower = lower
            self.upper = upper
            self.count = count
            self.link = link
        }
    }

    /// Accuracy where only the surest share of the items is answered.
    public struct CoveragePoint: Sendable, Hashable {
        /// The share of items answered, from 0 to 1.
        public var coverage: Double
        /// The share of the answered items that are right, in [0, 1].
        public var accuracy: Double
        /// The lower end of the accuracy's interval; nil for none.
        public var lower: Double?
        /// The upper end of the accuracy's interval; nil for none.
        public var upper: Double?

        /// A point of the curve; the interval is told where both ends are given.
        public init(coverage: Double, accuracy: Double, lower: Double? = nil, upper: Double? = nil) {
            self.coverage = coverage
            self.accuracy = accuracy
            self.lower = lower
            self.upper = upper
        }
    }

    /// A number that sums calibration up, such as the expected calibration error.
    public struct Score: Sendable, Hashable {
        /// The name as it is printed beside the value.
        public var name: String
        /// The score's value, in the unit that its format takes.
        public var value: Double
        /// The lower end of its interval; nil for none.
        public var lower: Double?
        /// The upper end of its interval; nil for none.
        public var upper: Double?
        /// How the value becomes text, which may differ from the chart's.
        public var format: ValueFormat

        /// A score in percent, unless said otherwise.
        public init(
            name: String, value: Double, lower: Double? = nil, upper: Double? = nil, format: ValueFormat = .percent
        ) {
            self.name = name
            self.value = value
            self.lower = lower
            self.upper = upper
            self.format = format
        }
    }

    /// The words around the drawing.
    public var text: ChartText
    /// In ascending confidence.
    public var bins: [Bin]
    /// In ascending coverage; empty for no second plot.
    public var coverage: [CoveragePoint]
    /// The numbers that sum calibration up, in the order of printing; empty for none.
    public var scores: [Score]
    /// How accuracies and confidences become text.
    public var format: ValueFormat
    /// The quantity that confidence predicts, such as `accuracy`.
    public var accuracyTitle: String

    /// A chart in percent with bins alone, unless said otherwise.
    public init(
        text: ChartText, bins: [Bin], coverage: [CoveragePoint] = [], scores: [Score] = [],
        format: ValueFormat = .percent, accuracyTitle: String = "accuracy"
    ) {
        self.text = text
        self.bins = bins
        self.coverage = coverage
        self.scores = scores
        self.format = format
        self.accuracyTitle = accuracyTitle
    }
}

extension CalibrationChart {
    /// The value of a score with its interval.
    func words(of score: Score) -> String {
        guard let lower = score.lower, let upper = score.upper else { return score.format.estimate(score.value) }
        return score.format.estimateWithInterval(score.value, lower: lower, upper: upper)
    }

    /// Accuracy, confidence and count, as a tooltip says them.
    func words(of bin: Bin) -> String {
        "confidence \(format.estimate(bin.confidence)), \(accuracyTitle) "
            + words(value: bin.accuracy, lower: bin.lower, upper: bin.upper)
            + ", n \(ValueFormat.count(bin.count))"
    }

    func words(value: Double, lower: Double?, upper: Double?) -> String {
        guard let lower, let upper else { return format.estimate(value) }
        return format.estimateWithInterval(value, lower: lower, upper: upper)
    }

    /// A row for each bin, then for each point of coverage, then for each score.
    public var table: ChartTable {
        let unit = format.unit == .percent ? "%" : "score"
        func ends(_ range: ClosedRange<Double>) -> String {
            let decimals = format.unit == .percent ? 0 : 2
            return format.string(range.lowerBound, decimals: decimals) + " to "
                + format.string(range.upperBound, decimals: decimals)
        }
        return ChartTable(
            columns: [
                .init("row", isNumeric: false), .init("mean confidence, \(unit)"), .init("\(accuracyTitle), \(unit)"),
                .init("n"),
            ],
            rows: bins.map { bin in
                [
                    "confidence \(ends(bin.range))",
                    bin.count > 0 ? format.estimate(bin.confidence) : ValueFormat.noValue,
                    bin.count > 0
                        ? words(value: bin.accuracy, lower: bin.lower, upper: bin.upper) : ValueFormat.noValue,
                    ValueFormat.count(bin.count),
                ]
            }
                + coverage.map { point in
                    [
                        "coverage \(format.estimate(point.coverage))", ValueFormat.noValue,
                        words(value: point.accuracy, lower: point.lower, upper: point.upper), ValueFormat.noValue,
                    ]
                } + scores.map { [$0.name, ValueFormat.noValue, words(of: $0), ValueFormat.noValue] })
    }

    func validate() throws {
        for (index, bin) in bins.enumerated() {
            let field = "bins[\(index)]"
            try ChartProblem.requireFinite(bin.range.lowerBound, "\(field).range.lowerBound")
            try ChartProblem.requireFinite(bin.range.upperBound, "\(field).range.upperBound")
            try ChartProblem.requireFinite(bin.confidence, "\(field).confidence")
            try ChartProblem.requireFinite(bin.accuracy, "\(field).accuracy")
            try ChartProblem.requireFinite(bin.lower, "\(field).lower")
            try ChartProblem.requireFinite(bin.upper, "\(field).upper")
        }
        for (index, point) in coverage.enumerated() {
            let field = "coverage[\(index)]"
            try ChartProblem.requireFinite(point.coverage, "\(field).coverage")
            try ChartProblem.requireFinite(point.accuracy, "\(field).accuracy")
            try ChartProblem.requireFinite(point.lower, "\(field).lower")
            try ChartProblem.requireFinite(point.upper, "\(field).upper")
        }
        for (index, score) in scores.enumerated() {
            let field = "scores[\(index)]"
            try ChartProblem.requireFinite(score.value, "\(field).value")
            try ChartProblem.requireFinite(score.lower, "\(field).lower")
            try ChartProblem.requireFinite(score.upper, "\(field).upper")
        }
    }
}
