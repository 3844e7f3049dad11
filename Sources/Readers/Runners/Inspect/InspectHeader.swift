import Records

/// What an Inspect log says about the run as a whole, gathered from the members of its top object.
struct InspectHeader {
    /// One entry of `results.scores`: a scorer, or one named value of a scorer, with its metrics.
    struct ScoreEntry {
        var name: String
        var scorer: String
        var reducer: String?
        var metrics: [Metric]
    }

    /// One figure that the runner computed.
    struct Metric {
        /// The key under which it stands.
        var key: String
        /// The registered name without package, such as `accuracy`.
        var name: String
        var value: Double?
        var grouping: Grouping?
        var cluster: String?
    }

    /// The options of Inspect's `grouped()` metric.
    struct Grouping {
        var key: String
        var metric: String
        var all: String
        var allLabel: String
        var template: String?
    }

    var hasEval = false
    var hasResults = false
    var status: String?
    var model: String?
    var task: String?
    var runnerVersion: String?
    var created: String?
    var startedAt: String?
    var epochs: Int?
    var reducers: [String] = []
    var datasetSamples: Int?
    var errorMessage: String?
    var totalSamples: Int?
    var entries: [ScoreEntry] = []
    /// The metrics that `eval` declares for each scorer, for logs without results.
    var declared: [(scorer: String, metrics: [Metric])] = []

    /// Takes over one member of the top object; values are copied.
    mutating func absorb(_ key: String, _ value: JSONValue) {
        switch key {
        case "status": status = value.string
        case "eval" where value.kind == .object: absorbEval(value)
        case "stats": startedAt = value["started_at"]?.string.flatMap { $0.isEmpty ? nil : $0 } ?? startedAt
        case "error": errorMessage = value["message"]?.string ?? value.string
        case "results" where value.kind == .object: absorbResults(value)
        default: break
        }
    }

    private mutating func absorbEval(_ eval: JSONValue) {
        hasEval = true
        model = eval["model"]?.string
        task = eval["task"]?.string
        runnerVersion = eval.value(at: "packages.inspect_ai")?.string
        created = eval["created"]?.string
        epochs = eval.value(at: "config.epochs")?.counter
        reducers = Self.texts(eval.value(at: "config.epochs_reducer"))
        datasetSamples = eval.value(at: "dataset.samples")?.counter
        let shared = eval["metrics"].map(Self.declaredMetrics) ?? []
        guard let scorers = eval["scorers"] else { return }
        for scorer in scorers.elements {
            guard let name = scorer["name"]?.string else { continue }
            let own = scorer["metrics"].map(Self.declaredMetrics) ?? []
            declared.append((Self.unqualified(name), own.isEmpty ? shared : own))
        }
    }

    private mutating func absorbResults(_ results: JSONValue) {
        hasResults = true
        totalSamples = results["total_samples"]?.counter
        if let scores = results["scores"], scores.kind == .array {
            for entry in scores.elements {
                guard let name = entry["name"]?.string ?? entry["scorer"]?.string else { continue }
                entries.append(
                    ScoreEntry(
                        name: name, scorer: entry["scorer"]?.string ?? name, reducer: entry["reducer"]?.string,
                        metrics: entry["metrics"].map { Self.metrics($0) } ?? []))
            }
        } else if let metrics = results["metrics"] {
            // Logs of 2024 have one scorer, whose name lies in an object.
            let name = results.value(at: "scorer.name")?.string ?? results["scorer"]?.string ?? "score"
            let scorer = Self.unqualified(name)
            entries = [ScoreEntry(name: scorer, scorer: scorer, reducer: nil, metrics: Self.metrics(metrics))]
        }
    }

    private static func metrics(_ object: JSONValue) -> [Metric] {
        object.members.map { key, value in
            let parameters = value["params"] ?? value["options"]
            return Metric(
                key: key, name: unqualified(value["name"]?.string ?? key),
                value: value["value"]?.double ?? value.double,
                grouping: parameters.flatMap(grouping), cluster: parameters?["cluster"]?.string)
        }
    }

    private static func declaredMetrics(_ value: JSONValue) -> [Metric] {
        // A list of metrics, or an object from the names of values to lists of metrics.
        if value.kind == .object { return value.members.flatMap { declaredMetrics($0.value) } }
        return value.elements.flatMap { element -> [Metric] in
            guard let name = element["name"]?.string else { return declaredMetrics(element) }
            let options = element["options"] ?? element["params"]
            return [
                Metric(
                    key: unqualified(name), name: unqualified(name), value: nil,
                    grouping: options.flatMap(grouping), cluster: options?["cluster"]?.string)
            ]
        }
    }

    private static func grouping(_ parameters: JSONValue) -> Grouping? {
        guard let key = parameters["group_key"]?.string else { return nil }
        let metric = parameters["metric"]
        return Grouping(
            key: key, metric: unqualified(metric?["name"]?.string ?? metric?.string ?? "accuracy"),
            all: parameters["all"]?.scalarText ?? "samples", allLabel: parameters["all_label"]?.string ?? "all",
            template: parameters["name_template"]?.string)
    }

    private static func texts(_ value: JSONValue?) -> [String] {
        guard let value else { return [] }
        return value.string.map { [$0] } ?? value.elements.compactMap(\.string)
    }

    /// A registered name without its package: `inspect_ai/accuracy` is `accuracy`.
    static func unqualified(_ name: String) -> String { name.split(separator: "/").last.map(String.init) ?? name }
}
