import Charts
import Findings

/// How sure ranks are: by macro-average, and on each benchmark.
enum RanksPage {
    static func page(_ material: PageMaterial) -> Page {
        let findings = material.findings
        let scopes: [String?] = [nil] + findings.benchmarks.map(\.id)
        let tables = scopes.compactMap { scope -> [RankFinding]? in
            let ranks = findings.ranks.filter { $0.benchmark == scope }
            return ranks.isEmpty ? nil : sorted(ranks)
        }
        return Page(
            .ranks, template: "ranks",
            value: [
                "sentences": material.sentences([luck(findings)]),
                "level": .text(Digits.level(findings.study.level)),
                "overall": tables.first { $0[0].benchmark == nil }.map { table($0, material) } ?? .none,
                "pairs": material.figures.value("paired", in: .page),
                "groups": material.figures.value("critical-difference", in: .page),
                "benchmarks": .list(tables.filter { $0[0].benchmark != nil }.map { table($0, material) }),
                "hasBenchmarks": .flag(tables.contains { $0[0].benchmark != nil }),
            ],
            finding: RankSentences(index: material.index).opening(tables.first ?? []))
    }

    private static func sorted(_ ranks: [RankFinding]) -> [RankFinding] {
        ranks.enumerated().sorted {
            $0.element.rank != $1.element.rank ? $0.element.rank < $1.element.rank : $0.offset < $1.offset
        }.map(\.element)
    }

    private static func table(_ ranks: [RankFinding], _ material: PageMaterial) -> TemplateValue {
        let count = ranks.map(\.probabilities.count).max() ?? 0
        let benchmark = ranks[0].benchmark
        return [
            "id": .text(benchmark.map { "ranks-\(material.index.benchmarkSlugs[$0])" } ?? "ranks"),
            "heading": TemplateValue(benchmark.map { material.index.benchmarkName($0) }),
            "drawings": material.drawings(benchmark == nil ? ["ranks"] : []),
            "columns": .list((0..<count).map { ["number": TemplateValue($0 + 1)] }),
            "rows": .list(ranks.map { row($0, count, material) }),
            "basis": material.cells.basis(FindingsIndex.sharedBasis(ranks.map(\.basis))),
        ]
    }

    /// How often the order of two models would change.
    private static func luck(_ findings: FindingsDocument) -> Sentence? {
        guard let components = findings.components else { return nil }
        let items = Digits.format.stringWithUnit(components.itemLuck, decimals: 1)
        let benchmarks = Digits.format.stringWithUnit(components.benchmarkLuck, decimals: 1)
        return """
            With new items of the same benchmarks, \(items) of all pairs of models would change their order by \
            macro-average; with new benchmarks like these, \(benchmarks).
            """
    }

    private static func row(_ finding: RankFinding, _ count: Int, _ material: PageMaterial) -> TemplateValue {
        let isWhole = finding.rank == finding.rank.rounded()
        return [
            "heading": material.cells.model(finding.model),
            "rank": .text(ValueFormat.score.string(finding.rank, decimals: isWhole ? 0 : 1)),
            "set": .text(set(finding.lower, finding.upper)),
            "simultaneous": .text(set(finding.simultaneousLower, finding.simultaneousUpper)),
            "alike": .list(finding.alike.map { material.cells.model($0) }),
            "alikeCount": TemplateValue(finding.alike.count), "setSort": TemplateValue(finding.lower),
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

    private static func set(_ lower: Int, _ upper: Int) -> String { lower == upper ? "\(lower)" : "\(lower)–\(upper)" }

    private static func shown(_ share: Double) -> String {
        if share == 0 { return "" }
        if share < 0.005 { return "<1" }
        if share < 1, share > 0.995 { return ">99" }
        return Digits.format.string(share, decimals: 0)
    }
}
