import Records
import Testing

@testable import Scoring

@Suite("Predictions without a usable answer keep their reason")
struct AnswerScorerTests {
    private let lung = ["Pneumonia", "Pleural effusion", "Pulmonary oedema", "Lung cancer"]

    @Test(
        "refusals",
        arguments: [
            "I'm sorry, I can't help with that.", "As an AI language model, I do not read images.",
            "I am unable to determine the answer from this image.", "抱歉，我无法回答。", "Lo siento, no puedo ayudar.",
            "I’m sorry, but I can’t tell whether this is pneumonia.",
        ])
    func refusals(_ text: String) {
        AnswerCase.none(text, lung, "A", status: .refused).check()
    }

    @Test("a refusal that states an answer all the same is an answer")
    func refusalWithAnswer() {
        AnswerCase.found("I'm sorry, I can't be certain, but the answer is B.", lung, "B", value: "B", score: 1).check()
    }

    @Test("an empty output is an error", arguments: ["", " \n\t "])
    func emptyOutput(_ text: String) {
        AnswerCase.none(text, lung, "A", status: .error).check()
    }

    @Test("a text that says nothing is unparsed", arguments: ["<think></think>", "**", "..."])
    func empty(_ text: String) {
        AnswerCase.none(text, lung, "A").check()
    }

    @Test("the runner's failure is an error, in words or in place of the prediction")
    func failures() {
        AnswerCase.none("Failed to obtain answer via API.", lung, "A", status: .error).check()
        let record = PredictionRecord(run: 0, item: "1", choices: lung, targets: ["A"], text: "A", failure: "HTTP 500")
        #expect(AnswerScorer().score(record) == ScoredAnswer(answer: Answer(status: .error), score: 0))
    }

    @Test("a log without predictions has nothing to score")
    func absent() {
        let record = PredictionRecord(run: 0, item: "1", choices: lung, targets: ["A"])
        #expect(AnswerScorer().score(record) == ScoredAnswer(answer: Answer(status: .absent), score: nil))
    }

    @Test("the runner's extracted answer stands in for a missing text")
    func runnerAnswer() {
        var record = PredictionRecord(run: 0, item: "1", choices: lung, targets: ["B"], runnerAnswer: "B")
        let scored = AnswerScorer().score(record)
        #expect(scored.answer == Answer(status: .parsed, value: "B", rule: "runner-answer"))
        #expect(scored.score == 1)
        record.text = "C"
        #expect(AnswerScorer().score(record).answer.value == "C")
    }

    @Test("the quick way and the long way agree")
    func quickWay() {
        for letter in ["A", "b", "C", "D", "E", "z", "1", "."] {
            for shape in [letter, letter + ".", letter + ")", "(" + letter + ")"] {
                let short = PredictionRecord(run: 0, item: "1", choices: lung, targets: ["B"], text: shape)
                let long = PredictionRecord(run: 0, item: "1", choices: lung, targets: ["B"], text: "   " + shape)
                #expect(AnswerScorer().score(short) == AnswerScorer().score(long), "\(shape)")
            }
        }
    }

    @Test("no text breaks the scorer")
    func randomTexts() {
        var generator = SplitMix64(state: 20_250_715)
        let pieces = [
            "answer", " is ", "(", "B", ")", "\\boxed{", "}", "**", "<think>", "</think>", "选", "答案", "é", "\u{301}",
            "\n", "1.0", "-",
            ",", "A", " or ", "yes", "no", "I'm sorry", "<answer>", "😀", "\u{0}", "、", "%", ".", "E. coli", "’", "\r\n",
        ]
        let targets = [["B"], ["A,C"], ["yes"], ["Lung cancer"], ["2"], ["spleen"], [], ["é"], [""]]
        let choices = [lung, [], ["yes", "no"], ["", "a", "I"], (0..<40).map(String.init)]
        for _ in 0..<6000 {
            var text = ""
            for _ in 0..<Int(generator.next() % 14) {
                if generator.next() % 3 == 0 {
                    let bytes = (0..<Int(generator.next() % 6)).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
                    text += String(decoding: bytes, as: UTF8.self)
                } else {
                    text += pieces[Int(generator.next() % UInt64(pieces.count))]
                }
            }
            let record = PredictionRecord(
                run: 0, item: "1", choices: choices[Int(generator.next() % 5)],
                targets: targets[Int(generator.next() % 9)], text: text)
            let scored = AnswerScorer().score(record)
            #expect((scored.answer.value != nil) == (scored.answer.status == .parsed))
            #expect((scored.score == nil) == record.targets.isEmpty)
            #expect(scored == AnswerScorer().score(record))
        }
    }
}
