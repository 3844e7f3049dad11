import Records

/// Where the fields of a VLMEvalKit table lie, and what its rows say.
struct VLMEvalKitColumns {
    let item: Int
    let prediction: Int
    let question: Int?
    let answer: Int?
    let extracted: Int?
    /// The column of the scores and its name.
    let score: (column: Int, name: String)?
    /// The column of what each of several right answers gives, a list as text.
    let matches: Int?
    let split: Int?
    /// The column of what the judge did.
    let log: Int?
    /// The column of the question that a row is a rotation of.
    let group: Int?
    /// The columns of the options by their letters.
    let options: [(letter: String, column: Int)]
    private let facets: [(name: String, column: Int)]

    private static let scoreNames = ["hit", "eval_score", "score", "verifier_match", "verifier_score"]
    private static let otherNames: Set<String> = [
        "index", "id", "prediction", "question", "answer", "extracted", "log", "hint", "thinking", "extra_records",
        "image",
        "image_path", "eval_gt", "eval_pred", "eval_match", "hit", "eval_score", "score", "verifier_score",
        "verifier_match",
        "g_index", "gt", "res", "rationale", "explanation", "gpt4_score", "answer_option", "judge", "reason", "options",
    ]
    private static let letters = "ABCDEFGHIJ".map(String.init)
    /// The largest length of a facet's value in characters; longer texts are not properties to group by.
    private static let facetLimit = 80
    /// What VLMEvalKit writes as the prediction if a model's server gave none.
    private static let failureText = "Failed to obtain answer via API"

    /// - Parameter header: the texts of the first row.
    /// - Returns: nil if there is no column of items or of predictions.
    init?(header: [String]) {
        var positions: [String: Int] = [:]
        for (column, name) in header.enumerated() where !name.isEmpty && positions[Self.folded(name)] == nil {
            positions[Self.folded(name)] = column
        }
        guard let item = positions["index"] ?? positions["id"], let prediction = positions["prediction"] else {
            return nil
        }
        self.item = item
        self.prediction = prediction
        question = positions["question"]
        answer = positions["answer"]
        extracted = positions["extracted"] ?? positions["eval_pred"]
        split = positions["split"]
        log = positions["log"]
        group = positions["g_index"]
        matches = positions["eval_match"]
        score = Self.scoreNames.lazy.compactMap { name in positions[name].map { ($0, name) } }.first
        options = Self.letters.compactMap { letter in positions[letter].map { (letter, $0) } }
        facets = header.enumerated().filter { column, name in
            !name.isEmpty && positions[Self.folded(name)] == column && !Self.otherNames.contains(Self.folded(name))
                && !Self.letters.contains(name)
        }.map { ($1, $0) }
    }

    /// VLMEvalKit takes names in lower case, but for the letters of options.
    private static func folded(_ name: String) -> String { name.utf8.count == 1 ? name : name.lowercased() }

    /// Whether the table is VLMEvalKit's by its columns rather than any table with predictions.
    static func areTypical(_ header: [String]) -> Bool {
        let names = Set(header.map(folded))
        return (names.contains("index") || names.contains("id")) && names.contains("prediction")
            && (names.contains("question") || names.contains("answer"))
    }

    /// The record of a row without its score.
    func prediction(of row: SheetRow) -> PredictionRecord {
        let text = row[prediction]
        let answer = answer.map { row[$0] } ?? ""
        let question = question.map { row[$0] } ?? ""
        let extracted = extracted.map { row[$0] } ?? ""
        return PredictionRecord(
            run: 0, item: row[item], question: question.isEmpty ? nil : question,
            choices: options.map { row[$0.column] }.filter { !$0.isEmpty }, targets: Self.targets(answer), text: text,
            runnerAnswer: extracted.isEmpty ? nil : extracted,
            failure: text.contains(Self.failureText) ? text : nil, facets: facets(of: row), line: row.number)
    }

    /// Several right answers are a list as Python prints it.
    private static func targets(_ answer: String) -> [String] {
        if answer.isEmpty { return [] }
        return PythonList.elements(of: answer) ?? [answer]
    }

    private func facets(of row: SheetRow) -> [Facet] {
        facets.compactMap { name, column in
            let value = row[column]
            guard !value.isEmpty, value.count <= Self.facetLimit, !value.contains(where: \.isNewline),
                !"[{".contains(value.first ?? " ")
            else { return nil }
            return Facet(name: name, value: value)
        }
    }

    /// A score of `1`, `0.5`, `True`...; nil if it is none.
    static func score(_ text: String) -> Double? {
        switch text.lowercased() {
        case "true": 1
        case "false": 0
        default: Double(text).flatMap { $0.isFinite ? $0 : nil }
        }
    }

    /// The score of an item with several right answers as the benchmark counts it; nil where the mean over them counts,
    /// which is what the column of scores holds.
    ///
    /// - Parameter matches: what each right answer gives, such as `[0.0, 1.0]`; for DocVQA and InfoVQA the distances.
    static func score(matches: String, benchmark: String) -> Double? {
        guard let values = PythonList.elements(of: matches)?.compactMap(score), let least = values.min(),
            let largest = values.max()
        else { return nil }
        if benchmark.contains("DocVQA") || benchmark.contains("InfoVQA") { return 1 - least < 0.5 ? 0 : 1 - least }
        if benchmark.contains("ChartQA") || benchmark.contains("OCRVQA") { return largest }
        return nil
    }
}
