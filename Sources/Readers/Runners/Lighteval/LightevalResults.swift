import Records

/// What the results of a run (`results_<time>.json`) say about the run and one of its tasks.
struct LightevalResults {
    var modelName: String?
    var version: String?
    /// The task under which the figures stand; nil if the results do not know the task.
    var task: String?
    /// The figures by metric.
    var figures: [String: Double] = [:]
    var higherIsBetter: [String: Bool] = [:]
    /// How a metric is made of its samples, where that is not the mean.
    var aggregations: [String: String] = [:]
    var problems: [Problem] = []

    init() {}

    /// - Throws: `Problem` if the file cannot be read or is not JSON.
    init(file: String, shownAs: String, task name: String) throws {
        let root = try JSONDocument(file: file, shownAs: shownAs).root
        let general = root["config_general"]
        modelName =
            general?["model_name"]?.string ?? general?["model_config"]?["model_name"]?.string
            ?? general?["model_config"]?["pretrained"]?.string
        version = general?["lighteval_sha"]?.string.flatMap { $0 == "?" || $0.isEmpty ? nil : $0 }
        let tasks = root["results"]?.members.map(\.key) ?? []
        task = Self.match(name, among: tasks)
        guard let task else {
            problems.append(
                InputPlace(file: shownAs).problem(
                    "task-not-in-sidecar", .warning, field: "results", expected: "figures of the task `\(name)`",
                    found: "figures of \(tasks.prefix(8).joined(separator: ", "))",
                    remedy: "The runner's own figures are not shown; keep each results file with its details."))
            return
        }
        guard let own = root["results"]?[task] else { return }
        for (metric, value) in own.members {
            if let number = value.double, number.isFinite { figures[metric] = number }
        }
        absorbMetrics(root, task: task)
    }

    private mutating func absorbMetrics(_ root: JSONValue, task: String) {
        let configurations = root["config_tasks"]
        let name = Self.match(task, among: configurations?.members.map(\.key) ?? [])
        guard
            let metrics = name.flatMap({ configurations?[$0] })?["metrics"]
                ?? name.flatMap({ configurations?[$0] })?["metric"]
        else { return }
        for metric in metrics.elements {
            // A group of metrics has lists and objects where a single one has a name and values.
            let names =
                metric["metric_name"]?.string.map { [$0] }
                ?? metric["metric_name"]?.elements.compactMap(\.string) ?? []
            for name in names {
                let direction = metric["higher_is_better"]
                higherIsBetter[name] = direction?.bool ?? direction?[name]?.bool
                let aggregation = metric["corpus_level_fn"]
                if let text = aggregation?.string ?? aggregation?[name]?.string, !text.contains("mean") {
                    aggregations[name] = text
                }
            }
        }
    }

    /// The key that means a task: the same text, the same parts, or the same but for signs that file names cannot have.
    static func match(_ task: String, among keys: [String]) -> String? {
        if keys.contains(task) { return task }
        func plain(_ text: String) -> [Character] { text.map { $0.isLetter || $0.isNumber ? $0 : "_" } }
        let same = keys.filter { plain($0) == plain(task) }
        if same.count == 1 { return same[0] }
        // Some versions name a task without its suite or without its number of examples in the prompt.
        let parts = task.split(separator: "|").map(String.init)
        let near = keys.filter { key in
            let other = key.split(separator: "|").map(String.init)
            return parts.starts(with: other) || other.starts(with: parts) || parts.suffix(other.count) == other[...]
                || other.suffix(parts.count) == parts[...]
        }
        return near.count == 1 ? near[0] : nil
    }
}
