import Charts
import Findings

extension FigureKind {
    /// Where the variance of the table models × benchmarks comes from.
    static let components = FigureKind(
        id: "components", question: "Where does the variance come from?",
        needs: "several models with estimates on the same benchmarks"
    ) { material in
        material.components().map { [StudyFigure("components", $0)] } ?? []
    }
}

extension FigureMaterial {
    /// One stacked bar of shares; nil without components or without variance.
    func components() -> VarianceComponentsChart? {
        guard let finding = document.components else { return nil }
        let parts = VarianceSentences.parts(finding)
        guard parts.contains(where: { $0.share > 0 }) else { return nil }
        return VarianceComponentsChart(
            text: text(
                VarianceSentences(index: index).components(), scope: "Crossed components of variance of the accuracies",
                [
                    "\(Digits.counted(finding.models, "model")) on \(Digits.counted(finding.benchmarks, "benchmark"))",
                    "negative components count as 0",
                ]),
            bars: [
                VarianceComponentsChart.Bar(
                    label: "",
                    components: parts.map { VarianceComponentsChart.Component(name: $0.name, share: $0.share) })
            ], axisTitle: "share of variance")
    }
}
