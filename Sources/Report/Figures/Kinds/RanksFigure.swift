import Charts
import Findings

extension FigureKind {
    /// How sure ranks are, by macro-average and on each benchmark.
    static let ranks = FigureKind(
        id: "ranks", question: "How sure are ranks?", needs: "at least two models on a benchmark", isShownForEach: false
    ) { material in
        let scopes: [String?] = [nil] + material.document.benchmarks.map(\.id)
        return scopes.compactMap { scope in
            material.ranks(on: scope).map {
                StudyFigure(StudyFigure.name("ranks", on: scope, material.index), $0)
            }
        }
    }
}

extension FigureMaterial {
    /// The probability of each rank a model; nil for fewer than two models.
    func ranks(on benchmark: String?) -> RankChart? {
        let found = document.ranks.filter { $0.benchmark == benchmark }
        guard found.count > 1 else { return nil }
        let scope =
            benchmark.map { "Ranks by accuracy on \(index.benchmarkName($0))" } ?? "Ranks by macro-average accuracy"
        let level = Digits.level(document.study.level)
        return RankChart(
            text: text(
                RankSentences(index: index).settled(found), scope: scope,
                [
                    Digits.counted(found.count, "model"),
                    "joint bootstrap, \(ValueFormat.count(document.study.replicates)) replicates",
                    "\(level) confidence sets",
                ]),
            rows: found.map { finding in
                RankChart.Row(
                    label: index.modelName(finding.model), category: category(of: finding.model),
                    probabilities: finding.probabilities, meanRank: Self.mean(finding.probabilities),
                    rank: Int(finding.rank.rounded()), confidenceSet: finding.lower...max(finding.lower, finding.upper),
                    link: index.modelPath(finding.model))
            }, confidenceSetTitle: "\(level) confidence set")
    }

    /// The mean of a distribution over ranks from 1.
    private static func mean(_ probabilities: [Double]) -> Double {
        probabilities.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
    }
}
