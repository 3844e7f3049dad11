/// One row of the details, whatever the version that wrote it.
struct LightevalRow {
    let question: String?
    let item: String?
    let options: [String]
    let golds: [Int]
    /// Right answers that are given as texts instead of positions.
    let goldTexts: [String]
    let texts: [String]
    /// How many tokens each text has; empty if the row does not keep them all.
    let outputTokens: [Int]
    /// The likelihoods of the options in their order; empty if the model wrote a text.
    let likelihoods: [Double]
    /// Whether the only option is what the model would have written; nil if that was not asked.
    let isGreedy: Bool?
    let metrics: JSONValue?
    let specific: JSONValue?
    /// Parsers of texts that hold nested values, kept as long as the row.
    private let documents: [JSONDocument]

    /// - Parameters:
    ///   - value: the row.
    ///   - place: where it lies, for messages.
    init(_ value: JSONValue, place: InputPlace) {
        var documents: [JSONDocument] = []
        // Versions before 0.8 keep every column as Python's text of it.
        func nested(_ value: JSONValue?) -> JSONValue? {
            guard let text = value?.string, let first = text.first, "[{(".contains(first),
                let json = PythonLiteral.json(text), let document = try? JSONDocument(json, place: place)
            else { return value }
            documents.append(document)
            return document.root
        }
        if let doc = value["doc"], doc.kind == .object {
            let response = value["model_response"]
            let cleaned = Self.texts(response?["text_post_processed"])
            question = doc["query"]?.string
            item = doc["id"]?.scalarText.flatMap { $0.isEmpty ? nil : $0 }
            options = Self.texts(doc["choices"])
            golds = Self.integers(doc["gold_index"])
            goldTexts = []
            texts = cleaned.contains { !$0.isEmpty } ? cleaned : Self.texts(response?["text"])
            let tokens = response?["output_tokens"]?.elements.map(\.count) ?? []
            outputTokens = tokens.count == texts.count && !tokens.contains(0) ? tokens : []
            likelihoods = texts.isEmpty ? Self.numbers(response?["logprobs"]) : []
            isGreedy = response?["argmax_logits_eq_gold"]?.elements.first { _ in true }?.bool
            metrics = value["metric"]
            specific = doc["specific"]
        } else {
            let predictions = nested(value["predictions"])
            let choices = Self.texts(nested(value["choices"]))
            question = value["example"]?.string ?? value["full_prompt"]?.string
            item = nil
            options = choices
            golds = Self.integers(nested(value["gold_index"]))
            goldTexts = Self.texts(nested(value["gold"]))
            let written = Self.texts(predictions).filter { Double($0) == nil }
            let own = Self.numbers(predictions)
            likelihoods =
                choices.isEmpty ? [] : own.count == choices.count ? own : Self.numbers(nested(value["pred_logits"]))
            outputTokens = []
            texts = likelihoods.isEmpty ? (written.isEmpty ? Self.texts(predictions) : written) : []
            isGreedy = predictions?.elements.first { _ in true }?[1]?.bool
            metrics = nested(value["metrics"])
            specific = nested(value["specifics"])
        }
        self.documents = documents
    }

    private static func texts(_ value: JSONValue?) -> [String] {
        guard let value else { return [] }
        if let text = value.string { return [text] }
        return value.elements.compactMap(\.scalarText)
    }

    private static func integers(_ value: JSONValue?) -> [Int] {
        guard let value else { return [] }
        if let number = value.integer { return [number] }
        return value.elements.compactMap(\.integer)
    }

    /// Numbers, or pairs of a number and whether it belongs to the likeliest text.
    private static func numbers(_ value: JSONValue?) -> [Double] {
        value?.elements.compactMap { $0.double ?? $0[0]?.double } ?? []
    }
}
