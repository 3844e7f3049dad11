import Records

extension FieldGuess {
    /// The names that fields of a role have, the surest first; folded to lower-case letters and digits.
    static let names: [String: [String]] = [
        "item": [
            "item", "itemid", "id", "ids", "questionid", "qid", "sampleid", "docid", "caseid", "promptid", "uid",
            "exampleid",
            "idx", "index", "realidx", "arrayindex", "idxlocal", "instanceid", "number", "num", "questionnumber",
            "problemid", "sampleidx", "sampleindex", "globalidx", "globalindex", "questionidx", "questionindex",
            "itemidx",
            "itemindex", "exampleidx", "exampleindex", "pairid", "taskid", "testid", "testcaseid", "queryid", "dataid",
            "entryid",
            "recordid", "studyid", "stayid", "vignetteid", "scenarioid", "conversationid", "originalid", "imageindex",
            "imageidx", "rowid", "rowidx",
            "uuid", "questionno", "no", "preguntaid", "numero", "nummer", "frageid", "编号", "题号",
        ],
        "model": [
            "model", "modelname", "modelid", "modelused", "modelkey", "modellabel", "modeltag", "llm", "llmname",
            "engine", "modelo",
            "modell", "modele", "modèle", "模型", "system", "candidate", "provider", "method", "approach", "baseline",
            "pipeline", "answeringmodel",
        ],
        "benchmark": [
            "benchmark", "benchmarkid", "dataset", "datasetname", "task", "taskname", "exam", "editionid",
            "answeringtask",
        ],
        "prediction": [
            "prediction", "pred", "predictedanswer", "predicted", "predlabel", "parsedpred", "parsed",
            "extractedanswer", "answerchoice", "modelanswer", "letra", "response", "modelresponse", "output",
            "modeloutput",
            "completion", "generated", "generatedtext", "salidacruda", "rawresponse", "respostabruta", "resposta",
            "actualoutput", "modelpred", "modelprediction", "answerpred", "predanswer", "predans", "predclass",
            "predictedlabel",
            "predictedoption", "predictedletter", "predictedclass", "predictedanswers", "originalpred", "finalanswer",
            "parsedanswer",
            "parsedoutput", "modelchoice", "selectedanswer", "selectedoption", "selectedchoice", "chosenanswer",
            "chosenoption",
            "llmanswer", "llmresponse", "llmoutput", "airesponse", "aianswer", "botanswer", "assistantresponse",
            "assistantoutput", "generatedanswer", "generatedresponse", "generatedoutput", "systemanswer",
            "candidateanswer",
            "studentanswer", "outputtext", "responsetext", "rawoutput", "modelrawoutput", "rawanswer", "generation",
            "hypothesis", "ypred", "yhat", "raw", "predictions", "preds", "responses", "antwort", "modellantwort",
            "reponse", "predizione",
            "respuesta", "respuestamodelo", "respostamodelo", "respostadomodelo", "reponsemodele", "risposta",
            "vorhersage", "回答", "预测", "模型回答", "模型答案", "预测答案", "応答", "予測",
        ],
        "target": [
            "target", "gold", "gt", "answeridx", "goldanswer", "correctanswer", "correctoption", "groundtruth",
            "reference", "references", "expected", "expectedoutput", "esperado", "truth", "gabarito",
            "targets", "golds", "labels", "groundtruths", "loesung", "lösung", "referenz", "respuestacorrecta",
            "réponseattendue", "respostacorreta",
            "richtigeantwort", "goldlabel", "goldletter", "goldanswers", "goldstandard", "correctletter",
            "correctlabel", "correctchoice",
            "correctanswers", "correctanswerletter", "answerletter", "expectedanswer",
            "expectedlabel", "referenceanswer", "refanswer", "referencetext", "truelabel", "trueanswer", "trueclass",
            "gtanswer",
            "answergt", "groundtruthanswer", "originalgt", "gtlabel", "standardanswer", "idealanswer", "ideal", "ytrue",
            "label", "answer", "answerkey", "answerindex", "correctidx", "correctindex", "cop", "reponsecorrecte",
            "bonnereponse",
            "actual", "actualanswer", "actuallabel", "答案", "正确答案", "标准答案", "正解",
        ],
        "score": [
            "score", "iscorrect", "correct", "acierto", "correta", "correto", "richtig", "hit", "acc", "accuracy", "em",
            "exactmatch", "reward", "pass", "passed", "success", "majoritycorrect", "judge", "f1", "rougel", "bleu",
            "scores",
            "f1score", "tokenf1", "bleu1", "bleuscore", "rouge1", "rougelscore", "meteor", "bertscore",
            "isright", "answercorrect", "correctness", "judgescore", "llmscore", "llmjudgescore", "gptscore",
            "overallscore",
            "rubricscore", "finalscore", "answeriscorrect", "predictioncorrect", "modelcorrect", "strictmatch",
            "correctflag",
            "korrekt", "correcto", "correcta", "acertou", "acerto", "juste", "正确", "是否正确", "得分",
        ],
        "question": [
            "question", "prompt", "input", "query", "pregunta", "pergunta", "frage", "problem", "questiontext",
            "userinput", "vignette", "stem", "问题", "题目",
        ],
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
        "expectedoutput", "esperado", "truth", "gabarito", "goldlabel", "expectedanswer", "referenceanswer",
        "correctletter", "correctoption",
        "truelabel", "trueanswer", "standardanswer", "idealanswer",
    ]

    /// Names of the whole text of a model, of which an `answer` beside it is the part that was extracted.
    static let rawNames: Set<String> = [
        "raw", "rawresponse", "rawoutput", "rawanswer", "modelrawoutput", "respostabruta", "salidacruda",
    ]

    /// Names that tell items of one number apart: with them the number is the key.
    static let partNames = [
        "subset", "subject", "subtask", "config", "split", "arquivo", "file", "sourcefile", "category",
    ]

    /// Names of settings under which one model answers one item several times.
    static let settingNames = [
        "method", "approach", "strategy", "baseline", "prompttype", "promptkey", "promptname", "promptstyle",
        "promptmode",
        "promptvariant", "prompting", "setting", "mode", "condition", "arm", "configuration", "temperature", "shots",
        "nshots", "language", "lang",
    ]

    /// Names of figures of many items; rows that hold them and no answer are no items.
    private static let figureNames: Set<String> = [
        "total", "n", "ncases", "nscored", "numcases", "nerrors", "ntest", "numexamples", "nexamples", "ntotal",
        "neval", "nitems", "nsamples", "nquestions", "ncorrect", "numsamples", "numquestions", "numitems",
        "numcorrect", "totalquestions", "totalsamples", "totalitems", "count", "support", "precision", "recall",
        "macrof1",
        "microf1", "weightedf1", "f1macro", "f1micro", "f1weighted", "auroc", "auc", "std", "stderr", "cilow", "cihigh",
        "cilower", "ciupper",
        "avgtime", "samples", "correctcount", "totalcount", "loss", "valloss", "trainloss", "evalloss", "learningrate",
    ]

    /// Whether fields of these names are figures of whole runs, such as a row a model with its accuracy.
    static func areFigures(_ names: [String]) -> Bool {
        let has = roles(of: names)
        guard has("score"), !has("prediction"), !has("question"), !has("choices") else { return false }
        return names.contains(where: isFigure)
    }

    /// Whether a name is that of a figure of many items.
    static func isFigure(_ name: String) -> Bool { figureNames.contains(folded(name)) }

    /// Whether fields of these names are texts to learn from: a wanted answer, called an output, and nothing that tells of a run.
    private static func areLessons(_ names: [String]) -> Bool {
        let has = roles(of: names)
        let names = Set(names.map(folded))
        guard !has("score"), !has("target"), !has("model"), !has("benchmark") else { return false }
        let answers = names.intersection(Self.names["prediction"] ?? [])
        return !answers.isEmpty && answers.isSubset(of: ["output", "completion", "response"])
            && (names.contains("instruction") || (!has("item") && has("question")))
    }

    /// Measures that are shares or percentages by definition; other scores above 1 may be ratings.
    static let shareNames: Set<String> = [
        "acc", "accuracy", "em", "exactmatch", "f1", "f1score", "tokenf1", "rougel", "rouge1", "rougelscore", "bleu",
        "bleu1",
        "bleuscore", "meteor", "bertscore",
    ]

    /// Tells whether fields of these names can play a role.
    private static func roles(of names: [String]) -> (String) -> Bool {
        let folded = Set(names.map(Self.folded))
        let isPaired = !FieldPair.all(in: names).isEmpty
        return { role in
            if isPaired, role == "prediction" || role == "target" { return true }
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
        if areFigures(names) || areLessons(names) { return 0 }
        if ["model", "benchmark", "item", "target", "prediction"].allSatisfy(names.contains) { return 0.95 }
        guard has("prediction") || has("score") else {
            let models = names.count(where: PathNames.looksLikeModel)
            return models >= 2 && (has("target") || has("item") || has("question")) ? 0.3 : 0
        }
        let others = ["item", "target", "model", "question", "score", "prediction"].count { has($0) }
        return others >= 2 ? 0.3 + 0.05 * Double(others) : 0
    }
}
