/// One instance row: the score of one answer under one metric.
struct EvalRow {
    private let value: JSONValue

    init(_ value: JSONValue) { self.value = value }

    var isObject: Bool { value.kind == .object }
    var evaluationID: String? { Self.text(value["evaluation_id"]) }
    var model: String? { Self.text(value["model_id"]) }
    var evaluation: String? { Self.text(value["evaluation_name"]) }
    var resultID: String? { Self.text(value["evaluation_result_id"]) }
    var schemaVersion: String? { Self.text(value["schema_version"]) }
    var failure: String? { Self.text(value["error"]) }
    var question: String? { Self.text(value["input"]?["raw"]) }
    var choices: [String] { Self.texts(value["input"]?["choices"]) }
    var references: [String] { Self.texts(value["input"]?["reference"]) }
    var metadata: JSONValue? { value["metadata"] }

    /// The field that names the item: the sample's own identifier, unless it is missing or was drawn anew for each run.
    ///
    /// - Parameter field: the path of the field that the user named, or nil.
    func item(field: String?) -> String? {
        if let field { return Self.text(value.value(at: field)) }
        let sample = Self.text(value["sample_id"])
        let hash = Self.text(value["sample_hash"])
        guard let sample else { return hash }
        return Self.isUUID(sample) ? hash ?? sample : sample
    }

    /// The score; nil if there is none or it is no finite number.
    var score: Double? { value["evaluation"]?["score"]?.double.flatMap { $0.isFinite ? $0 : nil } }
    var isCorrect: Bool? { value["evaluation"]?["is_correct"]?.bool }

    /// The complete answers of a single turn.
    var outputs: [String] {
        let raw = value["output"]?["raw"]
        if let text = raw?.string { return [text] }
        return raw?.elements.compactMap(\.scalarText) ?? []
    }

    /// From asking to the whole answer, in seconds.
    var latency: Double? { value["performance"]?["latency_ms"]?.milliseconds }
    var outputTokens: Int? { value["token_usage"]?["output_tokens"]?.counter }

    /// What the model said last in a conversation; `interactions` before schema 0.3.
    var lastMessage: String? {
        let isNew = value["messages"]?.kind == .array
        guard let messages = isNew ? value["messages"] : value["interactions"] else { return nil }
        var last: String?
        for message in messages.elements {
            guard let role = message["role"]?.string, ["assistant", "model", "ai"].contains(role.lowercased()),
                let text = message["content"]?.string, !text.isEmpty
            else { continue }
            last = text
        }
        return last
    }

    /// The answer that was extracted: the last one that is marked as final, else the last one.
    var extracted: String? {
        guard let attributions = value["answer_attribution"] else { return nil }
        var last: String?
        var final: String?
        for attribution in attributions.elements {
            guard let text = Self.text(attribution["extracted_value"]) else { continue }
            last = text
            if attribution["is_terminal"]?.bool == true { final = text }
        }
        return final ?? last
    }

    /// The repeat as converters keep it, from 1.
    var epoch: Int? {
        guard let text = Self.text(metadata?["epoch"]), let number = Int(text), number >= 1 else { return nil }
        return number
    }

    /// The benchmark: the evaluation's name without the filter that the lm-evaluation-harness converter adds to it.
    var benchmark: String? {
        guard let evaluation else { return nil }
        let filters = [Self.text(metadata?["filter"]), resultID?.split(separator: ":").last.map(String.init)]
        for filter in filters.compactMap({ $0 })
        where evaluation.hasSuffix("/\(filter)") && evaluation.count > filter.count + 1 {
            return String(evaluation.dropLast(filter.count + 1))
        }
        return evaluation
    }

    private static func text(_ value: JSONValue?) -> String? {
        value?.scalarText.flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func texts(_ value: JSONValue?) -> [String] {
        guard let value else { return [] }
        return value.kind == .array ? value.elements.compactMap(\.scalarText) : value.scalarText.map { [$0] } ?? []
    }

    private static func isUUID(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.count) == [8, 4, 4, 4, 12] && parts.allSatisfy { $0.allSatisfy(\.isHexDigit) }
    }
}
