import Charts
import Findings

/// All benchmarks with their size, chance level and best model.
enum BenchmarksPage {
    static func page(_ material: PageMaterial) -> Page {
        let benchmarks = material.findings.benchmarks
        let capabilities = capabilityNames(benchmarks)
        return Page(
            .benchmarks, template: "benchmarks",
            value: [
                "isEmpty": .flag(benchmarks.isEmpty),
                "capabilities": .list(capabilities.map { ["name": .text($0)] }),
                "sentence": material.order.sentence?.value ?? .none,
                "level": .text(Digits.level(material.findings.study.level)),
                "rows": .list(benchmarks.map { row($0, capabilities, material) }),
            ],
            finding: EstimateSentences(index: material.index).hardestToEasiest(material.rankings))
    }

    /// The capabilities of all benchmarks in their first order, without the items that have none.
    private static func capabilityNames(_ benchmarks: [BenchmarkFinding]) -> [String] {
        benchmarks.flatMap { $0.capabilities.map(\.capability) }.reduce(into: []) { names, name in
            if name != "none", !names.contains(name) { names.append(name) }
        }
    }

    private static func row(
        _ benchmark: BenchmarkFinding, _ capabilities: [String], _ material: PageMaterial
    ) -> TemplateValue {
        let cells = material.cells
        let best = material.rankings[benchmark.id]?.rows.first
        return [
            "heading": cells.benchmark(benchmark.id), "items": cells.count(benchmark.items),
            "clusters": cells.count(benchmark.clusters), "clusterFacet": TemplateValue(benchmark.clusterFacet),
            "chance": cells.plain(benchmark.chance, decimals: 0),
            "counts": .list(
                capabilities.map { name in
                    cells.count(benchmark.capabilities.first { $0.capability == name }?.items ?? 0)
                }),
            "models": cells.count(material.rankings[benchmark.id]?.rows.count ?? 0),
            "best": best.map { cells.model($0.model) } ?? .none,
            "number": best.map {
                cells.number(
                    $0.estimate, $0.interval, decimals: Digits.decimals($0.interval),
                    details: cells.details(items: $0.items, clusters: $0.clusters, $0.interval))
            } ?? .none,
        ]
    }
}
