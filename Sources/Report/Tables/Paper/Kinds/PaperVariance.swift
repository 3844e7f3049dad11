import Charts
import Findings

/// How much benchmarks differ for each model, and where one not yet seen would lie.
enum PaperVariance {
    static func make(_ material: TableMaterial) throws(TableGap) -> PaperTable {
        let variances = Dictionary(material.findings.variances.map { ($0.model, $0) }) { first, _ in first }
        let models = material.models { variances[$0] != nil }
        let found = models.compactMap { variances[$0] }
        guard let some = found.first else {
            throw TableGap(
                "expected models with accuracies on several benchmarks; found none. Add logs of more benchmarks.")
        }
        let predictions = found.compactMap(\.prediction)
        let mean = predictions.isEmpty ? material.format.decimals(halfWidth: nil) : material.decimals(predictions)
        let level = Digits.level(material.findings.study.level)
        let tau = material.format.decimals(
            halfWidths: found.map { ($0.tauSquaredUpper.squareRoot() - $0.tauSquaredLower.squareRoot()) / 2 })
        return PaperTable(
            kind: "variance", caption: caption(found, material), notes: material.notice + notes(some, found, material),
            columns: [
                PaperTable.Column(key: "model", title: "Model", alignment: .left),
                PaperTable.Column(
                    key: "mean", title: "Pooled mean",
                    unit: material.unit(interval: predictions.isEmpty ? nil : "\(level) prediction"), alignment: .number
                ),
                PaperTable.Column(
                    key: "standard_deviation", title: "τ",
                    unit: material.unit(isDifference: true, interval: material.intervalName), alignment: .number),
                PaperTable.Column(key: "i_squared", title: "", symbol: "I²", unit: "%", alignment: .number),
                PaperTable.Column(key: "q", title: "", symbol: "Q", alignment: .number),
                PaperTable.Column(key: "q_p_value", title: "", symbol: "p", alignment: .number),
                PaperTable.Column(key: "benchmarks", title: "Benchmarks", alignment: .number),
            ], groupKeys: [],
            groups: [PaperTable.Group(rows: found.map { row($0, meanDecimals: mean, tauDecimals: tau, material) })])
    }

    private static func row(
        _ variance: VarianceFinding, meanDecimals: Int, tauDecimals: Int, _ material: TableMaterial
    ) -> [PaperTable.Cell] {
        let lower = variance.tauSquaredLower.squareRoot()
        let upper = variance.tauSquaredUpper.squareRoot()
        return [
            material.model(variance.model),
            material.estimate(
                variance.mean, variance.prediction, decimals: meanDecimals,
                data: [PaperTable.Datum("standard_error", .number(variance.standardError))]),
            PaperTable.Cell(
                .number(
                    PaperTable.Number(
                        text: material.format.string(variance.standardDeviation, decimals: tauDecimals),
                        interval: material.interval(lower, upper, decimals: tauDecimals))),
                data: [
                    PaperTable.Datum("", .number(variance.standardDeviation)),
                    PaperTable.Datum("lower", .number(lower)),
                    PaperTable.Datum("upper", .number(upper)),
                    PaperTable.Datum("level", .number(material.findings.study.level)),
                    PaperTable.Datum("method", .text(variance.method)),
                ]),
            PaperTable.Cell(
                .number(PaperTable.Number(text: ValueFormat.percent.string(variance.iSquared, decimals: 1))),
                data: [PaperTable.Datum("", .number(variance.iSquared))]),
            PaperTable.Cell(
                .number(PaperTable.Number(text: ValueFormat.score.string(variance.q, decimals: 1))),
                data: [PaperTable.Datum("", .number(variance.q))]),
            material.pValue(variance.qPValue), material.count(variance.benchmarks),
        ]
    }

    private static func caption(_ found: [VarianceFinding], _ material: TableMaterial) -> [String] {
        let deviations = found.map(\.standardDeviation)
        let counts = Set(found.map(\.benchmarks)).sorted()
        let benchmarks =
            counts.count == 1
            ? Digits.counted(counts[0], "benchmark") : "\(counts.first ?? 0) to \(counts.last ?? 0) benchmarks"
        let decimals = material.format.unit == .percent ? 1 : 3
        func written(_ value: Double) -> String { material.format.string(value, decimals: decimals) }
        let range =
            deviations.count == 1
            ? written(deviations[0]) : "\(written(deviations.min() ?? 0)) to \(written(deviations.max() ?? 0))"
        let unit = material.format.unit == .percent ? " points" : ""
        return [
            "Beyond sampling noise, accuracy varies over \(benchmarks) with a standard deviation τ of \(range)\(unit).",
            """
            Random-effects means of \(Digits.counted(found.count, "model")) over \(benchmarks), as a sample of possible \
            benchmarks (\(material.methods(found.map(\.method)))), level \(Digits.level(material.findings.study.level)).
            """,
        ]
    }

    private static func notes(
        _ some: VarianceFinding, _ found: [VarianceFinding], _ material: TableMaterial
    ) -> [String] {
        var notes: [String] = []
        let predictions = found.compactMap(\.prediction)
        if !predictions.isEmpty {
            notes.append(
                "In brackets after the mean: where the accuracy on a benchmark not yet seen would lie "
                    + "(\(material.methods(predictions.map(\.method)))).")
        }
        notes.append("Interval of τ: Q profile. I²: the share of the variance that is not sampling noise.")
        notes.append("Q and p: test of no differences between benchmarks beyond sampling noise.")
        let replaced = found.map(\.replacedVariances).reduce(0, +)
        if replaced > 0 {
            notes.append(
                "\(Digits.counted(replaced, "sampling variance")) of 0 replaced by that of (k + ½)/(n + 1).")
        }
        return notes
    }
}
