import Charts
import Findings

extension FigureKind {
    /// Whether reasoning is lower, over benchmarks and on each.
    static let gap = FigureKind(
        id: "gap", question: "Is reasoning lower than understanding?",
        needs: "items of both capabilities: name the facet that tells them apart, [[benchmark]] capability, in the study file"
    ) { material in
        [material.gap(on: nil).map { StudyFigure("gap", $0) }].compactMap(\.self)
            + material.document.benchmarks.compactMap { benchmark in
                material.gap(on: benchmark.id).map { StudyFigure("gap", on: benchmark.id, material.index, $0) }
            }
    }
}

extension FigureMaterial {
    /// Understanding and reasoning a model, by falling gap; nil if there is no gap in the scope.
    func gap(on benchmark: String?) -> DumbbellChart? {
        let found = benchmark.map { index.gaps(on: $0, form: .raw) } ?? index.standardisedGaps()
        guard let some = found.first else { return nil }
        let gaps = found.enumerated().sorted {
            $0.element.estimate != $1.element.estimate
                ? $0.element.estimate > $1.element.estimate : $0.offset < $1.offset
        }.map(\.element)
        let title = GapSentences.headline(gaps)
        let scope =
            benchmark.map { "Accuracy by capability on \(index.benchmarkName($0))" }
            ?? "Accuracy by capability, equal weight on \(Digits.counted(some.benchmarks, "benchmark"))"
        let items = gaps.map { $0.understandingItems + $0.reasoningItems }
        return DumbbellChart(
            text: text(title, scope: scope, [itemClause(items), intervalClause(gaps.map(\.interval))]),
            rows: gaps.map { row($0) }, axisTitle: "accuracy")
    }

    private func row(_ gap: GapFinding) -> DumbbellChart.Row {
        func measure(_ capability: String, _ value: Double) -> DumbbellChart.Measure {
            let interval = gap.benchmark.flatMap {
                index.estimate(gap.model, on: $0, capability: capability)?.interval
            }
            return DumbbellChart.Measure(value, lower: interval?.lower, upper: interval?.upper)
        }
        return DumbbellChart.Row(
            label: index.modelName(gap.model), first: measure("understanding", gap.understanding),
            second: measure("reasoning", gap.reasoning),
            difference: DumbbellChart.Measure(gap.estimate, lower: gap.interval.lower, upper: gap.interval.upper),
            category: category(of: gap.model), link: index.modelPath(gap.model))
    }
}
