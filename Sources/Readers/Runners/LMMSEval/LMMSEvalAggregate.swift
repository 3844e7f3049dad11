import Records

/// What the aggregate of a run (`<time>_results.json`) says about the run and one of its tasks.
struct LMMSEvalAggregate {
    var isThere = false
    /// The tasks with figures, if the samples' task is not among them.
    var otherTasks: [String]?
    var modelName: String?
    var version: String?
    var startedAt: String?
    /// The figures by `<metric>,<filter>`.
    var figures: [String: Double] = [:]
    /// The names of the figures in the order of the text, those without a value too.
    var figureNames: [String] = []
    var higherIsBetter: [String: Bool] = [:]
    var itemCount: Int?

    init() {}

    /// - Throws: `Problem` if the file cannot be read or is not JSON.
    init(file: String, shownAs: String, task: String?) throws {
        let root = try JSONDocument(file: file, shownAs: shownAs).root
        isThere = true
        modelName = Self.modelName(root["model_name"], root["config"])
        version = root["git_hash"]?.string
        startedAt = LMMSEvalFileName.isoTime(root["date"]?.string)
        let tasks = root["results"]?.members.map(\.key) ?? []
        guard let task = task ?? (tasks.count == 1 ? tasks[0] : nil), let results = root["results"]?[task] else {
            otherTasks = tasks
            return
        }
        for (key, value) in results.members where key.contains(",") && !key.contains("_stderr") {
            figureNames.append(key)
            figures[key] = value.double ?? value.bool.map { $0 ? 1 : 0 }
        }
        itemCount = root["n-samples"]?[task]?["effective"]?.integer
        if let directions = root["higher_is_better"]?[task] {
            for (metric, value) in directions.members { higherIsBetter[metric] = value.bool }
        }
    }

    /// The filters of the task, in the order of the figures.
    var filters: [String] {
        var filters: [String] = []
        for name in figureNames {
            guard let comma = name.lastIndex(of: ",") else { continue }
            let filter = String(name[name.index(after: comma)...])
            if !filters.contains(filter) { filters.append(filter) }
        }
        return filters
    }

    /// The model's name: as the runner found it, else from the arguments that the model was loaded with.
    static func modelName(_ name: JSONValue?, _ configuration: JSONValue?) -> String? {
        if let name = name?.string, !name.isEmpty { return name }
        let keys = ["pretrained", "model", "model_version", "model_name", "model_path", "path"]
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
