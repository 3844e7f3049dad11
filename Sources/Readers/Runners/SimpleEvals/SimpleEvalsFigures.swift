import Records

/// The figures of the whole run: `score` and `metrics`.
struct SimpleEvalsFigures {
    private var score: Double?
    private var metrics: [String: Double] = [:]

    mutating func add(_ path: String, _ value: JSONValue) {
        if path == "score" { score = value.double }
        guard path == "metrics" else { return }
        for (name, figure) in value.members { metrics[name] = figure.double }
    }

    /// Puts the runner's figures beside the metrics of the items.
    ///
    /// - Parameter lowestScore: the lowest score of an item, where scores can lie below 0; nil where they cannot.
    func report(to writer: RunWriter, lowestScore: Double?) {
        writer.update { run in
            for index in run.metrics.indices {
                let name = run.metrics[index].name
                run.metrics[index].reported = name == SimpleEvalsRun.score ? score : metrics[name]
                // The mean over items may lie below 0; the runner then reports 0.
                if let lowestScore, lowestScore < 0, let reported = run.metrics[index].reported,
                    reported <= 0 || reported >= 1
                {
                    run.metrics[index].reportedNote = "the runner clips the mean to 0...1"
                }
            }
        }
    }
}
