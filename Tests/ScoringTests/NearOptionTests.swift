import Testing

@testable import Scoring

private let lung = ["Pneumonia", "Pleural effusion", "Pulmonary oedema", "Lung cancer"]
private let sides = ["Left lower lobe pneumonia", "Right lower lobe pneumonia", "Left upper lobe pneumonia"]

@Suite("Near matches of options are taken only where they are sure")
struct NearOptionTests {
    @Test(
        "taken",
        arguments: [
            AnswerCase.found("pnuemonia", lung, "A", value: "A", score: 1, rule: "near-option-text"),
            .found("Pulmonary edema.", lung, "C", value: "C", score: 1, rule: "near-option-text"),
            .found("effusion, pleural", lung, "B", value: "B", score: 1, rule: "near-option-text"),
            .found("The final answer is pulmonry oedema", lung, "C", value: "C", score: 1, rule: "near-option-text"),
            .found("I see white lungs.\nPlueral effusions", lung, "B", value: "B", score: 1, rule: "near-option-text"),
            .found("Left lower lobe pnuemonia", sides, "A", value: "A", score: 1, rule: "near-option-text"),
        ])
    func taken(_ row: AnswerCase) { row.check() }

    @Test(
        "not taken",
        arguments: [
            AnswerCase.none("Lower lobe pneumonias", sides, "A"),
            .none("Middle lobe pnuemonia", sides, "A"),
            .none("ileum", ["Ilium", "Pubis"], "A"),
            .none("Hypoglycaemia", ["Hyperglycaemia", "Anaemia"], "A"),
            .none("Prednisone", ["Prednisolone", "Aspirin"], "A"),
            .none("Colotomy", ["Colectomy", "Biopsy"], "A"),
            .none("No plueral effusion", lung, "B"),
            .none("Abduct the arm", ["Adduct the arm", "Flex the arm"], "A"),
            .none("Factor 9 deficiency", ["Factor 8 deficiency", "Von Willebrand"], "A"),
            .none("I'm sorry, I cannot see a plueral efusion", lung, "B", status: .refused),
            .none("右肺炎症", ["左肺炎症", "正常"], "A"),
            .none("Chronic lymphocytic leukemias", ["Acute lymphocytic leukemia", "Normal marrow"], "A"),
        ])
    func notTaken(_ row: AnswerCase) { row.check() }

    @Test(
        "edits between words",
        arguments: [
            ("", "", 0), ("a", "", 1), ("kitten", "sitting", 3), ("pnuemonia", "pneumonia", 1), ("abc", "abc", 0),
            ("ab", "ba", 1),
        ])
    func distance(_ left: String, _ right: String, _ edits: Int) {
        #expect(EditDistance.between(Array(left.utf8), Array(right.utf8)) == edits)
        #expect(EditDistance.between(Array(right.utf8), Array(left.utf8)) == edits)
    }
}
