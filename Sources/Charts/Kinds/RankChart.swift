/// How sure ranks are: rows × ranks, shaded by probability, with the confidence set of each row's rank outlined.
public struct RankChart: Sendable, Hashable {
    /// One model with the distribution of its rank.
    public struct Row: Sendable, Hashable {
        /// The name of the row. Plain text.
        public var label: String
        /// The kind of the row, shown as a mark before its label; nil for none.
        public var category: Category?
        /// The probability of each rank, best rank first, each in [0, 1]; as many for each row.
        public var probabilities: [Double]
        /// The mean of the rank's distribution, by which rows are ordered; from 1.
        public var meanRank: Double
        /// The rank of the point estimate, from 1.
        public var rank: Int
        /// The ranks of the confidence set, from its best to its worst.
        public var confidenceSet: ClosedRange<Int>
        /// The page that the row leads to; nil for none.
        public var link: String?

        /// A row; `probabilities` must be as long in all rows of a chart.
        public init(
            label: String, category: Category? = nil, probabilities: [Double], meanRank: Double, rank: Int,
            confidenceSet: ClosedRange<Int>, link: String? = nil
        ) {
            self.label = label
            self.category = category
            self.probabilities = probabilities
            self.meanRank = meanRank
            self.rank = rank
            self.confidenceSet = confidenceSet
            self.link = link
        }
    }

    /// The words around the drawing.
    public var text: ChartText
    /// In any order; drawn by mean rank, equal ones in the order given.
    public var rows: [Row]
    /// How the probabilities become text.
    public var format: ValueFormat
    /// What the probabilities are, for the key, such as `probability of the rank`.
    public var probabilityTitle: String
    /// What the outline is, for the key, such as `95% confidence set`.
    public var confidenceSetTitle: String

    /// A chart of probabilities in percent, unless said otherwise.
    public init(
        text: ChartText, rows: [Row], format: ValueFormat = .percent,
        probabilityTitle: String = "probability of the rank", confidenceSetTitle: String = "95% confidence set"
    ) {
        self.text = text
        self.rows = rows
        self.format = format
        self.probabilityTitle = probabilityTitle
        self.confidenceSetTitle = confidenceSetTitle
    }

    /// The rows by mean rank.
    var ordered: [Row] {
        rows.enumerated().sorted { ($0.element.meanRank, $0.offset) < ($1.element.meanRank, $1.offset) }.map(\.element)
    }

    /// The number in a cell, or nil where the probability is under 1 %.
    func cellText(_ probability: Double) -> String? {
        guard probability >= 0.01 else { return nil }
        let decimals = format.unit == .percent ? 0 : 2
        let text = format.string(probability, decimals: decimals)
        // What is not certain must not read as certain.
        return probability < 1 && text == format.string(1, decimals: decimals)
            ? ">" + format.string(0.99, decimals: decimals) : text
    }

    /// `2`, or `1–3`.
    static func words(_ ranks: ClosedRange<Int>) -> String {
        ranks.count == 1 ? "\(ranks.lowerBound)" : "\(ranks.lowerBound)–\(ranks.upperBound)"
    }

    func meanText(_ row: Row) -> String { ValueFormat.score.string(row.meanRank, decimals: 1) }
}

extension RankChart {
    /// A row for each row by mean rank: its rank, its confidence set and the probability of each rank.
    public var table: ChartTable {
        let rankCount = rows.first?.probabilities.count ?? 0
        let unit = format.unit == .percent ? ", %" : ""
        let decimals = format.unit == .percent ? 1 : 3
        return ChartTable(
            columns: [
                .init("row", isNumeric: false), .init("kind", isNumeric: false), .init("mean rank"), .init("rank"),
                .init(confidenceSetTitle),
            ] + (0..<rankCount).map { .init("rank \($0 + 1)\(unit)") },
            rows: ordered.map { row in
                [row.label, row.category?.name ?? "", meanText(row), "\(row.rank)", Self.words(row.confidenceSet)]
                    + row.probabilities.map { format.string($0, decimals: decimals) }
            })
    }

    func validate() throws {
        let rankCount = rows.first?.probabilities.count ?? 0
        for (index, row) in rows.enumerated() {
            try ChartProblem.requireCount(
                row.probabilities.count, equals: rankCount, "rows[\(index)].probabilities")
            try ChartProblem.requireFinite(row.meanRank, "rows[\(index)].meanRank")
            for (rank, probability) in row.probabilities.enumerated() {
                let field = "rows[\(index)].probabilities[\(rank)]"
                try ChartProblem.requireFinite(probability, field)
                try Self.require((0...1).contains(probability), field, "a probability from 0 to 1", "\(probability)")
            }
            let ranks = 1...max(1, rankCount)
            try Self.require(
                ranks.contains(row.rank), "rows[\(index)].rank", "a rank from 1 to \(rankCount)", "\(row.rank)")
            let set = row.confidenceSet
            try Self.require(
                ranks.contains(set.lowerBound) && ranks.contains(set.upperBound), "rows[\(index)].confidenceSet",
                "ranks from 1 to \(rankCount)", Self.words(set))
        }
    }

    private static func require(
        _ holds: Bool, _ field: @autoclosure () -> String, _ expected: @autoclosure () -> String,
        _ found: @autoclosure () -> String
    ) throws {
        guard !holds else { return }
        throw ChartProblem(
            field: field(), expected: expected(), found: found(), remedy: "Pass one probability for each rank.")
    }
}
