import Foundation
import Records

/// One row of a review or of predictions, of any version, as a view on its JSON.
struct EvalScopeRow {
    private let value: JSONValue

    init(_ value: JSONValue) { self.value = value }

    /// Whether the row is of the versions before 1.0, which have the repeats in one row.
    private var isOld: Bool { value["sample_score"] == nil && value["model_output"] == nil && value["choices"] != nil }

    private var sample: JSONValue? { value["sample_score"] }
    private var score: JSONValue? { sample?["score"] }

    /// The position of the row in its subset.
    var index: Int? { value["index"]?.integer ?? sample?["sample_id"]?.integer }
    /// What several rows of one item have in common where items are repeated: the position of the item.
    ///
    /// Rows of about 0.10 have none. They were written as answers came, so that the data set's own id tells more than
    /// the line, which is the last resort.
    func group(line: Int) -> String? {
        if let position = (sample?["group_id"] ?? value["index"] ?? sample?["sample_id"])?.scalarText {
            return position
        }
        return isOld ? id ?? String(line - 1) : nil
    }
    /// Which of the repeats the row is, from 0, if it says so.
    var generation: Int? { sample?["generation_index"]?.integer }

    /// What the data set says of the item.
    var metadata: JSONValue? { sample?["sample_metadata"] ?? value["metadata"] ?? (isOld ? value["raw_input"] : nil) }

    private static let idColumns = ["id", "question_id", "qid", "sample_id", "task_id", "problem_id", "uid"]

    /// The data set's own id of the item, if it has one.
    var id: String? {
        guard let metadata, metadata.kind == .object else { return nil }
        for column in Self.idColumns { if let id = metadata[column]?.scalarText, !id.isEmpty { return id } }
        return nil
    }

    /// The model, as the answer or the specification names it.
    var model: String? {
        if let name = value["model"]?.string, !name.isEmpty { return name }
        if let name = value["model_spec"]?["model_id"]?.string ?? value["model_spec"]?["model"]?.string { return name }
        return messages.reversed().lazy.compactMap { $0["model"]?.string }.first
    }

    private var messages: [JSONValue] { value["messages"]?.elements.map { $0 } ?? [] }

    /// What was asked.
    var question: String? {
        if let input = value["input"]?.string, !input.isEmpty {
            return input.hasPrefix("**User**: \n") ? String(input.dropFirst("**User**: \n".count)) : input
        }
        let asked = messages.prefix { $0["role"]?.string != "assistant" }.filter { $0["role"]?.string == "user" }
        let texts = asked.compactMap { Self.text($0["content"]) }
        if !texts.isEmpty { return texts.joined(separator: "\n\n") }
        let old = value["origin_prompt"]
        return Self.text(old) ?? Self.text(old?["data"]) ?? value["raw_input"]?["question"]?.string
    }

    /// A text, or the texts among the parts of one.
    private static func text(_ content: JSONValue?) -> String? {
        guard let content else { return nil }
        if content.kind != .array { return content.string }
        let texts = content.elements.compactMap { $0.string ?? $0["text"]?.string ?? $0["content"]?.string }
        return texts.isEmpty ? nil : texts.joined(separator: "\n")
    }

    /// The options: the metadata lists them as texts, as texts beside letters, or, in old rows, in columns by letters.
    var choices: [String] {
        for column in ["choices", "options"] {
            let list = metadata?[column]
            let texts = (list?.kind == .object ? list?["text"] : list)?.elements.map(\.string) ?? []
            if texts.count > 1, !texts.contains(nil) { return texts.compactMap { $0 } }
        }
        guard isOld, let metadata else { return [] }
        let columns = "ABCDEFGHIJ".map { metadata[String($0)]?.scalarText }.prefix { $0 != nil }.compactMap { $0 }
        return columns.count > 1 ? columns : []
    }

    /// The right answers.
    var targets: [String] {
        guard let target = value["target"], !target.isNull else { return [] }
        let texts =
            target.kind == .array ? target.elements.compactMap(\.scalarText) : [target.scalarText].compactMap { $0 }
        return texts.filter { !$0.isEmpty }
    }

    /// Why there is no score, if the scorer failed: the status of the score.
    var unscored: String? {
        guard let status = score?["status"]?.string, status != "success", status != "fallback" else { return nil }
        return status
    }

    /// The name of the score that judges, if the row says so.
    var mainScore: String? { score?["main_score_name"]?.string }

    /// The model's answers: one, or in old rows as many as the item was repeated.
    var answers: [EvalScopeAnswer] {
        if isOld { return value["choices"]?.elements.map { EvalScopeAnswer(choice: $0) } ?? [] }
        let output = value["model_output"]
        let assistant = messages.last { $0["role"]?.string == "assistant" }
        let text =
            score?["prediction"]?.string ?? Self.text(output?["choices"]?[0]?["message"]?["content"])
            ?? Self.text(assistant?["content"])
        let scores = unscored == nil ? EvalScopeAnswer.scores(score?["value"]) : []
        let failure = output?["error"].flatMap { $0.isNull ? nil : $0.string ?? $0["message"]?.string ?? "an error" }
        return [
            EvalScopeAnswer(
                text: text, extracted: score?["extracted_prediction"]?.string, scores: scores, targets: nil,
                latency: latency, outputTokens: outputTokens, failure: failure)
        ]
    }

    /// What the model's turns took, where each brings its measures; those of examples bring none.
    private var turns: [JSONValue] {
        messages.compactMap { $0["role"]?.string == "assistant" ? $0["perf_metrics"] : nil }.filter { !$0.isNull }
    }

    /// In seconds: the sum over the model's turns, else the time of the output.
    private var latency: Double? {
        let times = turns.compactMap { $0["latency"]?.double }
        if !times.isEmpty { return times.count == turns.count ? times.reduce(0, +) : nil }
        return value["model_output"]?["time"]?.double
    }

    /// The sum over the model's turns, else the tokens of the output.
    private var outputTokens: Int? {
        let counts = turns.compactMap { $0["output_tokens"]?.counter }
        if !counts.isEmpty { return counts.count == turns.count ? counts.reduce(0, +) : nil }
        return value["model_output"]?["usage"]?["output_tokens"]?.counter
    }

    /// Metadata that is no facet: what is elsewhere, and what gives the answer away.
    static let noFacets = Set(
        idColumns + [
            "question", "answer", "answers", "correct_answer", "incorrect_answers", "answer_key", "answerKey",
            "answer_idx", "gold", "target",
            "label", "solution", "explanation", "rationale", "reasoning", "prompt", "input", "choices", "options", "A",
            "B", "C", "D", "E", "F", "G", "H", "I", "J", "problem", "exp", "cop", "opa", "opb", "opc", "opd",
            "key",
        ])
}

/// One answer of a model to an item.
struct EvalScopeAnswer {
    let text: String?
    let extracted: String?
    /// The scores by name; a score without name is called `""`.
    let scores: [(name: String, value: Double)]
    /// The right answers, where they stand with the answer.
    let targets: [String]?
    /// In seconds.
    let latency: Double?
    let outputTokens: Int?
    let failure: String?

    init(
        text: String?, extracted: String?, scores: [(name: String, value: Double)], targets: [String]?,
        latency: Double? = nil, outputTokens: Int? = nil, failure: String?
    ) {
        self.text = text
        self.extracted = extracted
        self.scores = scores
        self.targets = targets
        self.latency = latency
        self.outputTokens = outputTokens
        self.failure = failure
    }

    /// An element of `choices` in rows before 1.0.
    init(choice: JSONValue) {
        let review = choice["review"]
        let gold = review?["gold"]?.scalarText
        self.init(
            text: choice["message"]?["content"]?.string ?? choice["text"]?.string,
            extracted: review?["pred"]?.scalarText, scores: Self.scores(review?["result"]),
            // The row of the data set itself stands as gold where there is no single answer.
            targets: gold.flatMap { $0.isEmpty || $0 == "*Same as Input*" ? nil : [$0] }, failure: nil)
    }

    /// The numbers of an object, or one number.
    static func scores(_ value: JSONValue?) -> [(name: String, value: Double)] {
        guard let value else { return [] }
        if let number = number(value) { return [("", number)] }
        return value.members.compactMap { key, value in number(value).map { (key, $0) } }
    }

    private static func number(_ value: JSONValue) -> Double? {
        if let bool = value.bool { return bool ? 1 : 0 }
        return value.double.flatMap { $0.isFinite ? $0 : nil }
    }
}
