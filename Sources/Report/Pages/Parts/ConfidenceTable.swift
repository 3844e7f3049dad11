import Charts
import Findings

/// How far stated confidences can be trusted, on one benchmark: the template `confidences`.
struct ConfidenceTable {
    let material: PageMaterial
    let benchmark: BenchmarkFinding

    var value: TemplateValue {
        let findings = material.findings.confidences.filter { $0.benchmark == benchmark.id }
        guard !findings.isEmpty else { return .none }
        let cells = material.cells
        return [
            "basis": cells.basis(FindingsIndex.sharedBasis(findings.map(\.basis))),
            "rows": .list(
                findings.map { finding in
                    [
                        "model": cells.model(finding.model), "items": cells.count(finding.items),
                        "stated": cells.plain(finding.meanConfidence, decimals: 1),
                        "error": cells.number(
                            finding.calibrationError, finding.calibrationInterval,
                            decimals: Digits.decimals(finding.calibrationInterval)),
                        "brier": .text(ValueFormat.score.string(finding.brier, decimals: 3)),
                        "brierInterval": .text(
                            ValueFormat.score.interval(
                                lower: finding.brierInterval.lower, upper: finding.brierInterval.upper, decimals: 3)),
                        "area": .text(ValueFormat.score.string(finding.riskCoverageArea, decimals: 3)),
                        "coverage": finding.coverage.first { $0.coverage >= 0.5 }.map { point in
                            cells.number(point.accuracy, point.interval, decimals: Digits.decimals(point.interval))
                        } ?? .none,
                        "method": cells.method(finding.calibrationInterval),
                    ]
                }),
        ]
    }
}
