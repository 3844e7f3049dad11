import Foundation
import Records

/// What VLMEvalKit reported for a run in `_acc.csv`: a row a split, `Overall` and a column a category.
struct VLMEvalKitAggregate {
    /// The value of `Overall` in every row, as the file writes it: a fraction, or a percentage.
    let overall: [Double]

    init(_ url: URL) throws {
        let name = url.lastPathComponent
        var column: Int?
        var overall: [Double] = []
        try QuotedRows(open: { try InputFile.open(url.path, shownAs: name) }, separator: 0x2C).forEachRow { row in
            if let column {
                if let value = Double(row[column]) { overall.append(value) }
            } else {
                column = row.cells.firstIndex { $0.lowercased() == "overall" }
                if column == nil { return false }
            }
            return true
        }
        self.overall = overall
    }

    /// The metric with what is known about the runner's figure.
    ///
    /// Scores of items are fractions, while the figure of free answers is a percentage.
    func metric(_ name: String) -> MetricRecord {
        if overall.count > 1 {
            return MetricRecord(
                name: name, reportedNote: "VLMEvalKit reports \(overall.count) splits apart and no figure for all items")
        }
        return MetricRecord(name: name, reported: overall.first.map { $0 > 1 ? $0 / 100 : $0 })
    }
}
