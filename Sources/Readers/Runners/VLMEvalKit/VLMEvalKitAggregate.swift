import Foundation
import Records

/// What VLMEvalKit reported for a run in `_acc.csv`, `_score.csv` or their JSON: a row a split, or a row of all, with the
/// figure over all items in one of several columns.
struct VLMEvalKitAggregate {
    /// The figures over all items of a split, as the file writes them: fractions, or percentages.
    let figures: [(split: String?, value: Double)]

    /// - Throws: `Problem` if the file cannot be read.
    init(_ url: URL, shownAs: String) throws {
        let rows =
            url.pathExtension.lowercased() == "json"
            ? try Self.jsonRows(url, shownAs) : try Self.delimitedRows(url, shownAs)
        figures = rows.compactMap { row in
            Self.figure(row).map { (split: row["split"] ?? row["category"], value: $0) }
        }
    }

    private static func delimitedRows(_ url: URL, _ shownAs: String) throws -> [[String: String]] {
        var header: [String] = []
        var rows: [[String: String]] = []
        try QuotedRows(open: { try InputFile.open(url.path, shownAs: shownAs) }, separator: 0x2C).forEachRow { row in
            if header.isEmpty {
                header = row.cells.map { $0.lowercased() }
            } else {
                rows.append(Dictionary(zip(header, row.cells)) { first, _ in first })
            }
            return true
        }
        return rows
    }

    /// A list of rows, or one object.
    private static func jsonRows(_ url: URL, _ shownAs: String) throws -> [[String: String]] {
        let root = try JSONDocument(file: url.path, shownAs: shownAs).root
        let objects = root.kind == .array ? root.elements.map { $0 } : [root]
        return objects.map { object in
            Dictionary(object.members.compactMap { key, value in value.scalarText.map { (key.lowercased(), $0) } }) {
                $1
            }
        }
    }

    /// The figure over all items of a row. Beside precision and recall, `Overall` is an F1 score; HallusionBench has three
    /// kinds of accuracy, of which `aAcc` is that over items.
    private static func figure(_ row: [String: String]) -> Double? {
        let columns = row["precision"] != nil ? ["acc"] : ["aacc", "overall", "accuracy", "acc"]
        return columns.lazy.compactMap { row[$0].flatMap(Double.init) }.first
    }

    /// The metric with what is known about the runner's figure, which is a percentage where that lies nearer to the mean
    /// of the items.
    func metric(_ name: String, mean: Double?) -> MetricRecord {
        var metric = MetricRecord(name: name)
        let all =
            figures.count == 1 ? figures.first : figures.first { ["overall", "all"].contains($0.split?.lowercased()) }
        if let all {
            metric.reported = Self.fraction(all.value, near: mean)
        } else if figures.count > 1 {
            metric.reportedNote = "VLMEvalKit reports \(figures.count) splits apart and no figure for all items"
        }
        return metric
    }

    /// Whether there is a figure for this split beside others.
    func isApart(_ split: String) -> Bool { figures.count > 1 && figures.contains { $0.split == split } }

    /// The figure of one split as a fraction.
    func figure(ofSplit split: String, mean: Double?) -> Double? {
        figures.first { $0.split == split }.map { Self.fraction($0.value, near: mean) }
    }

    private static func fraction(_ value: Double, near mean: Double?) -> Double {
        guard let mean else { return value > 1 ? value / 100 : value }
        return value > 1 || abs(value / 100 - mean) < abs(value - mean) ? value / 100 : value
    }
}
