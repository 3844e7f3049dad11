import Charts
import Findings

extension FigureKind {
    /// Whether size helps.
    static let sizes = FigureKind(
        id: "sizes", question: "Does size help?",
        needs: "two models of known size: [[model]] parameters in the study file, where their names do not tell it"
    ) { material in
        material.sizes().map { [StudyFigure("sizes", $0)] } ?? []
    }
}

extension FigureMaterial {
    /// Accuracy over parameters; nil for fewer than two models of known size.
    func sizes() -> SizeCurveChart? {
        guard let ranking, ranking.rows.count(where: { index.models[$0.model]?.parameters != nil }) > 1 else {
            return nil
        }
        return SizeCurveChart(
            text: text(
                SizeSentences(index: index, ranking: ranking).families(), scope: rankingScope(ranking),
                [itemClause(ranking.rows.map(\.items)), intervalClause(ranking.rows.map(\.interval))]),
            points: ranking.rows.map { row in
                let model = index.models[row.model]
                return SizeCurveChart.Item(
                    label: index.modelName(row.model), family: model?.family, category: category(of: row.model),
                    parameters: model?.parameters,
                    measure: DumbbellChart.Measure(row.estimate, lower: row.interval.lower, upper: row.interval.upper),
                    link: index.modelPath(row.model))
            }, axisTitle: "accuracy")
    }
}
