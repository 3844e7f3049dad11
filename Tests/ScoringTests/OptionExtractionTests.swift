import Records
import Testing

@testable import Scoring

private let lung = ["Pneumonia", "Pleural effusion", "Pulmonary oedema", "Lung cancer"]
private let nested = ["Pneumonia", "Viral pneumonia", "Bacterial pneumonia", "Normal"]
private let five = ["Aspirin", "Heparin", "Warfarin", "Vitamin K", "None of the above"]
private let nine = (1...9).map { "Structure number \($0)" }

@Suite("Options are found in what models write")
struct OptionExtractionTests {
    @Test(
        "short answers",
        arguments: [
            AnswerCase.found("B", lung, "B", value: "B", score: 1, rule: "letter"),
            .found("b", lung, "B", value: "B", score: 1, rule: "letter"),
            .found("B.", lung, "B", value: "B", score: 1, rule: "letter"),
            .found("(B)", lung, "B", value: "B", score: 1, rule: "letter"),
            .found("[B]", lung, "B", value: "B", score: 1),
            .found("B)", lung, "A", value: "B", score: 0),
            .found("  **C**\n", lung, "C", value: "C", score: 1),
            .found("\"D\"", lung, "D", value: "D", score: 1),
            .found("$D$", lung, "D", value: "D", score: 1),
            .found("A", lung, "A", value: "A", score: 1),
            .found("a", lung, "A", value: "A", score: 1),
            .found("I", nine, "I", value: "I", score: 1),
            .found("Ｂ", ["x ray film", "magnetic resonance"], "magnetic resonance", value: "B", score: 1),
            .found("C", [], "C", value: "C", score: 1),
            .found("J", [], "B", value: "J", score: 0),
            .found("B<|im_end|>", lung, "B", value: "B", score: 1),
            .found("B</s>", lung, "B", value: "B", score: 1),
            .found("B。", lung, "B", value: "B", score: 1),
        ])
    func shortAnswers(_ row: AnswerCase) { row.check() }

    @Test(
        "boxes",
        arguments: [
            AnswerCase.found("So \\boxed{B}", lung, "B", value: "B", score: 1, rule: "boxed"),
            .found("$\\boxed{\\text{B}}$", lung, "B", value: "B", score: 1, rule: "boxed"),
            .found("\\boxed{A} no, \\boxed{\\textbf{(C)}}", lung, "C", value: "C", score: 1, rule: "boxed"),
            .found("\\boxed{Pleural effusion}", lung, "B", value: "B", score: 1, rule: "boxed"),
            .found("\\boxed{D. Lung cancer}", lung, "D", value: "D", score: 1, rule: "boxed"),
            .found("\\boxed{\\text{Lung cancer}}", lung, "D", value: "D", score: 1, rule: "boxed"),
            .found("\\boxed{42} and the answer is B", lung, "B", value: "B", score: 1, rule: "statement"),
            .found("\\boxed{C", lung, "C", value: "C", score: 1, rule: "boxed"),
            .none("\\boxed{E}", lung, "A"),
        ])
    func boxes(_ row: AnswerCase) { row.check() }

    @Test(
        "explicit statements",
        arguments: [
            AnswerCase.found("The answer is (B).", lung, "B", value: "B", score: 1, rule: "statement"),
            .found("The answer is B", lung, "B", value: "B", score: 1, rule: "statement"),
            .found("the correct answer is: b", lung, "B", value: "B", score: 1, rule: "statement"),
            .found("Answer: B", lung, "B", value: "B", score: 1, rule: "statement"),
            .found("ANSWER: B", lung, "B", value: "B", score: 1, rule: "statement"),
            .found("Answer:\n\nB. Pleural effusion", lung, "B", value: "B", score: 1, rule: "statement"),
            .found("**Final Answer:** **C**", lung, "C", value: "C", score: 1, rule: "statement"),
            .found("### Answer\nThe correct option is D.", lung, "D", value: "D", score: 1, rule: "statement"),
            .found(
                "Thus the best choice would be option C: pulmonary oedema.", lung, "C", value: "C", score: 1,
                rule: "statement"),
            .found("<answer>B</answer>", lung, "B", value: "B", score: 1, rule: "tag"),
            .found("<answer> (D) Lung cancer </answer>\nA closing word", lung, "D", value: "D", score: 1, rule: "tag"),
            .found("{\"reason\": \"white lung\", \"answer\": \"B\"}", lung, "B", value: "B", score: 1, rule: "json"),
            .found("{\"answer_choice\": \"C\"}", lung, "C", value: "C", score: 1, rule: "json"),
            .found("I would choose C because of the batwing.", lung, "C", value: "C", score: 1, rule: "statement"),
            .found(
                "The answer to this question is most likely option (A).", lung, "A", value: "A", score: 1,
                rule: "statement"),
            .found("The answer is Pleural effusion.", lung, "B", value: "B", score: 1, rule: "statement"),
            .found("The answer is viral pneumonia, as seen", nested, "B", value: "B", score: 1, rule: "statement"),
            .found("Final answer: none of the above", five, "E", value: "E", score: 1, rule: "statement"),
            .found("Answer: A because of the fever", lung, "A", value: "A", score: 1, rule: "statement"),
            .found("The final answer is $\\boxed{B}$.", lung, "B", value: "B", score: 1, rule: "boxed"),
            .found("Option B is correct.", lung, "B", value: "B", score: 1, rule: "statement"),
            .found(
                "While (A) is common, (C) is the most likely correct answer here", lung, "C", value: "C", score: 1,
                rule: "statement"),
            .found("Ans. D", lung, "D", value: "D", score: 1),
            .found("Answer(s): B", lung, "B", value: "B", score: 1, rule: "statement"),
            .found("Answer = C", lung, "C", value: "C", score: 1, rule: "statement"),
            .found("The answer is **A**.", lung, "A", value: "A", score: 1, rule: "statement"),
            .found("The answer, therefore, is B.", lung, "B", value: "B", score: 1, rule: "statement"),
            .found("答案是B。", lung, "B", value: "B", score: 1, rule: "statement"),
            .found("正确答案：C", lung, "C", value: "C", score: 1, rule: "statement"),
            .found("综上所述，应选D", lung, "D", value: "D", score: 1, rule: "statement"),
            .found("选择 A", lung, "A", value: "A", score: 1, rule: "statement"),
            .found("La respuesta correcta es la B.", lung, "B", value: "B", score: 1, rule: "statement"),
            .found("Respuesta: C", lung, "C", value: "C", score: 1, rule: "statement"),
            .found("A alternativa correta é a letra D.", lung, "D", value: "D", score: 1, rule: "statement"),
            .found("A resposta correta é a B", lung, "B", value: "B", score: 1, rule: "statement"),
            .found("Gabarito: A", lung, "A", value: "A", score: 1, rule: "statement"),
            .found("Die richtige Antwort ist C.", lung, "C", value: "C", score: 1, rule: "statement"),
            .found("Antwort: B", lung, "B", value: "B", score: 1, rule: "statement"),
            .found("La bonne réponse est D", lung, "D", value: "D", score: 1, rule: "statement"),
            .found("Réponse : A", lung, "A", value: "A", score: 1, rule: "statement"),
        ])
    func statements(_ row: AnswerCase) { row.check() }

    @Test(
        "the last statement wins",
        arguments: [
            AnswerCase.found("The answer is A. Wait. The answer is B.", lung, "B", value: "B", score: 1),
            .found("Answer: C\n...\nFinal answer: D", lung, "D", value: "D", score: 1),
            .found("The answer is not A. The answer is C", lung, "C", value: "C", score: 1),
            .found("Answer: B\nThe answer is B because A is too rare.", lung, "B", value: "B", score: 1),
            .found("<think>The answer is A</think>The answer is B", lung, "B", value: "B", score: 1),
            .found("<think>Answer: A. Or is it C?</think>\n\nD", lung, "D", value: "D", score: 1, rule: "letter"),
            .found("reasoning without a start: answer is A </think> C.", lung, "C", value: "C", score: 1),
            .found(
                "<|channel|>analysis<|message|>Maybe A<|end|><|channel|>final<|message|>B", lung, "B", value: "B",
                score: 1),
            .none("<think>The answer is A and then the tokens ran out", lung, "A"),
            .none("The answer is A or B.", lung, "A"),
            .none("Both B and C are correct.", lung, "B"),
            .none("Answer: A, C", lung, "A"),
        ])
    func lastStatement(_ row: AnswerCase) { row.check() }

    @Test(
        "letters that are set off",
        arguments: [
            AnswerCase.found("B. Pleural effusion", lung, "B", value: "B", score: 1, rule: "leading-letter"),
            .found("(B) Pleural effusion", lung, "B", value: "B", score: 1, rule: "leading-letter"),
            .found("B: the costophrenic angle is blunted", lung, "B", value: "B", score: 1, rule: "leading-letter"),
            .found("D Lung cancer", lung, "D", value: "D", score: 1, rule: "leading-letter"),
            .found("A Pneumonia", lung, "A", value: "A", score: 1, rule: "option-text"),
            .found("Option C", lung, "C", value: "C", score: 1),
            .found("C\n\nThe picture shows a batwing.", lung, "C", value: "C", score: 1, rule: "leading-letter"),
            .found("B. Pleural effusion\n\nExplanation:\nA. too common\nC. no oedema", lung, "B", value: "B", score: 1),
            .found("**B. Pleural effusion** is seen", lung, "B", value: "B", score: 1, rule: "bold"),
            .found("The angle is blunt.\n\nB", lung, "B", value: "B", score: 1, rule: "last-line"),
            .found("The angle is blunt.\n**(B)**", lung, "B", value: "B", score: 1),
            .found(
                "Nothing else fits.\nSo it must be (C) in my view", lung, "C", value: "C", score: 1, rule: "last-line"),
            .found("I looked at the angle and go with D.", lung, "D", value: "D", score: 1, rule: "last-line"),
            .found("Long text.\nB. Pleural effusion", lung, "B", value: "B", score: 1, rule: "last-line"),
            .none("A. Pneumonia\nB. Pleural effusion", lung, "A"),
            .none("A) Pneumonia B) Pleural effusion", lung, "A"),
            .none("It is (A) here and (B) there", lung, "A"),
        ])
    func setOff(_ row: AnswerCase) { row.check() }

    @Test(
        "option texts",
        arguments: [
            AnswerCase.found("Pleural effusion", lung, "B", value: "B", score: 1, rule: "option-text"),
            .found("a pleural  effusion.", lung, "B", value: "B", score: 1, rule: "option-text"),
            .found(
                "The image shows a large pleural effusion on the left", lung, "B", value: "B", score: 1,
                rule: "option-text"),
            .found("Viral pneumonia is seen here", nested, "B", value: "B", score: 1, rule: "option-text"),
            .found(
                "There is no pneumonia but a lung cancer at the hilum", lung, "D", value: "D", score: 1,
                rule: "option-text"),
            .found(
                "E. coli", ["S. aureus", "E. coli", "K. pneumoniae", "P. mirabilis", "Proteus"], "B", value: "B",
                score: 1, rule: "option-text"),
            .found(
                "C. difficile is the cause", ["E. coli", "C. difficile", "S. aureus"], "B", value: "B", score: 1,
                rule: "option-text"),
            .found("Pleural effusion", lung, "Pleural effusion", value: "B", score: 1),
            .found("B", lung, "pleural effusion", value: "B", score: 1),
            .found("B", lung, "B. Pleural effusion", value: "B", score: 1),
            .found("4", ["2", "4", "8"], "B", value: "B", score: 1, rule: "option-text"),
            .found("4.0", ["2", "4", "8"], "4", value: "B", score: 1),
            .none("Pneumonia or pleural effusion could be seen", lung, "A"),
            .none("The picture is of a chest", lung, "A"),
        ])
    func optionTexts(_ row: AnswerCase) { row.check() }

    @Test(
        "articles, pronouns and names are no options",
        arguments: [
            AnswerCase.none("A patient with a cough.", lung, "A"),
            .none("a fracture can be seen", lung, "A"),
            .none("I think that the picture is unclear", nine, "I"),
            .none("I'd say it is unclear", nine, "I"),
            .none("The answer is a matter of debate", lung, "A"),
            .none("Vitamin D", lung, "D"),
            .none("The patient has hepatitis B", lung, "B"),
            .none("B-cell lymphoma", lung, "B"),
            .none("D-dimer is high", lung, "D"),
            .none("E", lung, "A"),
            .none("The answer is F.", lung, "A"),
            .none("The answer is (Z)", [], "B"),
            .none("Answer the question. A doctor would know", lung, "A"),
            .none("C. difficile", lung, "C"),
            .none("Apples", lung, "A"),
            .none("The answer cannot be B", lung, "B"),
            .found("The answer cannot be B, so C", lung, "C", value: "C", score: 1, rule: "last-line"),
        ])
    func words(_ row: AnswerCase) { row.check() }

    @Test(
        "several answers are compared as sets",
        arguments: [
            AnswerCase.found("A, C", lung, "A,C", value: "A,C", score: 1),
            .found("C and A", lung, "A,C", value: "A,C", score: 1),
            .found("AC", lung, "A,C", value: "A,C", score: 1),
            .found("The answer is ACD.", lung, "A", "C", "D", value: "A,C,D", score: 1),
            .found("The answer is A, B and D.", lung, "A,C", value: "A,B,D", score: 0),
            .found("A", lung, "A", "C", value: "A", score: 0),
            .found("(A), (C)", lung, "[\"A\", \"C\"]", value: "A,C", score: 1),
            .found("答案：A、C", lung, "AC", value: "A,C", score: 1),
        ])
    func several(_ row: AnswerCase) { row.check() }

    @Test(
        "digits count options only where the target is a digit",
        arguments: [
            AnswerCase.found("2", lung, "2", value: "C", score: 1),
            .found("C", lung, "2", value: "C", score: 1),
            .found("The answer is 0", lung, "0", value: "A", score: 1),
            .found("4", lung, "4", value: "D", score: 1),
            .found("D", lung, "4", value: "D", score: 1),
            .found("Lung cancer", lung, "3", value: "D", score: 1),
            .none("2", lung, "C"),
            .found("3", [], "3.0", value: "3", score: 1),
        ])
    func digits(_ row: AnswerCase) { row.check() }

    @Test("the first number of digit targets can be set")
    func firstNumber() {
        let record = PredictionRecord(run: 0, item: "1", choices: lung, targets: ["2"], text: "B")
        #expect(AnswerScorer().score(record).score == 0)
        #expect(AnswerScorer(firstNumber: 1).score(record).score == 1)
    }
}
