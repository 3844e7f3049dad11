import Foundation
import Records

/// Extracts answers from raw predictions and compares them with the targets of their items.
///
/// A value without state: copies can work in parallel, and equal predictions give equal answers. Rules are named in
/// ``Records/Answer/rule``; see ``OptionExtraction``, ``PolarityExtraction`` and ``ShortExtraction`` for their order.
public struct AnswerScorer: Sendable {
    /// The number that stands for the first option in targets that are digits where the target itself leaves it open.
    public var firstNumber: Int

    /// - Parameter firstNumber: 0, as lm-evaluation-harness and Hugging Face data sets count, or 1.
    public init(firstNumber: Int = 0) {
        self.firstNumber = firstNumber
    }

    /// Extracts and scores one prediction.
    ///
    /// A failure that the log names is an `error` and a missing text `absent`, unless the runner's own extracted answer
    /// is there to stand in (rule `runner-answer`).
    public func score(_ prediction: PredictionRecord) -> ScoredAnswer {
        let penalty: Double? = prediction.targets.isEmpty ? nil : 0
        if prediction.failure != nil { return ScoredAnswer(answer: Answer(status: .error), score: penalty) }
        if var text = prediction.text {
            return text.withUTF8 { score(ByteText(bytes: $0), of: prediction, penalty) }
        }
        guard var text = prediction.runnerAnswer else {
            return ScoredAnswer(answer: Answer(status: .absent), score: nil)
        }
        var scored = text.withUTF8 { score(ByteText(bytes: $0), of: prediction, penalty) }
        if scored.answer.status == .parsed { scored.answer.rule = "runner-answer" }
        return scored
    }

    private func score(_ raw: ByteText, of prediction: PredictionRecord, _ penalty: Double?) -> ScoredAnswer {
        if let quick = quickScore(raw, prediction) { return quick }
        // Full-width letters and signs (U+FF01 to U+FF5E, led by EF) are written among Chinese and Japanese.
        if raw.bytes.contains(0xEF) {
            var narrow = String(decoding: raw.bytes, as: UTF8.self).precomposedStringWithCompatibilityMapping
            return narrow.withUTF8 { longScore(ByteText(bytes: $0), of: prediction, penalty) }
        }
        return longScore(raw, of: prediction, penalty)
    }

    private func longScore(_ raw: ByteText, of prediction: PredictionRecord, _ penalty: Double?) -> ScoredAnswer {
        let text = Reasoning.stripped(raw)
        if text.count == 0 { return ScoredAnswer(answer: Answer(status: .unparsed), score: penalty) }
        if Refusal.isFailure(text) { return ScoredAnswer(answer: Answer(status: .error), score: penalty) }
        switch ItemKind(prediction, firstNumber: firstNumber) {
        case .options(let item):
            return judged(OptionExtraction(text: text, item: item).extract(), penalty, OptionItem.value) { $0 == item.target }
        case .polarity(let targets):
            return judged(PolarityExtraction(text: text).extract(), penalty, \.rawValue) { targets.contains($0) }
        case .short(let targets):
            let value = { (folded: [UInt8]) in String(decoding: folded, as: UTF8.self) }
            return judged(ShortExtraction(text: text).extract(), penalty, value) { found in
                targets.contains { TextFolding.equal($0, found) }
                    || (text.count <= 400 && targets.contains { TextFolding.equal($0, TextFolding.fold(text)) })
            }
        }
    }

    private func judged<Value>(
        _ extraction: Extraction<Value>, _ penalty: Double?, _ value: (Value) -> String, isRight: (Value) -> Bool
    ) -> ScoredAnswer {
        switch extraction {
        case .found(let found, let rule):
            ScoredAnswer(
                answer: Answer(status: .parsed, value: value(found), rule: rule),
                score: penalty == nil ? nil : isRight(found) ? 1 : 0)
        case .contradictory, .none:
            ScoredAnswer(answer: Answer(status: .unparsed), score: penalty)
        case .refused:
            ScoredAnswer(answer: Answer(status: .refused), score: penalty)
        }
    }

    /// The most common case without any allocation: the target is one letter and the prediction `B`, `B.`, `(B)` or `b`.
    private func quickScore(_ text: ByteText, _ prediction: PredictionRecord) -> ScoredAnswer? {
        guard text.count <= 3, prediction.targets.count == 1, let target = prediction.targets[0].utf8.first,
            prediction.targets[0].utf8.count == 1, target.isCapital
        else { return nil }
        let letter: UInt8
        switch text.count {
        case 1: letter = text[0].asciiLowercased
        case 2 where text[1] == .of(".") || text[1] == .of(")"): letter = text[0].asciiLowercased
        case 3 where text[0] == .of("(") && text[2] == .of(")"): letter = text[1].asciiLowercased
        default: return nil
        }
        let index = Int(letter) - 0x61
        // Options whose texts are letters or yes/no need the long way.
        guard letter.isLetter, index < prediction.choices.count, Int(target) - 0x41 < prediction.choices.count,
            prediction.choices.allSatisfy({ $0.utf8.count > 5 })
        else { return nil }
        return ScoredAnswer(
            answer: Answer(status: .parsed, value: OptionItem.value(1 << index), rule: "letter"),
            score: Int(target) - 0x41 == index ? 1 : 0)
    }
}
