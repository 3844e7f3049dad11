import Charts
import Findings

extension FigureKind {
    /// Who is ahead, over all benchmarks and on each.
    static let leaderboard = FigureKind(
        id: "leaderboard", question: "Who is ahead, and how surely?",
        needs: "at least one model with a scored item"
    ) { material in
        let all = material.ranking.flatMap { material.leaderboard($0) }
        return [all.map { StudyFigure("leaderboard", $0) }].compactMap(\.self)
            + material.document.benchmarks.compactMap { benchmark in
                material.leaderboard(Ranking(material.index, on: benchmark.id)).map {
                    StudyFigure("leaderboard", on: benchmark.id, material.index, $0)
                }
            }
    }
}

extension FigureMaterial {
    /// Models as dots with intervals, best first; nil if no model has an estimate in the ranking's scope.
    func leaderboard(_ ranking: Ranking) -> LeaderboardChart? {
        guard !ranking.rows.isEmpty else { return nil }
        let sentences = RankingSentences(index: index, ranking: ranking)
        let scope = rankingScope(ranking)
        let clauses = [itemClause(ranking.rows.map(\.items)), intervalClause(ranking.rows.map(\.interval))]
        return LeaderboardChart(
            text: text(sentences.headline(), scope: scope, clauses),
            rows: ranking.rows.map {
                LeaderboardChart.Row(
                    label: index.modelName($0.model), estimate: $0.estimate, lower: $0.interval.lower,
                    upper: $0.interval.upper, category: category(of: $0.model), note: ValueFormat.count($0.items),
                    link: index.modelPath($0.model))
            },
            groups: ranking.groups, thresholds: thresholds(for: ranking.benchmark), axisTitle: "accuracy")
    }

    /// What a ranking goes by, in words.
    func rankingScope(_ ranking: Ranking) -> String {
        if let benchmark = ranking.benchmark { return "Accuracy on \(index.benchmarkName(benchmark))" }
        let counts = Set(ranking.rows.compactMap(\.benchmarks))
        let benchmarks = counts.count == 1 ? counts.first.map { Digits.counted($0, "benchmark") } : nil
        return "Unweighted mean accuracy over \(benchmarks ?? "benchmarks")"
    }

    /// Thresholds that are drawn as lines: those on all items of the scope with a minimum of their own.
    private func thresholds(for benchmark: String?) -> [LeaderboardChart.Threshold] {
        index.document.study.thresholds.compactMap { threshold in
            let applies = benchmark.map { threshold.benchmark == "*" || threshold.benchmark == $0 }
            guard applies ?? (threshold.benchmark == "macro-average"), threshold.capability == nil,
                threshold.each == nil, let minimum = threshold.minimum
            else { return nil }
            return LeaderboardChart.Threshold(value: minimum, label: threshold.name)
        }
    }
}
