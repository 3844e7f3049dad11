import Foundation

/// The names under which models and prompts put an answer, as JSON keys and as tags.
enum AnswerNames {
    /// How much a name promises.
    enum Strength {
        /// The field is the answer: the last one counts.
        case answer
        /// The field may be a list of the options: it counts only if all such fields agree.
        case candidate
    }

    /// The longest name in bytes; longer ones are not looked at.
    static let limit = 48

    private static let answers: Set<String> = [
        "answer", "answers", "answerchoice", "answerchoices", "answeroption", "answerletter", "answerid", "answeridx",
        "answerindex", "finalanswer", "finalanswerletter", "finalchoice", "finaldecision", "finaldiagnosis", "myanswer",
        "youranswer", "theanswer", "modelanswer", "correctanswer", "correctoption", "correctchoice", "bestanswer",
        "bestoption", "chosenanswer", "chosenoption", "selectedanswer", "selectedoption", "selectedchoice", "selection",
        "prediction", "pred", "predictedanswer", "predictedoption", "predictedchoice", "predictedlabel", "ans",
        "conclusion",
        "respuesta", "respuestafinal", "respuestacorrecta", "opcióncorrecta", "opcioncorrecta", "resposta",
        "respostafinal", "respostacorreta", "alternativacorreta", "gabarito", "antwort", "finaleantwort",
        "endgültigeantwort", "richtigeantwort", "réponse", "reponse", "réponsefinale", "reponsefinale", "bonneréponse",
        "risposta", "rispostafinale", "rispostacorretta", "ответ", "правильныйответ", "окончательныйответ",
        "відповідь", "答案", "最终答案", "最終答案", "正确答案", "正確答案", "答え", "解答", "回答", "正解", "最終回答",
        "정답", "답", "답변", "최종답변", "الإجابة", "الاجابة", "الجواب", "إجابة", "उत्तर", "antwoord", "odpowiedź", "cevap",
    ]
    private static let candidates: Set<String> = [
        "option", "choice", "letter", "label", "selected", "opción", "opcion", "opção", "opcao", "alternativa", "letra",
        "scelta", "choix", "wahl", "вариант", "选项", "選項", "選択肢", "선택",
    ]

    /// How much a name in the bytes of a range promises, or nil if it names no answer.
    static func strength(_ text: ByteText, _ range: Range<Int>) -> Strength? {
        guard !range.isEmpty, range.count <= limit else { return nil }
        let letters = String(decoding: text.part(range).bytes, as: UTF8.self).precomposedStringWithCanonicalMapping
            .lowercased().filter { !" _-./".contains($0) }
        if answers.contains(letters) { return .answer }
        return candidates.contains(letters) ? .candidate : nil
    }
}
