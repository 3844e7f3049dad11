/// Where the fields of a log lie that no reader knows, as the study file names them.
public struct FieldMapping: Codable, Hashable, Sendable {
    /// The field of each role that is mapped (`item`, `model`, `benchmark`, `prediction`, `target`, `score`, `choices`,
    /// `question`, `epoch`, `cluster`, `error`, `answer`, `confidence`, `latency`, `latency-ms`, `output-tokens`,
    /// `cost`): a column name or a dotted path.
    public var roles: [String: String]
    /// The field of each facet, by the facet's name.
    public var facets: [String: String]
    /// The roles whose text is the same in a whole file, instead of lying in a field.
    public var texts: [String: FieldText]
    /// The facets whose text is the same in a whole file, by the facet's name.
    public var facetTexts: [String: FieldText]

    /// The roles that can be mapped.
    public static let roleNames = [
        "item", "model", "benchmark", "prediction", "target", "score", "choices", "question", "epoch", "cluster",
        "error", "answer", "confidence", "latency", "latency-ms", "output-tokens", "cost",
    ]
    /// The roles that can be a text of the whole file.
    public static let textRoleNames = ["item", "model", "benchmark", "epoch"]

    /// A mapping of the given roles and facets; what is left out is not mapped.
    public init(
        roles: [String: String] = [:], facets: [String: String] = [:], texts: [String: FieldText] = [:],
        facetTexts: [String: FieldText] = [:]
    ) {
        self.roles = roles
        self.facets = facets
        self.texts = texts
        self.facetTexts = facetTexts
    }
}

/// A text that is the same for all rows of a file.
public enum FieldText: Codable, Hashable, Sendable {
    /// The text itself.
    case constant(String)
    /// A text with parts of the file's path: `{file}`, `{folder}`, `{folder.2}`, or what the path's pattern captured.
    case template(String)

    /// Whether a text has places to be filled in.
    public static func isTemplate(_ text: String) -> Bool {
        guard let open = text.firstIndex(of: "{"), let close = text[open...].firstIndex(of: "}") else { return false }
        return text.index(after: open) < close
    }
}
