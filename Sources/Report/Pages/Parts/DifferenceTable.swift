import Charts
import Findings

/// A table of paired differences: the template `differences`.
struct DifferenceTable {
    let index: FindingsIndex
    var id: String
    var caption: String
    /// Whether the first model is the same in all rows and stands in the caption, not in a column.
    var isAboutOneModel: Bool
    var rows: [DifferenceFinding]

    var value: TemplateValue {
        guard let some = rows.first else { return .none }
        let cells = NumberCells(index: index)
        let scale = BarScale(differences: rows.map(\.interval))
        let decimals = Digits.decimals(rows.map(\.interval))
        let basis = FindingsIndex.sharedBasis(rows.map(\.basis))
        return [
            "id": .text(id), "caption": .text(caption), "hasFirst": .flag(!isAboutOneModel),
            "scale": scale.heading, "family": TemplateValue(some.family), "basis": cells.basis(basis),
            "rate": .text(Digits.level(Ranking.errorRate)),
            "rows": .list(
                rows.map { row in
                    let isTold = row.adjustedPValue < Ranking.errorRate
                    return [
                        "first": isAboutOneModel ? .none : cells.model(row.first), "second": cells.model(row.second),
                        "pairPage": .text(index.pairPath(row.first, row.second)),
                        "number": cells.number(row.estimate, row.interval, decimals: decimals, isSigned: true),
                        "bar": scale.bar(row.estimate, row.interval, tone: isTold ? "told" : "untold"),
                        "pValue": .text(Digits.pValue(row.pValue)), "pSort": .text(row.pValue.description),
                        "adjusted": .text(Digits.pValue(row.adjustedPValue)),
                        "adjustedSort": .text(row.adjustedPValue.description),
                        "outcome": .text(isTold ? (row.estimate > 0 ? "higher" : "lower") : "cannot be told apart"),
                        "isTold": .flag(isTold),
                        "items": cells.count(row.items), "only": only(row), "method": cells.method(row.interval),
                        "test": cells.method(row.test),
                    ]
                }),
        ]
    }

    /// Items that one of the two gets right and the other wrong.
    private func only(_ row: DifferenceFinding) -> TemplateValue {
        guard let first = row.onlyFirst, let second = row.onlySecond else { return .none }
        return .text("\(ValueFormat.count(first)) / \(ValueFormat.count(second))")
    }
}
