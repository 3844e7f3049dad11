import Foundation
import Store

/// When two runs are too much alike to be of two models.
enum PredictionTwins {
    /// A text of this length, in characters, is no coincidence unless it is a stock phrase.
    private static let longText: UInt32 = 80
    private static let fewestTexts = 10
    /// A text of this length, in characters, says more than a choice.
    private static let sentence: UInt32 = 20

    /// How much must agree: items, wrong answers among them, and the chance of it, as a power of ten.
    private struct Demand {
        var items: Int
        var wrong: Int
        var chance: Double
    }

    /// Of answers, which models may share.
    private static let answers = Demand(items: 20, wrong: 10, chance: -6)
    /// Of sentences that are equal word for word.
    private static let sentences = Demand(items: 10, wrong: 3, chance: -3)

    /// The prediction hash of each item, 0 where the text is short or given for several items (refusals, stock phrases).
    static func uniqueLongTexts(_ run: CheckedRun) -> [UInt32] {
        var counts: [UInt32: Int] = [:]
        for item in run.items { counts[item.prediction, default: 0] += 1 }
        return run.items.map { $0.length > longText && counts[$0.prediction] == 1 ? $0.prediction : 0 }
    }

    /// What long texts say of two runs.
    enum Texts {
        case same(words: String)
        case different
        case tooFew
    }

    /// Compares the long texts that both runs have: the same if at least half of them, and at least ten, are equal.
    static func compareTexts(_ left: [UInt32], _ right: [UInt32]) -> Texts {
        var both = 0
        var same = 0
        for item in left.indices where left[item] != 0 && right[item] != 0 {
            both += 1
            if left[item] == right[item] { same += 1 }
        }
        guard both >= fewestTexts else { return .tooFew }
        guard same >= fewestTexts, 2 * same >= both else { return .different }
        return .same(words: "\(same) of \(both) long prediction texts are equal, word for word")
    }

    /// All answers are equal, at least ten wrong ones among them, and the chance of that is below one in a million.
    ///
    /// Given that each run has w wrong answers among n, and independent models, the chance that they are wrong on the same
    /// items is 1 / C(n, w); the chance of the same wrong option among k is then 1 / (k − 1) an item, taken as 1 where k
    /// is not known. Models share what they find hard, so that independence is generous to the suspicion: hence all
    /// answers and ten wrong ones are demanded. Where all predictions are sentences, of which ten at least differ, and equal
    /// word for word, three wrong ones and one in a thousand do, and a wrong sentence without options counts as one of ten.
    static func answerEvidence(_ left: CheckedRun, _ right: CheckedRun) -> String? {
        var both = 0
        var wrong = 0
        var chance = 0.0
        var usesScores = false
        var texts: Set<UInt32> = []
        var areSentences = true
        for item in left.items.indices where left.items[item].place > 0 && right.items[item].place > 0 {
            let (first, second) = (left.items[item], right.items[item])
            let isWrong = left.scores[item] < 1
            if first.answer == 0, second.answer == 0 {
                // Without an answer, texts decide; logs without predictions have only scores.
                guard first.prediction == second.prediction else { return nil }
                guard !left.scores[item].isNaN, !right.scores[item].isNaN else { continue }
                guard left.scores[item] == right.scores[item] else { return nil }
                if first.prediction == 0 { usesScores = true }
            } else {
                guard first.answer != 0, second.answer != 0 else { return nil }
                // Letters of options in different orders do not compare.
                guard first.options == second.options else { continue }
                guard first.answer == second.answer, isWrong == (right.scores[item] < 1) else { return nil }
                if isWrong, first.optionCount > 2 { chance -= log10(Double(first.optionCount - 1)) }
            }
            let isSentence = first.prediction == second.prediction && first.length > sentence
            if isSentence { texts.insert(first.prediction) } else { areSentences = false }
            if isSentence, isWrong, first.optionCount == 0 { chance -= 1 }
            both += 1
            if isWrong { wrong += 1 }
        }
        let isWordForWord = areSentences && texts.count >= fewestTexts
        let demand = isWordForWord ? sentences : answers
        guard both >= demand.items, wrong >= demand.wrong else { return nil }
        for step in 0..<wrong { chance -= log10(Double(both - step) / Double(wrong - step)) }
        guard chance < demand.chance else { return nil }
        if isWordForWord { return "all \(both) predictions are equal word for word, \(wrong) wrong ones among them" }
        return "all \(both) \(usesScores ? "scores" : "answers") are equal, \(wrong) wrong ones among them"
    }
}
