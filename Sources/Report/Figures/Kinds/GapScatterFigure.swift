import Charts
import Findings

extension FigureKind {
    /// Whether reasoning is lower everywhere, over benchmarks and on each.
    static let gapScatter = FigureKind(
        id: "gap-scatter", question: "Is reasoning lower everywhere?",
        needs:
            "two models with items of both capabilities: name the facet that tells them apart, [[benchmark]] capability, in the study file"
    ) { material in
        material.gapScatter(on: nil).map { [StudyFigure("gap-scatter", $0)] } ?? []
    }
}

extension FigureMaterial {
    /// Understanding × reasoning with a point a model; nil for fewer than two models.
    func gapScatter(on benchmark: String?) -> GapScatterChart? {
        let gaps = sortedGaps(on: benchmark)
        guard gaps.count > 1 else { return nil }
        let scope = gapScope(benchmark, gaps)
        return GapScatterChart(
            text: text(GapSentences(index: index).range(gaps), scope: scope, gapClauses(gaps)),
            points: gaps.map { gap in
                GapScatterChart.Item(
                    label: index.modelName(gap.model), category: category(of: gap.model),
                    x: measure(gap, "understanding", gap.understanding), y: measure(gap, "reasoning", gap.reasoning),
                    difference: DumbbellChart.Measure(
                        gap.estimate, lower: gap.interval.lower, upper: gap.interval.upper),
                    link: index.modelPath(gap.model))
            }, axisTitle: "accuracy")
    }
}
