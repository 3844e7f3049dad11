/// Where the fields of a log lie that no reader knows: column names or dotted paths, as the study file names them.
public struct FieldMapping: Codable, Hashable, Sendable {
    /// The field of each role that is mapped (`item`, `model`, `benchmark`, `prediction`, `target`, `score`, `choices`,
    /// `question`, `epoch`, `cluster`, `error`, `answer`, `confidence`): a column name or a dotted path.
    public var roles: [String: String]
    /// The field of each facet, by the facet's name.
    public var facets: [String: String]

    /// The roles that can be mapped.
    public static let roleNames = [
        "item", "model", "benchmark", "prediction", "target", "score", "choices", "question", "epoch", "cluster",
        "error", "answer", "confidence",
    ]

    public init(roles: [String: String] = [:], facets: [String: String] = [:]) {
        self.roles = roles
        self.facets = facets
    }
}
