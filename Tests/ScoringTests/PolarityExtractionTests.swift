import Testing

@testable import Scoring

@Suite("Yes and no are found in what models write")
struct PolarityExtractionTests {
    @Test(
        "yes/no items",
        arguments: [
            AnswerCase.found("yes", [], "yes", value: "yes", score: 1, rule: "word"),
            .found("Yes.", [], "yes", value: "yes", score: 1, rule: "word"),
            .found("NO", [], "No", value: "no", score: 1),
            .found("True", [], "yes", value: "yes", score: 1),
            .found("False", [], "true", value: "no", score: 0),
            .found("**No**", [], "no", value: "no", score: 1),
            .found("Yes, there is a fracture.", [], "yes", value: "yes", score: 1, rule: "leading-word"),
            .found("No, there is none. Yes-sayers err", [], "no", value: "no", score: 1, rule: "leading-word"),
            .found("The answer is yes.", [], "yes", value: "yes", score: 1, rule: "statement"),
            .found("Answer: No", [], "yes", value: "no", score: 0, rule: "statement"),
            .found("\\boxed{\\text{Yes}}", [], "yes", value: "yes", score: 1, rule: "boxed"),
            .found("<answer>no</answer>", [], "no", value: "no", score: 1, rule: "tag"),
            .found("The heart is large.\n\nYes", [], "yes", value: "yes", score: 1, rule: "last-line"),
            .found("The heart is large, so yes, it is abnormal", [], "yes", value: "yes", score: 1, rule: "only-word"),
            .found("yes or no? Thinking.\nNo", [], "no", value: "no", score: 1, rule: "last-line"),
            .found("<think>yes</think>no", [], "no", value: "no", score: 1),
            .found("是", [], "是", value: "yes", score: 1),
            .found("没有", [], "否", value: "no", score: 1),
            .found("Sí", [], "sí", value: "yes", score: 1),
            .found("Não, não há", [], "não", value: "no", score: 1),
            .found("maybe", ["yes", "no", "maybe"], "maybe", value: "maybe", score: 1),
            .found("The answer is maybe", ["yes", "no", "maybe"], "yes", value: "maybe", score: 0),
            .found("Yes", ["Yes", "No"], "A", value: "A", score: 1),
            .found("No", ["Yes", "No"], "B", value: "B", score: 1),
            .found("no", ["no", "yes"], "0", value: "A", score: 1),
            .none("Yes and no", [], "yes"),
            .none("There is no fracture in the picture", [], "no"),
            .none("Perhaps", [], "yes"),
            .none("I'm sorry, but I can't help with that.", [], "yes", status: .refused),
            .none("", [], "yes", status: .error),
        ])
    func polarity(_ row: AnswerCase) { row.check() }
}
