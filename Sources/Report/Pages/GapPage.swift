import Findings

/// Understanding against reasoning: over benchmarks, and on each of them.
enum GapPage {
    static func page(_ material: PageMaterial) -> Page {
        let index = material.index
        let sentences = GapSentences(index: index)
        let standardised = GapTable(
            index: index, id: "standardised",
            caption: "Understanding minus reasoning, equal weight on each benchmark, in points", rowTitle: "Model",
            isByBenchmark: false, rows: sorted(index.standardisedGaps())
        ).value
        let sections = material.findings.benchmarks.compactMap { section($0, material) }
        return Page(
            .gap, template: "gap",
            value: [
                "sentences": material.sentences([sentences.everywhere(), sentences.standardised()]),
                "figure": material.figures.value(StudyFigure.gap(on: nil, index), in: .page),
                "standardised": standardised, "summary": summary(material), "sections": .list(sections),
                "isEmpty": .flag(material.findings.gaps.isEmpty),
            ])
    }

    private static func sorted(_ gaps: [GapFinding]) -> [GapFinding] {
        gaps.enumerated().sorted {
            $0.element.estimate != $1.element.estimate
                ? $0.element.estimate > $1.element.estimate : $0.offset < $1.offset
        }.map(\.element)
    }

    private static func section(_ benchmark: BenchmarkFinding, _ material: PageMaterial) -> TemplateValue? {
        let index = material.index
        let gaps = sorted(index.gaps(on: benchmark.id, form: .raw))
        guard !gaps.isEmpty else { return nil }
        let slug = index.benchmarkSlugs[benchmark.id]
        return [
            "id": .text("on-\(slug)"), "benchmark": material.cells.benchmark(benchmark.id),
            "sentence": GapSentences(index: index).on(benchmark.id)?.value ?? .none,
            "figure": material.figures.value(
                StudyFigure.gap(on: benchmark.id, index), in: .page),
            "table": GapTable(
                index: index, id: "table-\(slug)",
                caption: "Understanding minus reasoning on \(benchmark.name), in points", rowTitle: "Model",
                isByBenchmark: false, rows: gaps
            ).value,
        ]
    }

    /// For each benchmark, in how many models reasoning is lower, higher, or not to be told apart.
    private static func summary(_ material: PageMaterial) -> TemplateValue {
        let rows = material.findings.benchmarks.compactMap { benchmark -> TemplateValue? in
            let gaps = material.index.gaps(on: benchmark.id, form: .raw)
            guard !gaps.isEmpty else { return nil }
            let count = GapSentences.Count(gaps)
            return [
                "heading": material.cells.benchmark(benchmark.id),
                "href": .text("#on-\(material.index.benchmarkSlugs[benchmark.id])"),
                "lower": TemplateValue(count.lower), "higher": TemplateValue(count.higher),
                "open": TemplateValue(count.open), "all": TemplateValue(count.all),
            ]
        }
        return rows.isEmpty ? .none : ["rows": .list(rows)]
    }
}
