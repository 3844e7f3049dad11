import Charts
import Findings

/// A table of accuracies, one a row, with everything that belongs to each: the template `estimates`.
struct EstimateTable {
    /// One row: its heading and its estimate.
    struct Row {
        var heading: TemplateValue
        /// What follows the heading, such as a capability or a facet's value.
        var part: String?
        /// The fragment by which other pages point at the row.
        var anchor: String?
        var estimate: EstimateFinding
        /// Text of the last column, such as the rows from which this one cannot be told apart.
        var remark: String?
    }

    let index: FindingsIndex
    /// The fragment of the table.
    var id: String
    var caption: String
    /// The heading of the first column.
    var rowTitle: String
    /// The heading of the parts; nil for no such column.
    var partTitle: String?
    /// The heading of the remarks; nil for no such column.
    var remarkTitle: String?
    var rows: [Row]
    /// Whether all rows are estimates on the same items, so that they share their decimals.
    var isUniform: Bool

    /// The table, or nothing without rows.
    var value: TemplateValue {
        guard !rows.isEmpty else { return .none }
        let cells = NumberCells(index: index)
        let scale = BarScale(rows.map(\.estimate.interval))
        let decimals = rows.map { Digits.decimals($0.estimate.interval) }
        let shared = Digits.decimals(rows.map(\.estimate.interval))
        let most = isUniform ? shared : decimals.max() ?? shared
        let basis = FindingsIndex.sharedBasis(rows.map(\.estimate.basis))
        let hasClusters = rows.contains { $0.estimate.clusters != $0.estimate.items }
        let hasChance = rows.contains { $0.estimate.chance != nil }
        let hasBounds = rows.contains {
            $0.estimate.lowerBound != $0.estimate.estimate || $0.estimate.upperBound != $0.estimate.estimate
        }
        return [
            "id": .text(id), "caption": .text(caption), "rowTitle": .text(rowTitle),
            "partTitle": TemplateValue(partTitle), "remarkTitle": TemplateValue(remarkTitle),
            "scale": scale.heading, "hasClusters": .flag(hasClusters), "hasChance": .flag(hasChance),
            "hasBounds": .flag(hasBounds), "hasBenchmarks": .flag(rows.contains { $0.estimate.benchmarks != nil }),
            "hasBases": .flag(basis == nil), "basis": cells.basis(basis),
            "rows": .list(
                zip(rows, decimals).map { row, own in
                    let estimate = row.estimate
                    let digits = isUniform ? shared : own
                    let tone = index.models[estimate.model]?.kind.map { cells.kindMark($0) } ?? "plain"
                    return [
                        "heading": row.heading, "part": TemplateValue(row.part), "anchor": TemplateValue(row.anchor),
                        "hasPart": .flag(partTitle != nil), "hasRemark": .flag(remarkTitle != nil),
                        "number": cells.number(estimate.estimate, estimate.interval, decimals: digits, most: most),
                        "bar": scale.bar(estimate.estimate, estimate.interval, tone: tone),
                        "benchmarks": estimate.benchmarks.map { cells.count($0) } ?? .none,
                        "items": cells.count(estimate.items), "clusters": cells.count(estimate.clusters),
                        "wrong": cells.plain(estimate.lowerBound, decimals: digits),
                        "right": cells.plain(estimate.upperBound, decimals: digits),
                        "chance": cells.plain(estimate.chance, decimals: 0),
                        "method": cells.method(estimate.interval),
                        "rowBasis": basis == nil ? cells.basis(estimate.basis) : .none,
                        "remark": TemplateValue(row.remark),
                    ]
                }),
        ]
    }
}
