import Charts
import Findings

/// The table models × benchmarks behind the heat map: the template `matrix`.
struct MatrixTable {
    let index: FindingsIndex
    let order: HeatMapOrder

    var value: TemplateValue {
        guard !order.models.isEmpty, !order.benchmarks.isEmpty else { return .none }
        let cells = NumberCells(index: index)
        let decimals = Dictionary(
            uniqueKeysWithValues: order.benchmarks.map { benchmark in
                (benchmark, Digits.decimals(order.models.compactMap { index.estimate($0, on: benchmark)?.interval }))
            })
        let all = order.models.flatMap { model in order.benchmarks.compactMap { index.estimate(model, on: $0) } }
        return [
            "columns": .list(order.benchmarks.map { cells.benchmark($0).adding(["items": items($0)]) }),
            "basis": cells.basis(FindingsIndex.sharedBasis(all.map(\.basis))),
            "level": .text(Digits.level(index.document.study.level)),
            "threshold": order.threshold.map {
                ["name": .text($0.name), "minimum": .text(VerdictSentences.minimum($0))]
            } ?? .none,
            "rows": .list(
                order.models.map { model in
                    [
                        "heading": cells.model(model),
                        "cells": .list(
                            order.benchmarks.map { cell(model, $0, decimals: decimals[$0] ?? 1, cells) }),
                    ]
                }),
        ]
    }

    private func items(_ benchmark: String) -> TemplateValue {
        .text(ValueFormat.count(index.benchmarks[benchmark]?.items ?? 0))
    }

    private func cell(_ model: String, _ benchmark: String, decimals: Int, _ cells: NumberCells) -> TemplateValue {
        guard let estimate = index.estimate(model, on: benchmark) else { return ["number": .none] }
        let details = cells.details(items: estimate.items, clusters: estimate.clusters, estimate.interval)
        return [
            "number": cells.number(estimate.estimate, estimate.interval, decimals: decimals, details: details),
            "href": .text("\(index.modelPath(model))#on-\(index.benchmarkSlugs[benchmark])"),
            "verdict": order.verdict(model, benchmark).map { cells.verdict($0.verdict) } ?? .none,
        ]
    }
}
