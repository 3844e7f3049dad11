import Charts
import Findings

/// How each number was made, in words.
enum MethodsPage {
    static func page(_ material: PageMaterial) -> Page {
        let study = material.findings.study
        let bases = material.findings.estimates.map(\.basis)
        let all = bases + material.findings.differences.map(\.basis)
        return Page(
            .methods, template: "methods",
            value: [
                "drawings": material.drawings(["distribution"], in: .wideColumn),
                "level": .text(Digits.level(study.level)), "rate": .text(Digits.level(Ranking.errorRate)),
                "replicates": .text(ValueFormat.count(study.replicates)), "seed": .text(String(study.seed)),
                "unparsedAreWrong": .flag(study.unparsed == "wrong"), "unparsed": .text(study.unparsed),
                "demanded": study.method.map { material.cells.method($0) } ?? .none,
                "hasPublished": .flag(all.contains(.publishedCounts)),
                "hasSimulation": .flag(all.contains(.simulation)),
                "hasLogs": .flag(all.contains(.logs)), "bases": .list(rows(material.findings, material.cells)),
                "methods": .list(
                    material.findings.methods.map {
                        [
                            "id": .text("method-\(material.index.methodSlugs[$0.id])"), "key": .text($0.id),
                            "name": .text($0.name), "description": .text($0.description), "source": .text($0.source),
                            "uses": .text(Digits.counted($0.uses, "finding")),
                        ]
                    }),
            ],
            finding: MethodSentences(index: material.index).opening())
    }

    /// How many findings of each kind rest on what.
    private static func rows(_ findings: FindingsDocument, _ cells: NumberCells) -> [TemplateValue] {
        let groups: [(String, [Basis])] = [
            ("Accuracies", findings.estimates.map(\.basis)), ("Paired differences", findings.differences.map(\.basis)),
            ("Gaps", findings.gaps.map(\.basis)), ("Verdicts", findings.verdicts.map(\.basis)),
            ("Variance between benchmarks", findings.variances.map(\.basis)), ("Ranks", findings.ranks.map(\.basis)),
        ]
        return groups.compactMap { name, bases in
            guard !bases.isEmpty else { return nil }
            func count(_ basis: Basis) -> TemplateValue { cells.count(bases.count { $0 == basis }) }
            return [
                "name": .text(name), "logs": count(.logs), "published": count(.publishedCounts),
                "simulation": count(.simulation),
            ]
        }
    }
}
