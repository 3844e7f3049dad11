import Records

/// One row of a samples file: a document under one filter, as a view on its JSON.
struct HarnessRow {
    private let value: JSONValue

    init(_ value: JSONValue) { self.value = value }

    /// The columns that are no metrics.
    private static let columns: Set<String> = [
        "doc_id", "doc", "target", "arguments", "resps", "filtered_resps", "filter", "metrics", "doc_hash",
        "prompt_hash", "target_hash", "input", "task_name", "schema", "repeat", "token_counts", "input_media",
    ]

    var item: String? { value["doc_id"]?.scalarText }
    var filter: String? { value["filter"]?.string }
    var document: JSONValue? { value["doc"] }

    /// The score columns: those that the row names, or, in rows before that, everything that looks like a score.
    /// Columns with one value come first, since lists can only be aggregated by the runner.
    var metricColumns: [String] {
        let named = value["metrics"]?.elements.compactMap(\.string)
        let names =
            named
            ?? value.members.compactMap { key, value in
                guard !Self.columns.contains(key) else { return nil }
                return [.number, .bool, .array].contains(value.kind) ? key : nil
            }
        // `bypass` stands for no scoring at all.
        let real = names.filter { $0 != "bypass" }
        return real.filter { value[$0]?.kind != .array } + real.filter { value[$0]?.kind == .array }
    }

    /// The score in a column; nil if it is null, a list or anything else but a number or a bool.
    func score(_ column: String) -> Double? {
        guard let value = value[column] else { return nil }
        if let bool = value.bool { return bool ? 1 : 0 }
        return value.double.flatMap { $0.isFinite ? $0 : nil }
    }

    /// The target as text; a list's elements.
    var targets: [String] {
        guard let target = value["target"] else { return [] }
        if target.kind == .array { return target.elements.compactMap(\.scalarText) }
        return target.scalarText.map { $0.isEmpty ? [] : [$0] } ?? []
    }

    // MARK: - Requests

    /// The prompt and the continuation of each request; `gen_args_0` ... in an object, or, in older files, lists.
    private var requests: [(prompt: JSONValue?, continuation: JSONValue?)] {
        guard let arguments = value["arguments"] else { return [] }
        if arguments.kind == .object {
            return arguments.members.map { ($0.value["arg_0"], $0.value["arg_1"]) }
        }
        return arguments.elements.map { $0.kind == .array ? ($0[0], $0[1]) : ($0, nil) }
    }

    /// What was asked of the model in the first request.
    var prompt: String? { requests.first?.prompt?.string }

    /// The texts whose likelihood was asked for; empty for generation.
    var continuations: [String] { requests.compactMap { $0.continuation?.string } }

    // MARK: - Responses

    /// The log-likelihood and greediness of each request, or nil if the task generates text.
    var likelihoods: [(value: Double, isGreedy: Bool)]? {
        guard let responses = value["filtered_resps"] ?? value["resps"], responses.kind == .array else { return nil }
        var likelihoods: [(Double, Bool)] = []
        for response in responses.elements {
            var pair = response
            // `resps` has one more level, for the repeats.
            while pair.kind == .array, pair.count == 1, let inner = pair[0], inner.kind == .array { pair = inner }
            guard pair.kind == .array, pair.count == 2, let first = pair[0], let second = pair[1],
                let number = first.double ?? first.string.flatMap(Double.init),
                let isGreedy = second.bool ?? Self.bool(second.string)
            else { return nil }
            likelihoods.append((number, isGreedy))
        }
        return likelihoods.isEmpty ? nil : likelihoods
    }

    private static func bool(_ text: String?) -> Bool? {
        switch text {
        case "True", "true": true
        case "False", "false": false
        default: nil
        }
    }

    /// The first generated text; nil if the request has no continuation at all, which is a perplexity task.
    var generatedText: String? {
        if let request = requests.first, request.continuation == nil, value["arguments"]?.kind == .object { return nil }
        return (value["resps"] ?? value["filtered_resps"]).flatMap(Self.firstText)
    }

    /// The first text that the filter left; `[invalid]` stands for none.
    var filteredText: String? {
        value["filtered_resps"].flatMap(Self.firstText).flatMap { $0 == "[invalid]" ? nil : $0 }
    }

    private static func firstText(_ value: JSONValue) -> String? {
        if value.kind != .array { return value.scalarText }
        for element in value.elements { if let text = firstText(element) { return text } }
        return nil
    }
}
