extension Catalogue {
    /// The catalogue as a Markdown table, a row a benchmark in the order of the files, as it stands in `docs/catalogue.md`.
    public static func markdown() -> String {
        let header = [
            "| id | name | aliases | items | options | chance | cluster | understanding / reasoning | source |",
            "| --- | --- | ---: | ---: | --- | --- | --- | --- | --- |",
        ]
        return (header + benchmarks.map(row)).joined(separator: "\n") + "\n"
    }

    private static func row(_ entry: BenchmarkEntry) -> String {
        let clusters = [entry.cluster].compactMap(\.self) + entry.clusterAlternatives
        let cells = [
            "`\(entry.id)`", entry.name ?? "", "\(entry.aliases.count)", entry.itemCount.map(String.init) ?? "",
            entry.options.map(String.init) ?? entry.answers?.rawValue ?? "", chance(entry.chance),
            clusters.map { "`\($0)`" }.joined(separator: ", "), capability(entry.capability),
            (entry.source ?? "") + (entry.countsSource.map { "; counts: " + $0 } ?? ""),
        ]
        return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }

    private static func chance(_ level: ChanceLevel?) -> String {
        switch level {
        case .fixed(let level): String((level * 1000).rounded() / 1000)
        case .options: "1 / options"
        case nil: ""
        }
    }

    private static func capability(_ rule: CapabilityRule?) -> String {
        guard let rule else { return "" }
        let sides = ["understanding", "reasoning"].map { rule.values[$0, default: []].joined(separator: ", ") }
        return "`\(rule.facet)`: \(sides[0]) / \(sides[1])" + (rule.source.map { " (\($0))" } ?? "")
    }
}
