/// One row of a samples file: a document with the model's responses and the task's metrics, as a view on its JSON.
struct LMMSEvalRow {
    let value: JSONValue

    init(_ value: JSONValue) { self.value = value }

    /// The columns that are no metrics.
    private static let columns: Set<String> = [
        "doc_id", "doc", "target", "arguments", "resps", "filtered_resps", "filter", "metrics", "doc_hash",
        "prompt_hash",
        "target_hash", "input", "input_media", "token_counts", "task_name", "repeats", "reasoning",
    ]

    var document: String? { value["doc_id"]?.scalarText }

    /// The columns with metrics; what is only written for a server that scores is none.
    var metrics: [(name: String, value: JSONValue)] {
        value.members.filter { key, _ in
            if Self.columns.contains(key) || key.lowercased().hasSuffix("submission") { return false }
            // The same objects once more, for a figure over all repeats of a document.
            guard key.hasSuffix("_pass_at_k") else { return true }
            return value[String(key.dropLast("_pass_at_k".count))] == nil
        }.map { (name: $0.key, value: $0.value) }
    }

    /// The objects among the metrics, which may hold the item's identifier and properties.
    var objects: [JSONValue] { metrics.map(\.value).filter { $0.kind == .object } }

    /// The data set's own identifier of the item, where a metric carries it.
    var identifier: String? {
        objects.lazy.compactMap { $0["id"]?.scalarText }.first { !$0.isEmpty }
    }

    /// The prompt.
    var prompt: String? {
        if let text = value["input"]?.string { return text }
        guard let first = value["arguments"]?[0] else { return nil }
        return first.string ?? first[0]?.string
    }

    /// The targets; the runner writes every target as a text, lists as Python prints them. Data sets that are heard
    /// have a placeholder there.
    var targets: [String] {
        guard let target = value["target"] else { return [] }
        if target.kind == .array { return target.elements.compactMap(\.scalarText) }
        return target.scalarText == "target_text" ? [] : MMMUItem.targets(target.scalarText)
    }

    /// The model's responses: several if the task repeats each request.
    var responses: [String] {
        guard let responses = value["resps"] ?? value["filtered_resps"] else { return [] }
        return Self.texts(responses)
    }

    /// The tokens of each response; nil for those whose model does not count them.
    var outputTokens: [Int?] { Self.flattened(value["token_counts"]).map { $0["output_tokens"]?.counter } }

    private static func flattened(_ value: JSONValue?) -> [JSONValue] {
        guard let value else { return [] }
        return value.kind == .array ? value.elements.flatMap(flattened) : [value]
    }

    /// What the filter left of the first response, where the row tells it apart from the response.
    var filteredText: String? {
        guard value["resps"] != nil, let filtered = value["filtered_resps"] else { return nil }
        return Self.texts(filtered).first
    }

    private static func texts(_ value: JSONValue) -> [String] {
        if value.kind == .array { return value.elements.flatMap(texts) }
        return value.scalarText.map { [$0] } ?? []
    }
}
