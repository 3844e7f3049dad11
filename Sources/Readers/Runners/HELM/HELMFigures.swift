import Records

/// Which items a figure of HELM is about.
struct HELMPart: Hashable {
    /// `test`, `valid` or `train`, or nil.
    var split: String?
    var subSplit: String?

    /// As the figures of a run are told apart: `split=test sub_split=None`.
    var text: String { "split=\(split ?? "None") sub_split=\(subSplit ?? "None")" }
}

/// The figures that HELM reported for a run (`stats.json`), without those of perturbed copies.
struct HELMFigures {
    /// The parts of the run, in the order of the text.
    private(set) var parts: [HELMPart] = []
    private var means: [HELMPart: [String: Double]] = [:]
    /// How many items HELM evaluated; nil if it does not say.
    private(set) var itemCount: Int?

    init() {}

    init(_ root: JSONValue) {
        for stat in root.elements {
            guard let identity = stat["name"], let name = identity["name"]?.string,
                identity["perturbation"].map(\.isNull) ?? true, let mean = HELMScores.mean(stat)
            else { continue }
            let part = HELMPart(split: identity["split"]?.string, subSplit: identity["sub_split"]?.string)
            if name == "num_instances" {
                itemCount = Int(exactly: mean).map { (itemCount ?? 0) + $0 }
            } else if part.split != nil {
                if means[part] == nil { parts.append(part) }
                means[part, default: [:]][name] = mean
            }
        }
    }

    /// The figure of a metric for a part, or nil.
    func mean(of metric: String, in part: HELMPart) -> Double? { means[part]?[metric] }
}
