import Records

/// Reads the tables `[[benchmark]]` of a study file and of the catalogue: both know the same keys.
enum BenchmarkReader {
    static func read(_ table: TableReader) -> BenchmarkEntry? {
        let id = table.required("id", remedy: "Give the benchmark an identifier.")
        var entry = BenchmarkEntry(id: id ?? "")
        entry.name = table.string("name")
        entry.aliases = table.strings("aliases") ?? []
        entry.metric = table.string("metric")
        entry.measure = table.word("measure", of: ScoringMeasure.allCases.map(\.rawValue)).flatMap(ScoringMeasure.init)
        entry.tolerance = table.number("tolerance", allowed: "from 0 to below 1") { (0..<1).contains($0) }
        entry.summary = table.string("summary")
        entry.source = table.string("source")
        entry.countsSource = table.string("counts-source")
        entry.itemCount = table.integer("items", allowed: "from 1") { $0 > 0 }
        entry.higherIsBetter = table.bool("higher-is-better") ?? true
        entry.strata = table.strings("strata") ?? []
        entry.languages = table.strings("languages") ?? []
        entry.answers = table.word("answers", of: AnswerForm.allCases.map(\.rawValue)).flatMap(AnswerForm.init)
        entry.license = table.string("license")
        entry.parent = table.string("parent")
        entry.subset = table.string("subset")
        entry.subsetAliases = table.strings("subset-aliases") ?? []
        let clusters = table.stringOrStrings("cluster") ?? []
        entry.cluster = clusters.first
        entry.clusterAlternatives = Array(clusters.dropFirst())
        entry.capability = capability(table)
        entry.splits = splits(table)
        entry.showsItems = table.bool("show-items") ?? true
        entry.images = table.string("images")
        (entry.options, entry.chance) = chance(table)
        table.finish()
        return id == nil ? nil : entry
    }

    private static func capability(_ table: TableReader) -> CapabilityRule? {
        let source = table.string("capability-source")
        guard let rule = table.table("capability") else { return nil }
        let facets = rule.requiredStrings("facet", remedy: "Name the facet whose values decide the capability.")
        var values: [String: [String]] = [:]
        for member in rule.freeMembers where member.key != "facet" { values[member.key] = rule.strings(member.key) }
        rule.finish()
        return facets?.first.map {
            CapabilityRule(
                facet: $0, values: values, alternatives: facets.map { Array($0.dropFirst()) } ?? [], source: source)
        }
    }

    private static func splits(_ table: TableReader) -> [String: Int] {
        guard let splits = table.table("splits") else { return [:] }
        var counts: [String: Int] = [:]
        for member in splits.freeMembers {
            counts[member.key] = splits.integer(member.key, allowed: "from 1") { $0 > 0 }
        }
        splits.finish()
        return counts
    }

    /// The number of options and the chance level: where all items have the same number, it gives the level.
    private static func chance(_ table: TableReader) -> (options: Int?, chance: ChanceLevel?) {
        let options = table.integer("options", allowed: "from 2") { $0 > 1 }
        guard let node = table.node("chance") else { return (options, options.map { .fixed(1 / Double($0)) }) }
        switch node.content {
        case .string("options"): return (options, .options)
        case .float(let level) where (0..<1).contains(level): return (options, .fixed(level))
        case .integer(0): return (options, .fixed(0))
        default:
            table.wrong("chance", node, expected: "a number from 0 to below 1, or \"options\"")
            return (options, nil)
        }
    }
}
