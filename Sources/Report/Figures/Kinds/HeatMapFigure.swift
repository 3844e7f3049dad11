import Charts
import Findings

extension FigureKind {
    /// Who is good at what.
    static let heatMap = FigureKind(
        id: "heat-map", question: "Who is good at what?", needs: "at least one model with a scored item"
    ) { material in
        material.heatMap().map { [StudyFigure("heat-map", $0)] } ?? []
    }
}

extension FigureMaterial {
    /// Models × benchmarks; nil if there is no estimate by benchmark.
    func heatMap() -> HeatMapChart? {
        let order = HeatMapOrder(index: index, ranking: ranking)
        guard !order.models.isEmpty, !order.benchmarks.isEmpty else { return nil }
        let threshold = order.threshold
        let marks = threshold.map { "marks: \($0.name), minimum \(VerdictSentences.minimum($0))" } ?? ""
        let estimates = order.models.flatMap { model in order.benchmarks.compactMap { index.estimate(model, on: $0) } }
        let (items, intervals) = (estimates.map(\.items), estimates.map(\.interval))
        return HeatMapChart(
            text: text(
                order.sentence, scope: "Accuracy by model and benchmark",
                [itemClause(items), intervalClause(intervals), marks]),
            columns: order.benchmarks.map {
                HeatMapChart.Column(label: index.benchmarkName($0), mean: order.mean(ofBenchmark: $0))
            },
            rows: order.models.map { model in
                HeatMapChart.Row(
                    label: index.modelName(model), category: category(of: model),
                    cells: order.benchmarks.map { cell(model, $0, threshold: threshold, order: order) },
                    mean: index.estimate(model, on: nil)?.estimate)
            },
            valueTitle: "accuracy")
    }

    private func cell(
        _ model: String, _ benchmark: String, threshold: ThresholdFinding?, order: HeatMapOrder
    ) -> HeatMapChart.Cell? {
        guard let estimate = index.estimate(model, on: benchmark) else { return nil }
        return HeatMapChart.Cell(
            value: estimate.estimate, lower: estimate.interval.lower, upper: estimate.interval.upper,
            mark: order.verdict(model, benchmark).map { mark($0.verdict) }, link: index.modelPath(model))
    }
}
