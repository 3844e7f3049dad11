import Records

/// Two fields that are named after one thing, one as a model saw it and one as it is: `predicted_acuity` and `true_acuity`,
/// `y_pred` and `y_true`, `Estimated_Acuity` and `acuity`.
struct FieldPair: Equatable {
    let prediction: String
    let target: String

    private static let predicted: Set<String> = [
        "pred", "preds", "predicted", "prediction", "estimated", "parsed", "hyp",
    ]
    /// Words that mark a prediction only beside a gold that is marked as well.
    private static let made: Set<String> = ["model", "llm", "ai", "generated", "extracted", "output", "system"]
    private static let gold: Set<String> = [
        "gold", "golden", "true", "truth", "gt", "actual", "target", "expected", "ref", "reference", "correct", "real",
        "ground",
    ]
    /// Words of fields that tell something about an answer and are none.
    private static let others: Set<String> = [
        "id", "idx", "index", "name", "path", "time", "tokens", "length", "count", "prob", "probs", "probability",
        "score",
        "scores", "conf", "confidence", "type", "prompt", "question", "rate", "num", "n", "logprob", "cost", "is",
        "explanation",
        "reasoning", "positive", "negative", "positives", "negatives",
    ]

    /// All pairs among fields, in the order of their predictions.
    static func all(in names: [String]) -> [FieldPair] {
        let words = names.map { (name: $0, words: Self.words($0)) }
        return words.flatMap { field -> [FieldPair] in
            let isPredicted = field.words.contains(where: predicted.contains)
            let rest = field.words.filter { !predicted.contains($0) && !made.contains($0) }
            guard isPredicted || (!rest.isEmpty && rest.count < field.words.count),
                rest.allSatisfy({ !others.contains($0) })
            else { return [] }
            return words.compactMap { other in
                guard other.name != field.name,
                    !other.words.contains(where: { predicted.contains($0) || made.contains($0) })
                else { return nil }
                let thing = other.words.filter { !gold.contains($0) }
                guard thing == rest else { return nil }
                // Without a word for the gold only a thing that is predicted in so many words has its gold in the bare field.
                guard thing.count < other.words.count || (isPredicted && !rest.isEmpty) else { return nil }
                return FieldPair(prediction: field.name, target: other.name)
            }
        }
    }

    /// The words of a field's last part in lower case, split at signs, digits' edges left alone, and at capitals.
    private static func words(_ name: String) -> [String] {
        let last = name.split(separator: ".").last.map(String.init) ?? name
        var words: [String] = []
        var word = ""
        var isLower = false
        for letter in last {
            if !letter.isLetter && !letter.isNumber || (letter.isUppercase && isLower) {
                if !word.isEmpty { words.append(word) }
                word = ""
            }
            if letter.isLetter || letter.isNumber { word += letter.lowercased() }
            isLower = letter.isLowercase
        }
        return word.isEmpty ? words : words + [word]
    }
}
