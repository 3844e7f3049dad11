import Charts
import Findings

/// Where one model stands: by benchmark, capability and facet, its gap, its verdicts, its neighbours, its runs.
enum ModelPage {
    /// How many models a model is compared with on its page; the rest is in the CSV file.
    static let comparisons = 12

    static func page(_ model: ModelFinding, _ material: PageMaterial) -> Page {
        let index = material.index
        let place = material.ranking.flatMap { RankingSentences(index: index, ranking: $0).place(of: model.id) }
        let sentences = [
            GapSentences(index: index).of(model.id), VarianceSentences(index: index).prediction(model.id),
        ]
        return Page(
            path: index.modelPath(model.id), title: model.name, template: "model",
            value: [
                "name": .text(model.name), "facts": .list(facts(model)),
                "kind": material.cells.kind(model.kind), "sentences": material.sentences(sentences),
                "byBenchmark": byBenchmark(model, material), "missed": missed(model, material),
                "byCapability": byCapability(model, material),
                "byFacet": byFacet(model, material), "gaps": gaps(model, index),
                "verdicts": VerdictTable(
                    index: index, id: "verdicts", caption: "Verdicts on \(model.name)", isByThreshold: true,
                    rows: material.findings.verdicts.filter { $0.model == model.id && ($0.isJoint || $0.facet == nil) }
                ).value,
                "neighbours": neighbours(model, material),
                "runs": RunTable(index: index, rows: material.findings.runs.filter { $0.model == model.id }).value,
                "problems": ProblemTable.value(problems(model, material.findings)),
                "embed": material.embed(material.badges.of(model.id).map(\.snippet)),
            ], section: .models, finding: place ?? EstimateSentences(index: index).of(model.id))
    }

    private static func facts(_ model: ModelFinding) -> [TemplateValue] {
        [
            ("Family", model.family), ("Parameters", model.parameters.map(Digits.parameters)),
            ("Released", model.released), ("Identifier", model.id),
        ].compactMap { name, value in value.map { ["name": .text(name), "text": .text($0)] } }
    }

    private static func byBenchmark(_ model: ModelFinding, _ material: PageMaterial) -> TemplateValue {
        let index = material.index
        let rows = material.findings.benchmarks.compactMap { benchmark -> EstimateTable.Row? in
            guard let estimate = index.estimate(model.id, on: benchmark.id) else { return nil }
            let place = material.rankings[benchmark.id].flatMap { ranking in
                ranking.rows.firstIndex { $0.model == model.id }.map { "\($0 + 1) of \(ranking.rows.count)" }
            }
            return EstimateTable.Row(
                heading: material.cells.benchmark(benchmark.id), anchor: "on-\(index.benchmarkSlugs[benchmark.id])",
                estimate: estimate, remark: place)
        }
        return EstimateTable(
            index: index, id: "by-benchmark", caption: "Accuracy of \(model.name) by benchmark",
            rowTitle: "Benchmark", remarkTitle: "Place by estimate", rows: rows, isUniform: false
        ).value
    }

    /// Where the items are that the model has wrong.
    private static func missed(_ model: ModelFinding, _ material: PageMaterial) -> TemplateValue {
        let links = material.findings.benchmarks.compactMap { benchmark -> TemplateValue? in
            guard material.index.estimate(model.id, on: benchmark.id) != nil,
                let path = material.itemLinks.browse(benchmark.id, where: model.id, is: .wrong)
            else { return nil }
            return ["name": .text(benchmark.name), "href": .text(path)]
        }
        return links.isEmpty ? .none : ["list": .list(links)]
    }

    private static func byCapability(_ model: ModelFinding, _ material: PageMaterial) -> TemplateValue {
        let rows = material.findings.estimates
            .filter { $0.model == model.id && $0.scope == .capability }
            .map { estimate in
                EstimateTable.Row(
                    heading: estimate.benchmark.map { material.cells.benchmark($0) }
                        ?? material.cells.heading("macro-average", SitePage.home.rawValue),
                    part: estimate.capability, estimate: estimate)
            }
        return EstimateTable(
            index: material.index, id: "by-capability", caption: "Accuracy of \(model.name) by capability",
            rowTitle: "Benchmark", partTitle: "Capability", rows: rows, isUniform: false
        ).value
    }

    private static func byFacet(_ model: ModelFinding, _ material: PageMaterial) -> TemplateValue {
        let rows = material.findings.estimates
            .filter { $0.model == model.id && $0.facet != nil }
            .map { estimate in
                EstimateTable.Row(
                    heading: estimate.benchmark.map { material.cells.benchmark($0) }
                        ?? material.cells.heading("macro-average", SitePage.home.rawValue),
                    part: estimate.facet.map { "\($0.name): \($0.value)" }, estimate: estimate)
            }
        return EstimateTable(
            index: material.index, id: "by-facet", caption: "Accuracy of \(model.name) by subgroup of items",
            rowTitle: "Benchmark", partTitle: "Subgroup", rows: rows, isUniform: false
        ).value
    }

    private static func gaps(_ model: ModelFinding, _ index: FindingsIndex) -> TemplateValue {
        let all = index.document.gaps.filter { $0.model == model.id }
        return GapTable(
            index: index, id: "gap", caption: "Understanding minus reasoning of \(model.name), in points",
            rowTitle: "Benchmark", isByBenchmark: true,
            rows: all.filter { $0.form == .standardised } + all.filter { $0.form == .raw && $0.benchmark != nil }
        ).value
    }

    /// The differences to the models nearest in the leaderboard, nearest order kept.
    private static func neighbours(_ model: ModelFinding, _ material: PageMaterial) -> TemplateValue {
        guard let ranking = material.ranking,
            let position = ranking.rows.firstIndex(where: { $0.model == model.id })
        else { return .none }
        let others = ranking.rows.indices.filter { $0 != position }
        let near = others.sorted { (abs($0 - position), $0) < (abs($1 - position), $1) }.prefix(comparisons).sorted()
        let rows = near.compactMap {
            material.index.difference(model.id, ranking.rows[$0].model, on: ranking.benchmark)
        }
        let table = DifferenceTable(
            index: material.index, id: "neighbours",
            caption: "\(model.name) minus each model near it in the leaderboard, in points", isAboutOneModel: true,
            rows: rows
        ).value
        guard case .object = table else { return .none }
        return table.adding([
            "isCut": .flag(others.count > near.count),
            "comparePage": .text("\(SitePage.compare.rawValue)?a=\(material.index.modelSlugs[model.id])"),
        ])
    }

    /// Problems of the logs that hold the model's runs.
    private static func problems(_ model: ModelFinding, _ findings: FindingsDocument) -> [ProblemFinding] {
        let sources = Set(findings.runs.filter { $0.model == model.id }.map(\.source))
        return findings.problems.filter { problem in
            if let models = problem.models { return models.contains(model.id) }
            return sources.contains { problem.place.hasPrefix($0) }
        }
    }
}
