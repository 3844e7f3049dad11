import Charts
import Findings

extension FigureKind {
    /// Which models the ranks over benchmarks tell apart.
    static let criticalDifference = FigureKind(
        id: "critical-difference", question: "Which models do ranks over benchmarks tell apart?",
        needs: "at least three models that all have estimates on at least three benchmarks"
    ) { material in
        material.criticalDifference().map { [StudyFigure("critical-difference", $0)] } ?? []
    }
}

extension FigureMaterial {
    /// Mean ranks over benchmarks with the groups of the Nemenyi test; nil without them.
    func criticalDifference() -> CriticalDifferenceChart? {
        guard let finding = document.rankComparison else { return nil }
        return CriticalDifferenceChart(
            text: text(
                RankSentences(index: index).overBenchmarks(finding), scope: "Mean ranks over benchmarks",
                [
                    "\(Digits.counted(finding.models.count, "model")), \(Digits.counted(finding.benchmarks, "benchmark"))",
                    "Friedman test \(Digits.pClause(finding.pValue))",
                    "critical difference by Nemenyi's test at \(Digits.level(1 - finding.level))",
                ]),
            entries: finding.meanRanks.map {
                CriticalDifferenceChart.Entry(
                    label: index.modelName($0.model), category: category(of: $0.model), meanRank: $0.meanRank,
                    link: index.modelPath($0.model))
            }, criticalDifference: finding.criticalDifference, benchmarkCount: finding.benchmarks)
    }
}
