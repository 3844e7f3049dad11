import Charts
import Findings

extension FigureKind {
    /// How many items each benchmark needs.
    static let power = FigureKind(
        id: "power", question: "How many items do I need?", needs: "two models with 0/1 scores on the same benchmark"
    ) { material in
        material.document.powers.map { finding in
            StudyFigure("power", on: finding.benchmark, material.index, material.power(finding))
        }
    }
}

extension FigureMaterial {
    /// Power over items for several differences on one benchmark.
    func power(_ finding: PowerFinding) -> PowerCurveChart {
        PowerCurveChart(
            text: text(
                PowerSentences(index: index).detectable(finding),
                scope: "Power to tell two models apart on \(index.benchmarkName(finding.benchmark))",
                [
                    "n = \(ValueFormat.count(finding.presentItems)) items at present", methodNames([finding.method]),
                    "two-sided error rate \(Digits.level(finding.alpha))",
                    "the median of \(Digits.counted(finding.pairs, "pair")) disagrees on \(Digits.format.stringWithUnit(finding.discordance, decimals: 1)) of items",
                ]),
            curves: finding.curves.sorted { $0.difference > $1.difference }.map { curve in
                PowerCurveChart.Curve(
                    label: PowerSentences.points(curve.difference),
                    points: curve.points.map { .init(items: Double($0.items), power: $0.power) },
                    itemsNeeded: curve.itemsFor80)
            }, presentItems: finding.presentItems)
    }
}
