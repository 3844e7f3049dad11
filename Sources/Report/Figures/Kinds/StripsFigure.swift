import Charts
import Findings

extension FigureKind {
    /// How much benchmarks differ for each model.
    static let strips = FigureKind(
        id: "strips", question: "How much do benchmarks differ?",
        needs: "a model with estimates on at least two benchmarks"
    ) { material in
        material.strips().map { [StudyFigure("strips", $0)] } ?? []
    }
}

extension FigureMaterial {
    /// The benchmarks' estimates a model, with what is predicted for a new one; nil without variances.
    func strips() -> BenchmarkStripChart? {
        let found = Dictionary(document.variances.map { ($0.model, $0) }) { first, _ in first }
        let variances = index.modelsInOrder(ranking).compactMap { found[$0.id] }
        guard !variances.isEmpty else { return nil }
        let estimates = variances.flatMap { finding in
            document.benchmarks.compactMap { index.estimate(finding.model, on: $0.id) }
        }
        let predictions = variances.compactMap(\.prediction)
        let level = Digits.level(predictions.first?.level ?? document.study.level)
        return BenchmarkStripChart(
            text: text(
                VarianceSentences(index: index).range(),
                scope: "Accuracy by benchmark and pooled mean (random effects)",
                [
                    itemClause(estimates.map(\.items)),
                    "variance between benchmarks by \(methodNames(variances.map(\.method)))",
                    predictions.isEmpty
                        ? "" : "\(level) prediction intervals (\(methodNames(predictions.map(\.method))))",
                ]),
            rows: variances.map { row($0) }, axisTitle: "accuracy",
            predictionName: "\(level) prediction interval for a new benchmark")
    }

    private func row(_ finding: VarianceFinding) -> BenchmarkStripChart.Row {
        BenchmarkStripChart.Row(
            label: index.modelName(finding.model),
            dots: document.benchmarks.compactMap { benchmark in
                index.estimate(finding.model, on: benchmark.id).map {
                    BenchmarkStripChart.Dot(
                        benchmark: benchmark.name, value: $0.estimate, lower: $0.interval.lower,
                        upper: $0.interval.upper, link: index.benchmarkPath(benchmark.id))
                }
            },
            mean: finding.mean, prediction: finding.prediction.map { $0.lower...max($0.lower, $0.upper) },
            spread: finding.standardDeviation, category: category(of: finding.model),
            link: index.modelPath(finding.model))
    }
}
