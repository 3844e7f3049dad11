import Charts
import Findings

extension FigureKind {
    /// What changed between the two releases that the study compares.
    static let releases = FigureKind(
        id: "releases", question: "What changed?",
        needs: "two models to compare: [compare] baseline and candidate in the study file"
    ) { material in
        material.releases().map { [StudyFigure("releases", $0)] } ?? []
    }
}

extension FigureMaterial {
    /// Candidate minus baseline a benchmark, worst first; nil without a comparison.
    func releases() -> ReleaseForestChart? {
        let findings = document.comparisons
        guard let some = findings.first else { return nil }
        let benchmarks = findings.filter { $0.scope == .benchmark }.enumerated().sorted {
            ($0.element.estimate, $0.offset) < ($1.element.estimate, $1.offset)
        }.map(\.element)
        let (baseline, candidate) = (index.modelName(some.baseline), index.modelName(some.candidate))
        return ReleaseForestChart(
            text: text(
                ComparisonSentences(index: index).outcome(findings),
                scope: "Accuracy of \(candidate) minus accuracy of \(baseline), paired by item",
                [itemClause(benchmarks.map(\.items)), intervalClause(benchmarks.map(\.interval))]),
            rows: benchmarks.map { row($0, label: index.benchmarkName($0.benchmark ?? "")) },
            overall: findings.first { $0.scope == .overall }.map { row($0, label: "macro-average") },
            margin: some.margin, axisTitle: "difference in accuracy")
    }

    private func row(_ finding: ComparisonFinding, label: String) -> ReleaseForestChart.Row {
        let flips = finding.rightToWrong.flatMap { lost in
            finding.wrongToRight.map { ReleaseForestChart.Flips(lost: lost, gained: $0) }
        }
        return ReleaseForestChart.Row(
            label: label,
            difference: .init(finding.estimate, lower: finding.interval.lower, upper: finding.interval.upper),
            change: mark(finding.verdict), flips: flips,
            link: finding.benchmark.map { index.benchmarkPath($0) })
    }

    private func mark(_ verdict: ComparisonVerdict) -> ChangeMark {
        switch verdict {
        case .improved: .improved
        case .regressed: .regressed
        case .equivalent: .equivalent
        case .inconclusive: .inconclusive
        }
    }
}
