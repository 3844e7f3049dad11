import Charts
import Findings

/// The models best first, with what they are and which of them cannot be told apart.
enum PaperLeaderboard {
    static func make(_ material: TableMaterial) throws(TableGap) -> PaperTable {
        guard let ranking = material.ranking else {
            throw TableGap(
                "expected macro-averages or a single benchmark to rank models by; found neither. "
                    + "Models have a macro-average if they have run on the same benchmarks.")
        }
        let letters = ranking.rows.count > 1 ? LetterGroups(ranking) : nil
        let models = ranking.rows.map { material.index.models[$0.model] }
        let decimals = material.decimals(ranking.rows.map(\.interval))
        let sizes = models.compactMap { $0?.parameters }.filter(\.isFinite)
        let sizeDecimals = sizes.allSatisfy { abs($0 / 1e9 - ($0 / 1e9).rounded()) < 0.05 } ? 0 : 1
        let rows = ranking.rows.enumerated().map { position, row -> [PaperTable.Cell] in
            [
                material.model(row.model), material.text(models[position]?.kind),
                parameters(models[position]?.parameters, decimals: sizeDecimals),
                material.estimate(row.estimate, row.interval, decimals: decimals),
                letters.map { .text($0.letters[position]) } ?? material.text(nil), material.count(row.items),
                material.count(row.benchmarks ?? 1),
            ]
        }
        return PaperTable(
            kind: "leaderboard", caption: caption(ranking, material),
            notes: material.notice + notes(ranking, letters, material),
            columns: [
                PaperTable.Column(key: "model", title: "Model", alignment: .left),
                PaperTable.Column(key: "kind", title: "Kind", alignment: .left),
                PaperTable.Column(key: "parameters", title: "Parameters", unit: "10⁹", alignment: .number),
                PaperTable.Column(
                    key: "accuracy", title: "Accuracy", unit: material.unit(interval: material.intervalName),
                    alignment: .number),
                PaperTable.Column(key: "group", title: "Group", alignment: .left),
                PaperTable.Column(key: "items", title: "Items", alignment: .number),
                PaperTable.Column(key: "benchmarks", title: "Benchmarks", alignment: .number),
            ], groupKeys: [], groups: [PaperTable.Group(rows: rows)])
    }

    /// Billions of parameters.
    private static func parameters(_ value: Double?, decimals: Int) -> PaperTable.Cell {
        guard let value, value.isFinite else { return PaperTable.Cell(.missing, data: []) }
        return PaperTable.Cell(
            .number(PaperTable.Number(text: ValueFormat.score.string(value / 1e9, decimals: decimals))),
            data: [PaperTable.Datum("", .number(value))])
    }

    private static func caption(_ ranking: Ranking, _ material: TableMaterial) -> [String] {
        let scope =
            ranking.benchmark.map { "Accuracy on \(material.index.benchmarkName($0))" }
            ?? "Macro-average accuracy, each benchmark with the same weight"
        let items = ranking.rows.map(\.items)
        let count =
            items.min() == items.max()
            ? "n = \(Digits.counted(items.first ?? 0, "item"))"
            : "n = \(Digits.counted(items.min() ?? 0, "item")) to \(Digits.counted(items.max() ?? 0, "item"))"
        let benchmarks = Set(ranking.rows.map { $0.benchmarks ?? 1 }).max() ?? 1
        return [
            material.leader(ranking) ?? "",
            """
            \(scope), of \(material.extent(models: ranking.rows.count, benchmarks: benchmarks)), \(count), with \
            \(material.intervalName)s (\(material.methods(ranking.rows.map(\.interval.method)))).
            """,
        ]
    }

    private static func notes(_ ranking: Ranking, _ letters: LetterGroups?, _ material: TableMaterial) -> [String] {
        guard ranking.rows.count > 1 else { return [] }
        guard letters != nil else {
            return [
                ranking.pairs.tested == 0
                    ? "No test compares the models."
                    : "Groups of models that cannot be told apart are left out, since there are too many of them."
            ]
        }
        let all = ranking.rows.count * (ranking.rows.count - 1) / 2
        let untested = all - ranking.pairs.tested
        let rest =
            untested > 0 ? " \(Digits.counted(untested, "pair")) without a test count as not told apart." : ""
        return [
            "Group: models that share a letter cannot be told apart." + rest
        ] + [material.testNote(on: [ranking.benchmark])].compactMap(\.self)
    }
}
