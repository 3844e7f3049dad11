import Foundation
import Records
import Testing

@testable import Scoring

/// A row of an example table in `docs/scoring.md`.
private struct Example: CustomTestStringConvertible, Sendable {
    var line: Int
    var text: String
    var choices: [String]
    var target: String?
    var answer: String
    var rule: String

    var testDescription: String { "line \(line): \(text.prefix(50))" }
}

/// The specification as it is written.
private enum Specification {
    static let page: String = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return (try? String(contentsOf: folder.appending(path: "docs/scoring.md"), encoding: .utf8)) ?? ""
    }()

    static let examples: [Example] = {
        var examples: [Example] = []
        var isExample = false
        for (index, line) in page.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard line.hasPrefix("|") else {
                isExample = false
                continue
            }
            let cells = cells(String(line))
            if cells == ["text", "options", "answer", "rule"] {
                isExample = true
            } else if isExample, cells.count == 4, !cells[0].hasPrefix("---") {
                let options = cells[1].components(separatedBy: "→").map { $0.trimmingCharacters(in: .whitespaces) }
                let choices = options[0].split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
                examples.append(
                    Example(
                        line: index + 1, text: code(cells[0]), choices: choices,
                        target: options.count > 1 ? options[1] : choices.isEmpty ? nil : "A", answer: cells[2],
                        rule: cells[3]))
            }
        }
        return examples
    }()

    /// The cells of a table's row; `\|` is no border.
    private static func cells(_ line: String) -> [String] {
        line.replacingOccurrences(of: "\\|", with: "\u{0}").split(separator: "|", omittingEmptySubsequences: false)
            .dropFirst().dropLast()
            .map { $0.replacingOccurrences(of: "\u{0}", with: "|").trimmingCharacters(in: .whitespaces) }
    }

    /// A code span's content, with line breaks.
    private static func code(_ cell: String) -> String {
        let ticks = cell.prefix { $0 == "`" }.count
        let content = cell.dropFirst(ticks).dropLast(ticks)
        return (ticks > 1 ? content.trimmingCharacters(in: .whitespaces) : String(content)).replacingOccurrences(
            of: "⏎", with: "\n")
    }
}

@Suite("docs/scoring.md is true")
struct SpecificationTests {
    @Test("every example gives its answer by its rule", arguments: Specification.examples)
    fileprivate func example(_ example: Example) {
        let record = PredictionRecord(
            run: 0, item: "1", choices: example.choices, targets: example.target.map { [$0] } ?? [], text: example.text)
        let answer = AnswerScorer().score(record).answer
        let statuses: [String: Answer.Status] = ["*unparsed*": .unparsed, "*refused*": .refused, "*error*": .error]
        if let status = statuses[example.answer] {
            #expect(answer == Answer(status: status), "line \(example.line)")
            #expect(example.rule.isEmpty, "line \(example.line)")
        } else {
            #expect(
                answer == Answer(status: .parsed, value: example.answer, rule: example.rule), "line \(example.line)")
        }
    }

    @Test("every rule has an example, and the runner's answer its paragraph")
    func rules() {
        let shown = Set(Specification.examples.map(\.rule))
        for rule in ExtractionRule.allCases where rule != .runnerAnswer {
            #expect(shown.contains(rule.rawValue), "\(rule.rawValue)")
        }
        #expect(Specification.page.contains("**`runner-answer`**"))
        #expect(shown.subtracting(ExtractionRule.allCases.map(\.rawValue)) == [""])
    }

    @Test("every measure is in the table")
    func measures() {
        for measure in ScoringMeasure.allCases { #expect(Specification.page.contains("| `\(measure.rawValue)`")) }
    }
}
