import Foundation
import Records

/// One row of `results.json`: the data set's row with `response` and, once scored, `correct`.
struct MedEvalKitRow {
    private let value: JSONValue
    /// PubMedQA keeps the data set's row one level deeper.
    private let data: JSONValue

    init(_ value: JSONValue) {
        self.value = value
        data = value["data"].flatMap { $0.kind == .object ? $0 : nil } ?? value
    }

    /// The keys that are no properties of an item.
    private static let excluded: Set<String> = [
        "question", "Question", "questions", "answer", "Answer", "answers", "prompt", "response", "responses",
        "thinking",
        "reasoning", "correct", "metrics", "choices", "options", "option", "Options", "opa", "opb", "opc", "opd", "cop",
        "exp", "explanation", "Context", "context", "Correct Option", "Correct Answer", "Long Answer", "rubrics",
        "example_tags", "grading_response_list", "rubric_items_with_grades", "readable_explanation_str",
        "ideal_completions_data",
        "canary", "prompt_id", "id", "question_id", "qid", "index", "gt_answer", "answer_idx", "answer_letter", "label",
        "option_A", "option_B", "option_C", "option_D", "option_E", "reasoning_chain", "findings", "impression", "data",
        "Choice A", "Choice B", "Choice C", "Choice D", "Caption", "messages", "image", "image_path",
        "img_name", "image_id",
    ]

    /// Whether the value is a row at all.
    var isRow: Bool { value.kind == .object && value["response"] != nil }

    /// The data set's own identifier; those of HealthBench come again in its subsets.
    var identifier: String? {
        if let prompt = value["prompt_id"]?.scalarText {
            return value["dataset_type"]?.scalarText.map { "\(prompt) (\($0))" } ?? prompt
        }
        for source in [value, data] {
            for key in ["id", "question_id", "qid", "index"] {
                if let text = source[key]?.scalarText, !text.isEmpty { return text }
            }
        }
        return nil
    }

    var question: String? {
        for key in ["question", "Question", "prompt"] {
            guard let found = data[key] ?? value[key] else { continue }
            if let text = found.string, !text.isEmpty { return text }
            // A conversation; the last turn asks.
            if found.kind == .array, let text = found.elements.compactMap({ $0["content"]?.string }).last {
                return text
            }
        }
        return nil
    }

    // Made once: a pattern is parsed each time that its literal is come by.
    nonisolated(unsafe) private static let optionMark = /\(?[A-Z][.):]\s*/

    /// The options without their letters.
    var choices: [String] {
        guard let choices = value["choices"] ?? data["choices"], choices.kind == .array else { return [] }
        return choices.elements.map { element in
            guard let text = element.scalarText else { return element.compactText }
            guard let mark = text.prefixMatch(of: Self.optionMark) else { return text }
            return String(text[mark.range.upperBound...])
        }
    }

    var targets: [String] {
        let findings = data["findings"]?.string.map { findings in
            "Findings: \(findings) Impression: \(data["impression"]?.string ?? "")."
        }
        guard let answer = value["answer"] ?? data["answer"] ?? data["Correct Option"] else {
            return findings.map { [$0] } ?? []
        }
        if answer.kind == .array { return answer.elements.compactMap(\.scalarText) }
        return answer.scalarText.map { $0.isEmpty ? [] : [$0] } ?? []
    }

    var response: String? { value["response"]?.string }

    /// Whether the runner, or its judge, holds the response for right; nil before scoring.
    var isCorrect: Bool? { value["correct"]?.bool ?? value["correct"]?.double.map { $0 > 0 } }

    /// Whether the question is open: nil if the benchmark does not tell open and closed questions apart.
    func isOpen(_ figures: MedEvalKitFigures) -> Bool? {
        switch value["answer_type"]?.string?.uppercased() {
        case "OPEN": return true
        case "CLOSED", "CLOSE": return false
        default: break
        }
        if value["metrics"]?["em"] != nil { return true }
        return figures.hasClosed ? false : nil
    }

    /// The soft metrics of an open answer, or the score of HealthBench with those of its axes, in the order of the row.
    var softMetrics: [(name: String, score: Double)] {
        guard let metrics = value["metrics"] else { return [] }
        let isHealthBench = metrics["overall_score"] != nil
        return metrics.members.compactMap { key, value in
            if isHealthBench, key != "overall_score", !key.hasPrefix("axis:") { return nil }
            return (value.bool.map { $0 ? 1 : 0 } ?? value.double).map { (name: key, score: $0) }
        }
    }

    /// The facet of the picture that a question is about.
    static let imageFacet = "image"

    /// The picture that the question is about; its folders differ between machines.
    private var image: String? {
        for key in ["img_name", "image_path", "image_id", "image"] {
            guard let text = data[key]?.scalarText, !text.isEmpty else { continue }
            let parts = text.split(separator: "/")
            let start =
                parts.lastIndex { $0.lowercased() == "images" || $0.lowercased() == "imgs" } ?? max(0, parts.count - 2)
            return parts[start...].joined(separator: "/")
        }
        return nil
    }

    func facets(_ collector: inout FacetCollector) -> [Facet] {
        var facets = collector.facets(of: data, excluding: Self.excluded)
        if let image { facets.append(Facet(name: Self.imageFacet, value: image)) }
        // Tags of HealthBench such as `theme:global_health`.
        for text in value["example_tags"]?.elements.compactMap(\.string) ?? [] {
            guard let colon = text.firstIndex(of: ":") else { continue }
            facets.append(Facet(name: String(text[..<colon]), value: String(text[text.index(after: colon)...])))
        }
        return facets
    }

    /// What tells a row from another one of the benchmark, to find where a chunk begins.
    var signature: String {
        "\(question ?? "")\u{0}\(targets.joined(separator: "\u{0}"))\u{0}\(response ?? "")"
    }
}
