import Charts
import Findings

/// Runs with several answers to each item, on one benchmark: the template `repeats`.
struct RepeatTable {
    let material: PageMaterial
    let benchmark: BenchmarkFinding

    var value: TemplateValue {
        let repeats = material.findings.repeats.filter { $0.benchmark == benchmark.id }
        guard !repeats.isEmpty else { return .none }
        let cells = material.cells
        return [
            "basis": cells.basis(FindingsIndex.sharedBasis(repeats.map(\.basis))),
            "rows": .list(
                repeats.flatMap { finding in
                    finding.estimates.map { estimate in
                        [
                            "model": cells.model(finding.model),
                            "kind": .text(
                                estimate.kind == "majority" ? "majority of \(estimate.k)" : "pass@\(estimate.k)"),
                            "number": cells.number(
                                estimate.estimate, estimate.interval, decimals: Digits.decimals(estimate.interval)),
                            "items": cells.count(finding.items), "epochs": TemplateValue(finding.epochs),
                            "within": .text(Digits.format.string(max(0, finding.within).squareRoot(), decimals: 1)),
                            "between": .text(Digits.format.string(max(0, finding.between).squareRoot(), decimals: 1)),
                            "method": cells.method(estimate.interval),
                        ]
                    }
                }),
        ]
    }
}
