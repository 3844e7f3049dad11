import Foundation
import Records

/// What the specification of a run (`run_spec.json`) says.
struct HELMRunSpecification {
    var name: String?
    var model: String?
    var groups: [String] = []
    /// The metrics whose name an LLM jury gets from the specification.
    var juryMetrics: [String] = []

    init(_ root: JSONValue) {
        name = root["name"]?.string
        let adapter = root["adapter_spec"]
        model = adapter?["model"]?.string ?? adapter?["model_deployment"]?.string
        groups = root["groups"]?.elements.compactMap(\.string) ?? []
        for metric in root["metric_specs"]?.elements.map({ $0 }) ?? [] {
            guard let made = metric["args"]?["metric_name"]?.string else { continue }
            if metric["class_name"]?.string?.contains("Jury") ?? false { juryMetrics.append(made) }
        }
    }
}

/// Which model and which benchmark a run belongs to.
struct HELMIdentity {
    private let model: String?
    private let benchmark: String?
    private let folder: String
    let groups: [String]
    /// The scenario, which is the first part of the run's name.
    let scenario: String

    init(_ specification: HELMRunSpecification?, folder: String) {
        self.folder = folder
        let name = HELMRunName(specification?.name ?? folder)
        groups = specification?.groups ?? []
        scenario = name.scenario
        model = specification?.model ?? name.model
        // A folder that follows no custom says nothing of a benchmark.
        benchmark = specification?.name != nil || name.model != nil ? name.benchmark : nil
    }

    /// The run before its items are known.
    func run(_ runner: String) -> RunRecord {
        RunRecord(index: 0, runner: runner, model: model ?? folder, benchmark: benchmark ?? folder)
    }

    /// What the user should name.
    func problems(at place: InputPlace, used: String) -> [Problem] {
        (model == nil ? [place.missingModel(used: used)] : [])
            + (benchmark == nil ? [place.missingBenchmark(used: used)] : [])
    }
}

/// A run's name: `<scenario>:<argument>=<value>,...`; in some copies a `-` stands for the colon.
struct HELMRunName {
    let scenario: String
    /// The model as the name gives it, with `/` for the first `_`, which HELM writes in its place.
    let model: String?
    /// The name without the model, equal for all models.
    let benchmark: String

    private static let ofModel: Set<String> = ["model", "model_deployment"]

    init(_ name: String) {
        var separator = name.firstIndex(of: ":")
        if separator == nil, let first = name.firstIndex(of: "=") {
            separator = name[..<first].lastIndex(of: "-")
        }
        guard let separator else {
            scenario = name
            model = nil
            benchmark = name
            return
        }
        scenario = String(name[..<separator])
        var model: String?
        var kept: [Substring] = []
        for argument in name[name.index(after: separator)...].split(separator: ",", omittingEmptySubsequences: false) {
            let parts = argument.split(separator: "=", maxSplits: 1)
            if parts.count == 2, Self.ofModel.contains(String(parts[0])) {
                if parts[0] == "model" { model = String(parts[1]) }
            } else {
                kept.append(argument)
            }
        }
        self.model = model.map { text in
            text.contains("/")
                ? text : text.firstRange(of: "_").map { text.replacingCharacters(in: $0, with: "/") } ?? text
        }
        benchmark = kept.isEmpty ? scenario : "\(scenario):\(kept.joined(separator: ","))"
    }
}
