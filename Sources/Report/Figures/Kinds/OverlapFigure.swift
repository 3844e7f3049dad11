import Charts
import Findings

extension FigureKind {
    /// Whether models fail alike.
    static let overlap = FigureKind(
        id: "overlap", question: "Do models fail alike?", needs: "at least two models with 0/1 scores on the same items"
    ) { material in
        material.overlap().map { [StudyFigure("overlap", $0)] } ?? []
    }
}

extension FigureMaterial {
    /// Agreement of errors beyond chance of all pairs; nil without agreements.
    func overlap() -> ErrorOverlapChart? {
        let findings = document.agreements
        let named = Set(findings.flatMap { [$0.first, $0.second] })
        let models = index.modelsInOrder(ranking).map(\.id).filter(named.contains)
        guard models.count > 1 else { return nil }
        let places = Dictionary(models.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
        var kappas = [[Double?]](repeating: Array(repeating: nil, count: models.count), count: models.count)
        for finding in findings {
            guard let first = places[finding.first], let second = places[finding.second] else { continue }
            kappas[first][second] = finding.kappa
            kappas[second][first] = finding.kappa
        }
        return ErrorOverlapChart(
            text: text(
                AgreementSentences(index: index).range(findings),
                scope: "Agreement of right and wrong beyond chance (Cohen's kappa)",
                [
                    itemClause(findings.map(\.items)), "chance from each benchmark's accuracies",
                    "order by average linkage",
                ]),
            labels: models.map { index.modelName($0) }, categories: models.map { category(of: $0) }, agreements: kappas,
            links: models.indices.map { row in models.indices.map { $0 == row ? nil : index.modelPath(models[row]) } })
    }
}
