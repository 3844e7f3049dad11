/// Which models form groups: mean ranks on one axis, with bars that join those which differ by less than the critical
/// difference (Demšar 2006, "Statistical Comparisons of Classifiers over Multiple Data Sets").
public struct CriticalDifferenceChart: Sendable, Hashable {
    /// One model with its mean rank.
    public struct Entry: Sendable, Hashable {
        /// The name of the entry. Plain text.
        public var label: String
        /// The kind of the entry, shown as a mark; nil for none.
        public var category: Category?
        /// From 1, the best, to the number of entries.
        public var meanRank: Double
        /// The page that the entry leads to; nil for none.
        public var link: String?

        /// An entry; its rank is among the entries of the same chart.
        public init(label: String, category: Category? = nil, meanRank: Double, link: String? = nil) {
            self.label = label
            self.category = category
            self.meanRank = meanRank
            self.link = link
        }
    }

    /// The words around the drawing.
    public var text: ChartText
    /// In any order; drawn by mean rank, equal ones in the order given.
    public var entries: [Entry]
    /// What mean ranks differ by at least where the test tells them apart; above 0.
    public var criticalDifference: Double
    /// The number of benchmarks behind each mean rank; under three nothing is drawn.
    public var benchmarkCount: Int

    /// A chart of entries that were ranked on the same benchmarks.
    public init(text: ChartText, entries: [Entry], criticalDifference: Double, benchmarkCount: Int) {
        self.text = text
        self.entries = entries
        self.criticalDifference = criticalDifference
        self.benchmarkCount = benchmarkCount
    }

    /// The entries by mean rank, best first.
    var ordered: [Entry] {
        entries.enumerated().sorted { ($0.element.meanRank, $0.offset) < ($1.element.meanRank, $1.offset) }
            .map(\.element)
    }

    /// Ranges of indices of `ordered`.
    var groups: [ClosedRange<Int>] {
        CriticalGroups.groups(ranks: ordered.map(\.meanRank), criticalDifference: criticalDifference)
    }

    /// A mean rank or a difference of mean ranks.
    static func words(_ value: Double) -> String { ValueFormat.score.string(value, decimals: 2) }

    /// The mean rank and the group, as a tooltip says them.
    func words(ofEntry index: Int, in ordered: [Entry]) -> String {
        let joined = groups.filter { $0.contains(index) }
        let words = "mean rank \(Self.words(ordered[index].meanRank))"
        guard let first = joined.map(\.lowerBound).min(), let last = joined.map(\.upperBound).max() else {
            return words + ", told apart from all others"
        }
        return words + ", cannot be told apart from \(last - first) of the others"
    }
}

extension CriticalDifferenceChart {
    /// A row for each entry by mean rank, with the numbers of the groups that it belongs to.
    public var table: ChartTable {
        let groups = groups
        return ChartTable(
            columns: [
                .init("row", isNumeric: false), .init("kind", isNumeric: false), .init("mean rank"),
                .init("groups (critical difference \(Self.words(criticalDifference)))", isNumeric: false),
            ],
            rows: ordered.enumerated().map { index, entry in
                let numbers = groups.indices.filter { groups[$0].contains(index) }.map { "\($0 + 1)" }
                return [
                    entry.label, entry.category?.name ?? "", Self.words(entry.meanRank), numbers.joined(separator: " "),
                ]
            })
    }

    func validate() throws {
        try ChartProblem.requireFinite(criticalDifference, "criticalDifference")
        for (index, entry) in entries.enumerated() {
            let field = "entries[\(index)].meanRank"
            try ChartProblem.requireFinite(entry.meanRank, field)
            guard !(1...Double(entries.count)).contains(entry.meanRank) else { continue }
            throw ChartProblem(
                field: field, expected: "a mean rank from 1 to \(entries.count)", found: "\(entry.meanRank)",
                remedy: "Rank the entries among themselves, 1 the best.")
        }
        guard entries.isEmpty || criticalDifference > 0 else {
            throw ChartProblem(
                field: "criticalDifference", expected: "a number above 0", found: "\(criticalDifference)",
                remedy: "Pass the critical difference of the test for this many entries and benchmarks.")
        }
    }
}
