import Charts
import Findings

/// How sure ranks are.
enum RanksPage {
    static func page(_ material: PageMaterial) -> Page {
        let ranks = material.findings.ranks.enumerated().sorted {
            $0.element.rank != $1.element.rank ? $0.element.rank < $1.element.rank : $0.offset < $1.offset
        }.map(\.element)
        let count = ranks.map(\.probabilities.count).max() ?? 0
        return Page(
            .ranks, template: "ranks",
            value: [
                "isEmpty": .flag(ranks.isEmpty), "sentences": material.sentences([sentence(ranks, material)]),
                "level": .text(Digits.level(material.findings.study.level)),
                "columns": .list((0..<count).map { ["number": TemplateValue($0 + 1)] }),
                "rows": .list(ranks.map { row($0, count, material) }),
                "basis": material.cells.basis(FindingsIndex.sharedBasis(ranks.map(\.basis))),
            ])
    }

    private static func sentence(_ ranks: [RankFinding], _ material: PageMaterial) -> Sentence? {
        guard ranks.count > 1 else { return nil }
        let settled = ranks.filter { $0.lower == $0.upper }
        let widest = ranks.map { $0.upper - $0.lower + 1 }.max() ?? 1
        if settled.count == ranks.count { return "The confidence set of every model's rank is a single rank." }
        if settled.isEmpty { return "No model's rank is settled; confidence sets hold up to \(widest) ranks." }
        let names = Sentence.list(settled.map { material.index.link(model: $0.model) }, limit: 4)
        return """
            The rank of \(names) \(Words.verb(settled.count, "is", "are")) settled; the confidence sets of the others \
            hold up to \(widest) ranks.
            """
    }

    private static func row(_ finding: RankFinding, _ count: Int, _ material: PageMaterial) -> TemplateValue {
        let set = finding.lower == finding.upper ? "\(finding.lower)" : "\(finding.lower)–\(finding.upper)"
        let isWhole = finding.rank == finding.rank.rounded()
        return [
            "heading": material.cells.model(finding.model),
            "rank": .text(ValueFormat.score.string(finding.rank, decimals: isWhole ? 0 : 1)), "set": .text(set),
            "setSort": TemplateValue(finding.lower),
            "cells": .list(
                (0..<count).map { position in
                    let share = position < finding.probabilities.count ? finding.probabilities[position] : 0
                    return [
                        "shown": .text(shown(share)), "sort": .text(share.description),
                        "shade": .text("shade-\(min(9, Int((share * 10).rounded(.down))))"),
                        "isInSet": .flag((finding.lower...max(finding.lower, finding.upper)).contains(position + 1)),
                    ]
                }),
        ]
    }

    private static func shown(_ share: Double) -> String {
        if share == 0 { return "" }
        if share < 0.005 { return "<1" }
        if share < 1, share > 0.995 { return ">99" }
        return Digits.format.string(share, decimals: 0)
    }
}
