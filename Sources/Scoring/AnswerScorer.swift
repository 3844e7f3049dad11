import Foundation
import Records

/// Extracts answers from raw predictions and compares them with the targets of their items.
///
/// A value without state: copies can work in parallel, and equal predictions give equal answers. The rules are specified
/// in `docs/scoring.md` and named by ``ExtractionRule``; see `OptionExtraction`, `PolarityExtraction`,
/// `NumericExtraction` and `ShortExtraction` for their order.
public struct AnswerScorer: Sendable {
    /// How short answers are scored. Choices, yes/no and numbers are right (1) or wrong (0) under every measure.
    public var measure: ScoringMeasure
    /// The relative tolerance of numeric answers: x is t if |x - t| <= tolerance * |t|. A prediction with more decimals
    /// than the target is also right if it rounds to the target.
    public var tolerance: Double
    /// The number that stands for the first option in targets that are digits where the target itself leaves it open.
    public var firstNumber: Int

    /// The relative tolerance if none is given: it forgives binary rounding and six printed digits, nothing more.
    public static let defaultTolerance = 1e-6

    /// - Parameters:
    ///   - measure: how short answers are scored.
    ///   - tolerance: the relative tolerance of numeric answers, at least 0.
    ///   - firstNumber: 0, as lm-evaluation-harness and Hugging Face data sets count, or 1.
    public init(
        measure: ScoringMeasure = .match, tolerance: Double = AnswerScorer.defaultTolerance, firstNumber: Int = 0
    ) {
        self.measure = measure
        self.tolerance = tolerance
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
        if Self.isNoAnswer(text), !text.withUTF8({ isTarget(ByteText(bytes: $0).trimmed, of: prediction) }) {
            return ScoredAnswer(answer: Answer(status: .unparsed), score: penalty)
        }
        var scored = text.withUTF8 { score(ByteText(bytes: $0), of: prediction, penalty) }
        if scored.answer.status == .parsed { scored.answer.rule = ExtractionRule.runnerAnswer.rawValue }
        return scored
    }

    /// Whether a runner wrote that it found no answer.
    private static func isNoAnswer(_ text: String) -> Bool {
        let word = text.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
        return word.isEmpty
            || ["[invalid]", "invalid", "[no answer]", "no answer", "none", "nan", "null", "n/a", "?", "unknown"]
                .contains(word)
    }

    private func score(_ raw: ByteText, of prediction: PredictionRecord, _ penalty: Double?) -> ScoredAnswer {
        if let quick = quickScore(raw, prediction) { return quick }
        if var plain = LetterForms.plain(raw) {
            return plain.withUTF8 { longScore(ByteText(bytes: $0), of: prediction, penalty) }
        }
        return longScore(raw, of: prediction, penalty)
    }

    private func longScore(_ raw: ByteText, of prediction: PredictionRecord, _ penalty: Double?) -> ScoredAnswer {
        let text = Reasoning.stripped(raw)
        // Reasoning without an answer behind it was answered with nothing, which is not an empty output.
        if text.count == 0, raw.trimmed.count > 0 {
            return ScoredAnswer(answer: Answer(status: .unparsed), score: penalty)
        }
        let kind = ItemKind(prediction, firstNumber: firstNumber)
        if Failure.isFailure(text), !isTarget(text, of: prediction) {
            return ScoredAnswer(answer: Answer(status: .error), score: penalty)
        }
        switch kind {
        case .options(let item):
            let isRight = { (mask: UInt32) in mask == item.target }
            if var latin = OptionLabels.latin(text, question: prediction.question) {
                return latin.withUTF8 {
                    judged(
                        OptionExtraction(text: ByteText(bytes: $0), item: item).extract(), penalty, OptionItem.value,
                        isRight)
                }
            }
            return judged(OptionExtraction(text: text, item: item).extract(), penalty, OptionItem.value, isRight)
        case .polarity(let targets):
            return judged(PolarityExtraction(text: text).extract(), penalty, \.rawValue) { targets.contains($0) }
        case .numeric(let targets):
            return judged(NumericExtraction(text: text).extract(), penalty, \.description) { found in
                targets.contains { found.matches($0, tolerance: tolerance) }
            }
        case .short(let targets):
            return shortScore(text, targets, prediction, penalty)
        }
    }

    /// Whether a text that looks like a failure is an answer of the item: "Null" may be a gene's state.
    private func isTarget(_ text: ByteText, of prediction: PredictionRecord) -> Bool {
        guard text.count > 0, text.count <= 64 else { return false }
        let folded = TextFolding.fold(text)
        return (prediction.targets + prediction.choices).contains { TextFolding.fold($0) == folded }
    }

    private func shortScore(
        _ text: ByteText, _ targets: [[UInt8]], _ prediction: PredictionRecord, _ penalty: Double?
    ) -> ScoredAnswer {
        let extraction = ShortExtraction(text: text, targets: targets)
        let value = { (folded: [UInt8]) in String(decoding: folded, as: UTF8.self) }
        var scored = judged(extraction.extract(), penalty, value) { found in
            guard measure == .match else { return false }
            if targets.contains(where: { TextFolding.equal($0, found) }) { return true }
            guard text.count <= 400 else { return false }
            let whole = TextFolding.fold(text)
            return targets.contains { TextFolding.equal($0, whole) }
        }
        guard measure != .match, scored.answer.status == .parsed || scored.answer.status == .unparsed else {
            return scored
        }
        // Graded measures judge the marked span, or else the whole text, however long.
        let span = extraction.marked()
        let prose = span?.span ?? Array(text.bytes)
        if scored.answer.status == .unparsed || span == nil {
            // Whether an answer is kept whole or by its beginning changes no score.
            let folded = TextFolding.fold(text.part(0..<400))
            guard !folded.isEmpty else { return scored }
            scored.answer = Answer(status: .parsed, value: value(folded), rule: ExtractionRule.wholeText.rawValue)
        }
        scored.score =
            penalty == nil ? nil : measure.score(String(decoding: prose, as: UTF8.self), targets: prediction.targets)
        return scored
    }

    private func judged<Value>(
        _ extraction: Extraction<Value>, _ penalty: Double?, _ value: (Value) -> String, _ isRight: (Value) -> Bool
    ) -> ScoredAnswer {
        switch extraction {
        case .found(let found, let rule):
            ScoredAnswer(
                answer: Answer(status: .parsed, value: value(found), rule: rule.rawValue),
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
            answer: Answer(status: .parsed, value: OptionItem.value(1 << index), rule: ExtractionRule.letter.rawValue),
            score: Int(target) - 0x41 == index ? 1 : 0)
    }
}
