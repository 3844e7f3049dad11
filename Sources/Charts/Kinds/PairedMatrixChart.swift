/// Who beats whom: the difference of each pair in the lower half of a matrix, its adjusted p in the upper half.
public struct PairedMatrixChart: Sendable, Hashable {
    /// The comparison of two rows.
    public struct Pair: Sendable, Hashable {
        /// Index of a row.
        public var first: Int
        /// Index of another row.
        public var second: Int
        /// The first less the second, as a score.
        public var difference: Double
        /// The lower end of the difference's interval; nil for none.
        public var lower: Double?
        /// The upper end of the difference's interval; nil for none.
        public var upper: Double?
        /// The p value adjusted for the family of all pairs, in [0, 1].
        public var adjustedP: Double
        /// Whether the two are told apart with the family-wise error rate of the test.
        public var isDecided: Bool
        /// The page that the pair leads to; nil for none.
        public var link: String?

        /// A pair of rows by their indices, which must differ.
        public init(
            first: Int, second: Int, difference: Double, lower: Double? = nil, upper: Double? = nil,
            adjustedP: Double, isDecided: Bool, link: String? = nil
        ) {
            self.first = first
            self.second = second
            self.difference = difference
            self.lower = lower
            self.upper = upper
            self.adjustedP = adjustedP
            self.isDecided = isDecided
            self.link = link
        }
    }

    /// The words around the drawing.
    public var text: ChartText
    /// The names, in the order of drawing, best first.
    public var labels: [String]
    /// The kind of each name; nil for none. As many as labels, or empty.
    public var categories: [Category?]
    /// Each pair at most once, in any order; pairs that are missing are drawn hatched.
    public var pairs: [Pair] { didSet { decimals = Self.decimals(pairs, format) } }
    /// How the differences become text.
    public var format: ValueFormat { didSet { decimals = Self.decimals(pairs, format) } }
    /// What a mark says, for the key.
    public var decidedTitle: String
    /// The decimals that the intervals justify; kept, since each cell asks for them.
    private(set) var decimals: Int

    /// A matrix in percentage points, unless said otherwise.
    public init(
        text: ChartText, labels: [String], categories: [Category?] = [], pairs: [Pair], format: ValueFormat = .percent,
        decidedTitle: String = "statistically significant, family-wise 5%"
    ) {
        self.text = text
        self.labels = labels
        self.categories = categories
        self.pairs = pairs
        self.format = format
        self.decidedTitle = decidedTitle
        decimals = Self.decimals(pairs, format)
    }

    private static func decimals(_ pairs: [Pair], _ format: ValueFormat) -> Int {
        format.decimals(halfWidths: pairs.compactMap { ValueFormat.halfWidth($0.lower, $0.upper) })
    }

    /// `<0.001`, `0.034`, `0.12`; short ones without the leading zero.
    static func words(p: Double, isShort: Bool = false) -> String {
        let text =
            if p < 0.001 {
                "<0.001"
            } else if p < 0.0995 {
                ValueFormat.score.string(p, decimals: 3)
            } else if p < 1, p > 0.99 {
                ">0.99"
            } else {
                ValueFormat.score.string(p, decimals: 2)
            }
        return isShort ? text.replacing("0.", with: ".", maxReplacements: 1) : text
    }

    /// A pair's difference, interval and p, as a tooltip says them.
    func words(of pair: Pair) -> String {
        let number =
            if let lower = pair.lower, let upper = pair.upper {
                format.differenceWithInterval(pair.difference, lower: lower, upper: upper, decimals: decimals)
            } else {
                format.signedString(pair.difference, decimals: decimals)
            }
        let p = Self.words(p: pair.adjustedP)
        return "\(number), adjusted p \(p.hasPrefix("<") || p.hasPrefix(">") ? p : "= " + p)"
            + (pair.isDecided ? ", \(decidedTitle)" : "")
    }
}

extension PairedMatrixChart {
    /// A row for each pair: the difference, its interval, the adjusted p and whether it is decided. Rows without a
    /// pair come last.
    public var table: ChartTable {
        let unit = format.unit == .percent ? ", percentage points" : ""
        let compared = Set(pairs.flatMap { [$0.first, $0.second] })
        let alone = labels.indices.filter { !compared.contains($0) }
        return ChartTable(
            columns: [
                .init("row", isNumeric: false), .init("against", isNumeric: false), .init("difference\(unit)"),
                .init("interval"), .init("adjusted p"), .init(decidedTitle, isNumeric: false),
            ],
            rows: pairs.map { pair -> [String] in
                let name = { (index: Int) in labels.indices.contains(index) ? labels[index] : "" }
                let interval = pair.lower.flatMap { lower in
                    pair.upper.map { format.interval(lower: lower, upper: $0, decimals: decimals) }
                }
                return [
                    name(pair.first), name(pair.second), format.signedString(pair.difference, decimals: decimals),
                    interval ?? "", Self.words(p: pair.adjustedP), pair.isDecided ? "yes" : "no",
                ]
            } + alone.map { [labels[$0], "none"] + [String](repeating: ValueFormat.noValue, count: 4) })
    }

    func validate() throws {
        if !categories.isEmpty { try ChartProblem.requireCount(categories.count, equals: labels.count, "categories") }
        for (index, pair) in pairs.enumerated() {
            let field = "pairs[\(index)]"
            try ChartProblem.requireFinite(pair.difference, field + ".difference")
            try ChartProblem.requireFinite(pair.lower, field + ".lower")
            try ChartProblem.requireFinite(pair.upper, field + ".upper")
            try ChartProblem.requireFinite(pair.adjustedP, field + ".adjustedP")
            guard (0...1).contains(pair.adjustedP) else {
                throw ChartProblem(
                    field: field + ".adjustedP", expected: "a probability from 0 to 1", found: "\(pair.adjustedP)",
                    remedy: "Cut adjusted p values at 1.")
            }
            guard labels.indices.contains(pair.first), labels.indices.contains(pair.second), pair.first != pair.second
            else {
                throw ChartProblem(
                    field: field, expected: "indices of two of \(labels.count) labels",
                    found: "\(pair.first) and \(pair.second)", remedy: "Pass a label for each row that is compared.")
            }
        }
    }
}
