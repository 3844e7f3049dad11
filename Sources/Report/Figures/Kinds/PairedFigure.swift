import Charts
import Findings

extension FigureKind {
    /// Who beats whom, by macro-average and on each benchmark.
    static let paired = FigureKind(
        id: "paired", question: "Who beats whom?", needs: "at least two models on the same items", isShownForEach: false
    ) { material in
        let scopes: [String?] = [nil] + material.document.benchmarks.map(\.id)
        return scopes.compactMap { scope in
            material.paired(on: scope).map { StudyFigure(StudyFigure.name("paired", on: scope, material.index), $0) }
        }
    }
}

extension FigureMaterial {
    /// Differences and adjusted p values of all pairs, in the order of the ranking; nil for fewer than two models.
    func paired(on benchmark: String?) -> PairedMatrixChart? {
        let ranking = Ranking(index, on: benchmark)
        guard ranking.rows.count > 1, ranking.pairs.tested > 0 else { return nil }
        let models = ranking.rows.map(\.model)
        var findings: [DifferenceFinding] = []
        var pairs: [PairedMatrixChart.Pair] = []
        for first in models.indices {
            for second in models.indices where second > first {
                guard let found = index.difference(models[first], models[second], on: benchmark) else { continue }
                findings.append(found)
                pairs.append(
                    PairedMatrixChart.Pair(
                        first: first, second: second, difference: found.estimate, lower: found.interval.lower,
                        upper: found.interval.upper, adjustedP: found.adjustedPValue,
                        isDecided: ranking.relation(first, second) != .untold, link: index.modelPath(models[first])))
            }
        }
        return PairedMatrixChart(
            text: text(
                RankingSentences(index: index, ranking: ranking).pairs(),
                scope: benchmark.map { "Paired differences on \(index.benchmarkName($0))" }
                    ?? "Paired differences of macro-averages",
                [
                    itemClause(findings.map(\.items)), methodNames(findings.map(\.test)),
                    "p values adjusted by Holm over \(Digits.counted(findings.map(\.family).max() ?? 0, "pair"))",
                ]),
            labels: models.map { index.modelName($0) }, categories: models.map { category(of: $0) }, pairs: pairs,
            decidedTitle: "told apart at a family-wise \(Digits.level(Ranking.errorRate))")
    }
}
