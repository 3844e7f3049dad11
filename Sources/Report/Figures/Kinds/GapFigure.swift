import Charts
import Findings

extension FigureKind {
    /// Whether reasoning is lower, over benchmarks and on each.
    static let gap = FigureKind(
        id: "gap", question: "Is reasoning lower than understanding?",
        needs:
            "items of both capabilities: name the facet that tells them apart, [[benchmark]] capability, in the study file"
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
        let gaps = sortedGaps(on: benchmark)
        guard !gaps.isEmpty else { return nil }
        let scope = gapScope(benchmark, gaps)
        return DumbbellChart(
            text: text(GapSentences.headline(gaps), scope: scope, gapClauses(gaps) + [rule(gaps)]),
            rows: gaps.map { gap in
                DumbbellChart.Row(
                    label: index.modelName(gap.model), first: measure(gap, "understanding", gap.understanding),
                    second: measure(gap, "reasoning", gap.reasoning),
                    difference: DumbbellChart.Measure(
                        gap.estimate, lower: gap.interval.lower, upper: gap.interval.upper),
                    category: category(of: gap.model), link: index.modelPath(gap.model))
            }, axisTitle: "accuracy")
    }

    /// The gaps of a benchmark, or the standardised ones, greatest first.
    func sortedGaps(on benchmark: String?) -> [GapFinding] {
        let found = benchmark.map { index.gaps(on: $0, form: .raw) } ?? index.standardisedGaps()
        return found.enumerated().sorted {
            $0.element.estimate != $1.element.estimate
                ? $0.element.estimate > $1.element.estimate : $0.offset < $1.offset
        }.map(\.element)
    }

    func gapScope(_ benchmark: String?, _ gaps: [GapFinding]) -> String {
        benchmark.map { "Accuracy by capability on \(index.benchmarkName($0))" }
            ?? "Accuracy by capability, equal weight on \(Digits.counted(gaps.map(\.benchmarks).max() ?? 0, "benchmark"))"
    }

    /// By what rule the title counts.
    private func rule(_ gaps: [GapFinding]) -> String {
        guard gaps.count > 1, let level = gaps.first?.interval.level else { return "" }
        return
            "lower and higher by one-sided tests at \(Digits.level((1 - level) / 2)), adjusted by Holm over the models"
    }

    func gapClauses(_ gaps: [GapFinding]) -> [String] {
        [itemClause(gaps.map { $0.understandingItems + $0.reasoningItems }), intervalClause(gaps.map(\.interval))]
    }

    /// The accuracy on one capability, with its interval where the findings have it.
    func measure(_ gap: GapFinding, _ capability: String, _ value: Double) -> DumbbellChart.Measure {
        let interval = gap.benchmark.flatMap { index.estimate(gap.model, on: $0, capability: capability)?.interval }
        return DumbbellChart.Measure(value, lower: interval?.lower, upper: interval?.upper)
    }
}
