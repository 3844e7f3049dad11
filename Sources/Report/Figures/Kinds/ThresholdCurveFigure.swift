import Charts
import Findings

extension FigureKind {
    /// Who would pass if a threshold moved.
    static let thresholdCurve = FigureKind(
        id: "threshold-curve", question: "What if the threshold moved?",
        needs: "two models with one verdict each on a threshold, or with a macro-average"
    ) { material in
        let judged = material.judgedThresholds.compactMap { threshold in
            material.thresholdCurve(threshold).map {
                StudyFigure(material.name("threshold-curve", of: threshold), $0)
            }
        }
        return judged.isEmpty
            ? [material.thresholdCurve().map { StudyFigure("threshold-curve", $0) }].compactMap(\.self) : judged
    }
}

extension FigureMaterial {
    /// Verdicts over the minimum that a threshold could demand; nil for fewer than two models.
    func thresholdCurve(_ threshold: ThresholdFinding) -> ThresholdCurveChart? {
        let verdicts = wholeVerdicts(threshold)
        guard let minimum = threshold.minimum, let some = verdicts.first, verdicts.count > 1 else { return nil }
        return ThresholdCurveChart(
            text: text(
                VerdictSentences(index: index).moved(verdicts.map { ($0.lower, $0.upper) }),
                scope: "Verdicts on “\(threshold.name)” if its minimum moved",
                [
                    Digits.counted(verdicts.count, "model"), itemClause(verdicts.map(\.items)),
                    "one-sided \(Digits.level(1 - some.alpha)) bounds (\(methodNames(verdicts.map(\.method))))",
                ]),
            bounds: verdicts.map { .init(label: index.modelName($0.model), lower: $0.lower, upper: $0.upper) },
            threshold: .init(value: minimum, label: threshold.name), axisTitle: "minimum accuracy")
    }

    /// The same for the macro-average, or the only benchmark, of a study without thresholds.
    func thresholdCurve() -> ThresholdCurveChart? {
        guard let ranking, ranking.rows.count > 1, let level = ranking.rows.first?.interval.level else { return nil }
        return ThresholdCurveChart(
            text: text(
                VerdictSentences(index: index).moved(ranking.rows.map { ($0.interval.lower, $0.interval.upper) }),
                scope:
                    "Models that would pass a threshold on the \(ranking.benchmark.map { index.benchmarkName($0) } ?? "macro-average")",
                [
                    Digits.counted(ranking.rows.count, "model"), itemClause(ranking.rows.map(\.items)),
                    "one-sided \(Digits.level(1 - (1 - level) / 2)) bounds (\(methodNames(ranking.rows.map(\.interval.method))))",
                ]),
            bounds: ranking.rows.map {
                .init(label: index.modelName($0.model), lower: $0.interval.lower, upper: $0.interval.upper)
            }, axisTitle: "minimum accuracy")
    }
}
