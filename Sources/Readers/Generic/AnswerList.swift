/// The list in which a row holds several answers to its item, such as `runs` or `generations`.
enum AnswerList {
    private static let names: Set<String> = [
        "runs", "trials", "repeats", "repetitions", "generations", "attempts", "epochs", "samples", "completions",
        "answers", "outputs",
    ]

    /// The key of a row's list of answers, or nil if it has none: its members are objects with a prediction or a score.
    static func key(in row: JSONValue) -> String? {
        for (key, value) in row.members where value.kind == .array && names.contains(FieldGuess.folded(key)) {
            guard let first = value[0], first.kind == .object else { continue }
            let fields = first.members.map { FieldGuess.folded($0.key) }
            let roles = ["prediction", "score"].compactMap { FieldGuess.names[$0] }.joined()
            if fields.contains(where: roles.contains) { return key }
        }
        return nil
    }
}
