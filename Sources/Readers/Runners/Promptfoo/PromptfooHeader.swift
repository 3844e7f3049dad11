import Records

/// What promptfoo says about an eval as a whole.
struct PromptfooHeader {
    /// A pair of a prompt and a provider, with the counts that promptfoo made.
    struct Pair {
        var label: String?
        var passCount: Double?
        var failCount: Double?
        var errorCount: Double?
        var score: Double?
        var namedScores: [String: Double] = [:]
        var namedCounts: [String: Double] = [:]
        /// Whether named scores are weighted, so that their sum over their count is no mean.
        var isWeighted = false

        /// How many tests the counts are over; nil without counts.
        var testCount: Double? {
            guard let passCount, let failCount else { return nil }
            return passCount + failCount + (errorCount ?? 0)
        }
    }

    var version: String?
    var startedAt: String?
    var description: String?
    /// By promptIdx, which counts pairs of a prompt and a provider.
    var pairs: [Pair] = []

    init() {}

    /// Takes a member of the file by its dotted path, without the part before `version` and `results`.
    mutating func add(_ path: String, _ value: JSONValue) {
        switch path {
        case "timestamp": startedAt = startedAt ?? value.string
        case "prompts": addPrompts(value)
        case "table.head", "table": addPrompts(value["prompts"] ?? value["head"]?["prompts"])
        case "config": description = value["description"]?.string ?? description
        case "metadata":
            version = value["promptfooVersion"]?.string
            startedAt = value["evaluationCreatedAt"]?.string ?? startedAt
        default: break
        }
    }

    mutating func addPrompts(_ list: JSONValue?) {
        guard let list, list.kind == .array, pairs.isEmpty else { return }
        pairs = list.elements.map { prompt in
            var pair = Pair(label: PromptfooRow.label(prompt))
            guard let metrics = prompt["metrics"] else { return pair }
            pair.passCount = metrics["testPassCount"]?.double
            pair.failCount = metrics["testFailCount"]?.double
            pair.errorCount = metrics["testErrorCount"]?.double
            pair.score = metrics["score"]?.double
            pair.isWeighted = (metrics["namedScoreWeights"]?.count ?? 0) > 0
            for (name, value) in metrics["namedScores"].map({ Array($0.members) }) ?? [] {
                pair.namedScores[name] = value.double
            }
            for (name, value) in metrics["namedScoresCount"].map({ Array($0.members) }) ?? [] {
                pair.namedCounts[name] = value.double
            }
            return pair
        }
    }
}
