/// The words around stated answers, in the languages that medical benchmarks are asked in.
///
/// English, Spanish, Portuguese, French, German, Italian, Russian, Ukrainian, Arabic, Dutch, Polish, Turkish, Indonesian and
/// Vietnamese separate words by spaces; Chinese, Japanese and Korean need the second group.
enum AnchorWords {
    /// "answer": needs a link ("is", ":") before the answer.
    static let nouns = WordSet([
        "answer", "answers", "ans", "option", "choice", "letter", "solution", "conclusion",
        "respuesta", "opción", "opcion", "inciso", "resposta", "alternativa", "opção", "opcao", "gabarito", "letra",
        "réponse", "reponse", "choix", "lettre", "antwort", "lösung", "buchstabe", "risposta", "opzione", "lettera",
        "ответ", "ответом", "вариант", "буква", "відповідь", "варіант",
        "الإجابة", "الاجابة", "إجابة", "اجابة", "الجواب", "الخيار", "الإجابه",
        "antwoord", "odpowiedź", "odpowiedz", "cevap", "yanıt", "jawaban", "đáp",
    ])
    /// "choose": the answer follows.
    static let verbs = WordSet([
        "choose", "chose", "select", "selected", "pick", "elijo", "escojo", "escolho", "wähle", "choisis", "scelgo",
        "выбираю", "выберу", "обираю", "أختار", "اختار",
    ])
    static let links = WordSet([
        "is", "are", "was", "be", "es", "é", "est", "ist", "lautet", "è", "sería", "seria", "será", "sera", "sarebbe",
        "является", "это", "هي", "هو", "là", "adalah", "jest",
    ])
    static let fillings = WordSet([
        "the", "to", "this", "that", "your", "my", "question", "problem", "above", "following", "given", "most",
        "likely",
        "correct", "best", "right", "final", "appropriate", "probable", "therefore", "thus", "so", "would", "should",
        "must", "will", "option", "choice", "letter", "answer", "indeed", "clearly", "here", "from", "among",
        "provided",
        "as", "follows", "i", "believe", "think", "hence", "then", "of", "for", "in", "s", "number", "single", "case",
        "opción", "opcion", "opção", "opcao", "la", "el", "o", "lo", "letra", "correcta", "correta", "correcto",
        "correto", "richtige", "die", "der", "lettre", "bonne", "alternativa", "item", "le", "pregunta", "esta", "para",
        "richtig", "buchstabe", "réponse", "respuesta", "resposta", "finale", "au", "del", "caso", "más", "mais",
        "probable",
        "provável", "certa", "certo", "da", "questão", "de", "die", "korrekte", "endgültige", "daher", "also", "somit",
        "correcte", "exacte", "donc", "il", "corretta", "giusta", "lettera", "domanda", "opzione", "risposta", "l",
        "правильный", "верный", "окончательный", "итоговый", "вариант", "ответ", "под", "буквой", "буква", "на",
        "вопрос",
        "правильна", "відповідь", "варіант", "остаточна",
        "الصحيحة", "الصحيح", "النهائية", "النهائي", "الخيار", "الحرف", "على", "السؤال", "الأفضل",
        "án", "đúng", "yang", "benar", "juiste", "prawidłowa", "doğru",
    ])

    private static func bytes(_ words: [String]) -> [[UInt8]] { words.map { Array($0.utf8) } }

    static let compactNouns = bytes([
        "答案", "正确选项", "正確選項", "正解", "正答", "答え", "解答", "回答", "结论", "정답", "해답", "답변", "답",
    ])
    static let compactVerbs = bytes(["选择", "選擇", "选", "選"])
    static let compactLinks = bytes([
        "应该是", "應該是", "是", "为", "為", "：", "→", "は", "应该", "应", "⇒", "은", "는", "이", "—", "–", "➜",
    ])
    static let compactFillings = bytes([
        "选项", "選項", "選択肢", "であり", "とは", "应", "选", "最终", "番号", "記号", "옵션", "선택지", "보기", "\u{200E}", "\u{200F}",
        "\u{200B}",
    ])
    /// 选项 is the noun "option", 选择题 and 選択肢 are not "choose" either.
    static let compactNoVerbs = bytes(["选项", "選項", "选择题", "選擇題", "選択肢", "選択", "选择的", "选出", "选自"])
    /// A denial behind the letter: "答えはBではない", "정답은 B가 아니다".
    static let compactDenials = bytes(["ではな", "じゃな", "가 아니", "이 아니", "不是", "不对", "不正确", "は不正解", "は誤り"])
}
