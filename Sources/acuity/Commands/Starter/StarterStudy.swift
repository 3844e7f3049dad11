import Ingest
import Study

/// A first study file: what was seen in logs as keys, what only the user can know as comments. It holds no number of its own.
struct StarterStudy {
    /// A `[[logs]]`: where logs lie, and what the command line said of them.
    struct LogsEntry {
        /// Relative to the study file.
        var path: String
        var runner: String?
        var model: String?
        var benchmark: String?
    }

    let logs: [LogsEntry]
    let survey: LogSurvey
    let logCount: Int

    /// The most values of a facet by which items are grouped; strata of a study have as many.
    static let mostGroups = 40

    var text: String {
        ([head, study] + logs.map(logs) + [models] + benchmarks + [threshold, compare]).joined(separator: "\n\n") + "\n"
    }

    private var head: String {
        """
        # A first study file, written by `acuity init` from \(counted(logCount, "log")). `acuity build` with it gives the numbers that it
        # gives without, until you change something. A line that begins with # says nothing; take the # away to use it.
        # docs/study.md has every key.
        """
    }

    private var study: String {
        let title = "\(counted(survey.models.count, "model")) on \(counted(survey.benchmarks.count, "benchmark"))"
        return [
            "[study]", "title = \(TOMLText.quoted(title))", Self.comment("study", "summary"),
            Self.comment("study", "license"), Self.comment("study", "cite"),
        ].joined(separator: "\n")
    }

    private func logs(_ entry: LogsEntry) -> String {
        var lines = [
            "# Where logs lie: a file, a folder or a pattern, relative to this file.", "[[logs]]",
            "path = \(TOMLText.quoted(entry.path))",
        ]
        for (key, value) in [("runner", entry.runner), ("model", entry.model), ("benchmark", entry.benchmark)] {
            if let value { lines.append("\(key) = \(TOMLText.quoted(value))") }
        }
        return lines.joined(separator: "\n")
    }

    // MARK: - Models

    private var models: String {
        let resolver = NameResolver(study: Study())
        return survey.models.sorted { $0.key < $1.key }.map { id, names in
            let known = resolver.model(id: id)
            var lines = ["[[model]]", "id = \(TOMLText.quoted(id))"]
            if let name = known.name { lines.append("name = \(TOMLText.quoted(name))") }
            lines.append("aliases = \(TOMLText.list(names.sorted()))")
            if known.family == nil { lines.append(Self.comment("model", "family", value: "\"\"")) }
            if known.kind == nil { lines.append(Self.comment("model", "kind")) }
            lines.append("# released = YYYY-MM-DD")
            return lines.joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    // MARK: - Benchmarks

    private var benchmarks: [String] {
        survey.benchmarks.sorted { $0.key < $1.key }.map { benchmark(id: $0, $1) }
    }

    private func benchmark(id: String, _ seen: LogSurvey.Benchmark) -> String {
        let known = Catalogue.benchmarks.first { $0.id == id }
        var lines = ["# \(counted(seen.itemCount, "item")) in the logs."]
        if known != nil { lines.append("# The catalogue knows this benchmark; what is said here goes before it.") }
        lines += ["[[benchmark]]", "id = \(TOMLText.quoted(id))"]
        if known == nil, let name = seen.names.min() { lines.append("name = \(TOMLText.quoted(name))") }
        lines.append("aliases = \(TOMLText.list(seen.names.sorted()))")
        lines += Self.facets(seen)
        lines += clusters(seen, known)
        lines += capabilities(seen, known)
        if seen.metrics.count > 1 {
            lines.append(
                "# The runner's metrics; the first one judges unless one is named: \(TOMLText.list(seen.metrics))")
            lines.append("# metric = \(TOMLText.quoted(seen.metrics[0]))")
        }
        if known?.chance == nil { lines.append(Self.comment("benchmark", "chance")) }
        return lines.joined(separator: "\n")
    }

    private static func facets(_ seen: LogSurvey.Benchmark) -> [String] {
        guard !seen.facets.isEmpty else { return ["# Its items have no facets."] }
        return ["# Facets of its items:"]
            + seen.facets.sorted { $0.key < $1.key }.map { name, facet in
                "#   \(TOMLText.quoted(name)): \(values(facet)); \(counted(facet.itemCount, "item"))"
            }
    }

    private static func values(_ facet: LogSurvey.Facet) -> String {
        guard facet.items.count <= mostGroups else { return "\(facet.items.count) values" }
        return facet.items.keys.sorted().prefix(mostGroups).map { TOMLText.quoted($0) }.joined(separator: ", ")
    }

    /// Items that share a value of such a facet may lie in one cluster: there are many values, and fewer than items.
    private func clusters(_ seen: LogSurvey.Benchmark, _ known: BenchmarkEntry?) -> [String] {
        if known?.cluster == "none" {
            return ["# The catalogue takes its items for independent. If they are not, name the facet that they share:"]
                + [Self.comment("benchmark", "cluster", value: "\"image\"")]
        }
        if let facet = ([known?.cluster].compactMap(\.self) + (known?.clusterAlternatives ?? [])).first(where: {
            seen.facets[$0] != nil
        }) {
            return ["# Its clusters are those of the catalogue: cluster = \(TOMLText.quoted(facet))"]
        }
        if let facet = seen.clusterFacets.min() {
            return ["# Its clusters are those that the log names: cluster = \(TOMLText.quoted(facet))"]
        }
        let candidates = seen.facets.filter { _, facet in
            facet.items.count > Self.mostGroups && facet.items.count < facet.itemCount
        }
        guard !candidates.isEmpty else { return [Self.comment("benchmark", "cluster", value: "\"none\"")] }
        return ["# Are items with one value on one image, patient or document? Then they are no independent items:"]
            + candidates.keys.sorted().map { "# cluster = \(TOMLText.quoted($0))" }
    }

    private func capabilities(_ seen: LogSurvey.Benchmark, _ known: BenchmarkEntry?) -> [String] {
        if let rule = known?.capability, ([rule.facet] + rule.alternatives).contains(where: { seen.facets[$0] != nil })
        {
            return ["# Its capabilities are those of the catalogue, by the facet \(TOMLText.quoted(rule.facet))."]
        }
        let candidates = seen.facets.filter { (2...Self.mostGroups).contains($0.value.items.count) }
        guard !candidates.isEmpty else { return [] }
        return ["# Does one of these facets tell understanding from reasoning? Divide its values:"]
            + candidates.sorted { $0.key < $1.key }.map { name, _ in
                "# capability = { facet = \(TOMLText.quoted(name)), understanding = [], reasoning = [] }"
            }
            + ["# An estimate for each value of a facet:", "# strata = \(TOMLText.list(candidates.keys.sorted()))"]
    }

    // MARK: - What only the user knows

    private var threshold: String {
        """
        # A minimum that must be reached, and whose number it is; a threshold without a source is refused.
        # [[threshold]]
        # id = "deployment"
        # name = "Clinical deployment"
        # minimum =            # your number, from 0 to 1, or "chance"
        # source = ""          # where it comes from
        # [threshold.applies-to]
        # benchmark = "*"      # each one; or an identifier, or "macro-average"
        # capability = "reasoning"
        """
    }

    private var compare: String {
        let ids = survey.models.keys.sorted()
        let (first, second) = (ids.first ?? "", ids.dropFirst().first ?? "")
        return """
            # Two releases of a model, for `acuity compare`.
            # [compare]
            # baseline = \(TOMLText.quoted(first))
            # candidate = \(TOMLText.quoted(second))
            # margin =             # your number: what difference, in score points of 1, is none
            """
    }

    /// A key that is not used, with what it is.
    private static func comment(_ table: String, _ name: String, value: String? = nil) -> String {
        guard let key = StudyTables.all.first(where: { $0.path == table })?.keys.first(where: { $0.name == name })
        else {
            preconditionFailure("the list of a study file's keys has \(table).\(name)")
        }
        return "# \(name) = \(value ?? key.example)  # \(DocumentText(key.summary).plain)"
    }
}
