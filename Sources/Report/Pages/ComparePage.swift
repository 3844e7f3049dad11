import Findings

/// All pairs of models: a table of their differences that leads to their pages, and the choice of any two by script.
enum ComparePage {
    static func page(_ material: PageMaterial) -> Page {
        let index = material.index
        let models = index.modelsInOrder(material.ranking)
        let hasPair = models.count > 1
        let areAll = index.pairs.areAll(of: models.count)
        return Page(
            .compare, template: "compare",
            value: [
                "level": .text(Digits.level(material.findings.study.level)),
                "rate": .text(Digits.level(Ranking.errorRate)),
                "picker": hasPair
                    ? [
                        "models": .list(
                            models.map {
                                ["slug": .text(index.modelSlugs[$0.id]), "name": .text($0.name)]
                            })
                    ] : .none,
                "matrix": hasPair && areAll ? matrix(models.map(\.id), material) : .none,
                "list": hasPair && !areAll ? list(material) : .none,
            ],
            finding: PairSentences(index: index, ranking: material.ranking).all(material.ranking))
    }

    /// Models × models: the row's model minus the column's.
    private static func matrix(_ models: [String], _ material: PageMaterial) -> TemplateValue {
        let index = material.index
        let cells = material.cells
        let benchmark = material.ranking?.benchmark
        let all = models.flatMap { first in
            models.compactMap { material.ranking == nil ? nil : index.difference(first, $0, on: benchmark) }
        }
        let decimals = Digits.decimals(all.map(\.interval))
        func cell(_ first: String, _ second: String) -> TemplateValue {
            guard first != second else { return ["isSame": true, "link": .none] }
            let found = material.ranking == nil ? nil : index.difference(first, second, on: benchmark)
            return [
                "isSame": false,
                "link": [
                    "href": .text(index.pairPath(first, second)),
                    "number": found.map {
                        cells.number($0.estimate, $0.interval, decimals: decimals, isSigned: true)
                    } ?? .none,
                    "isTold": .flag(found.map { $0.adjustedPValue < Ranking.errorRate } ?? false),
                ],
            ]
        }
        return [
            "scope": .text(benchmark.map { "accuracy on \(index.benchmarkName($0))" } ?? "macro-average accuracy"),
            "hasNumbers": .flag(!all.isEmpty), "family": TemplateValue(all.map(\.family).max() ?? 0),
            "basis": cells.basis(FindingsIndex.sharedBasis(all.map(\.basis))),
            "columns": .list(models.map { cells.model($0) }),
            "rows": .list(
                models.map { first in
                    ["heading": cells.model(first), "cells": .list(models.map { cell(first, $0) })]
                }),
        ]
    }

    /// The pairs with pages where not all have one.
    private static func list(_ material: PageMaterial) -> TemplateValue {
        let index = material.index
        let rows = index.pairs.all.compactMap { pair in
            material.ranking.flatMap { index.difference(pair.first, pair.second, on: $0.benchmark) }
        }
        let links = index.pairs.all.map { pair -> TemplateValue in
            [
                "href": .text(index.pairPath(pair.first, pair.second)), "one": material.cells.model(pair.first),
                "another": material.cells.model(pair.second),
            ]
        }
        return [
            "differences": DifferenceTable(
                index: index, id: "pairs", caption: "Pairs of models with a page of their own, in points",
                isAboutOneModel: false, rows: rows
            ).value,
            "links": rows.isEmpty ? ["rows": .list(links)] : .none,
        ]
    }
}
