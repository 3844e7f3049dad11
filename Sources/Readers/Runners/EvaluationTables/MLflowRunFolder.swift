import Foundation
import Records

/// What the folder of an MLflow run says about it: `params/`, `metrics/`, `tags/` and `meta.yaml` of the file store, or
/// `mlflow.db` of the database store.
struct MLflowRunFolder {
    private(set) var identity = TableIdentity()
    private(set) var problems: [Problem] = []

    static let modelNames = [
        "model", "model_name", "model_id", "model_uri", "model_name_or_path", "llm", "llm_model", "engine",
    ]
    static let benchmarkNames = ["benchmark", "dataset", "dataset_name", "task", "eval_dataset", "data"]

    /// The files around a table that say something of its run.
    static func files(of url: URL, in folders: FolderListing) -> [URL] {
        guard let run = runFolder(of: url) else { return [] }
        var files: [URL] = []
        let parameters = run.appendingPathComponent("params")
        files += folders.files(in: parameters) { (modelNames + benchmarkNames).contains($0) }
        let metrics = run.appendingPathComponent("metrics")
        for metric in folders.names(in: metrics) {
            let folder = metrics.appendingPathComponent(metric)
            files += folders.files(in: folder) { $0 == "mean" }
            files += folders.files(in: folder.appendingPathComponent("v1")) { $0 == "mean" }
        }
        files += folders.files(in: run.appendingPathComponent("tags")) { $0 == "mlflow.runName" }
        files += folders.files(in: run) { $0 == "meta.yaml" }
        let experiment = run.deletingLastPathComponent()
        files += folders.files(in: experiment) { $0 == "meta.yaml" }
        // mlartifacts/<run> and mlartifacts/<experiment>/<run> beside the database.
        for folder in [
            experiment.deletingLastPathComponent(), experiment.deletingLastPathComponent().deletingLastPathComponent(),
        ] {
            files += folders.files(in: folder) { $0 == "mlflow.db" }
        }
        return files
    }

    /// The folder that holds `artifacts`, or nil.
    private static func runFolder(of url: URL) -> URL? {
        var folder = url.deletingLastPathComponent()
        while folder.pathComponents.count > 1 {
            if folder.lastPathComponent == "artifacts" { return folder.deletingLastPathComponent() }
            folder.deleteLastPathComponent()
        }
        return nil
    }

    init(_ log: Log) {
        let folder = Self.runFolder(of: log.url) ?? log.url.deletingLastPathComponent()
        identity.modelStandIn = folder.lastPathComponent
        identity.benchmarkStandIn = String(
            LogProbe.innerName(log.url.lastPathComponent).split(separator: ".").first ?? "table")
        let run = Self.runFolder(of: log.url)
        var parameters: [String: String] = [:]
        for file in log.sidecars where run != nil {
            absorb(file, log, &parameters)
        }
        identity.model = identity.model ?? Self.modelNames.lazy.compactMap { parameters[$0] }.first
        identity.benchmark = identity.benchmark ?? Self.benchmarkNames.lazy.compactMap { parameters[$0] }.first
        if let name = parameters["run name"], identity.model == nil { identity.modelStandIn = name }
        if let name = parameters["experiment"], name != "Default" { identity.benchmarkStandIn = name }
    }

    private mutating func absorb(_ file: URL, _ log: Log, _ parameters: inout [String: String]) {
        let parent = file.deletingLastPathComponent()
        switch (file.lastPathComponent, parent.lastPathComponent) {
        case ("mlflow.db", _):
            do { try absorb(database: file, log, &parameters) } catch let problem as Problem {
                var problem = problem
                problem.severity = .warning
                problems.append(problem)
            } catch {}
        case ("meta.yaml", _):
            let values = FlatYAML(Self.text(file)).values
            if let start = values["start_time"].flatMap(Double.init) {
                identity.startedAt = Self.time(milliseconds: start)
            }
            if values["run_id"] != nil || values["run_uuid"] != nil {
                parameters["run name"] = parameters["run name"] ?? values["run_name"]
            } else {
                parameters["experiment"] = values["name"]
            }
        case ("mlflow.runName", "tags"): parameters["run name"] = Self.text(file)
        case ("mean", _):
            // `<milliseconds> <value> <step>`, the newest last.
            let fields = Self.text(file).split(separator: "\n").last?.split(separator: " ") ?? []
            guard fields.count > 1, let value = Double(fields[1]), value.isFinite else { return }
            let isVersioned = parent.lastPathComponent == "v1"
            let metric =
                isVersioned ? "\(parent.deletingLastPathComponent().lastPathComponent)/v1" : parent.lastPathComponent
            identity.figures["\(metric)/score"] = value
        default: parameters[file.lastPathComponent] = Self.text(file)
        }
    }

    private mutating func absorb(database file: URL, _ log: Log, _ parameters: inout [String: String]) throws {
        guard let id = Self.runFolder(of: log.url)?.lastPathComponent else { return }
        let database = try DatabaseFile(path: file.path, shownAs: log.shownPath(of: file))
        try database.forEach("SELECT key, value FROM params WHERE run_uuid = ?", .text(id)) { row in
            if (Self.modelNames + Self.benchmarkNames).contains(row.text(0)) { parameters[row.text(0)] = row.text(1) }
        }
        try database.forEach(
            "SELECT key, value FROM metrics WHERE run_uuid = ? AND is_nan = 0 ORDER BY timestamp", .text(id)
        ) {
            row in
            let key = row.text(0)
            if key.hasSuffix("/mean") { identity.figures[key.dropLast(4) + "score"] = row.real(1) }
        }
        try database.forEach(
            "SELECT runs.name, runs.start_time, experiments.name FROM runs LEFT JOIN experiments "
                + "ON experiments.experiment_id = runs.experiment_id WHERE run_uuid = ?", .text(id)
        ) { row in
            parameters["run name"] = row.optionalText(0)
            identity.startedAt = row.optionalText(1).flatMap(Double.init).flatMap(Self.time)
            parameters["experiment"] = row.optionalText(2)
        }
    }

    private static func time(milliseconds: Double) -> String? {
        guard milliseconds.isFinite, abs(milliseconds) < 1e14 else { return nil }
        return Date(timeIntervalSince1970: (milliseconds / 1000).rounded(.down)).ISO8601Format()
    }

    private static func text(_ file: URL) -> String {
        let bytes = (try? InputFile.open(file.path, shownAs: file.lastPathComponent).readPrefix(1 << 16)) ?? []
        return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
