import Records
import Testing

@testable import Scoring

/// An answer, a target, and what the reference implementations give.
private struct Golden: CustomTestStringConvertible, Sendable {
    var answer: String
    var target: String
    var normalised: Double
    var tokenF1: Double
    var bleu1: Double
    var rougeL: Double

    var testDescription: String { "\(answer.prefix(30).debugDescription) for \(target.prefix(30).debugDescription)" }

    init(_ answer: String, _ target: String, _ normalised: Double, _ tokenF1: Double, _ bleu1: Double, _ rougeL: Double)
    {
        self.answer = answer
        self.target = target
        self.normalised = normalised
        self.tokenF1 = tokenF1
        self.bleu1 = bleu1
        self.rougeL = rougeL
    }
}

@Suite("Measures of open answers")
struct ScoringMeasureTests {
    // Python 3.11, rouge_score 0.1.2, nltk 3.10.4, and normalize_answer and compute_f1 of SQuAD's evaluate-v2.0.py:
    //   a, t = tokenize.tokenize(answer, None), tokenize.tokenize(target, None)           # rouge_score
    //   normalised = normalize_answer(answer) == normalize_answer(target); f1 = compute_f1(target, answer)
    //   bleu1 = sentence_bleu([t], a, weights=(1, 0, 0, 0))                               # 0 if there are no words
    //   rougeL = RougeScorer(["rougeL"], use_stemmer=False).score(target, answer)["rougeL"].fmeasure
    @Test(
        "agree with rouge_score, nltk and the script of SQuAD",
        arguments: [
            Golden("The left lung", "left lung", 1, 1.0, 0.6666666666666666, 0.8),
            Golden(
                "left lower lobe pneumonia", "pneumonia in the left lower lobe", 0, 0.888888888888889,
                0.6065306597126334, 0.6),
            Golden("x-ray", "X ray", 0, 0, 1, 1),
            Golden("no", "yes", 0, 0, 0, 0),
            Golden(
                "a large right sided pleural effusion is seen", "right pleural effusion", 0, 0.6, 0.375,
                0.5454545454545454),
            Golden("the the the the", "the cat is on the mat", 0, 0, 0.3032653298563167, 0.4),
            Golden(
                "cardiomegaly", "cardiomegaly with mild pulmonary oedema", 0, 0.33333333333333337, 0.01831563888873418,
                0.33333333333333337),
            Golden(
                "It is a guide to action which ensures that the military always obeys the commands of the party",
                "It is the guiding principle which guarantees the military forces always being under the command of the party",
                0, 0.5,
                0.5555555555555556, 0.5555555555555556),
            Golden("5.5 cm", "5.5cm", 0, 0, 0.3333333333333333, 0.4),
            Golden("", "lung", 0, 0, 0, 0),
            Golden("the", "a", 1, 1, 0, 0),
            Golden("MRI, T2-weighted", "T2 weighted MRI", 0, 0.4, 1, 0.6666666666666666),
            Golden("lung lung lung", "lung", 0, 0.5, 0.3333333333333333, 0.5),
            Golden("Crohn's disease", "crohns disease", 1, 1, 0.3333333333333333, 0.4),
        ])
    fileprivate func golden(_ row: Golden) {
        #expect(NormalisedMatch.score(row.answer, row.target) == row.normalised)
        #expect(abs(TokenF1.score(row.answer, row.target) - row.tokenF1) < 1e-12)
        #expect(abs(BLEU1.score(row.answer, row.target) - row.bleu1) < 1e-12)
        #expect(abs(ROUGEL.score(row.answer, row.target) - row.rougeL) < 1e-12)
    }

    @Test("the best of several targets counts, and without a target the score is 0", arguments: ScoringMeasure.allCases)
    func targets(_ measure: ScoringMeasure) {
        #expect(measure.score("left lung", targets: ["spleen", "left lung"]) == 1)
        #expect(measure.score("left lung", targets: []) == 0)
        #expect(measure.score("liver", targets: ["spleen"]) == 0)
    }

    @Test("exact match forgives only white space at the ends")
    func exact() {
        #expect(ExactMatch.score(" left lung\n", "left lung") == 1)
        #expect(ExactMatch.score("Left lung", "left lung") == 0)
    }

    @Test("Chinese signs are words")
    func chinese() {
        #expect(TokenF1.score("左肺上叶", "左肺下叶") == 0.75)
        #expect(ROUGEL.score("左肺上叶", "左肺下叶") == 0.75)
        #expect(TokenF1.score("左肺。", "左肺") == 1)
    }

    @Test("the bit-parallel subsequence is that of the table")
    func subsequence() {
        var generator = SplitMix64(state: 7)
        for _ in 0..<300 {
            let words = { (limit: UInt64) in
                (0..<Int(generator.next() % limit)).map { _ in String(generator.next() % 6) }
            }
            let (answer, target) = (words(90), words(200))
            #expect(ROUGEL.longestCommonSubsequence(answer, target) == Self.table(answer, target))
        }
    }

    private static func table(_ left: [String], _ right: [String]) -> Int {
        var row = [Int](repeating: 0, count: right.count + 1)
        for word in left {
            var diagonal = 0
            for column in right.indices {
                let above = row[column + 1]
                row[column + 1] = word == right[column] ? diagonal + 1 : max(above, row[column])
                diagonal = above
            }
        }
        return row[right.count]
    }

    @Test("every measure stays in [0, 1]", arguments: ScoringMeasure.allCases)
    func bounds(_ measure: ScoringMeasure) {
        var generator = SplitMix64(state: 11)
        let words = ["the", "lung", "Lung", "肺", "1.5", "-", "é", "", "x-ray", "no"]
        for _ in 0..<500 {
            let text = {
                (0..<Int(generator.next() % 8)).map { _ in words[Int(generator.next() % 10)] }.joined(separator: " ")
            }
            let score = measure.score(text(), targets: [text(), text()])
            #expect(score >= 0 && score <= 1)
        }
    }

    @Test("the scorer grades open answers by its measure, and nothing else")
    func scorer() {
        let open = PredictionRecord(
            run: 0, item: "1", targets: ["right pleural effusion"], text: "a large right sided pleural effusion is seen"
        )
        #expect(AnswerScorer().score(open).score == 0)
        #expect(AnswerScorer(measure: .tokenF1).score(open).score == 0.6)
        #expect(AnswerScorer(measure: .bleu1).score(open).score == 0.375)
        let long = PredictionRecord(
            run: 0, item: "1", targets: ["spleen"],
            text: String(repeating: "The liver is large. ", count: 40) + "The spleen is not.")
        #expect(AnswerScorer().score(long).answer.status == .unparsed)
        let graded = AnswerScorer(measure: .rougeL).score(long)
        #expect(graded.answer.rule == "whole-text")
        #expect((graded.score ?? 0) > 0)
        let marked = PredictionRecord(
            run: 0, item: "1", targets: ["spleen"], text: "The liver is fine. The answer is the spleen. So it goes.")
        #expect(AnswerScorer(measure: .tokenF1).score(marked).score == 1)
        let choice = PredictionRecord(
            run: 0, item: "1", choices: ["Left lung", "Right lung"], targets: ["A"], text: "Right lung")
        let number = PredictionRecord(run: 0, item: "1", targets: ["12 mg"], text: "12.5 mg")
        for measure in ScoringMeasure.allCases {
            #expect(AnswerScorer(measure: measure).score(choice).score == 0)
            #expect(AnswerScorer(measure: measure).score(number).score == 0)
        }
        let refusal = PredictionRecord(run: 0, item: "1", targets: ["spleen"], text: "I'm sorry, I cannot say.")
        #expect(
            AnswerScorer(measure: .tokenF1).score(refusal) == ScoredAnswer(answer: Answer(status: .refused), score: 0))
    }
}
