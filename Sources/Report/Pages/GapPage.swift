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
                "sentences": material.sentences([
                    index.standardisedGaps().isEmpty ? nil : sentences.everywhere(), sentences.byBenchmark(),
                ]),
                "overBenchmarks": .object(material.pair("gap", "gap-scatter")), "standardised": standardised,
                "summary": summary(material),
                "groups": groups(material), "sections": .list(sections),
            ],
            finding: sentences.opening())
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
                StudyFigure.name("gap", on: benchmark.id, index), in: .page),
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
            claim(benchmark.id, form: .raw, material).map {
                TemplateValue.object($0).adding([
                    "heading": material.cells.benchmark(benchmark.id),
                    "href": .text("#on-\(material.index.benchmarkSlugs[benchmark.id])"),
                ])
            }
        }
        guard !rows.isEmpty else { return .none }
        return [
            "rows": .list(rows), "all": claim(nil, form: .standardised, material).map { .object($0) } ?? .none,
            "alpha": .text(Digits.level(material.findings.gapClaims.first?.alpha ?? 0)),
        ]
    }

    /// What the gaps of all models on one benchmark, or of all benchmarks, say together.
    private static func claim(
        _ benchmark: String?, form: GapForm, _ material: PageMaterial
    ) -> [String: TemplateValue]? {
        guard let claim = material.findings.gapClaims.first(where: { $0.benchmark == benchmark && $0.form == form })
        else {
            return nil
        }
        return [
            "lower": TemplateValue(claim.lower), "higher": TemplateValue(claim.higher),
            "open": TemplateValue(claim.open),
            "models": TemplateValue(claim.models), "p": .text(Digits.pValue(claim.pValue)),
            "pSort": .text(claim.pValue.description),
        ]
    }

    /// The mean gaps of families, kinds and all models, over benchmarks.
    private static func groups(_ material: PageMaterial) -> TemplateValue {
        let over = material.findings.groupGaps.filter { $0.benchmark == nil }
        let gaps = over.isEmpty ? material.findings.groupGaps : over
        guard !gaps.isEmpty else { return .none }
        let cells = material.cells
        let scale = BarScale(differences: gaps.map(\.interval))
        return [
            "scale": scale.heading, "basis": cells.basis(FindingsIndex.sharedBasis(gaps.map(\.basis))),
            "rows": .list(
                gaps.map { gap in
                    [
                        "group": .text(gap.grouping == "all" ? "all models" : gap.group),
                        "grouping": .text(gap.grouping == "all" ? "" : gap.grouping),
                        "models": TemplateValue(gap.models.count),
                        "benchmark": gap.benchmark.map { cells.benchmark($0) } ?? .none,
                        "number": cells.number(
                            gap.estimate, gap.interval, decimals: Digits.decimals(gap.interval), isSigned: true),
                        "bar": scale.bar(gap.estimate, gap.interval),
                        "p": .text(Digits.pValue(gap.pValue)), "method": cells.method(gap.interval),
                        "items": cells.count(gap.items),
                    ]
                }),
        ]
    }
}
