import Records

/// Which field of a log plays which role, guessed from the names and the values of its first rows.
public struct FieldGuess: Equatable, Sendable {
    /// The mapping that was guessed, completed by what the user named.
    public internal(set) var mapping: FieldMapping
    /// What a full score is: 1 or 100.
    public internal(set) var scoreScale: Double = 1
    /// The facet that makes a cluster, if a field looks like one.
    public internal(set) var clusterFacet: String?
    /// Columns A, B, C, … that hold the options.
    public internal(set) var optionColumns: [String] = []

    /// The mapping as it would stand in a study file.
    public var toml: String {
        var lines = ["[logs.fields]"]
        for role in FieldMapping.roleNames {
            if let field = mapping.roles[role] { lines.append("\(role) = \"\(field)\"") }
        }
        for (facet, field) in mapping.facets.sorted(by: { $0.key < $1.key }) {
            lines.append("facets.\"\(facet)\" = \"\(field)\"")
        }
        return lines.joined(separator: "\n")
    }

    /// The names that fields of a role have, the surest first; folded to lower-case letters and digits.
    static let names: [String: [String]] = [
        "item": [
            "item", "itemid", "id", "questionid", "qid", "sampleid", "docid", "caseid", "promptid", "uid", "exampleid",
            "idx",
            "index", "realidx", "arrayindex", "idxlocal", "instanceid", "number", "num",
        ],
        "model": ["model", "modelname", "modelid", "engine", "system", "candidate", "provider"],
        "benchmark": ["benchmark", "benchmarkid", "dataset", "datasetname", "task", "taskname", "exam", "editionid"],
        "prediction": [
            "prediction", "pred", "predictedanswer", "predicted", "predlabel", "parsedpred", "parsed",
            "extractedanswer",
            "answerchoice", "modelanswer", "letra", "response", "modelresponse", "output", "modeloutput", "completion",
            "generated", "generatedtext", "salidacruda", "rawresponse", "respostabruta", "resposta", "actualoutput",
            "raw",
        ],
        "target": [
            "target", "gold", "gt", "answeridx", "goldanswer", "correctanswer", "correctoption", "groundtruth",
            "reference",
            "references", "expected", "expectedoutput", "esperado", "truth", "gabarito", "label", "answer",
        ],
        "score": [
            "score", "iscorrect", "correct", "acierto", "correta", "hit", "acc", "accuracy", "em", "exactmatch",
            "reward",
            "pass", "passed", "success", "majoritycorrect", "judge", "f1", "rougel", "bleu",
        ],
        "question": ["question", "prompt", "input", "query", "pregunta", "pergunta", "problem"],
        "choices": ["choices", "options", "opciones", "alternatives", "alternativas", "allchoices"],
        "epoch": ["epoch", "run", "trial", "repeat", "generationindex", "seed"],
        "error": ["error", "exception", "parseerror", "apierror"],
        "confidence": ["confidence", "answerconfidence", "modelconfidence", "statedconfidence", "pcorrect"],
        "cluster": ["image", "imageid", "imgid", "imagename", "imagepath", "patientid"],
    ]

    /// A field's last part without case and signs.
    static func folded(_ name: String) -> String {
        let last = name.split(separator: ".").last.map(String.init) ?? name
        return String(last.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    /// How well names alone fit a log of predictions, from 0 to 1.
    static func confidence(names: [String]) -> Double {
        let folded = Set(names.map(Self.folded))
        func has(_ role: String) -> Bool { Self.names[role]?.contains(where: folded.contains) ?? false }
        if ["model", "benchmark", "item", "target", "prediction"].allSatisfy(names.contains) { return 0.95 }
        guard has("prediction") || has("score") else { return 0 }
        let others = ["item", "target", "model", "question", "score", "prediction"].count { has($0) }
        return others >= 2 ? 0.3 + 0.05 * Double(others) : 0
    }
}

/// What the first rows show of a field.
struct FieldProfile {
    var name: String
    var filled = 0
    var values: [String: Int] = [:]
    var length = 0
    var scores: [Double] = []
    var isNested = false

    mutating func add(_ row: GenericRow) {
        if row.isNested(name) {
            isNested = true
            filled += 1
            return
        }
        guard let text = row.text(name) else { return }
        filled += 1
        length += text.utf8.count
        if text.utf8.count <= 200 { values[text, default: 0] += 1 }
        if let score = ScoreText.value(text) { scores.append(score) }
    }

    /// Whether every value is a score in [0, 1] or [0, 100].
    var isScore: Bool {
        guard !isNested, filled > 0, scores.count == filled, let largest = scores.max(), let least = scores.min() else {
            return false
        }
        return least >= 0 && largest <= 100
    }

    /// Whether every value is a whole number.
    var isWhole: Bool { filled > 0 && !isNested && values.keys.allSatisfy { Int($0) != nil } }
    var meanLength: Int { filled > 0 ? length / filled : 0 }
}
