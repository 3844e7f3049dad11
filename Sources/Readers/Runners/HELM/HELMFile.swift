import Foundation
import Records

/// What a file of a HELM run folder is.
enum HELMFile: String, CaseIterable {
    case runSpecification = "run_spec.json"
    case scenario = "scenario.json"
    case scenarioState = "scenario_state.json"
    case instanceStats = "per_instance_stats.json"
    case stats = "stats.json"
    case displayPredictions = "display_predictions.json"
    case instances = "instances.json"

    /// The files that hold something for each item; without one of them there is no run to read.
    static let ofItems: Set<HELMFile> = [.scenarioState, .instanceStats, .displayPredictions]

    /// What a file is by its keys, and where they are too common by its name too.
    static func kind(of probe: LogProbe) -> HELMFile? {
        let outline = probe.outline
        switch outline.root {
        case .object:
            if outline.has("adapter_spec", "request_states") { return .scenarioState }
            if outline.has("scenario_spec", "adapter_spec", "metric_specs") { return .runSpecification }
            let isScenario = outline.has("name", "description", "tags")
            return isScenario && probe.innerName == scenario.rawValue ? .scenario : nil
        case .list:
            if outline.has("instance_id", "stats"), outline.kinds["stats"] == "[" { return .instanceStats }
            if outline.has("instance_id", "predicted_text") { return .displayPredictions }
            if outline.has("input", "references", "id"), outline.kinds["references"] == "[" { return .instances }
            if outline.has("name.name", "count") { return .stats }
            // A list without elements has no keys to tell by.
            let named = HELMFile(rawValue: probe.innerName)
            return outline.keys.isEmpty && probe.hasSibling(runSpecification.rawValue) ? named : nil
        case .other:
            return nil
        }
    }

    /// What the file holds, for a message.
    var content: String {
        switch self {
        case .runSpecification: "the specification of a run"
        case .scenario: "the description of a scenario"
        case .scenarioState: "requests and completions"
        case .instanceStats: "scores of each instance"
        case .stats: "the figures of a run"
        case .displayPredictions: "predictions for display"
        case .instances: "instances for display"
        }
    }
}

/// The files of one run, by what they are.
struct HELMFolder {
    private var files: [HELMFile: (url: URL, path: String)] = [:]
    /// The name of the run's folder.
    let name: String

    init(_ log: Log) {
        name = log.url.deletingLastPathComponent().lastPathComponent
        let all = log.parts.map { ($0.url, $0.path) } + log.sidecars.map { ($0, log.shownPath(of: $0)) }
        for (url, path) in all {
            let inner = LogProbe.innerName(url.lastPathComponent)
            // Renamed files are told by what they hold.
            let kind = HELMFile(rawValue: inner) ?? (try? LogProbe(url: url, path: path)).flatMap(HELMFile.kind)
            if let kind, files[kind] == nil { files[kind] = (url, path) }
        }
    }

    /// Whether the run has the file.
    func has(_ file: HELMFile) -> Bool { files[file] != nil }

    /// The path of a file as it is shown, or nil.
    func path(of file: HELMFile) -> String? { files[file]?.path }

    /// The bytes of a file, or nil if the run does not have it.
    func open(_ file: HELMFile) throws -> (any ByteSource)? {
        try files[file].map { try InputFile.open($0.url.path, shownAs: $0.path) }
    }

    /// A small file as a whole, or nil.
    func document(_ file: HELMFile) throws -> JSONDocument? {
        try files[file].map { try JSONDocument(file: $0.url.path, shownAs: $0.path) }
    }
}
