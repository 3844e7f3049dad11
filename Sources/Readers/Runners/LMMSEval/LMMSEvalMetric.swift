/// What stands in a score column of a row: a score, or an object from which the task makes its score only when it
/// aggregates.
struct LMMSEvalMetric {
    /// The score; nil if the value holds none.
    let score: Double?
    /// The score if the item has options, for tasks that mix these with open questions; nil otherwise.
    let multipleChoiceScore: Double?
    /// What the runner took from the response.
    let answer: String?
    /// Whether the value is an object or a list that gave no score.
    let isOpaque: Bool

    private static let answerKeys = [
        "pred_answer", "parsed_pred", "prediction_normalized", "pred", "prediction", "extracted_answer",
    ]
    private static let targetKeys = ["answer", "target_normalized", "ground_truth", "gt", "gt_answer", "target"]
    /// Parts of names of metrics that are no share of equal answers, whatever the object holds.
    private static let softNames = [
        "anls", "bleu", "cider", "rouge", "meteor", "spice", "wer", "cer", "iou", "passthrough", "semantic", "mae",
        "wups",
    ]
    /// The keys of an object that are no properties of the item.
    static let nonFacets: Set<String> = [
        "id", "answer", "answers", "target", "target_normalized", "ground_truth", "gt", "gt_answer", "parsed_pred",
        "pred_answer", "pred", "prediction", "prediction_normalized", "extracted_answer", "score", "is_correct",
        "correct", "hit", "acc", "overall", "judge", "response", "responses", "review", "question", "explanation",
    ]

    /// - Parameters:
    ///   - name: the column's name.
    ///   - response: the model's text, which open questions of MMMU are judged by.
    init(_ value: JSONValue, name: String, response: String?, repetition: Int = 0) {
        var multipleChoiceScore: Double?
        var answer: String?
        var score: Double?
        var isObject = false
        switch value.kind {
        case .number: score = value.double.flatMap { $0.isFinite ? $0 : nil }
        case .bool: score = value.bool.map { $0 ? 1 : 0 }
        case .string: score = value.string.flatMap(Self.number)
        case .null: score = nil
        case .array:
            isObject = true
            score = Self.share(value)
        case .object:
            isObject = true
            answer = Self.answer(value, repetition: repetition)
            if value["parsed_pred"] != nil, value["answer"] != nil {
                let targets = MMMUItem.targets(value["answer"])
                let isChoice = MMMURules.isMultipleChoice(value["question_type"]?.string)
                if targets.isEmpty {
                    score = nil
                } else if isChoice {
                    score = MMMURules.isRight(letter: answer ?? "", targets: targets) ? 1 : 0
                    if value["question_type"] != nil { multipleChoiceScore = score }
                } else {
                    // The object holds one part of the response only, and a number as a text.
                    score = MMMURules.isRight(response: response ?? answer ?? "", targets: targets) ? 1 : 0
                }
            } else {
                score = Self.statedScore(value) ?? Self.equality(value, name: name)
                if !Self.concerns(value, name: name) { score = nil }
            }
        }
        self.score = score
        self.multipleChoiceScore = multipleChoiceScore
        self.answer = answer
        isOpaque = isObject && score == nil
    }

    private static func answer(_ object: JSONValue, repetition: Int) -> String? {
        for key in answerKeys {
            guard let value = object[key] else { continue }
            return value.kind == .array ? value[repetition]?.scalarText : value.scalarText
        }
        return nil
    }

    /// The share of right parts, such as the instructions of IFEval; nil for a list of anything else, such as answers.
    private static func share(_ list: JSONValue) -> Double? {
        let parts = list.elements.map { [.bool, .number, .string].contains($0.kind) ? scalar($0) : nil }
        let scores = parts.compactMap { $0 }.filter { (0...1).contains($0) }
        return scores.isEmpty || scores.count < parts.count ? nil : scores.reduce(0, +) / Double(scores.count)
    }

    private static func statedScore(_ object: JSONValue) -> Double? {
        for key in ["score", "is_correct", "correct", "hit", "acc", "overall"] {
            if let score = object[key].flatMap(scalar) { return score }
        }
        return nil
    }

    /// Whether answer and target are the same, where the object holds one of each.
    private static func equality(_ object: JSONValue, name: String) -> Double? {
        guard !softNames.contains(where: name.lowercased().contains) else { return nil }
        guard let answer = answer(object, repetition: 0),
            let target = targetKeys.lazy.compactMap({ object[$0]?.scalarText }).first
        else { return nil }
        return answer == target ? 1 : 0
    }

    /// Whether a metric of a subgroup is about this item: `slake_ct_accuracy` counts only items whose modality is CT.
    private static func concerns(_ object: JSONValue, name: String) -> Bool {
        guard name.hasPrefix("slake_"), name.hasSuffix("_accuracy"), name != "slake_accuracy" else { return true }
        let group = name.dropFirst("slake_".count).dropLast("_accuracy".count)
        return ["answer_type", "modality", "content_type"].contains {
            object[$0]?.string.map { $0.lowercased().replacing("-", with: "") == group } ?? false
        }
    }

    private static func scalar(_ value: JSONValue) -> Double? {
        if let bool = value.bool { return bool ? 1 : 0 }
        return value.double.flatMap { $0.isFinite ? $0 : nil } ?? value.string.flatMap(number)
    }

    private static func number(_ text: String) -> Double? {
        switch text.lowercased() {
        case "true": 1
        case "false": 0
        default: Double(text).flatMap { $0.isFinite ? $0 : nil }
        }
    }
}
