import Records
import Testing

@testable import Scoring

private let lung = ["Pneumonia", "Pleural effusion", "Pulmonary oedema", "Lung cancer"]

@Suite("Fields and tags hold answers")
struct StructuredAnswersTests {
    private func values(_ text: String) -> [String] {
        var copy = text
        return copy.withUTF8 { JSONAnswers.values(ByteText(bytes: $0)) }.map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(
        "values are decoded, the last one first",
        arguments: [
            ("{\"answer\": \"B\"}", ["B"]),
            ("{\"answer\": \"A\"} then {\"answer\": \"B\"}", ["B", "A"]),
            ("{\"answer\": \"two \\\"words\\\"\"}", ["two \"words\""]),
            ("{\"answer\": \"a\\u00e9\\nb\"}", ["aé\nb"]),
            ("{'answer': 'Crohn's disease', 'x': 1}", ["Crohn's disease"]),
            ("{\"answer\": \"\\boxed{B}\"}", ["\\boxed{B}"]),
            ("{\"answer\": \"\\text{B}\"}", ["\\text{B}"]),
            ("{\"answer\": 12.5}", ["12.5"]),
            ("{\"answer\": true, \"b\": 1}", ["true"]),
            ("{\"answer\": None}", []),
            ("{\"answer\": [\"A\", \"C\"]}", ["A, C"]),
            ("{\"answer\": {\"choice\": \"B\"}}", ["B"]),
            ("{\"answerChoice\": \"B\"}", ["B"]),
            ("{\"Final Answer\" : \"B\"}", ["B"]),
            ("{\"answer", []),
            ("{\"answer\":", []),
            ("{\"answer\": \"", []),
            ("{\"answer\": \"cut o", ["cut o"]),
            ("{\"question\": \"answer\", \"x\": \"B\"}", []),
            ("no brace \"answer\": \"B\"", []),
            ("{\"choice\": \"A\", \"text\": \"x\"}", ["A"]),
            ("[{\"choice\": \"A\"}, {\"choice\": \"B\"}]", []),
            ("[{\"choice\": \"A\"}, {\"choice\": \"B\"}] {\"answer\": \"B\"}", ["B"]),
        ])
    func json(_ text: String, _ expected: [String]) {
        #expect(values(text) == expected)
    }

    @Test(
        "tags",
        arguments: [
            AnswerCase.found("<answer>A</answer> or <answer>B</answer>", lung, "B", value: "B", score: 1, rule: "tag"),
            .found("<ANSWER> pleural effusion </ANSWER>", lung, "B", value: "B", score: 1, rule: "tag"),
            .found("<final_answer>\n(D)\n</final_answer>", lung, "D", value: "D", score: 1, rule: "tag"),
            .found("<CONCLUSION> The answer is C </CONCLUSION>", lung, "C", value: "C", score: 1, rule: "tag"),
            .found("[[Answer]]: B", lung, "B", value: "B", score: 1),
            .found("[FINAL ANSWER]: C\nThe end of it.", lung, "C", value: "C", score: 1, rule: "tag"),
            .found("<answer>{\"answer\": \"B\"}</answer>", lung, "B", value: "B", score: 1, rule: "json"),
            .found("<answer>$\\boxed{B}$</answer>", lung, "B", value: "B", score: 1, rule: "tag"),
            .found("<answer></answer> The answer is B.", lung, "B", value: "B", score: 1, rule: "statement"),
            .found(
                "<option>A</option><option>B</option> The answer is B.", lung, "B", value: "B", score: 1,
                rule: "statement"),
            .found(
                "<answer>What is asked</answer> The answer is B.", lung, "B", value: "B", score: 1, rule: "statement"),
            .none("<answer>A or B</answer>", lung, "A"),
            .none("<answer>", lung, "A"),
        ])
    func tags(_ row: AnswerCase) { row.check() }

    @Test(
        "fields",
        arguments: [
            AnswerCase.found(
                "Sure! {\"explanation\": \"A is wrong\", \"answer\": \"(D)\"} Hope it helps.", lung, "D", value: "D",
                score: 1, rule: "json"),
            .found(
                "```json\n{\n  \"prediction\": \"B\",\n  \"confidence\": 0.9\n}\n```", lung, "B", value: "B", score: 1,
                rule: "json"),
            .found("{\"opcion_correcta\": \"B\"}", lung, "B", value: "B", score: 1, rule: "json"),
            .found("{\"最终答案\": \"B\"}", lung, "B", value: "B", score: 1, rule: "json"),
            .found("{\"정답\": \"B\"}", lung, "B", value: "B", score: 1, rule: "json"),
            .found("{\"ответ\": \"B\"}", lung, "B", value: "B", score: 1, rule: "json"),
            .found(
                "{\"answer\": \"A\", \"why\": \"The answer is not B\"}", lung, "A", value: "A", score: 1, rule: "json"),
            .found("{\"answer\": \"unclear\"} The answer is B", lung, "B", value: "B", score: 1, rule: "statement"),
            .found("{\"answer\": 2}", lung, "2", value: "C", score: 1, rule: "json"),
            .found("{\"answer\": \"no\"}", [], "no", value: "no", score: 1, rule: "json"),
            .found("{\"answer\": false}", [], "no", value: "no", score: 1, rule: "json"),
        ])
    func fields(_ row: AnswerCase) { row.check() }
}
