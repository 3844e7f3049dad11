import Records

extension FieldGuess {
    /// The names that fields of a role have, the surest first; folded to lower-case letters and digits.
    static let names: [String: [String]] = [
        "item": [
            "item", "itemid", "id", "ids", "questionid", "qid", "sampleid", "docid", "caseid", "promptid", "uid", "exampleid",
            "idx", "index", "realidx", "arrayindex", "idxlocal", "instanceid", "number", "num", "questionnumber",
        ],
        "model": ["model", "modelname", "modelid", "engine", "system", "candidate", "provider", "answeringmodel"],
        "benchmark": [
            "benchmark", "benchmarkid", "dataset", "datasetname", "task", "taskname", "exam", "editionid", "answeringtask",
        ],
        "prediction": [
            "prediction", "pred", "predictedanswer", "predicted", "predlabel", "parsedpred", "parsed",
            "extractedanswer", "answerchoice", "modelanswer", "letra", "response", "modelresponse", "output", "modeloutput",
            "completion", "generated", "generatedtext", "salidacruda", "rawresponse", "respostabruta", "resposta",
            "actualoutput", "raw", "predictions", "preds", "responses", "antwort", "modellantwort", "reponse", "predizione",
            "回答", "预测", "模型回答",
        ],
        "target": [
            "target", "gold", "gt", "answeridx", "goldanswer", "correctanswer", "correctoption", "groundtruth",
            "reference", "references", "expected", "expectedoutput", "esperado", "truth", "gabarito", "label", "answer",
            "targets", "golds", "labels", "loesung", "lösung", "referenz", "respuestacorrecta", "réponseattendue", "答案",
            "正确答案",
        ],
        "score": [
            "score", "iscorrect", "correct", "acierto", "correta", "correto", "richtig", "hit", "acc", "accuracy", "em",
            "exactmatch", "reward", "pass", "passed", "success", "majoritycorrect", "judge", "f1", "rougel", "bleu", "scores",
            "f1score", "tokenf1", "bleu1", "bleuscore", "rouge1", "rougelscore", "meteor", "bertscore",
        ],
        "question": ["question", "prompt", "input", "query", "pregunta", "pergunta", "frage", "problem", "问题"],
        "choices": ["choices", "options", "opciones", "alternatives", "alternativas", "allchoices", "optionen", "选项"],
        "epoch": ["epoch", "run", "trial", "repeat", "generationindex", "seed"],
        "error": ["error", "exception", "parseerror", "apierror", "errormessage"],
        "confidence": ["confidence", "answerconfidence", "modelconfidence", "statedconfidence", "pcorrect"],
        "cluster": ["image", "imageid", "imgid", "imagename", "imagepath", "patientid"],
    ]

    /// A field's last part without case and signs.
    static func folded(_ name: String) -> String {
        let last = name.split(separator: ".").last.map(String.init) ?? name
        return String(last.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    /// Names of the gold beside which `answer` is the model's; beside an index or a label it is the gold in words.
    static let goldNames: Set<String> = [
        "target", "gold", "gt", "goldanswer", "correctanswer", "groundtruth", "reference", "references", "expected",
        "expectedoutput", "esperado", "truth", "gabarito",
    ]

    /// Tells whether fields of these names can play a role.
    private static func roles(of names: [String]) -> (String) -> Bool {
        let folded = Set(names.map(Self.folded))
        return { role in
            let found = (Self.names[role] ?? []).filter(folded.contains)
            // `answer` beside a gold of its own is the model's.
            if role == "prediction", found.isEmpty, folded.contains("answer") {
                return !goldNames.isDisjoint(with: folded)
            }
            return !found.isEmpty
        }
    }

    /// Whether fields of these names hold predictions, or scores of named items or targets.
    static func haveAnswers(_ names: [String]) -> Bool {
        let has = roles(of: names)
        return has("prediction") || (has("score") && (has("target") || has("question") || has("choices")))
    }

    /// How well names alone fit a log of predictions, from 0 to 1.
    static func confidence(names: [String]) -> Double {
        let has = roles(of: names)
        if ["model", "benchmark", "item", "target", "prediction"].allSatisfy(names.contains) { return 0.95 }
        guard has("prediction") || has("score") else {
            let models = names.count(where: PathNames.looksLikeModel)
            return models >= 2 && (has("target") || has("item") || has("question")) ? 0.3 : 0
        }
        let others = ["item", "target", "model", "question", "score", "prediction"].count { has($0) }
        return others >= 2 ? 0.3 + 0.05 * Double(others) : 0
    }
}
