import Charts
import Findings

/// A table of verdicts: the template `verdict-table`.
struct VerdictTable {
    let index: FindingsIndex
    var id: String
    var caption: String
    /// Whether the table is about one model and names thresholds instead.
    var isByThreshold: Bool
    var rows: [VerdictFinding]

    var value: TemplateValue {
        guard !rows.isEmpty else { return .none }
        let cells = NumberCells(index: index)
        let names = Dictionary(index.document.study.thresholds.map { ($0.id, $0.name) }) { first, _ in first }
        let basis = FindingsIndex.sharedBasis(rows.map(\.basis))
        return [
            "id": .text(id), "caption": .text(caption), "hasThreshold": .flag(isByThreshold),
            "hasBases": .flag(basis == nil), "basis": cells.basis(basis),
            "hasSettle": .flag(rows.contains { $0.itemsToSettle != nil }),
            "rows": .list(
                rows.map { row in
                    let decimals = Self.decimals(row)
                    let format = Digits.format
                    return [
                        "heading": isByThreshold
                            ? cells.heading(names[row.threshold] ?? row.threshold, index.thresholdPath(row.threshold))
                            : cells.model(row.model),
                        "part": .text(part(row)), "verdict": cells.verdict(row.verdict),
                        "minimum": cells.plain(row.minimum, decimals: decimals),
                        "estimate": cells.plain(row.estimate, decimals: decimals),
                        "bounds": .text(format.interval(lower: row.lower, upper: row.upper, decimals: decimals)),
                        "level": .text(Digits.level(1 - row.alpha)), "method": cells.method(row.method),
                        "items": cells.count(row.items), "clusters": cells.count(row.clusters),
                        "settle": row.itemsToSettle.map { cells.count($0) } ?? .none,
                        "rowBasis": basis == nil ? cells.basis(row.basis) : .none,
                    ]
                }),
        ]
    }

    /// What was judged: benchmark, capability, facet value.
    func part(_ row: VerdictFinding) -> String {
        var parts = [
            row.benchmark.map { index.benchmarkName($0) } ?? (row.isJoint ? "all benchmarks" : "macro-average")
        ]
        if let capability = row.capability { parts.append(capability) }
        if let facet = row.facet { parts.append("\(facet.name) \(facet.value)") }
        if row.isJoint { parts.append("all \(row.parts) parts, the lowest shown") }
        return parts.joined(separator: ", ")
    }

    /// As many digits as two figures of the bounds' half width, and more where the bound that decides would look
    /// equal to the minimum although it is not.
    static func decimals(_ row: VerdictFinding) -> Int {
        let format = Digits.format
        var decimals = format.decimals(halfWidth: (row.upper - row.lower) / 2)
        let minimum = row.minimum
        for bound in [row.lower, row.upper] where bound != minimum {
            while decimals < 5,
                format.string(bound, decimals: decimals) == format.string(minimum, decimals: decimals)
            { decimals += 1 }
        }
        return decimals
    }
}
