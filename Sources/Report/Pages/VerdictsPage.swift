import Findings

/// The thresholds with their sources, who passes them, and what would settle the open ones.
enum VerdictsPage {
    static func page(_ material: PageMaterial) -> Page {
        let index = material.index
        let sentences = VerdictSentences(index: index)
        let thresholds = material.findings.study.thresholds
        let finding = sentences.highest()
        let others = thresholds.map { sentences.opening($0) }.filter { $0 != finding }
        let sections = thresholds.map { section($0, sentences, material) }
        return Page(
            .verdicts, template: "verdicts",
            value: [
                "sentences": material.sentences(others),
                "ladder": thresholds.isEmpty
                    ? .none
                    : [
                        "rows": .list(
                            thresholds.map { summary($0, VerdictSentences.Count(sentences.leading($0.id)), index) })
                    ],
                "sections": .list(sections),
            ],
            finding: finding ?? opening(thresholds))
    }

    /// What is found where no verdict was made.
    private static func opening(_ thresholds: [ThresholdFinding]) -> Sentence {
        if thresholds.isEmpty { return "The study names no thresholds, so no model passes or fails." }
        return "No model has the items that the study's \(Digits.counted(thresholds.count, "threshold")) would judge."
    }

    /// A threshold with its counts, as the ladder shows it here and on the home page.
    static func summary(
        _ threshold: ThresholdFinding, _ count: VerdictSentences.Count, _ index: FindingsIndex
    ) -> TemplateValue {
        var scope =
            threshold.benchmark == "*"
            ? "each benchmark" : threshold.benchmark == "macro-average" ? "macro-average" : threshold.benchmark
        if let capability = threshold.capability { scope += ", \(capability)" }
        if let each = threshold.each { scope += ", every \(each)" }
        return [
            "name": .text(threshold.name), "href": .text(index.thresholdPath(threshold.id)),
            "minimum": .text(VerdictSentences.minimum(threshold)), "scope": .text(scope),
            "alpha": .text(Digits.level(threshold.alpha)), "source": .text(threshold.source),
            "pass": TemplateValue(count.pass), "inconclusive": TemplateValue(count.inconclusive),
            "fail": TemplateValue(count.fail), "all": TemplateValue(count.all), "shares": shares(count),
        ]
    }

    /// The counts as stretches of a bar that is 100 wide.
    private static func shares(_ count: VerdictSentences.Count) -> TemplateValue {
        guard count.all > 0 else { return .none }
        var start = 0.0
        let parts = [("pass", count.pass), ("inconclusive", count.inconclusive), ("fail", count.fail)]
        let bars = parts.compactMap { tone, number -> TemplateValue? in
            guard number > 0 else { return nil }
            let width = Double(number) / Double(count.all) * 100
            defer { start += width }
            return [
                "tone": .text(tone), "x": .text(Digits.format.string(start / 100, decimals: 2)),
                "width": .text(Digits.format.string(width / 100, decimals: 2)),
            ]
        }
        return ["bars": .list(bars)]
    }

    private static func section(
        _ threshold: ThresholdFinding, _ sentences: VerdictSentences, _ material: PageMaterial
    ) -> TemplateValue {
        let slug = material.index.thresholdSlugs[threshold.id]
        let figures = FigureMaterial(material.index)
        let all = material.findings.verdicts.filter { $0.threshold == threshold.id }
        let leading = sentences.leading(threshold.id)
        let isJoint = leading.first?.isJoint == true
        let places = Dictionary(
            material.index.modelsInOrder(material.ranking).enumerated().map { ($0.element.id, $0.offset) }
        ) { first, _ in first }
        func sorted(_ verdicts: [VerdictFinding]) -> [VerdictFinding] {
            verdicts.enumerated().sorted {
                let left = (places[$0.element.model] ?? .max, $0.offset)
                let right = (places[$1.element.model] ?? .max, $1.offset)
                return left < right
            }.map(\.element)
        }
        let parts = isJoint ? all.filter { !$0.isJoint } : []
        return summary(threshold, VerdictSentences.Count(leading), material.index).adding([
            "id": .text("threshold-\(slug)"), "sentence": sentences.outcome(threshold)?.value ?? .none,
            "matrix": matrix(threshold, leading, material),
            "table": VerdictTable(
                index: material.index, id: "verdicts-\(slug)", caption: "Verdicts on “\(threshold.name)”",
                isByThreshold: false, rows: sorted(leading)
            ).value,
            "parts": VerdictTable(
                index: material.index, id: "parts-\(slug)", caption: "The parts of “\(threshold.name)”",
                isByThreshold: false, rows: sorted(parts)
            ).value,
        ]).adding(
            material.pair(
                figures.name("verdicts", of: threshold), figures.name("threshold-curve", of: threshold)))
    }

    /// Models × benchmarks with verdict marks, where a threshold is judged on each benchmark.
    private static func matrix(
        _ threshold: ThresholdFinding, _ verdicts: [VerdictFinding], _ material: PageMaterial
    ) -> TemplateValue {
        let index = material.index
        let benchmarks = material.findings.benchmarks.map(\.id).filter { id in verdicts.contains { $0.benchmark == id }
        }
        guard benchmarks.count > 1 else { return .none }
        let models = index.modelsInOrder(material.ranking).map(\.id).filter { id in verdicts.contains { $0.model == id }
        }
        let rows = models.map { model -> TemplateValue in
            let own = verdicts.filter { $0.model == model }
            return [
                "heading": material.cells.model(model),
                "cells": .list(
                    benchmarks.map { benchmark in
                        let found = own.first { $0.benchmark == benchmark }
                        return ["verdict": found.map { material.cells.verdict($0.verdict) } ?? .none]
                    }),
            ]
        }
        return [
            "caption": .text("“\(threshold.name)” by model and benchmark"),
            "columns": .list(benchmarks.map { material.cells.benchmark($0) }), "rows": .list(rows),
        ]
    }
}
