/// What a first reading of a run's cases tells: whether names name items, which metrics there are and where they point.
struct DeepEvalSurvey {
    private struct Direction {
        var higher = 0
        var lower = 0
    }

    private(set) var metricNames: [String] = []
    /// How many scores are missing because their metric failed.
    private(set) var metricErrorCount = 0
    private(set) var firstMetricError: (metric: String, position: Int)?
    private var directions: [String: Direction] = [:]
    private var identities: [String: TextFingerprint] = [:]
    private(set) var areNamesItems = true

    mutating func add(_ testCase: DeepEvalCase, position: Int) {
        if let name = testCase.name, !name.isEmpty {
            let identity = testCase.identity
            // A name that stands for two questions names no item.
            if let known = identities[name], known != identity { areNamesItems = false }
            identities[name] = identity
        } else {
            areNamesItems = false
        }
        for metric in testCase.metrics {
            if directions[metric.name] == nil {
                directions[metric.name] = Direction()
                metricNames.append(metric.name)
            }
            if metric.error != nil, metric.score == nil {
                metricErrorCount += 1
                firstMetricError = firstMetricError ?? (metric.name, position)
            }
            guard let score = metric.score, let threshold = metric.threshold, let success = metric.success,
                score != threshold
            else { continue }
            if success == (score > threshold) {
                directions[metric.name]?.higher += 1
            } else {
                directions[metric.name]?.lower += 1
            }
        }
    }

    /// Whether a larger score is better: cases with larger scores pass, not those with smaller ones (hallucination).
    func isHigherBetter(_ metric: String) -> Bool {
        guard let direction = directions[metric] else { return true }
        return direction.lower <= direction.higher
    }
}
