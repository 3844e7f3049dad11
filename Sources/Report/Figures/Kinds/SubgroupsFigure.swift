import Charts
import Findings

extension FigureKind {
    /// Where each model is weak, by the facets of each benchmark.
    static let subgroups = FigureKind(
        id: "subgroups", question: "Where is it weak?",
        needs: "items with facets that divide them, named by [[benchmark]] strata in the study file"
    ) { material in
        material.document.benchmarks.flatMap { benchmark in
            material.facetNames(on: benchmark.id).enumerated().compactMap { place, facet in
                material.subgroups(on: benchmark.id, by: facet).map {
                    StudyFigure(material.subgroupsName(on: benchmark.id, place: place), $0)
                }
            }
        }
    }
}

extension FigureMaterial {
    /// The facets with estimates on a benchmark, in the document's order.
    func facetNames(on benchmark: String) -> [String] {
        index.facetEstimates(on: benchmark).compactMap { $0.facet?.name }.reduce(into: []) { names, name in
            if !names.contains(name) { names.append(name) }
        }
    }

    /// `subgroups-<benchmark>` for the first facet, then with a number.
    func subgroupsName(on benchmark: String, place: Int) -> String {
        StudyFigure.name("subgroups", on: benchmark, index) + (place == 0 ? "" : "-\(place + 1)")
    }

    /// A panel a model, a row a value of the facet; nil for fewer than two values.
    func subgroups(on benchmark: String, by facet: String) -> SubgroupPanelsChart? {
        let estimates = index.facetEstimates(on: benchmark).filter { $0.facet?.name == facet }
        let values = estimates.compactMap { $0.facet?.value }.reduce(into: [String]()) { values, value in
            if !values.contains(value) { values.append(value) }
        }.sorted()
        guard values.count > 1 else { return nil }
        let order = Ranking(index, on: benchmark).rows.map(\.model)
        let panels = order.compactMap { model -> SubgroupPanelsChart.Panel? in
            let own = Dictionary(estimates.filter { $0.model == model }.map { ($0.facet?.value ?? "", $0) }) {
                first, _ in first
            }
            guard !own.isEmpty else { return nil }
            return SubgroupPanelsChart.Panel(
                label: index.modelName(model),
                rows: values.map { value in
                    let found = own[value]
                    return SubgroupPanelsChart.Row(
                        label: value, n: found?.items, estimate: found?.estimate, lower: found?.interval.lower,
                        upper: found?.interval.upper, link: index.modelPath(model))
                },
                overall: index.estimate(model, on: benchmark)?.estimate, category: category(of: model),
                link: index.modelPath(model))
        }
        return SubgroupPanelsChart(
            text: text(
                SubgroupSentences(index: index).lowest(estimates, by: facet),
                scope: "Accuracy on \(index.benchmarkName(benchmark)) by \(facet)",
                [itemClause(estimates.map(\.items)), intervalClause(estimates.map(\.interval))]),
            panels: panels, axisTitle: "accuracy")
    }
}
