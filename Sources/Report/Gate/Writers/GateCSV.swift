import Findings

/// A row a comparison, then a row a measure, then a row a threshold, unrounded.
struct GateCSV {
    let document: ReleaseDocument

    static let header = [
        "kind", "candidate", "baseline", "benchmark", "capability", "facet", "value", "threshold", "baseline_value",
        "candidate_value", "difference", "lower", "upper", "level", "method", "sequence_lower", "sequence_upper",
        "minimum", "margin", "verdict", "gate", "p_value", "adjusted_p_value", "test", "family", "items", "clusters",
        "unpaired", "wrong_to_right", "right_to_wrong", "detectable", "basis", "label",
    ]

    var text: String {
        let index = GateIndex(document)
        let rows =
            document.comparisons.map { row($0, index) } + document.measures.map { row($0, index) }
            + document.verdicts.map { row($0, index) }
        return Self.printed(
            CSVTable(header: Self.header, rows: rows.map { row in Self.header.map { row[$0] ?? .text(nil) } }))
    }

    /// A table whose texts are visible and start no command of a runner of CI.
    static func printed(_ table: CSVTable) -> String {
        let rows = table.rows.map { row in
            row.map { field -> CSVTable.Field in
                guard case .text(let text?) = field else { return field }
                // The guard against formulas looks at the first character, and spreadsheets look behind spaces.
                let visible = VisibleText.of(text).replacingExactly("##", with: "#♯").drop { $0.isWhitespace }
                return .text(visible.hasPrefix("::") ? "∷" + visible.dropFirst(2) : String(visible))
            }
        }
        return CSVTable(header: table.header, rows: rows).text
    }

    private typealias Row = [String: CSVTable.Field]

    private func row(_ finding: ComparisonFinding, _ index: GateIndex) -> Row {
        var row = common(finding.candidate, finding.interval)
        row["kind"] = .text(finding.scope.rawValue)
        row["baseline"] = .text(finding.baseline)
        row["benchmark"] = .text(finding.benchmark)
        row["capability"] = .text(finding.capability)
        row["facet"] = .text(finding.facet?.name)
        row["value"] = .text(finding.facet?.value)
        row["baseline_value"] = .number(finding.baselineScore)
        row["candidate_value"] = .number(finding.candidateScore)
        row["difference"] = .number(finding.estimate)
        row["sequence_lower"] = .number(finding.sequence?.lower)
        row["sequence_upper"] = .number(finding.sequence?.upper)
        row["margin"] = .number(finding.margin)
        row["verdict"] = .text(finding.verdict.rawValue)
        row["gate"] = .text(index.state(finding).word)
        row["p_value"] = .number(finding.pValue)
        row["adjusted_p_value"] = .number(finding.adjustedPValue)
        row["test"] = .text(finding.test)
        row["family"] = .count(finding.family)
        row["items"] = .count(finding.items)
        row["clusters"] = .count(finding.clusters)
        row["unpaired"] = .count(finding.unpaired)
        row["wrong_to_right"] = .count(finding.wrongToRight)
        row["right_to_wrong"] = .count(finding.rightToWrong)
        row["detectable"] = .number(finding.detectable)
        row["basis"] = .text(finding.basis.rawValue)
        return row
    }

    private func row(_ finding: MeasureFinding, _ index: GateIndex) -> Row {
        var row = common(finding.candidate, finding.interval)
        row["kind"] = .text(finding.measure.rawValue)
        row["baseline"] = .text(index.baseline)
        row["benchmark"] = .text(finding.benchmark)
        row["baseline_value"] = .number(finding.baselineValue)
        row["candidate_value"] = .number(finding.candidateValue)
        row["difference"] = .number(finding.estimate)
        row["verdict"] = .text(finding.verdict.rawValue)
        row["gate"] = .text(index.state(finding).word)
        row["p_value"] = .number(finding.pValue)
        row["adjusted_p_value"] = .number(finding.adjustedPValue)
        row["test"] = .text(finding.test)
        row["family"] = .count(finding.family)
        row["items"] = .count(finding.items)
        row["clusters"] = .count(finding.clusters)
        return row
    }

    private func row(_ finding: VerdictFinding, _ index: GateIndex) -> Row {
        [
            "kind": .text("threshold"), "candidate": .text(finding.model), "benchmark": .text(finding.benchmark),
            "capability": .text(finding.capability), "facet": .text(finding.facet?.name),
            "value": .text(finding.facet?.value), "threshold": .text(finding.threshold),
            "candidate_value": .number(finding.estimate), "lower": .number(finding.lower),
            "upper": .number(finding.upper), "level": .number(1 - 2 * finding.alpha), "method": .text(finding.method),
            "minimum": .number(finding.minimum), "verdict": .text(finding.verdict.rawValue),
            "gate": .text(index.state(finding).word), "p_value": .number(finding.failPValue),
            "adjusted_p_value": .number(finding.adjustedFailPValue), "items": .count(finding.items),
            "clusters": .count(finding.clusters), "basis": .text(finding.basis.rawValue),
            "label": .text(document.study.label),
        ]
    }

    private func common(_ candidate: String, _ interval: IntervalFinding) -> Row {
        [
            "candidate": .text(candidate), "lower": .number(interval.lower), "upper": .number(interval.upper),
            "level": .number(interval.level), "method": .text(interval.method), "label": .text(document.study.label),
        ]
    }
}
