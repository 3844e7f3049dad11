import Records
import Testing

@testable import Scoring

private let lung = ["Pneumonia", "Pleural effusion", "Pulmonary oedema", "Lung cancer"]

@Suite("Failures are errors and refusals are refusals, but an answer is an answer")
struct FailureTests {
    @Test(
        "failures of runners, clients and providers",
        arguments: [
            "Failed to obtain answer via API.", "[ERROR]", "[ERROR] timeout", "API_ERROR",
            "Error: 429 Too Many Requests",
            "Error code: 400 - {'error': {'message': 'The response was filtered', 'answer': 'B'}}",
            "openai.RateLimitError: slow down",
            "RateLimitError: exceeded", "Request timed out.", "Connection error.", "HTTP 503", "HTTPError: 500",
            "Internal Server Error",
            "Traceback (most recent call last):\n  File \"x.py\"", "{\"error\": {\"code\": 429, \"answer\": \"B\"}}",
            "CUDA out of memory. B",
            "Sorry: ResponsibleAIPolicyViolation", "Output data may contain inappropriate content.",
            "The prompt was blocked", "", "  \n", "NaN",
            "null", "You exceeded your current quota", "Error: Option B", "错误：请求失败", "Erro: limite",
        ])
    func failures(_ text: String) {
        AnswerCase.none(text, lung, "B", status: .error).check()
    }

    @Test(
        "texts that only look like failures",
        arguments: [
            AnswerCase.found("null", [], "Null", value: "null", score: 1),
            .found("Error of refraction", [], "error of refraction", value: "error of refraction", score: 1),
            .found("Blocked by atropine", [], "blocked by atropine", value: "blocked by atropine", score: 1),
            .found("NaN\nB", lung, "B", value: "B", score: 1),
            .found("No response", [], "no response", value: "no response", score: 1),
            .found("The rate limit of the pump is reached. The answer is B.", lung, "B", value: "B", score: 1),
        ])
    func lookAlikes(_ row: AnswerCase) { row.check() }

    @Test(
        "refusals",
        arguments: [
            "I can’t help with identifying people.", "As a language model, I have no eyes.",
            "There is insufficient information in the image.",
            "I don't know.", "I am not able to diagnose.", "We are unable to determine this.",
            "No soy capaz de ver la imagen.", "Não sei.",
            "Je ne suis pas en mesure de le dire.", "Ich kann diese Frage nicht beantworten.",
            "Non sono in grado di dirlo.", "Простите, не знаю.",
            "对不起，我不能回答这个问题。", "わかりません", "모르겠습니다", "لا أستطيع الإجابة",
        ])
    func refusals(_ text: String) {
        for (choices, target) in [(lung, "B"), ([], "12"), ([], "spleen")] {
            AnswerCase.none(text, choices, target, status: .refused).check()
        }
    }

    @Test(
        "an answer wins over a phrase of regret",
        arguments: [
            AnswerCase.found(
                "I'm sorry, the image is small. <answer>B</answer>", lung, "B", value: "B", score: 1, rule: "tag"),
            .found("As an AI I cannot diagnose.\n\nB", lung, "B", value: "B", score: 1, rule: "last-line"),
            .found(
                "I cannot say this with certainty, but it is a lung cancer", lung, "D", value: "D", score: 1,
                rule: "option-text"),
            .found("I'm sorry to say: yes.", [], "yes", value: "yes", score: 1, rule: "only-word"),
            .found(
                "I cannot measure it well. The answer is 12 mg.", [], "12 mg", value: "12 mg", score: 1,
                rule: "statement"),
            .found(
                "unable to abduct the arm", [], "unable to abduct arm", value: "unable to abduct arm", score: 1,
                rule: "whole-text"),
            .found(
                "Cannot be determined", ["Pneumonia", "Cannot be determined"], "B", value: "B", score: 1,
                rule: "option-text"),
            .none("I'm sorry, but I can't tell whether this is pneumonia.", lung, "A", status: .refused),
        ])
    func answers(_ row: AnswerCase) { row.check() }

    @Test("a runner that found no answer", arguments: ["[invalid]", "", "None", "N/A", "?", " nan "])
    func noAnswer(_ text: String) {
        for target in ["B", "spleen", "12", "yes"] {
            let record = PredictionRecord(
                run: 0, item: "1", choices: target == "B" ? lung : [], targets: [target], runnerAnswer: text)
            #expect(AnswerScorer().score(record) == ScoredAnswer(answer: Answer(status: .unparsed), score: 0))
        }
        let none = PredictionRecord(run: 0, item: "1", targets: ["none"], runnerAnswer: "None")
        #expect(AnswerScorer().score(none).score == 1)
    }
}
