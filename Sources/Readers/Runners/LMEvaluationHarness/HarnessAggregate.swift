import Foundation
import Records

/// What the aggregate of a run (`results_*.json`) says about the run and one of its tasks.
struct HarnessAggregate {
    var isThere = false
    /// The task under which the figures stand; nil if the aggregate does not know the task.
    var task: String?
    var modelName: String?
    var version: String?
    var startedAt: String?
    /// The figures by `<metric>,<filter>`, in the order of the text.
    var figures: [(name: String, value: Double)] = []
    var higherIsBetter: [String: Bool] = [:]
    /// How a metric is aggregated, where the task's configuration says so.
    var aggregations: [String: String] = [:]
    var filters: [String] = []
    var itemCount: Int?
    var problems: [Problem] = []

    init() {}

    /// - Throws: `Problem` if the file cannot be read or is not JSON.
    init(file: String, shownAs: String, name: HarnessFileName) throws {
        let root = try JSONDocument(file: file, shownAs: shownAs).root
        isThere = true
        let tasks = root["results"]?.members.map(\.key) ?? []
        task = Self.task(of: name, among: tasks)
        modelName = Self.modelName(root)
        version = root["lm_eval_version"]?.string ?? root["git_hash"]?.string
        startedAt = root["date"]?.double.map { Date(timeIntervalSince1970: $0.rounded(.down)).ISO8601Format() }
        guard let task else {
            problems.append(
                InputPlace(file: shownAs).problem(
                    "task-not-in-sidecar", .warning, field: "results", expected: "figures of the samples' task",
                    found: "figures of \(tasks.prefix(8).joined(separator: ", "))",
                    remedy: "The runner's own figures are not shown; keep each aggregate beside its samples."))
            return
        }
        absorb(task, root)
    }

    private mutating func absorb(_ task: String, _ root: JSONValue) {
        if let results = root["results"]?[task] {
            for (key, value) in results.members {
                if let number = value.double, key != "sample_len" { figures.append((key, number)) }
            }
            itemCount = results["sample_len"]?.integer
        }
        itemCount = root["n-samples"]?[task]?["effective"]?.integer ?? itemCount
        if let directions = root["higher_is_better"]?[task] {
            for (metric, value) in directions.members { higherIsBetter[metric] = value.bool }
        }
        let configuration = root["configs"]?[task]
        if let metrics = configuration?["metric_list"] {
            for entry in metrics.elements {
                guard let metric = entry["metric"]?.string else { continue }
                aggregations[metric] = entry["aggregation"]?.string
                if let direction = entry["higher_is_better"]?.bool {
                    higherIsBetter[metric] = higherIsBetter[metric] ?? direction
                }
            }
        }
        filters = configuration?["filter_list"]?.elements.compactMap { $0["name"]?.string } ?? []
        if filters.isEmpty {
            for figure in figures {
                let parts = figure.name.split(separator: ",", maxSplits: 1)
                if parts.count == 2, !filters.contains(String(parts[1])) { filters.append(String(parts[1])) }
            }
        }
    }

    /// The runner's figure for a metric under a filter; before 0.4 the filter was not named.
    func reported(_ metric: String, _ filter: String) -> Double? {
        let value =
            figures.last { $0.name == "\(metric),\(filter)" } ?? figures.last { filter == "none" && $0.name == metric }
        return value?.value
    }

    private static func task(of name: HarnessFileName, among tasks: [String]) -> String? {
        if let task = name.task { return tasks.contains(task) ? task : nil }
        // `<model arguments>_<task>.jsonl`: the longest task that ends the name.
        let ending = tasks.filter { name.stem == $0 || name.stem.hasSuffix("_\($0)") }.max { $0.count < $1.count }
        return ending ?? (tasks.count == 1 ? tasks[0] : nil)
    }

    private static func modelName(_ root: JSONValue) -> String? {
        if let name = root["model_name"]?.string, !name.isEmpty { return name }
        let configuration = root["config"]
        let keys = ["pretrained", "model", "model_name", "engine", "path"]
        if let arguments = configuration?["model_args"] {
            if let text = arguments.string {
                let pairs = text.split(separator: ",").map { $0.split(separator: "=", maxSplits: 1) }
                for key in keys {
                    if let pair = pairs.first(where: { $0.count == 2 && $0[0] == key }) { return String(pair[1]) }
                }
            }
            for key in keys { if let name = arguments[key]?.string { return name } }
        }
        return configuration?["model"]?.string
    }
}
