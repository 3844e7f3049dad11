import Records
import Testing

@testable import Scoring

/// One row of a table of predictions and what must be found in them.
struct AnswerCase: CustomTestStringConvertible, Sendable {
    var text: String
    var choices: [String]
    var targets: [String]
    var status: Answer.Status
    var value: String?
    var rule: String?
    var score: Double?

    var testDescription: String { "\(text.prefix(60).debugDescription) → \(value ?? status.rawValue)" }

    /// A prediction in which an answer is found.
    static func found(
        _ text: String, _ choices: [String], _ targets: String..., value: String, score: Double?, rule: String? = nil
    ) -> AnswerCase {
        AnswerCase(
            text: text, choices: choices, targets: targets, status: .parsed, value: value, rule: rule, score: score)
    }

    /// A prediction in which none is found.
    static func none(
        _ text: String, _ choices: [String], _ targets: String..., status: Answer.Status = .unparsed
    ) -> AnswerCase {
        AnswerCase(text: text, choices: choices, targets: targets, status: status, score: targets.isEmpty ? nil : 0)
    }

    /// Scores the row and compares.
    func check(_ location: SourceLocation = #_sourceLocation) {
        let record = PredictionRecord(run: 0, item: "1", choices: choices, targets: targets, text: text)
        let scored = AnswerScorer().score(record)
        #expect(scored.answer.status == status, sourceLocation: location)
        #expect(scored.answer.value == value, sourceLocation: location)
        #expect(scored.score == score, sourceLocation: location)
        if let rule { #expect(scored.answer.rule == rule, sourceLocation: location) }
        #expect((scored.answer.rule != nil) == (scored.answer.status == .parsed), sourceLocation: location)
    }
}
