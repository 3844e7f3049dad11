import Charts
import Findings

extension FigureKind {
    /// How far each model's stated confidences can be trusted.
    static let calibration = FigureKind(
        id: "calibration", question: "Can its confidence be trusted?", needs: "logs with a confidence for each answer"
    ) { material in
        material.document.confidences.map { StudyFigure(material.calibrationName($0), material.calibration($0)) }
    }
}

extension FigureMaterial {
    /// `calibration-<benchmark>-<model>`.
    func calibrationName(_ finding: ConfidenceFinding) -> String {
        StudyFigure.name("calibration", on: finding.benchmark, index) + "-" + index.modelSlugs[finding.model]
    }

    /// Reliability and risk-coverage of one model on one benchmark.
    func calibration(_ finding: ConfidenceFinding) -> CalibrationChart {
        let (model, benchmark) = (index.modelName(finding.model), index.benchmarkName(finding.benchmark))
        let link = index.modelPath(finding.model)
        let intervals = finding.bins.compactMap(\.interval) + [finding.calibrationInterval, finding.brierInterval]
        return CalibrationChart(
            text: text(
                ConfidenceSentences(index: index).calibration(finding),
                scope: "Accuracy of \(model) on \(benchmark) by stated confidence",
                [itemClause([finding.items]), intervalClause(intervals)]),
            bins: finding.bins.map {
                CalibrationChart.Bin(
                    range: $0.lower...max($0.lower, $0.upper), confidence: $0.meanConfidence, accuracy: $0.accuracy,
                    lower: $0.interval?.lower, upper: $0.interval?.upper, count: $0.items, link: link)
            },
            coverage: finding.coverage.map {
                .init(
                    coverage: $0.coverage, accuracy: $0.accuracy, lower: $0.interval.lower, upper: $0.interval.upper)
            },
            scores: [
                .init(
                    name: "expected calibration error", value: finding.calibrationError,
                    lower: finding.calibrationInterval.lower, upper: finding.calibrationInterval.upper),
                .init(
                    name: "Brier score", value: finding.brier, lower: finding.brierInterval.lower,
                    upper: finding.brierInterval.upper, format: .score),
            ])
    }
}
