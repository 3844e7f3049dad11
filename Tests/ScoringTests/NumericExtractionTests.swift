import Records
import Testing

@testable import Scoring

@Suite("Numbers are found and compared")
struct NumericExtractionTests {
    @Test(
        "as they are written",
        arguments: [
            AnswerCase.found("12", [], "12", value: "12", score: 1, rule: "number"),
            .found("  12.0 ", [], "12", value: "12", score: 1, rule: "number"),
            .found("1,234,567", [], "1234567", value: "1234567", score: 1),
            .found("1.234.567", [], "1234567", value: "1234567", score: 1),
            .found("1,234.5", [], "1234.5", value: "1234.5", score: 1),
            .found("1.234,5", [], "1234.5", value: "1234.5", score: 1),
            .found("1'000", [], "1000", value: "1000", score: 1),
            .found("12 345 mL", [], "12345 mL", value: "12345 ml", score: 1),
            .found("12\u{202F}345", [], "12345", value: "12345", score: 1),
            .found("0,500", [], "0.5", value: "0.5", score: 1),
            .found("−3", [], "-3", value: "-3", score: 1),
            .found("-0.0", [], "0", value: "0", score: 1),
            .found("1e3", [], "1000", value: "1e3", score: 1),
            .found("2.5 million", [], "2500000", value: "2.5e6", score: 1),
            .found("3.2 x 10^5", [], "320000", value: "3.2e5", score: 1),
            .found("3.2 \\times 10^{-5}", [], "3.2e-5", value: "3.2e-5", score: 1),
            .found("10⁵", [], "100000", value: "1e5", score: 1),
            .found("1/3", [], "2/6", value: "1/3", score: 1),
            .found("1 1/2", [], "1.5", value: "3/2", score: 1),
            .found("1½", [], "1.5", value: "3/2", score: 1),
            .found("-\\dfrac{13}{9}", [], "-13/9", value: "-13/9", score: 1),
            .found("\\frac 59", [], "5/9", value: "5/9", score: 1),
            .found("37 °C", [], "37", value: "37 degc", score: 1),
            .found("12 milligrams per day", [], "12 mg/day", value: "12 mg/day", score: 1),
            .found("80 bpm", [], "80 beats per minute", value: "80 beat/min", score: 1),
            .found("**42**", [], "42", value: "42", score: 1),
            .found("$42", [], "42", value: "42", score: 1),
            .found("٤٢٫٥", [], "42.5", value: "42.5", score: 1),
            .found("42。", [], "42", value: "42", score: 1),
            .found("Two", [], "2", value: "2", score: 1),
            .found("3", [], "The sum is 1 + 2.\n#### 3", value: "3", score: 1),
        ])
    func written(_ row: AnswerCase) { row.check() }

    @Test(
        "to the printed precision of the target",
        arguments: [
            AnswerCase.found("3.14159", [], "3.14", value: "3.14159", score: 1),
            .found("3.146", [], "3.14", value: "3.146", score: 0),
            .found("3.1", [], "3.14", value: "3.1", score: 0),
            .found("3.4", [], "3", value: "3.4", score: 0),
            .found("0.333333", [], "1/3", value: "0.333333", score: 1),
            .found("0.33", [], "1/3", value: "0.33", score: 0),
            .found("100", [], "101", value: "100", score: 0),
            .found("7", [], "5", "7", value: "7", score: 1),
        ])
    func precision(_ row: AnswerCase) { row.check() }

    @Test(
        "with their units, which may be left out but not differ",
        arguments: [
            AnswerCase.found("5", [], "5 mg", value: "5", score: 1),
            .found("5 mg", [], "5", value: "5 mg", score: 1),
            .found("5 g", [], "5 mg", value: "5 g", score: 0),
            .found("50%", [], "0.5", value: "50%", score: 1),
            .found("0.5", [], "50%", value: "0.5", score: 1),
            .found("50", [], "50 percent", value: "50", score: 1),
            .found("5%", [], "5 mg", value: "5%", score: 0),
        ])
    func units(_ row: AnswerCase) { row.check() }

    @Test(
        "by the rules in their order",
        arguments: [
            AnswerCase.found("I add 3 and 4. {\"answer\": \"7\"}", [], "7", value: "7", score: 1, rule: "json"),
            .found("<answer>about 7 days</answer>", [], "7", value: "7 day", score: 1, rule: "tag"),
            .found("\\boxed{7} is not 8", [], "7", value: "7", score: 1, rule: "boxed"),
            .found("The answer is 7 because of 8.", [], "7", value: "7", score: 1, rule: "statement"),
            .found(
                "The answer is 6. No, the answer is roughly 7 mg", [], "7", value: "7 mg", score: 1, rule: "statement"),
            .found("答案是42。", [], "42", value: "42", score: 1, rule: "statement"),
            .found("There are 7 in all.", [], "7", value: "7", score: 1, rule: "last-line"),
            .found("3 and 4 make 7 in all", [], "7", value: "7", score: 1, rule: "last-number"),
            .none("\\boxed{1, 2} of 3 and 4", [], "4"),
            .none("It is a 12-lead ECG of a 65-year-old", [], "12"),
            .none("between 5-10", [], "10"),
            .none("On 2024-05-01", [], "1"),
            .none("version 1.2.3", [], "3"),
            .none("T2 and 5-HT3", [], "3"),
            .none("more than 5", [], "5"),
            .none("none", [], "5"),
            .none("I cannot say which of 4 and 5 it is", [], "5", status: .refused),
            .none("The answer is one of them", [], "1"),
        ])
    func rules(_ row: AnswerCase) { row.check() }

    @Test(
        "only where every target is a number",
        arguments: [
            AnswerCase.found("(2,4)", [], "(2,4)", value: "2.4", score: 1, rule: "whole-text"),
            .found("5-10", [], "5-10", value: "5 10", score: 1, rule: "whole-text"),
            .found("120/80 mmHg", [], "120/80 mmHg", value: "120 80 mmhg", score: 1, rule: "whole-text"),
            .found("5 fluorouracil", [], "5 fluorouracil", value: "5 fluorouracil", score: 1, rule: "whole-text"),
            .found("two", [], "2", "a pair", value: "two", score: 0, rule: "whole-text"),
            .found("<5", [], "<5", value: "<5", score: 1, rule: "whole-text"),
        ])
    func kinds(_ row: AnswerCase) { row.check() }

    @Test("within a tolerance that can be set")
    func tolerance() {
        let record = PredictionRecord(run: 0, item: "1", targets: ["100"], text: "101")
        #expect(AnswerScorer().score(record).score == 0)
        #expect(AnswerScorer(tolerance: 0.01).score(record).score == 1)
        #expect(AnswerScorer(tolerance: 0.009).score(record).score == 0)
        let sum = PredictionRecord(run: 0, item: "1", targets: ["0.3"], text: "0.30000000000000004")
        #expect(AnswerScorer(tolerance: 0).score(sum).score == 1)
    }

    @Test("a number is itself, whatever its dress")
    func dress() {
        var generator = SplitMix64(state: 3)
        for _ in 0..<400 {
            let value = Int(generator.next() % 10_000_000)
            let digits = String(value)
            var grouped = ""
            for (place, digit) in digits.reversed().enumerated() {
                if place > 0, place % 3 == 0 { grouped = "," + grouped }
                grouped = String(digit) + grouped
            }
            for dress in [
                digits, grouped, digits + ".0", "\\boxed{\(grouped)}", "The answer is \(grouped).",
                "{\"answer\": \(digits)}",
            ] {
                let record = PredictionRecord(run: 0, item: "1", targets: [digits], text: dress)
                #expect(AnswerScorer().score(record).score == 1, "\(dress)")
            }
        }
    }
}
