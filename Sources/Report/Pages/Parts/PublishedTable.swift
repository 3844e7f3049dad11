import Charts
import Findings

/// Accuracies that other sources print, beside those found here.
struct PublishedTable {
    let index: FindingsIndex
    var rows: [PublishedFinding]

    var value: TemplateValue {
        guard !rows.isEmpty else { return .none }
        let cells = NumberCells(index: index)
        let format = Digits.format
        return [
            "sentence": PublishedSentences(index: index).outcome().value,
            "basis": cells.basis(FindingsIndex.sharedBasis(rows.map(\.basis))),
            "rows": .list(
                rows.map { row in
                    let decimals = max(1, Digits.decimals(row.interval))
                    return [
                        "benchmark": cells.benchmark(row.benchmark), "heading": cells.model(row.model),
                        "printed": .text(format.string(row.accuracy, decimals: decimals)),
                        "printedSort": .text(row.accuracy.description),
                        "number": cells.number(row.estimate, row.interval, decimals: decimals),
                        "difference": .text(format.signedString(row.difference, decimals: decimals)),
                        "differenceSort": .text(row.difference.description),
                        "inside": .text(row.isInside ? "inside" : "outside"), "source": .text(row.source),
                        "note": TemplateValue(row.note),
                    ]
                }),
        ]
    }
}
