import Testing

@testable import Scoring

@Suite("Short answers are found and folded")
struct ShortExtractionTests {
    @Test(
        "short answers",
        arguments: [
            AnswerCase.found("left lung", [], "Left Lung", value: "left lung", score: 1, rule: "whole-text"),
            .found("The left lung.", [], "left lung", value: "left lung", score: 1),
            .found("Answer: the left lung", [], "left lung", value: "left lung", score: 1, rule: "statement"),
            .found(
                "The answer is right lung. It is white.", [], "right lung", value: "right lung", score: 1,
                rule: "statement"),
            .found("X-Ray", [], "x ray", value: "x ray", score: 1),
            .found("Crohn's disease", [], "Crohn’s disease", value: "crohns disease", score: 1),
            .found("MRI", [], "CT", "MRI", value: "mri", score: 1),
            .found("1.0", [], "1", value: "1", score: 1),
            .found("1,000", [], "1000", value: "1000", score: 1),
            .found("0,5", [], ".5", value: "0.5", score: 1),
            .found("-3.50", [], "-3.5", value: "-3.5", score: 1),
            .found("007", [], "7", value: "7", score: 1),
            .found("hepatitis A", [], "hepatitis", value: "hepatitis a", score: 0),
            .found("Sjogren syndrome", [], "Sjögren syndrome", value: "sjogren syndrome", score: 1),
            .found("año", [], "ano", value: "año", score: 1),
            .found("último", [], "últimó", value: "último", score: 0),
            .found("ﬁbrosis", [], "fibrosis", value: "fibrosis", score: 1),
            .found("ＣＴ", [], "CT", value: "ct", score: 1),
            .found("肺", [], "肺", value: "肺", score: 1),
            .found("答案是肺。", [], "肺", value: "肺", score: 1, rule: "statement"),
            .found("\\boxed{12}", [], "12.0", value: "12", score: 1, rule: "boxed"),
            .found("<answer>spleen</answer>", [], "spleen", value: "spleen", score: 1, rule: "tag"),
            .found("What is seen", [], value: "what is seen", score: nil),
            .found("The spleen is seen", [], "spleen", value: "spleen is seen", score: 0),
            .none("...", [], "spleen"),
            .none("As an AI, I am unable to determine that.", [], "spleen", status: .refused),
            .none("Failed to obtain answer via API.", [], "spleen", status: .error),
            .none(String(repeating: "word ", count: 200), [], "spleen"),
        ])
    func short(_ row: AnswerCase) { row.check() }
}
