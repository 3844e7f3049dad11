import Records

/// Columns that are named after models: `gpt-4o_answer` and `gpt-4o_correct` are a model's texts and scores.
struct ModelColumns {
    /// The columns with predictions, or with scores if there are no others.
    let columns: [String]
    /// The model's name of each column.
    let models: [String: String]
    /// The column with the scores of a column's predictions.
    let scores: [String: String]
    let areScores: Bool
    let scale: Double

    private static var texts: Regex<(Substring, Substring)> {
        #/(?i)^(?:(?:pred|prediction|answer|response|output)[_ \-])?(.+?)(?:[_ \-](?:pred|prediction|predicted|answer|response|output|raw))?$/#
    }
    private static var scored: Regex<(Substring, Substring)> {
        #/(?i)^(.+?)[_ \-](?:is[_ \-]?correct|correct|score|acc|accuracy|em)$/#
    }
    private static var others: Regex<Substring> {
        #/(?i)[_ \-](?:time|tokens|latency|cost|confidence|reasoning|explanation|rationale)$/#
    }

    init(_ profiles: [FieldProfile]) {
        let isScored = { (profile: FieldProfile) in profile.isScore && profile.name.firstMatch(of: Self.scored) != nil }
        let answers = profiles.filter { !isScored($0) && $0.name.firstMatch(of: Self.others) == nil }
        let judged = profiles.filter(isScored)
        let chosen = answers.isEmpty ? judged : answers
        columns = chosen.map(\.name)
        areScores = chosen.allSatisfy(\.isScore)
        var models: [String: String] = [:]
        var scores: [String: String] = [:]
        for profile in chosen {
            let pattern = answers.isEmpty ? Self.scored : Self.texts
            let model = (profile.name.firstMatch(of: pattern)?.1).map(String.init) ?? profile.name
            models[profile.name] = model
            guard !answers.isEmpty else { continue }
            scores[profile.name] =
                judged.first { ($0.name.firstMatch(of: Self.scored)?.1).map(String.init) == model }?.name
        }
        self.models = models
        self.scores = scores
        scale = judged.first?.scale ?? 1
    }
}

extension FieldGuess {
    mutating func take(_ columns: ModelColumns) {
        modelColumns = columns.columns
        columnModels = columns.models
        columnScores = columns.scores
        columnsAreScores = columns.areScores && columns.scores.isEmpty
        if !columns.scores.isEmpty { scoreScale = columns.scale }
    }
}
