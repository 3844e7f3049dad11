import Charts
import Findings

/// One benchmark: what it asks, the models on it, subgroups, what it can and cannot tell apart.
enum BenchmarkPage {
    /// Up to how many pairs of models are listed; more are in the CSV file.
    static let pairs = 120

    static func page(_ benchmark: BenchmarkFinding, _ material: PageMaterial) -> Page {
        let index = material.index
        let ranking = material.rankings[benchmark.id] ?? Ranking(index, on: benchmark.id)
        let words = RankingSentences(index: index, ranking: ranking)
        let gapRows = index.gaps(on: benchmark.id, form: .raw)
        return Page(
            path: index.benchmarkPath(benchmark.id), title: benchmark.name, template: "benchmark",
            value: [
                "name": .text(benchmark.name), "summary": TemplateValue(benchmark.summary),
                "facts": .list(facts(benchmark)), "items": TemplateValue(material.itemLinks.browse(benchmark.id)),
                "source": source(benchmark.source),
                "sentences": material.sentences([GapSentences(index: index).on(benchmark.id)]),
                "lowerIsBetter": .flag(!benchmark.higherIsBetter),
                "figure": material.figures.value(
                    StudyFigure.name("leaderboard", on: benchmark.id, index), in: .page),
                "models": material.table(
                    ranking, id: "models", caption: "Accuracy on \(benchmark.name) by model, best first"),
                "warnings": warnings(benchmark, material.findings),
                "gapFigure": material.figures.value(
                    StudyFigure.name("gap", on: benchmark.id, index), in: .page),
                "gaps": GapTable(
                    index: index, id: "gap", caption: "Understanding minus reasoning on \(benchmark.name), in points",
                    rowTitle: "Model", isByBenchmark: false, rows: gapRows
                ).value,
                "subgroups": subgroups(benchmark, material), "pairs": pairTable(benchmark, ranking, material),
                "subgroupDrawings": material.drawings(
                    (0..<FigureMaterial(index).facetNames(on: benchmark.id).count).map {
                        FigureMaterial(index).subgroupsName(on: benchmark.id, place: $0)
                    }),
                "confidenceDrawings": material.drawings(
                    material.findings.confidences.filter { $0.benchmark == benchmark.id }.map {
                        FigureMaterial(index).calibrationName($0)
                    }),
                "powerDrawing": material.drawings([StudyFigure.name("power", on: benchmark.id, index)]),
                "repeats": RepeatTable(material: material, benchmark: benchmark).value,
                "confidences": ConfidenceTable(material: material, benchmark: benchmark).value,
            ], section: .benchmarks,
            finding: words.opening() ?? "No model has a scored item on \(index.link(benchmark: benchmark.id)).")
    }

    /// What is known of how the runs fit together, as the template `problems` takes it, with the number of warnings.
    private static func warnings(_ benchmark: BenchmarkFinding, _ findings: FindingsDocument) -> TemplateValue {
        let problems = findings.problems.filter { $0.benchmark == benchmark.id }
        guard !problems.isEmpty else { return .none }
        return ProblemTable.value(problems).adding([
            "count": TemplateValue(RunWarnings.summary(problems, areNotesCounted: false))
        ])
    }

    private static func facts(_ benchmark: BenchmarkFinding) -> [TemplateValue] {
        var facts: [(String, String)] = [("Items", ValueFormat.count(benchmark.items))]
        if let facet = benchmark.clusterFacet, benchmark.clusters != benchmark.items {
            facts.append(("Clusters", "\(ValueFormat.count(benchmark.clusters)) by \(facet)"))
        } else {
            facts.append(("Clusters", "none; items are treated as independent"))
        }
        facts.append(
            ("Chance level", benchmark.chance.map { Digits.format.stringWithUnit($0, decimals: 1) } ?? "not known"))
        for count in benchmark.capabilities {
            let name = count.capability == "none" ? "Without a capability" : Words.capitalised(count.capability)
            facts.append((name, Digits.counted(count.items, "item")))
        }
        facts.append(("Metric", benchmark.metric))
        facts.append(("Identifier", benchmark.id))
        return facts.map { ["name": .text($0.0), "text": .text($0.1)] }
    }

    /// A source that is an address becomes a link; anything else is shown as text.
    private static func source(_ source: String?) -> TemplateValue {
        guard let source, !source.isEmpty else { return .none }
        let isAddress = source.hasPrefix("https://") && !source.contains { $0.isWhitespace }
        return ["text": .text(source), "address": isAddress ? .text(source) : .none]
    }

    private static func subgroups(_ benchmark: BenchmarkFinding, _ material: PageMaterial) -> TemplateValue {
        let estimates = material.index.facetEstimates(on: benchmark.id)
        let places = Dictionary(
            material.index.modelsInOrder(material.ranking).enumerated().map { ($0.element.id, $0.offset) }
        ) { first, _ in first }
        let names = estimates.compactMap { $0.facet?.name }.reduce(into: [String]()) { names, name in
            if !names.contains(name) { names.append(name) }
        }
        let slugs = Slugs(names)
        let tables = names.map { name in
            let rows = estimates.filter { $0.facet?.name == name }.enumerated().sorted {
                let left = ($0.element.facet?.value ?? "", places[$0.element.model] ?? 0, $0.offset)
                let right = ($1.element.facet?.value ?? "", places[$1.element.model] ?? 0, $1.offset)
                return left < right
            }.map(\.element)
            return EstimateTable(
                index: material.index, id: "subgroup-\(slugs[name])",
                caption: "Accuracy on \(benchmark.name) by \(name)", rowTitle: "Model",
                partTitle: Words.capitalised(name),
                rows: rows.map {
                    EstimateTable.Row(heading: material.cells.model($0.model), part: $0.facet?.value, estimate: $0)
                }, isUniform: false
            ).value
        }
        return tables.isEmpty ? .none : ["tables": .list(tables)]
    }

    private static func pairTable(
        _ benchmark: BenchmarkFinding, _ ranking: Ranking, _ material: PageMaterial
    ) -> TemplateValue {
        var rows: [DifferenceFinding] = []
        for first in ranking.rows.indices {
            for second in ranking.rows.indices where second > first {
                let (upper, lower) = (ranking.rows[first].model, ranking.rows[second].model)
                if let found = material.index.difference(upper, lower, on: benchmark.id) { rows.append(found) }
            }
        }
        let table = DifferenceTable(
            index: material.index, id: "pairs",
            caption: "Paired differences on \(benchmark.name), first minus second, in points", isAboutOneModel: false,
            rows: Array(rows.prefix(pairs))
        ).value
        guard case .object = table else { return .none }
        return table.adding(["isCut": .flag(rows.count > pairs), "shownPairs": TemplateValue(pairs)])
    }
}
