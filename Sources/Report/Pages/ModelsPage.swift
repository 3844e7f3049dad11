import Charts
import Findings

/// All models with what is known of them and where they stand.
enum ModelsPage {
    static func page(_ material: PageMaterial) -> Page {
        let models = material.index.modelsInOrder(material.ranking)
        let rows = models.map { row($0, material) }
        let scope = material.ranking?.benchmark.map { "Accuracy on \(material.index.benchmarkName($0))" }
        let intervals = material.ranking?.rows.map(\.interval) ?? []
        return Page(
            .models, template: "models",
            value: [
                "isEmpty": .flag(models.isEmpty), "drawings": material.drawings(["sizes", "overlap"]),
                "scope": .text(scope ?? "Macro-average"),
                "hasScope": .flag(material.ranking != nil),
                "hasReleased": .flag(models.contains { $0.released != nil }),
                "hasParameters": .flag(models.contains { $0.parameters != nil }),
                "hasFamily": .flag(models.contains { $0.family != nil }),
                "hasKind": .flag(models.contains { $0.kind != nil }),
                "scale": BarScale(intervals).heading, "rows": .list(rows),
                "level": .text(Digits.level(material.findings.study.level)),
                "basis": material.cells.basis(
                    FindingsIndex.sharedBasis((material.ranking?.rows ?? []).map(\.basis))),
            ],
            finding: opening(material))
    }

    private static func opening(_ material: PageMaterial) -> Sentence {
        guard !material.findings.models.isEmpty else { return "The study has no models." }
        let group = material.ranking.flatMap { RankingSentences(index: material.index, ranking: $0).group() }
        let count = Digits.counted(material.findings.models.count, "model")
        return group
            ?? "No macro-average orders the study's \(count); each has its accuracies by benchmark on its page."
    }

    private static func row(_ model: ModelFinding, _ material: PageMaterial) -> TemplateValue {
        let cells = material.cells
        let runs = material.findings.runs.filter { $0.model == model.id && $0.isUsed }
        let ranked = material.ranking?.rows ?? []
        let estimate = ranked.first { $0.model == model.id }
        let scale = BarScale(ranked.map(\.interval))
        let tone = model.kind.map { cells.kindMark($0) } ?? "plain"
        return [
            "heading": cells.model(model.id), "family": TemplateValue(model.family), "kind": cells.kind(model.kind),
            "parameters": model.parameters.map {
                ["shown": .text(Digits.parameters($0)), "sort": .text($0.description)]
            } ?? .none,
            "released": TemplateValue(model.released),
            "number": estimate.map {
                cells.number($0.estimate, $0.interval, decimals: Digits.decimals(ranked.map(\.interval)))
            } ?? .none,
            "bar": estimate.map { scale.bar($0.estimate, $0.interval, tone: tone) } ?? .none,
            "items": estimate.map { cells.count($0.items) } ?? .none,
            "method": estimate.map { cells.method($0.interval) } ?? .none,
            "runs": cells.count(runs.count), "predictions": cells.count(runs.map(\.predictions).reduce(0, +)),
            "unanswered": cells.count(runs.map { $0.unparsed + $0.refused + $0.errors }.reduce(0, +)),
        ]
    }
}
