import Findings

/// The lists of the findings document as CSV files.
public enum StudyTables {
    /// The files `estimates.csv`, `differences.csv`, `gaps.csv`, `verdicts.csv` and `runs.csv`, and `claims.csv` where the study names claims.
    ///
    /// Every row repeats the study's label, so that a simulated study says so wherever a file goes.
    public static func files(_ findings: FindingsDocument) -> [SiteFile] {
        all(findings).map { SiteFile(path: $0.name + ".csv", text: $0.table.text) }
    }

    static func all(_ findings: FindingsDocument) -> [(name: String, table: CSVTable)] {
        let label = findings.study.label
        let claimed = findings.claims.isEmpty ? [] : [("claims", labelled(claims(findings.claims), label))]
        return [
            ("estimates", labelled(estimates(findings.estimates), label)),
            ("differences", labelled(differences(findings.differences), label)),
            ("gaps", labelled(gaps(findings.gaps), label)),
            ("verdicts", labelled(verdicts(findings.verdicts), label)),
            ("runs", labelled(runs(findings.runs), label)),
        ] + claimed
    }

    /// The table with the study's label on each row, if it has one.
    static func labelled(_ table: CSVTable, _ label: String?) -> CSVTable {
        guard let label else { return table }
        return CSVTable(header: table.header + ["label"], rows: table.rows.map { $0 + [.text(label)] })
    }

    private static let intervalHeader = ["lower", "upper", "level", "method", "reason"]

    private static func fields(_ interval: IntervalFinding) -> [CSVTable.Field] {
        [
            .number(interval.lower), .number(interval.upper), .number(interval.level), .text(interval.method),
            .text(interval.reason),
        ]
    }

    static func estimates(_ findings: [EstimateFinding]) -> CSVTable {
        CSVTable(
            header: ["scope", "model", "benchmark", "capability", "facet", "value", "estimate"] + intervalHeader + [
                "bootstrap_lower", "bootstrap_upper", "bootstrap_method", "standard_error", "items", "clusters",
                "correct",
                "design_effect", "benchmarks", "unanswered_wrong",
                "unanswered_right", "chance", "basis",
            ],
            rows: findings.map {
                [
                    .text($0.scope.rawValue), .text($0.model), .text($0.benchmark), .text($0.capability),
                    .text($0.facet?.name), .text($0.facet?.value), .number($0.estimate),
                ] + fields($0.interval) + [
                    .number($0.bootstrap?.lower), .number($0.bootstrap?.upper), .text($0.bootstrap?.method),
                    .number($0.standardError), .count($0.items), .count($0.clusters), .count($0.correct),
                    .number($0.designEffect), .count($0.benchmarks), .number($0.lowerBound), .number($0.upperBound),
                    .number($0.chance), .text($0.basis.rawValue),
                ]
            })
    }

    static func differences(_ findings: [DifferenceFinding]) -> CSVTable {
        CSVTable(
            header: ["first", "second", "benchmark", "estimate"] + intervalHeader + [
                "simultaneous_lower", "simultaneous_upper", "standard_error", "detectable", "unanswered_lower",
                "unanswered_upper", "items", "clusters", "unpaired", "only_first", "only_second", "p_value", "test",
                "adjusted_p_value", "false_discovery_p_value", "family", "basis",
            ],
            rows: findings.map {
                [.text($0.first), .text($0.second), .text($0.benchmark), .number($0.estimate)] + fields($0.interval) + [
                    .number($0.simultaneous?.lower), .number($0.simultaneous?.upper), .number($0.standardError),
                    .number($0.detectable), .number($0.lowerBound), .number($0.upperBound), .count($0.items),
                    .count($0.clusters), .count($0.unpaired), .count($0.onlyFirst), .count($0.onlySecond),
                    .number($0.pValue), .text($0.test), .number($0.adjustedPValue), .number($0.falseDiscoveryPValue),
                    .count($0.family), .text($0.basis.rawValue),
                ]
            })
    }

    static func gaps(_ findings: [GapFinding]) -> CSVTable {
        CSVTable(
            header: ["model", "benchmark", "form", "estimate"] + intervalHeader + [
                "standard_error", "p_value", "adjusted_p_value", "reversed_p_value", "unanswered_lower",
                "unanswered_upper",
                "understanding", "reasoning", "understanding_items", "reasoning_items", "clusters", "without",
                "benchmarks", "basis",
            ],
            rows: findings.map {
                [.text($0.model), .text($0.benchmark), .text($0.form.rawValue), .number($0.estimate)]
                    + fields($0.interval) + [
                        .number($0.standardError), .number($0.pValue), .number($0.adjustedPValue),
                        .number($0.reversedPValue), .number($0.lowerBound), .number($0.upperBound),
                        .number($0.understanding), .number($0.reasoning), .count($0.understandingItems),
                        .count($0.reasoningItems), .count($0.clusters), .count($0.without), .count($0.benchmarks),
                        .text($0.basis.rawValue),
                    ]
            })
    }

    static func verdicts(_ findings: [VerdictFinding]) -> CSVTable {
        CSVTable(
            header: [
                "threshold", "model", "benchmark", "capability", "facet", "value", "joint", "verdict", "minimum",
                "estimate", "lower", "upper", "alpha", "pass_p_value", "fail_p_value", "adjusted_fail_p_value",
                "method", "items",
                "clusters", "parts", "items_to_settle",
                "basis",
            ],
            rows: findings.map {
                [
                    .text($0.threshold), .text($0.model), .text($0.benchmark), .text($0.capability),
                    .text($0.facet?.name), .text($0.facet?.value), .flag($0.isJoint), .text($0.verdict.rawValue),
                    .number($0.minimum), .number($0.estimate), .number($0.lower), .number($0.upper), .number($0.alpha),
                    .number($0.passPValue), .number($0.failPValue), .number($0.adjustedFailPValue), .text($0.method),
                    .count($0.items), .count($0.clusters), .count($0.parts), .count($0.itemsToSettle),
                    .text($0.basis.rawValue),
                ]
            })
    }

    /// A row a part of a claim.
    static func claims(_ findings: [ClaimFinding]) -> CSVTable {
        CSVTable(
            header: [
                "claim", "about", "claim_verdict", "benchmark", "model", "parameters", "counted", "first", "second",
                "estimate",
            ] + intervalHeader + [
                "reference", "support", "models_lower", "models_higher", "models_undecided", "items", "clusters",
                "models",
                "published_estimate", "published_lower", "published_upper", "published_method", "published_support",
                "basis",
            ],
            rows: findings.flatMap { claim in
                claim.parts.map { part in
                    [
                        .text(claim.id), .text(claim.about.rawValue), .text(claim.verdict.rawValue),
                        .text(part.benchmark),
                        .text(part.model), .number(part.parameters), .flag(part.isCounted), .text(part.first),
                        .text(part.second), .number(part.estimate),
                    ] + fields(part.interval) + [
                        .number(part.reference), .text(part.support.rawValue), .count(part.lower), .count(part.higher),
                        .count(part.undecided), .count(part.items), .count(part.clusters), .count(part.models),
                        .number(part.published?.estimate), .number(part.published?.interval.lower),
                        .number(part.published?.interval.upper), .text(part.published?.interval.method),
                        .text(part.published?.support.rawValue), .text(part.basis.rawValue),
                    ]
                }
            })
    }

    /// A row a metric of a run; a run without metrics has one row.
    static func runs(_ findings: [RunFinding]) -> CSVTable {
        CSVTable(
            header: [
                "model", "benchmark", "source", "started_at", "used", "items", "predictions", "epochs", "missing",
                "duplicates", "unparsed", "refused", "errors", "unscored", "scored_by_both", "disagreements", "metric",
                "mean", "reported", "note",
            ],
            rows: findings.flatMap { run -> [[CSVTable.Field]] in
                let metrics = run.metrics.isEmpty ? [nil] : run.metrics.map { Optional($0) }
                return metrics.map { metric -> [CSVTable.Field] in
                    [
                        .text(run.model), .text(run.benchmark), .text(run.source), .text(run.startedAt),
                        .flag(run.isUsed), .count(run.items), .count(run.predictions), .count(run.epochs),
                        .count(run.missing), .count(run.duplicates), .count(run.unparsed), .count(run.refused),
                        .count(run.errors), .count(run.unscored), .count(run.scoredByBoth), .count(run.disagreements),
                        .text(metric?.metric), .number(metric?.mean), .number(metric?.reported), .text(metric?.note),
                    ]
                }
            })
    }
}
