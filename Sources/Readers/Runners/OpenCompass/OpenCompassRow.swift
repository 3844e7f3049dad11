import Foundation
import Records

/// One row of the predictions, as a view on its JSON.
struct OpenCompassPrediction {
    private let value: JSONValue

    init(_ value: JSONValue) { self.value = value }

    /// What was asked. Where options are asked for one by one it is what their prompts begin with alike.
    var question: String? {
        let prompts = options.compactMap { OpenCompassText.prompt($0.value["prompt"] ?? $0.value["testing input"]) }
        guard prompts.count > 1 else { return OpenCompassText.prompt(value["origin_prompt"] ?? value["prompt"]) }
        let common = prompts.dropFirst().reduce(prompts[0]) { $0.commonPrefix(with: $1) }
        return common.isEmpty ? nil : common
    }

    /// The options whose perplexity was asked for.
    private var options: [(label: String, value: JSONValue)] {
        value.members.compactMap { key, value in
            key.hasPrefix("label: ") ? (String(key.dropFirst("label: ".count)), value) : nil
        }
    }

    /// The options' names.
    var choices: [String] {
        let labels = options.map(\.label)
        return labels.isEmpty ? value["choices"]?.elements.compactMap(\.scalarText) ?? [] : labels
    }

    /// What the model wrote or chose; the turns of a conversation with an empty line between.
    var text: String? {
        guard let prediction = value["prediction"] else { return nil }
        // Conditional probabilities stand for a choice, whose position is beside them.
        if let chosen = value["pred_label"]?.integer, prediction.kind == .array {
            return value["choices"]?[chosen]?.scalarText
        }
        return OpenCompassText.turns(prediction)
    }

    /// How many tokens the prediction has, where the run dumped it; nil for several predictions in a row.
    var outputTokens: Int? { value["res_length"]?.counter }

    /// The right answers; empty where the file has none.
    var targets: [String] { OpenCompassText.references(value["gold"]) }
}

/// One row of the details of a result, as a view on its JSON; evaluations that repeat the items have lists in it, with
/// an element for each repeat.
struct OpenCompassDetail {
    private let value: JSONValue

    init(_ value: JSONValue) { self.value = value }

    /// Whether the row has prompt and prediction, so that the predictions are not needed.
    var isWhole: Bool { value["origin_prediction"] != nil }

    /// Whether fields are lists with an element for each repeat.
    private var isGrouped: Bool { value["example_abbr"] != nil }

    /// How many answers of the item the row is about.
    var repeats: Int {
        guard isGrouped else { return 1 }
        return max(1, value.members.map { $0.value.kind == .array ? $0.value.count : 0 }.max() ?? 1)
    }

    private func field(_ names: [String], _ repetition: Int) -> JSONValue? {
        for holder in [value, field("rule_evaluation", repetition)].compactMap({ $0 }) {
            for name in names {
                guard let found = holder[name] else { continue }
                let one = isGrouped && found.kind == .array ? found[repetition] : found
                if let one, !one.isNull { return one }
            }
        }
        return nil
    }

    private func field(_ name: String, _ repetition: Int) -> JSONValue? {
        value[name].flatMap { $0.kind == .array ? $0[repetition] : $0 }
    }

    /// What the evaluator made of an answer, or nil if it does not say.
    func verdict(_ repetition: Int) -> Double? {
        guard let found = field(["correct", "is_correct", "cascade_correct"], repetition) else { return nil }
        if let bool = found.bool { return bool ? 1 : 0 }
        switch found.string?.lowercased() {
        case "true", "yes": return 1
        case "false", "no": return 0
        default: return found.double.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
        }
    }

    /// Whether the answer after extraction is the reference, as the plain accuracy evaluator compares them.
    func agreement(_ repetition: Int) -> Double? {
        guard let predicted = value["predictions"]?.scalarText, let reference = value["references"]?.scalarText else {
            return nil
        }
        return predicted == reference ? 1 : 0
    }

    /// Whether a judge's text, which is all that the row has, begins its verdict with A.
    func judgement(_ repetition: Int) -> Double? {
        guard value["pred"] == nil, value["predictions"] == nil else { return nil }
        guard let text = field(["prediction"], repetition)?.string else { return nil }
        return text.first { $0 == "A" || $0 == "B" } == "A" ? 1 : 0
    }

    /// What the evaluator took for the answer.
    func answer(_ repetition: Int) -> String? {
        field(["predictions", "pred", "extracted_answer"], repetition).flatMap(OpenCompassText.turns)
    }

    /// The right answers.
    func targets(_ repetition: Int) -> [String] {
        OpenCompassText.references(field(["references", "answer", "ref", "reference", "gold", "answers"], repetition))
    }

    /// The prompt, prediction and options of a whole row.
    var whole: (question: String?, text: String?, choices: [String]) {
        let origin = value["origin_prediction"]
        guard let origin, origin.kind == .object else {
            return (OpenCompassText.prompt(value["prompt"]), origin.flatMap(OpenCompassText.turns), [])
        }
        let options = origin.members.filter { $0.value.kind == .object && $0.value["PPL"] != nil }
        let prompts = options.compactMap { OpenCompassText.prompt($0.value["prompt"]) }
        let common = prompts.first.map { first in prompts.dropFirst().reduce(first) { $0.commonPrefix(with: $1) } }
        let question = prompts.count > 1 ? common : OpenCompassText.prompt(origin["origin_prompt"])
        return (question, value["predictions"]?.scalarText, options.map(\.key))
    }
}

/// The texts of OpenCompass, which are strings, lists of turns, or what Python made of a list.
enum OpenCompassText {
    /// A prompt: a text, or turns with a role.
    static func prompt(_ value: JSONValue?) -> String? {
        guard let value else { return nil }
        guard value.kind == .array else { return value.scalarText }
        let turns = value.elements.compactMap { turn in
            turn.kind == .array ? prompt(turn) : turn.scalarText ?? turn["prompt"]?.string ?? turn["content"]?.string
        }
        return turns.isEmpty ? nil : turns.joined(separator: "\n")
    }

    /// What a model wrote: a text, or several in turn.
    static func turns(_ value: JSONValue) -> String? {
        guard value.kind == .array else { return value.scalarText }
        let texts = value.elements.compactMap(turns)
        return texts.isEmpty ? nil : texts.joined(separator: "\n\n")
    }

    /// The accepted answers: one, several, or a Python list that was written as a text.
    static func references(_ value: JSONValue?) -> [String] {
        guard let value else { return [] }
        if value.kind == .array { return value.elements.flatMap { references($0) } }
        guard let text = value.scalarText, !text.isEmpty else { return [] }
        for quote in ["'", "\""] where text.hasPrefix("[\(quote)") && text.hasSuffix("\(quote)]") && text.count > 4 {
            return text.dropFirst(2).dropLast(2).split(separator: "\(quote), \(quote)").map(String.init)
        }
        return [text]
    }
}
