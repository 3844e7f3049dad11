import Charts
import Findings

/// Models × benchmarks, with the macro-average, and what is best in each column.
enum PaperAccuracy {
    /// From this many columns on, intervals stand below the estimates.
    private static let mostBeside = 3

    static func make(_ material: TableMaterial) throws(TableGap) -> PaperTable {
        let index = material.index
        let scopes = (material.findings.benchmarks.map { Optional($0.id) } + [nil]).map { Ranking(index, on: $0) }
            .filter { !$0.rows.isEmpty }
        // The macro-average of a single benchmark would repeat it.
        let rankings = scopes.filter { $0.benchmark != nil || scopes.count > 2 }
        guard !rankings.isEmpty else {
            throw TableGap("expected accuracies of models on benchmarks; found none. Build the findings from logs.")
        }
        let areBeside = rankings.count <= mostBeside
        let places = rankings.map { ranking in
            Dictionary(ranking.rows.enumerated().map { ($0.element.model, $0.offset) }) { first, _ in first }
        }
        let decimals = rankings.map { material.decimals($0.rows.map(\.interval)) }
        let models = material.models { model in places.contains { $0[model] != nil } }
        let rows = models.map { model -> [PaperTable.Cell] in
            [material.model(model)]
                + rankings.indices.map { column in
                    guard let position = places[column][model] else { return PaperTable.Cell(.missing, data: []) }
                    return cell(
                        rankings[column], at: position, decimals: decimals[column], isBeside: areBeside, material)
                }
        }
        let marks = rows.flatMap { $0 }.compactMap(\.mark)
        return PaperTable(
            kind: "accuracy", caption: caption(rankings, models: models.count, material),
            notes: material.notice + notes(rankings, marks, material),
            columns: [PaperTable.Column(key: "model", title: "Model", alignment: .left)]
                + rankings.map { column($0, isBeside: areBeside, material) },
            groupKeys: [], groups: [PaperTable.Group(rows: rows)])
    }

    private static func column(_ ranking: Ranking, isBeside: Bool, _ material: TableMaterial) -> PaperTable.Column {
        let counts = Set(ranking.rows.map(\.items)).sorted()
        let items = counts.count == 1 ? "n = \(ValueFormat.count(counts[0]))" : nil
        guard let identifier = ranking.benchmark else {
            return PaperTable.Column(key: "macro_average", title: "Macro mean", unit: nil, alignment: .number)
        }
        let isHigherBetter = material.index.benchmarks[identifier]?.higherIsBetter ?? true
        return PaperTable.Column(
            key: identifier, title: material.index.benchmarkName(identifier) + (isHigherBetter ? "" : " ↓"),
            unit: items,
            alignment: .number)
    }

    private static func cell(
        _ ranking: Ranking, at position: Int, decimals: Int, isBeside: Bool, _ material: TableMaterial
    ) -> PaperTable.Cell {
        let row = ranking.rows[position]
        var cell = material.estimate(
            row.estimate, row.interval, decimals: decimals, mark: mark(ranking, position),
            data: [PaperTable.Datum("items", .count(row.items))])
        if !isBeside, case .number(var number) = cell.content {
            cell.below = [number.interval?.text].compactMap(\.self)
            number.interval = nil
            cell.content = .number(number)
        }
        return cell
    }

    /// The best one is bold only if it is better than every other one; else it and those that cannot be told apart
    /// from it share a dagger.
    static func mark(_ ranking: Ranking, _ position: Int) -> PaperTable.Mark? {
        let others = ranking.rows.indices.dropFirst()
        guard !others.isEmpty else { return nil }
        if others.allSatisfy({ ranking.relation(0, $0) == .better }) { return position == 0 ? .best : nil }
        let untold = ranking.untold(from: 0)
        return !untold.isEmpty && (position == 0 || untold.contains(position)) ? .untold : nil
    }

    private static func caption(_ rankings: [Ranking], models: Int, _ material: TableMaterial) -> [String] {
        let methods = material.methods(rankings.flatMap(\.rows).map(\.interval.method))
        let benchmarks = rankings.filter { $0.benchmark != nil }
        return [
            rankings.last.flatMap { material.leader($0) } ?? "",
            """
            Accuracy \(material.unitPhrase) of \(material.extent(models: models, benchmarks: benchmarks.count)), with \
            \(material.intervalName)s in brackets (\(methods)).
            """,
        ]
    }

    private static func notes(
        _ rankings: [Ranking], _ marks: [PaperTable.Mark], _ material: TableMaterial
    ) -> [String] {
        var notes: [String] = []
        if marks.contains(.best) { notes.append("Bold: better than every other model in the column.") }
        if marks.contains(.untold) {
            notes.append("†: the best in the column and those that cannot be told apart from it.")
        }
        if rankings.contains(where: { $0.benchmark == nil }) {
            notes.append("Macro mean: each benchmark with the same weight.")
        }
        let ranges = rankings.filter { $0.benchmark != nil }.compactMap { ranking -> String? in
            let items = ranking.rows.map(\.items)
            guard let least = items.min(), let most = items.max(), least < most, let benchmark = ranking.benchmark
            else { return nil }
            return
                "\(material.index.benchmarkName(benchmark)): \(ValueFormat.count(least)) to \(ValueFormat.count(most)) items."
        }
        return notes + ranges + [material.testNote(on: rankings.map(\.benchmark))].compactMap(\.self)
    }
}
