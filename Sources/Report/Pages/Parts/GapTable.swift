import Charts
import Findings

/// A table of gaps, with the chance-corrected form beside the raw one: the template `gaps`.
struct GapTable {
    let index: FindingsIndex
    var id: String
    var caption: String
    var rowTitle: String
    /// Whether rows are benchmarks of one model, else models.
    var isByBenchmark: Bool
    var rows: [GapFinding]

    var value: TemplateValue {
        guard !rows.isEmpty else { return .none }
        let cells = NumberCells(index: index)
        let corrected = rows.map { row in
            index.document.gaps.first {
                $0.model == row.model && $0.benchmark == row.benchmark && $0.form == .chanceCorrected
            }
        }
        let scale = BarScale(differences: rows.map(\.interval))
        let decimals = rows.map { Digits.decimals($0.interval) }
        let most = decimals.max() ?? 0
        let basis = FindingsIndex.sharedBasis(rows.map(\.basis))
        return [
            "id": .text(id), "caption": .text(caption), "rowTitle": .text(rowTitle), "scale": scale.heading,
            "hasCorrected": .flag(corrected.contains { $0 != nil }), "hasBases": .flag(basis == nil),
            "basis": cells.basis(basis),
            "rows": .list(
                zip(zip(rows, decimals), corrected).map { pair, corrected in
                    let (row, digits) = pair
                    return [
                        "heading": heading(row, cells), "anchor": TemplateValue(anchor(row)),
                        "number": cells.number(
                            row.estimate, row.interval, decimals: digits, most: most, isSigned: true),
                        "bar": scale.bar(row.estimate, row.interval, tone: tone(row)),
                        "outcome": .text(Self.outcome(row)),
                        "understanding": cells.plain(row.understanding, decimals: digits),
                        "reasoning": cells.plain(row.reasoning, decimals: digits),
                        "understandingItems": cells.count(row.understandingItems),
                        "reasoningItems": cells.count(row.reasoningItems), "without": cells.count(row.without),
                        "corrected": corrected.map {
                            cells.number(
                                $0.estimate, $0.interval, decimals: Digits.decimals($0.interval), isSigned: true)
                        } ?? .none,
                        "method": cells.method(row.interval),
                        "rowBasis": basis == nil ? cells.basis(row.basis) : .none,
                    ]
                }),
        ]
    }

    private func heading(_ row: GapFinding, _ cells: NumberCells) -> TemplateValue {
        guard isByBenchmark else { return cells.model(row.model) }
        return row.benchmark.map { cells.benchmark($0) }
            ?? cells.heading("all benchmarks, equal weight", SitePage.gap.rawValue)
    }

    private func anchor(_ row: GapFinding) -> String? {
        isByBenchmark ? row.benchmark.map { "gap-on-\(index.benchmarkSlugs[$0])" } : nil
    }

    private func tone(_ row: GapFinding) -> String {
        switch GapOutcome(row) {
        case .lower: "understanding"
        case .higher: "reasoning"
        case .open: "untold"
        }
    }

    static func outcome(_ row: GapFinding) -> String {
        switch GapOutcome(row) {
        case .lower: "reasoning lower"
        case .higher: "reasoning higher"
        case .open: "cannot be told apart"
        }
    }
}
