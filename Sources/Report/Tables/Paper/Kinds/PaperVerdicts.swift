import Charts
import Findings

/// Each threshold on each model and benchmark: the verdict, its bounds, and what would settle an open one.
enum PaperVerdicts {
    static func make(_ material: TableMaterial) throws(TableGap) -> PaperTable {
        let verdicts = material.findings.verdicts
        guard !verdicts.isEmpty else {
            throw TableGap(
                "expected verdicts on thresholds; found none. Add a [[threshold]] to the study file.")
        }
        let benchmarks = material.findings.benchmarks.map(\.id).filter { id in verdicts.contains { $0.benchmark == id }
        }
        let scopes = benchmarks.map { Optional($0) } + [nil]
        let thresholds = material.findings.study.thresholds.filter { threshold in
            verdicts.contains { $0.threshold == threshold.id }
        }
        let groups = thresholds.map { threshold in
            let own = Dictionary(grouping: verdicts.filter { $0.threshold == threshold.id }, by: \.model)
            let models = material.models { own[$0] != nil }
            return PaperTable.Group(
                title: title(threshold),
                data: [.text(threshold.id), .number(threshold.minimum), .number(threshold.alpha)],
                rows: models.map { model in
                    [material.model(model)] + scopes.map { cell(own[model] ?? [], on: $0, material) }
                })
        }
        return PaperTable(
            kind: "verdicts", caption: caption(thresholds, material),
            notes: material.notice + notes(thresholds, verdicts, groups, material),
            columns: [PaperTable.Column(key: "model", title: "Model", alignment: .left)]
                + scopes.map { scope in
                    PaperTable.Column(
                        key: scope ?? "overall", title: scope.map { material.index.benchmarkName($0) } ?? "Overall",
                        alignment: .centre)
                }, groupKeys: ["threshold", "minimum", "alpha"], groups: groups)
    }

    private static func title(_ threshold: ThresholdFinding) -> String {
        var scope = threshold.benchmark == "macro-average" ? ", macro-average" : ""
        if let capability = threshold.capability { scope += ", \(capability)" }
        if let each = threshold.each { scope += ", every \(each)" }
        return
            "\(threshold.name): at least \(VerdictSentences.minimum(threshold))\(scope), α = \(Digits.level(threshold.alpha))"
    }

    /// The verdict on a benchmark: over all of its parts where it was judged by parts.
    private static func cell(
        _ verdicts: [VerdictFinding], on benchmark: String?, _ material: TableMaterial
    )
        -> PaperTable.Cell
    {
        let own = verdicts.filter { $0.benchmark == benchmark }
        guard let verdict = own.first(where: { $0.facet == nil }) ?? (own.count == 1 ? own.first : nil) else {
            return PaperTable.Cell(.missing, data: [])
        }
        let decimals = material.format.decimals(halfWidth: (verdict.upper - verdict.lower) / 2)
        var below = [material.interval(verdict.lower, verdict.upper, decimals: decimals)?.text].compactMap(\.self)
        if let items = verdict.itemsToSettle { below.append("→ \(ValueFormat.count(items))") }
        return PaperTable.Cell(
            .text(verdict.verdict.rawValue), below: below,
            data: [
                PaperTable.Datum("", .text(verdict.verdict.rawValue)),
                PaperTable.Datum("minimum", .number(verdict.minimum)),
                PaperTable.Datum("estimate", .number(verdict.estimate)),
                PaperTable.Datum("lower", .number(verdict.lower)), PaperTable.Datum("upper", .number(verdict.upper)),
                PaperTable.Datum("method", .text(verdict.method)), PaperTable.Datum("items", .count(verdict.items)),
                PaperTable.Datum("parts", .count(verdict.parts)),
                PaperTable.Datum("items_to_settle", .count(verdict.itemsToSettle)),
            ])
    }

    private static func caption(
        _ thresholds: [ThresholdFinding], _ material: TableMaterial
    ) -> [String] {
        let sentences = VerdictSentences(index: material.index)
        let findings = thresholds.compactMap { sentences.outcome($0)?.text }
        return (findings.isEmpty ? ["Verdicts on \(Digits.counted(thresholds.count, "threshold"))."] : findings) + [
            """
            Verdicts on \(Digits.counted(thresholds.count, "threshold")), with the one-sided lower and upper bound of the \
            accuracy \(material.unitPhrase) in brackets.
            """
        ]
    }

    private static func notes(
        _ thresholds: [ThresholdFinding], _ verdicts: [VerdictFinding], _ groups: [PaperTable.Group],
        _ material: TableMaterial
    ) -> [String] {
        var notes = [
            """
            pass: the lower bound at level 1 − α is at or above the minimum; fail: the upper bound is below it. Bounds: \
            \(material.methods(verdicts.map(\.method))).
            """
        ]
        if groups.flatMap(\.rows).flatMap({ $0 }).flatMap(\.below).contains(where: { $0.hasPrefix("→") }) {
            notes.append("→: the items in all that would settle an inconclusive verdict at the present accuracy.")
        }
        if verdicts.contains(where: \.isJoint) {
            notes.append(
                "A verdict over several parts passes only if each part passes; its bounds are those of the part with the "
                    + "lowest lower bound.")
        }
        let items = material.findings.benchmarks.map { "\($0.name) \(ValueFormat.count($0.items))" }
        if !items.isEmpty { notes.append("Items: \(items.joined(separator: ", ")).") }
        let sources = thresholds.filter { !$0.source.isEmpty }.map { "\($0.name): \($0.source)" }
        if !sources.isEmpty { notes.append("Sources of the minima. \(sources.joined(separator: "; ")).") }
        return notes
    }
}
