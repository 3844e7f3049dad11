import Charts
import Foundation

/// Charts of made-up numbers for kinds that the study of the gallery does not allow, so that a reader sees them.
enum GalleryExamples {
    static func chart(_ kind: String) -> (any Chart)? {
        switch kind {
        case FigureKind.history.id: history
        case FigureKind.calibration.id: calibration
        default: nil
        }
    }

    private static func text(_ title: String, _ subtitle: String) -> ChartText {
        ChartText(title: title, subtitle: subtitle, footnote: "Made-up numbers, to show the kind of figure")
    }

    private static var history: HistoryChart {
        func release(
            _ label: String, _ date: String, _ value: Double, _ change: HistoryChart.Change
        ) -> HistoryChart.Release {
            HistoryChart.Release(
                label: label, day: HistoryChart.day(date),
                measure: DumbbellChart.Measure(value, lower: value - 0.024, upper: value + 0.023), change: change)
        }
        return HistoryChart(
            text: text(
                "Model A is told apart from the release before in two of three steps",
                "Accuracy over release dates; n = 1\u{202F}600 items; 95% intervals"),
            lineages: [
                HistoryChart.Lineage(
                    name: "Model A", category: .general,
                    releases: [
                        release("A 1", "2024-03-11", 0.512, .untested), release("A 1.5", "2024-07-02", 0.561, .apart),
                        release("A 2", "2024-12-16", 0.574, .notApart), release("A 2.5", "2025-06-03", 0.648, .apart),
                    ]),
                HistoryChart.Lineage(
                    name: "Model B", category: .medical,
                    releases: [
                        release("B 1", "2024-05-20", 0.548, .untested), release("B 2", "2025-02-10", 0.623, .apart),
                    ]),
            ], axisTitle: "accuracy")
    }

    private static var calibration: CalibrationChart {
        let counts = [31, 44, 62, 85, 120, 171, 236, 318, 412, 521]
        let accuracies = [0.10, 0.18, 0.24, 0.29, 0.37, 0.45, 0.51, 0.60, 0.69, 0.81]
        return CalibrationChart(
            text: text(
                "Model A states more confidence than its answers earn: it misses by 11 points on average",
                "Accuracy by stated confidence; n = 2\u{202F}000 items; 95% intervals"),
            bins: counts.indices.map { bin in
                let (accuracy, count) = (accuracies[bin], Double(counts[bin]))
                let half = 1.96 * (accuracy * (1 - accuracy) / count).squareRoot()
                return CalibrationChart.Bin(
                    range: (Double(bin) / 10)...(Double(bin + 1) / 10), confidence: (Double(bin) + 0.5) / 10,
                    accuracy: accuracy, lower: max(0, accuracy - half), upper: min(1, accuracy + half),
                    count: counts[bin])
            },
            coverage: (1...10).map { tenth in
                let accuracy = 0.84 - 0.025 * Double(tenth)
                return .init(
                    coverage: Double(tenth) / 10, accuracy: accuracy,
                    lower: accuracy - 0.06 / Double(tenth).squareRoot(),
                    upper: accuracy + 0.05 / Double(tenth).squareRoot())
            },
            scores: [
                .init(name: "expected calibration error", value: 0.11, lower: 0.093, upper: 0.127),
                .init(name: "Brier score", value: 0.207, lower: 0.196, upper: 0.219, format: .score),
            ])
    }
}
