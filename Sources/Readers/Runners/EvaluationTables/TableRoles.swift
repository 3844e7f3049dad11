import Records

/// Which column of an evaluation table plays which role: by the names that MLflow and W&B users give, then as the generic
/// reader guesses it. Several columns may hold scores.
struct TableRoles {
    /// The columns that hold scores, the one to judge by first.
    let metrics: [String]
    let mapping: FieldMapping
    let measures: MeasureFields
    let optionColumns: [String]
    let clusterFacet: String?
    /// What a full score is, by metric: 100 where the values are percentages.
    let scales: [String: Double]

    /// How many rows are looked at.
    static let sampleSize = 400

    /// Names that only these runners use, in the order of preference.
    private static let names: [(role: String, names: [String])] = [
        (
            "prediction",
            [
                "outputs", "predictions", "prediction", "output", "response", "completion", "answer_prediction",
                "model_output",
            ]
        ),
        (
            "target",
            [
                "targets", "ground_truth", "ground_truths", "target", "expected_response", "expected_output",
                "references",
                "reference", "labels",
            ]
        ),
        ("question", ["inputs", "input", "question", "questions", "query", "prompt", "request"]),
    ]

    /// What describes a text or a request and says nothing of its being right; these metrics judge last.
    private static let auxiliary: Set<String> = [
        "flesch_kincaid_grade_level", "ari_grade_level", "toxicity", "latency", "token_count",
    ]
    /// Metrics in which a judge gives MLflow grades from 1 to 5.
    private static let grades: Set<String> = [
        "answer_correctness", "answer_similarity", "answer_relevance", "relevance", "faithfulness",
    ]
    /// Metrics of MLflow whose smaller values are better.
    static let lowerIsBetter: Set<String> = [
        "toxicity", "latency", "token_count", "flesch_kincaid_grade_level", "ari_grade_level",
    ]

    /// The columns that MLflow's own metrics make: `latency` is in seconds, and the tokens are those of the output.
    static let measureColumns = ["latency": "latency", "output-tokens": "token_count"]

    /// - Parameters:
    ///   - profiles: what the first rows show of each column, in the order of the columns.
    ///   - rows: how many rows these are.
    ///   - given: what the user named; it goes before every guess.
    init(profiles: [FieldProfile], rows: Int, given: FieldMapping) {
        var given = given
        let filled = profiles.filter { $0.filled > 0 }
        for (role, names) in Self.names where given.roles[role] == nil {
            let used = Set(given.roles.values)
            given.roles[role] =
                names.lazy.compactMap { name in
                    filled.first { $0.name.lowercased() == name && !used.contains($0.name) }?.name
                }.first
        }
        let suffixed = profiles.filter { $0.name.hasSuffix("/score") && !$0.isNested }.map(\.name)
        let notes = Set(profiles.map(\.name).filter { $0.hasSuffix("/justification") || $0.hasSuffix("/metadata") })
        // Scores with the runner's own names, and what belongs to them, are neither guessed at nor facets.
        let aside = Set(suffixed).union(notes).union(Self.auxiliary.subtracting(given.roles.values))
        let rest = filled.filter { !aside.contains($0.name) }
        var guess = FieldGuesser(profiles: rest, rows: rows).guess(given: given)
        var metrics = suffixed
        if let score = given.roles["score"] {
            metrics = [score]
        } else if let score = guess.mapping.roles["score"] {
            metrics.append(score)
        }
        let others = rest.filter { profile in
            profile.isScore && !metrics.contains(profile.name) && Self.isScoreName(profile.name)
                && !guess.mapping.roles.values.contains(profile.name)
        }
        if given.roles["score"] == nil { metrics += others.map(\.name) }
        for metric in metrics { guess.mapping.facets = guess.mapping.facets.filter { $0.value != metric } }
        self.metrics =
            metrics.filter { !Self.isAuxiliary($0) } + metrics.filter { Self.isAuxiliary($0) }
        var scales: [String: Double] = [:]
        for profile in others where (profile.scores.max() ?? 0) > 1 && profile.values.count > 2 {
            scales[profile.name] = 100
        }
        if let score = guess.mapping.roles["score"] { scales[score] = guess.scoreScale }
        for metric in metrics where Self.grades.contains(Self.base(metric)) { scales[metric] = 5 }
        self.scales = scales
        mapping = guess.mapping
        measures = MeasureFields(guess.mapping)
        optionColumns = guess.optionColumns
        clusterFacet = guess.clusterFacet
    }

    private static func isScoreName(_ name: String) -> Bool {
        let folded = FieldGuess.folded(name)
        return FieldGuess.names["score"]?.contains(folded) == true || folded.hasSuffix("score")
            || folded.hasPrefix("exactmatch")
    }

    /// Whether a metric (`toxicity/v1/score`) is one of those that judge last.
    static func isAuxiliary(_ metric: String) -> Bool { auxiliary.contains(base(metric)) }

    /// The name of a metric without version and ending.
    static func base(_ metric: String) -> String { metric.split(separator: "/").first.map(String.init) ?? metric }
}
