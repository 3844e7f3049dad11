import Charts
import Findings

/// How much benchmarks differ, beyond what sampling of items explains.
enum VariancePage {
    static func page(_ material: PageMaterial) -> Page {
        let variances = material.findings.variances
        let predictions = variances.compactMap(\.prediction)
        let scale = BarScale(predictions)
        let places = Dictionary(
            material.index.modelsInOrder(material.ranking).enumerated().map { ($0.element.id, $0.offset) }
        ) { first, _ in first }
        let rows = variances.enumerated().sorted {
            (places[$0.element.model] ?? .max, $0.offset) < (places[$1.element.model] ?? .max, $1.offset)
        }.map { row($0.element, scale, material) }
        return Page(
            .variance, template: "variance",
            value: [
                "sentences": material.sentences([
                    VarianceSentences(index: material.index).components()
                ]),
                "drawings": material.drawings(["strips"]), "componentDrawing": material.drawings(["components"]),
                "scale": scale.heading, "rows": .list(rows), "isEmpty": .flag(variances.isEmpty),
                "hasPredictions": .flag(!predictions.isEmpty),
                "components": material.findings.components.map { table($0, material) } ?? .none,
                "basis": material.cells.basis(FindingsIndex.sharedBasis(variances.map(\.basis))),
                "hasReplaced": .flag(variances.contains { $0.replacedVariances > 0 }),
            ],
            finding: VarianceSentences(index: material.index).opening())
    }

    private static func row(_ finding: VarianceFinding, _ scale: BarScale, _ material: PageMaterial) -> TemplateValue {
        let cells = material.cells
        let format = Digits.format
        return [
            "heading": cells.model(finding.model), "benchmarks": cells.count(finding.benchmarks),
            "mean": .text(format.string(finding.mean, decimals: 1)), "meanSort": .text(finding.mean.description),
            "error": .text(format.string(finding.standardError, decimals: 1)),
            "deviation": .text(format.string(finding.standardDeviation, decimals: 1)),
            "deviationSort": .text(finding.standardDeviation.description),
            "deviationRange": .text(
                format.interval(
                    lower: finding.tauSquaredLower.squareRoot(), upper: finding.tauSquaredUpper.squareRoot(),
                    decimals: 1)),
            "prediction": finding.prediction.map {
                cells.number(finding.mean, $0, decimals: Digits.decimals($0))
            } ?? .none,
            "predictionMethod": finding.prediction.map { cells.method($0) } ?? .none,
            "bar": finding.prediction.map { scale.bar(finding.mean, $0) } ?? .none,
            "q": .text(ValueFormat.score.string(finding.q, decimals: 1)), "p": .text(Digits.pValue(finding.qPValue)),
            "iSquared": .text(format.string(finding.iSquared, decimals: 1)), "method": cells.method(finding.method),
            "replaced": TemplateValue(finding.replacedVariances),
        ]
    }

    /// The interval of a component as standard deviations in points.
    private static func interval(_ component: String, over: String, _ finding: ComponentsFinding) -> TemplateValue {
        guard let found = finding.intervals.first(where: { $0.component == component && $0.over == over }) else {
            return .none
        }
        return .text(
            Digits.format.interval(
                lower: max(0, found.lower).squareRoot(), upper: max(0, found.upper).squareRoot(), decimals: 1))
    }

    private static func table(_ finding: ComponentsFinding, _ material: PageMaterial) -> TemplateValue {
        let format = Digits.format
        let tones = ["general", "understanding", "reasoning", "plain"]
        var start = 0.0
        let identifiers = ["model", "benchmark", "interaction", "sampling"]
        let rows = zip(zip(VarianceSentences.parts(finding), identifiers), tones).map { pair, tone -> TemplateValue in
            let (part, identifier) = pair
            defer { start += part.share }
            return [
                "name": .text(part.name), "tone": .text(tone),
                "variance": .text(ValueFormat.score.string(max(0, part.variance) * 10_000, decimals: 1)),
                "share": .text(format.string(part.share, decimals: 0)),
                "deviation": .text(format.string(max(0, part.variance).squareRoot(), decimals: 1)),
                "overItems": interval(identifier, over: "items", finding),
                "overBenchmarks": interval(identifier, over: "benchmarks", finding),
                "x": .text(format.string(start, decimals: 2)), "width": .text(format.string(part.share, decimals: 2)),
            ]
        }
        return [
            "level": .text(Digits.level(finding.intervals.first?.level ?? material.findings.study.level)),
            "rows": .list(rows), "models": TemplateValue(finding.models),
            "benchmarks": TemplateValue(finding.benchmarks),
            "generalizability": .text(ValueFormat.score.string(finding.generalizability, decimals: 2)),
            "concordance": .text(ValueFormat.score.string(finding.kendallsW, decimals: 2)),
            "concordanceP": .text(Digits.pClause(finding.kendallsWPValue)),
            "basis": material.cells.basis(finding.basis),
        ]
    }
}
