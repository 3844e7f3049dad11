import Records
import Testing

@testable import Scoring

private let lung = ["Pneumonia", "Pleural effusion", "Pulmonary oedema", "Lung cancer"]

/// An item of each kind.
private let items: [(choices: [String], targets: [String])] = [
    (lung, ["B"]), (lung, ["A", "C"]), ([], ["yes"]), ([], ["12 mg"]), ([], ["spleen"]), (["肺炎", "肺癌"], ["A"]),
    ([], []), (lung, ["2"]),
]

/// Pieces that, repeated, once made or could make a rule walk back and forth.
private let repeated = [
    "\\boxed{", "{", "}", "<answer>", "[ANSWER]", "</answer>", "<think>", "</think>", "A, ", "B, C, ", "(A) ", "**",
    "** ", "answer ",
    "answer is ", "answer:", "答案", "答案是", "{\"answer\": ", "{\"answer\": \"", "{'answer': '", "\"answer\": {",
    "\\frac{", "1/", "1,", "1 ",
    "1.", "000", "0", "- ", "1e", "10^", "yes ", "no, ", "I'm sorry ", "i cannot", "A) ", "A\n", "\n", " ", "#", "# ",
    "#### ", "Option A ", "В. ",
    "(ب) ", "Ⓐ", "Ａ", "🅰", "pleural efusion ", "pneumonia ", "not ", "é", "\u{0}", "\u{1}\u{2}", "'", "\"", "\\\"",
    "\\u", "< ", "`", "```json\n",
    "x = ", "$", "\\!", "\u{FEFF}", "\u{301}", "👨‍👩‍👧‍👦",
]

@Suite("No text breaks the scorer")
struct RobustnessTests {
    @Test("a repeated piece is read to its end", arguments: repeated)
    func repetition(_ piece: String) {
        let text = String(repeating: piece, count: 2500 / piece.utf8.count)
        for item in items {
            let record = PredictionRecord(
                run: 0, item: "1", choices: item.choices, targets: item.targets, text: text + "\nSo it is.")
            let scored = AnswerScorer().score(record)
            #expect((scored.answer.rule != nil) == (scored.answer.status == .parsed))
        }
    }

    @Test("a megabyte of prose before the answer")
    func megabytes() {
        let prose = String(
            repeating: "The costophrenic angle (A) is blunted, as answer to {\"x\": 1} on <b>both</b> sides. ",
            count: 12_000)
        for (ending, value) in [
            ("\nThe answer is B.", "B"), ("\n{\"answer\": \"B\"}", "B"), ("<answer>B</answer>", "B"),
            ("\\boxed{B}", "B"),
        ] {
            let record = PredictionRecord(run: 0, item: "1", choices: lung, targets: ["B"], text: prose + ending)
            #expect(AnswerScorer().score(record).answer.value == value)
        }
    }

    @Test("braces nested thousands deep")
    func nesting() {
        let open = String(repeating: "{\"a\":", count: 20_000)
        let record = PredictionRecord(
            run: 0, item: "1", choices: lung, targets: ["B"], text: open + "{\"answer\": \"B\"}")
        #expect(AnswerScorer().score(record).answer.value == "B")
        let boxes = String(repeating: "\\boxed{", count: 10_000) + "B" + String(repeating: "}", count: 10_000)
        let boxed = PredictionRecord(run: 0, item: "1", choices: lung, targets: ["B"], text: boxes)
        #expect(AnswerScorer().score(boxed).answer.value == "B")
    }

    @Test("NUL bytes and control characters stand between nothing and nothing")
    func controls() {
        for text in ["\u{0}B\u{0}", "The answer is\u{0} B.", "\u{1}\u{2}(B)\u{7F}", "B\u{0}\u{0}"] {
            let record = PredictionRecord(run: 0, item: "1", choices: lung, targets: ["B"], text: text)
            let answer = AnswerScorer().score(record).answer
            #expect(answer.value == "B" || answer.status == .unparsed)
        }
    }

    @Test("random bytes and shuffled pieces give the same answer twice, in its canonical form")
    func randomBytes() {
        var generator = SplitMix64(state: 20_260_101)
        for _ in 0..<2500 {
            var bytes: [UInt8] = []
            for _ in 0..<Int(generator.next() % 12) {
                switch generator.next() % 3 {
                case 0:
                    bytes += (0..<Int(generator.next() % 9)).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
                case 1: bytes += Array(repeated[Int(generator.next() % UInt64(repeated.count))].utf8)
                default: bytes += Array(lung[Int(generator.next() % 4)].utf8)
                }
            }
            let item = items[Int(generator.next() % UInt64(items.count))]
            let measure = ScoringMeasure.allCases[Int(generator.next() % 6)]
            let record = PredictionRecord(
                run: 0, item: "1", question: "Б) Г)", choices: item.choices, targets: item.targets,
                text: String(decoding: bytes, as: UTF8.self))
            let scored = AnswerScorer(measure: measure).score(record)
            #expect(scored == AnswerScorer(measure: measure).score(record))
            #expect((scored.answer.value != nil) == (scored.answer.status == .parsed))
            #expect(
                (scored.answer.rule.flatMap(ExtractionRule.init(rawValue:)) != nil) == (scored.answer.status == .parsed)
            )
            #expect((scored.score == nil) == item.targets.isEmpty)
            if let score = scored.score { #expect(score >= 0 && score <= 1) }
        }
    }
}
