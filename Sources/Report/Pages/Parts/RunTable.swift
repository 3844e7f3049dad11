import Charts
import Findings

/// The runs behind estimates, with everything that was counted in them: the template `runs`.
struct RunTable {
    let index: FindingsIndex
    var rows: [RunFinding]

    var value: TemplateValue {
        guard !rows.isEmpty else { return .none }
        let cells = NumberCells(index: index)
        let warnings = RunWarnings(index.document.problems)
        return [
            "hasStates": .flag(rows.contains { !$0.isUsed || $0.isPartial || warnings.count($0) > 0 }),
            "hasEpochs": .flag(rows.contains { $0.epochs > 1 }),
            "hasDuplicates": .flag(rows.contains { $0.duplicates > 0 }),
            "hasErrors": .flag(rows.contains { $0.errors > 0 }),
            "hasUnscored": .flag(rows.contains { $0.unscored > 0 }),
            "rows": .list(
                rows.map { run in
                    [
                        "benchmark": cells.benchmark(run.benchmark), "source": .text(run.source),
                        "startedAt": TemplateValue(run.startedAt), "isUsed": .flag(run.isUsed),
                        "why": .text(run.items > 0 ? "a newer run exists" : "it holds no predictions"),
                        "partial": run.isPartial ? .text(ValueFormat.count(run.unread)) : .none,
                        "warnings": badge(warnings.count(run), run),
                        "items": cells.count(run.items), "predictions": cells.count(run.predictions),
                        "epochs": cells.count(run.epochs), "missing": cells.count(run.missing),
                        "duplicates": cells.count(run.duplicates), "unparsed": cells.count(run.unparsed),
                        "refused": cells.count(run.refused), "errors": cells.count(run.errors),
                        "unscored": cells.count(run.unscored), "disagreements": disagreements(run),
                        "metrics": .list(run.metrics.map(metric)),
                    ]
                }),
        ]
    }

    private func badge(_ count: Int, _ run: RunFinding) -> TemplateValue {
        guard count > 0 else { return .none }
        return [
            "count": .text(Digits.counted(count, "warning")), "href": .text(index.benchmarkPath(run.benchmark)),
        ]
    }

    /// Predictions on which the runner's score and Acuity's differ, of those that both scored.
    private func disagreements(_ run: RunFinding) -> TemplateValue {
        guard run.scoredByBoth > 0 else { return .none }
        return .text("\(ValueFormat.count(run.disagreements)) of \(ValueFormat.count(run.scoredByBoth))")
    }

    private func metric(_ metric: MetricFinding) -> TemplateValue {
        func figure(_ value: Double?) -> TemplateValue {
            // In the log's unit, with the digits that tell a difference from the runner's own figure.
            TemplateValue(value.map { ValueFormat.score.string($0, decimals: abs($0) > 1.5 ? 2 : 4) })
        }
        return [
            "name": .text(metric.metric), "mean": figure(metric.mean), "reported": figure(metric.reported),
            "note": TemplateValue(metric.note),
        ]
    }
}
