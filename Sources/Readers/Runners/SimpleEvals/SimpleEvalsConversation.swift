import Foundation

/// A sampled conversation: what was asked, the options, and the model's answer, which is the last message.
struct SimpleEvalsConversation {
    let question: String?
    let choices: [String]
    let answer: String?

    init(_ messages: JSONValue) {
        let list = Array(messages.elements)
        answer = list.last.flatMap { $0["role"]?.string == "assistant" ? $0["content"].flatMap(ChatText.text) : nil }
        question = Self.lastQuestion(messages)
        choices = question.map(Self.options) ?? []
    }

    /// What stays of a question when its options are permuted or its examples are drawn anew; nil without a question.
    var identity: TextFingerprint? {
        guard var text = question else { return nil }
        // DROP draws other examples in each run.
        if let task = text.range(of: "# Your Task\n", options: .backwards) { text = String(text[task.upperBound...]) }
        if !choices.isEmpty, let first = text.range(of: "\nA) ", options: .backwards) {
            text = String(text[..<first.lowerBound])
        }
        var print = TextFingerprint(text.trimmingCharacters(in: .whitespacesAndNewlines))
        for choice in choices.sorted() { print.add(choice) }
        return print
    }

    /// The last message that is neither the system's nor the model's.
    static func lastQuestion(_ messages: JSONValue) -> String? {
        guard messages.kind == .array else { return messages.string }
        var last: String?
        for message in messages.elements {
            let role = message["role"]?.string
            guard role != "assistant", role != "system", role != "developer" else { continue }
            last = message["content"].flatMap(ChatText.text) ?? last
        }
        return last
    }

    /// The options of the runner's template for multiple choice, `A) ...` to `D) ...` at the start of lines.
    private static func options(_ question: String) -> [String] {
        guard let first = question.range(of: "\nA) ", options: .backwards) else { return [] }
        var rest = question[first.upperBound...]
        var options: [String] = []
        for letter in "BCDEFGHIJ" {
            guard let next = rest.range(of: "\n\(letter)) ") else { break }
            options.append(rest[..<next.lowerBound].trimmingCharacters(in: .whitespacesAndNewlines))
            rest = rest[next.upperBound...]
        }
        guard !options.isEmpty else { return [] }
        // What follows the last option after an empty line is an instruction.
        let last = rest.range(of: "\n\n").map { rest[..<$0.lowerBound] } ?? rest
        return options + [last.trimmingCharacters(in: .whitespacesAndNewlines)]
    }
}
