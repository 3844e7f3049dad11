import Findings

/// The best model against every other one, by macro-average and on each benchmark.
enum PaperDifferences {
    static func make(_ material: TableMaterial) throws(TableGap) -> PaperTable {
        let index = material.index
        let scopes = [nil] + material.findings.benchmarks.map { Optional($0.id) }
        let rankings = scopes.map { Ranking(index, on: $0) }
        let shown = rankings.filter { !differences($0, material).isEmpty }
        let decimals = material.decimals(shown.flatMap { differences($0, material) }.map(\.interval))
        let groups = shown.compactMap { group($0, decimals: decimals, material) }
        guard !groups.isEmpty else {
            throw TableGap(
                "expected paired differences of models; found none. Two models need answers to the same items of a "
                    + "benchmark.")
        }
        return PaperTable(
            kind: "differences", caption: caption(shown, material), notes: material.notice + notes(shown, material),
            columns: [
                PaperTable.Column(key: "model", title: "Model", alignment: .left),
                PaperTable.Column(
                    key: "difference", title: "Difference",
                    unit: material.unit(isDifference: true, interval: material.intervalName), alignment: .number),
                PaperTable.Column(key: "adjusted_p_value", title: "Adjusted", symbol: "p", alignment: .number),
                PaperTable.Column(key: "items", title: "Items", alignment: .number),
                PaperTable.Column(key: "only_leader", title: "Right only", unit: "leader", alignment: .number),
                PaperTable.Column(key: "only_model", title: "Right only", unit: "model", alignment: .number),
            ], groupKeys: ["benchmark", "leader"], groups: groups)
    }

    private static func differences(_ ranking: Ranking, _ material: TableMaterial) -> [DifferenceFinding] {
        guard let leader = ranking.rows.first else { return [] }
        return ranking.rows.dropFirst().compactMap {
            material.index.difference(leader.model, $0.model, on: ranking.benchmark)
        }
    }

    private static func group(_ ranking: Ranking, decimals: Int, _ material: TableMaterial) -> PaperTable.Group? {
        let found = differences(ranking, material)
        guard let leader = ranking.rows.first, !found.isEmpty else { return nil }
        let scope = ranking.benchmark.map { material.index.benchmarkName($0) } ?? "Macro-average"
        let number = material.format.stringWithUnit(
            leader.estimate, decimals: material.decimals([leader.interval]))
        return PaperTable.Group(
            title: "\(scope): \(material.index.modelName(leader.model)) (\(number)) minus",
            data: [.text(ranking.benchmark), .text(leader.model)],
            rows: found.map { difference in
                [
                    material.model(difference.second),
                    material.estimate(
                        difference.estimate, difference.interval, decimals: decimals, isSigned: true,
                        mark: difference.adjustedPValue < Ranking.errorRate ? .significant : nil),
                    material.pValue(difference.adjustedPValue), material.count(difference.items),
                    material.count(difference.onlyFirst), material.count(difference.onlySecond),
                ]
            })
    }

    private static func caption(_ rankings: [Ranking], _ material: TableMaterial) -> [String] {
        let found = rankings.flatMap { differences($0, material) }
        let told = found.count { $0.adjustedPValue < Ranking.errorRate }
        let models = Set(rankings.flatMap(\.rows).map(\.model)).count
        let benchmarks = rankings.count { $0.benchmark != nil }
        return [
            "The best model is told apart from the other one in \(told) of \(Digits.counted(found.count, "comparison")).",
            """
            Paired differences of \(material.extent(models: models, benchmarks: benchmarks)): the best by estimate minus \
            each other model, with \(material.intervalName)s (\(material.methods(found.map(\.interval.method)))).
            """,
        ]
    }

    private static func notes(_ rankings: [Ranking], _ material: TableMaterial) -> [String] {
        let found = rankings.flatMap { differences($0, material) }
        let families = Set(found.map(\.family)).sorted()
        let pairs =
            families.count == 1
            ? Digits.counted(families[0], "pair") : "\(families.first ?? 0) to \(families.last ?? 0) pairs"
        var notes = [
            "p: \(material.methods(found.map(\.test))), two-sided, adjusted by Holm over the \(pairs) of a scope."
        ]
        if found.contains(where: { $0.adjustedPValue < Ranking.errorRate }) {
            notes.append("*: adjusted p below \(Digits.level(Ranking.errorRate)).")
        }
        if found.contains(where: { $0.onlyFirst != nil }) {
            notes.append("Right only: items that one of the two gets right and the other does not.")
        }
        return notes
    }
}
