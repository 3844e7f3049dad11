/// Where is it weak: a panel of dots and intervals for each model (or each facet), on one axis, the lowest marked.
public struct SubgroupPanelsChart: Sendable, Hashable {
    /// A subgroup: the items with one value of a facet.
    public struct Row: Sendable, Hashable {
        /// The value of the facet. Plain text.
        public var label: String
        /// Items; nil where it is not known.
        public var n: Int?
        /// Nil where there is no estimate, drawn as a word.
        public var estimate: Double?
        /// The lower end of its interval; nil for none.
        public var lower: Double?
        /// The upper end of its interval; nil for none.
        public var upper: Double?
        /// The page that the row leads to; nil for none.
        public var link: String?

        /// A subgroup; a nil estimate says that there is none.
        public init(
            label: String, n: Int? = nil, estimate: Double?, lower: Double? = nil, upper: Double? = nil,
            link: String? = nil
        ) {
            self.label = label
            self.n = n
            self.estimate = estimate
            self.lower = lower
            self.upper = upper
            self.link = link
        }
    }

    /// One model, or one facet, with its subgroups.
    public struct Panel: Sendable, Hashable {
        /// The name of the panel. Plain text.
        public var label: String
        /// In the same order in all panels where the subgroups are the same.
        public var rows: [Row]
        /// The estimate over all items, drawn as a line; nil for none.
        public var overall: Double?
        /// The kind of the panel, told by the shape and colour of its marks.
        public var category: Category?
        /// The page that the panel leads to; nil for none.
        public var link: String?

        /// A panel; what is left out is not drawn.
        public init(
            label: String, rows: [Row], overall: Double? = nil, category: Category? = nil, link: String? = nil
        ) {
            self.label = label
            self.rows = rows
            self.overall = overall
            self.category = category
            self.link = link
        }
    }

    /// The words around the drawing.
    public var text: ChartText
    /// The panels in the order of reading.
    public var panels: [Panel]
    /// How the values become text.
    public var format: ValueFormat
    /// The quantity on the axis, such as `accuracy`; the unit is added.
    public var axisTitle: String
    /// The word for the line of the overall estimate.
    public var overallName: String
    /// The word for the lowest estimate of a panel.
    public var lowestName: String
    /// Values that cannot be left, such as 0...1; the axis never runs beyond them.
    public var limits: ClosedRange<Double>?

    /// A chart of scores in percent on an axis within 0...1, unless said otherwise.
    public init(
        text: ChartText, panels: [Panel], format: ValueFormat = .percent, axisTitle: String,
        overallName: String = "all items", lowestName: String = "lowest", limits: ClosedRange<Double>? = 0...1
    ) {
        self.text = text
        self.panels = panels
        self.format = format
        self.axisTitle = axisTitle
        self.overallName = overallName
        self.lowestName = lowestName
        self.limits = limits
    }
}

extension SubgroupPanelsChart {
    /// The index of the lowest estimate, the first of equals; nil where fewer than two differ.
    static func lowest(of rows: [Row]) -> Int? {
        let estimates = rows.indices.compactMap { index in rows[index].estimate.map { (index: index, value: $0) } }
        guard let least = estimates.min(by: { ($0.value, $0.index) < ($1.value, $1.index) }),
            estimates.contains(where: { $0.value > least.value })
        else { return nil }
        return least.index
    }

    /// Whether all panels have the same subgroups of the same sizes, so that one column of names does for all.
    static func areAlike(_ panels: [Panel]) -> Bool {
        guard let first = panels.first else { return true }
        return panels.allSatisfy { panel in
            panel.rows.map(\.label) == first.rows.map(\.label) && panel.rows.map(\.n) == first.rows.map(\.n)
        }
    }

    /// What a drawing shows, and in words what it leaves to the table.
    struct Selection {
        var panels: [Panel]
        var omission: String?
    }

    /// The first panels and of each its first rows, with the lowest one even if it comes later; the same rows of all
    /// panels where they are alike.
    func selection(mostPanels: Int, mostRows: Int) -> Selection {
        let shown = Array(panels.prefix(mostPanels))
        let lowest = shown.map { Self.lowest(of: $0.rows) }
        let isAlike = Self.areAlike(shown)
        let kept = shown.enumerated().map { index, panel in
            var panel = panel
            let wanted = Set((isAlike ? lowest : [lowest[index]]).compactMap(\.self))
            let others = panel.rows.indices.filter { !wanted.contains($0) }.prefix(max(0, mostRows - wanted.count))
            panel.rows = (wanted + others).sorted().map { panel.rows[$0] }
            return panel
        }
        let panelCount = panels.count - shown.count
        let rowCount = zip(shown, kept).map { $0.rows.count - $1.rows.count }.max() ?? 0
        let parts = [
            panelCount > 0 ? "\(panelCount) more \(panelCount == 1 ? "panel" : "panels")" : nil,
            rowCount > 0 ? "\(isAlike ? "" : "up to ")\(rowCount) more \(rowCount == 1 ? "row" : "rows") a panel" : nil,
        ].compactMap(\.self)
        return Selection(
            panels: kept, omission: parts.isEmpty ? nil : parts.joined(separator: " and ") + " in the table")
    }

    /// The estimate with its interval and n, as a tooltip says it.
    func words(of row: Row) -> String {
        let items = row.n.map { ", n \(ValueFormat.count($0))" } ?? ""
        guard let estimate = row.estimate else { return "no estimate" + items }
        guard let lower = row.lower, let upper = row.upper else { return format.estimate(estimate) + items }
        return format.estimateWithInterval(estimate, lower: lower, upper: upper) + items
    }

    /// A row for each subgroup of each panel, also for those that are not drawn: its value, n, and whether it is the
    /// lowest.
    public var table: ChartTable {
        let unit = format.unit == .percent ? "%" : "score"
        return ChartTable(
            columns: [
                .init("row", isNumeric: false), .init("subgroup", isNumeric: false), .init("\(axisTitle), \(unit)"),
                .init("n"), .init("mark", isNumeric: false),
            ],
            rows: panels.flatMap { panel in
                let lowest = Self.lowest(of: panel.rows)
                return panel.rows.enumerated().map { index, row in
                    var plain = row
                    plain.n = nil
                    return [
                        panel.label, row.label, words(of: plain), row.n.map(ValueFormat.count) ?? ValueFormat.noValue,
                        index == lowest ? lowestName : "",
                    ]
                }
            })
    }

    func validate() throws {
        for (index, panel) in panels.enumerated() {
            try ChartProblem.requireFinite(panel.overall, "panels[\(index)].overall")
            for (place, row) in panel.rows.enumerated() {
                let field = "panels[\(index)].rows[\(place)]"
                try ChartProblem.requireFinite(row.estimate, "\(field).estimate")
                try ChartProblem.requireFinite(row.lower, "\(field).lower")
                try ChartProblem.requireFinite(row.upper, "\(field).upper")
            }
        }
    }
}
