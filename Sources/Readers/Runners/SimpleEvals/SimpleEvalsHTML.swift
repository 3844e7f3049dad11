import Foundation

/// What the piece of HTML of one item says in its `Results`: correct answer, extracted answer and score.
///
/// Messages of the model stand before it and are escaped; still only what follows the last heading counts.
struct SimpleEvalsHTML {
    /// The score; nil if it is missing or no number.
    let score: Double?
    /// The accepted answers.
    let targets: [String]
    /// What the runner took for the model's answer, where it is short.
    let answer: String?

    /// Whether the HTML gave a score.
    var hasScore: Bool { score != nil }

    /// Some evals show the whole response as the extracted answer.
    private static let longestAnswer = 200

    init(_ html: String) {
        let results = html.range(of: "<h3>Results</h3>", options: .backwards).map { html[$0.upperBound...] }
        func field(_ name: String) -> String? {
            guard let results, let start = results.range(of: "<p>\(name): ")?.upperBound,
                let end = results[start...].range(of: "</p>")?.lowerBound
            else { return nil }
            let text = Self.unescaped(String(results[start..<end])).trimmingCharacters(in: .whitespacesAndNewlines)
            return text.isEmpty || text == "None" ? nil : text
        }
        switch field("Score") {
        case "True": score = 1
        case "False": score = 0
        case let text: score = text.flatMap(Double.init)
        }
        targets = field("Correct Answer").map { Self.list($0) ?? [$0] } ?? []
        answer = field("Extracted Answer").flatMap { text in
            guard text.count <= Self.longestAnswer else { return nil }
            return Self.list(text).map { $0.first } ?? text
        }
    }

    /// The texts of a list as Python shows it; nil if this is no list. Numbers, as HumanEval's results, are no answers.
    private static func list(_ text: String) -> [String]? {
        guard text.hasPrefix("["), text.hasSuffix("]") else { return nil }
        var texts: [String] = []
        var current: String?
        var quote: Character = "'"
        var isEscaped = false
        for character in text.dropFirst().dropLast() {
            guard let open = current else {
                if character == "'" || character == "\"" {
                    quote = character
                    current = ""
                } else if !character.isWhitespace, character != ",", !character.isNumber {
                    // An interval such as [0, x) or any other text in brackets is an answer itself.
                    return nil
                }
                continue
            }
            if isEscaped {
                current = open + (character == "n" ? "\n" : String(character))
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == quote {
                texts.append(open)
                current = nil
            } else {
                current = open + String(character)
            }
        }
        return current == nil ? texts : nil
    }

    /// Undoes the escaping of the runner's template.
    private static func unescaped(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&#34;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
    }
}
