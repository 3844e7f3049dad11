import Findings

/// Two models beside each other: paired differences, flips, parts, gaps, verdicts, agreement.
enum PairPage {
    static func page(_ first: String, _ second: String, _ material: PageMaterial) -> Page {
        let index = material.index
        let words = PairSentences(index: index, ranking: material.ranking)
        let finding = words.opening(first, second)
        let onBenchmarks = words.onBenchmarks(first, second)
        let tables = PairTables(material: material, first: first, second: second)
        let parts = [tables.capabilities, tables.facets].filter { $0 != .none }
        return Page(
            path: index.pairPath(first, second), title: "\(index.modelName(first)) and \(index.modelName(second))",
            template: "pair-page",
            value: [
                "one": material.cells.model(first), "another": material.cells.model(second),
                "level": .text(Digits.level(material.findings.study.level)),
                "sentences": material.sentences([finding == onBenchmarks ? nil : onBenchmarks]),
                "byBenchmark": tables.benchmarks,
                "sides": parts.isEmpty ? .none : ["tables": .list(parts)], "gaps": tables.gaps,
                "verdicts": tables.verdicts, "agreement": tables.agreement,
            ], section: .compare, finding: finding)
    }
}
