import Charts
import Findings

extension FigureKind {
    /// What an interval means: the distribution behind it.
    static let distribution = FigureKind(
        id: "distribution", question: "What does this interval mean?", needs: "a model with a scored item"
    ) { material in
        material.distribution().map { [StudyFigure("distribution", $0)] } ?? []
    }
}

extension FigureMaterial {
    /// How many of the leading models are drawn.
    static let distributionPanels = 6

    /// The bootstrap distributions of the leading models; nil without any.
    func distribution() -> BootstrapDistributionChart? {
        let order = ranking?.rows.map(\.model) ?? []
        let found = Dictionary(document.distributions.map { ($0.model, $0) }) { first, _ in first }
        let findings = order.compactMap { found[$0] }.prefix(Self.distributionPanels)
        guard let some = findings.first, let ranking else { return nil }
        let level = Digits.level(some.interval.level)
        return BootstrapDistributionChart(
            text: text(
                DistributionSentences(index: index).overlap(Array(findings)),
                scope: "Bootstrap distribution: \(rankingScope(ranking))",
                [itemClause(ranking.rows.map(\.items)), intervalClause(findings.map(\.interval))]),
            panels: findings.map { finding in
                BootstrapDistributionChart.Panel(
                    label: index.modelName(finding.model),
                    bars: finding.bins.map { .init(lower: $0.lower, upper: $0.upper, mass: $0.mass) },
                    estimate: finding.estimate, lower: finding.interval.lower, upper: finding.interval.upper,
                    kind: finding.replicates.map { "\(ValueFormat.count($0)) replicates" } ?? "exact distribution",
                    link: index.modelPath(finding.model))
            }, axisTitle: "accuracy", intervalLabel: "\(level) interval")
    }
}
