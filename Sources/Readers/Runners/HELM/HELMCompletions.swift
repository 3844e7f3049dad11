import Records

/// What came back for a request.
struct HELMCompletions {
    /// The completions' texts; empty if the request failed.
    let texts: [String]
    /// Why there is none, in the log's words.
    let failure: String?
    /// The log-probability of the first completion.
    let likelihood: Double?

    init(_ result: JSONValue?) {
        guard let result, !result.isNull else {
            texts = []
            failure = "no result"
            likelihood = nil
            return
        }
        if result["success"]?.bool == false {
            texts = []
            failure = result["error"]?.string ?? "the request failed"
            likelihood = nil
            return
        }
        let completions = result["completions"]
        // Models that answer in parts (a text beside a picture) write the text apart.
        texts =
            completions?.elements.map { $0["multimodal_content"]?["text"]?.string ?? $0["text"]?.string ?? "" } ?? []
        failure = texts.isEmpty ? "no completion" : nil
        likelihood = completions?[0]?["logprob"]?.double
    }
}

/// The requests for one instance where each option is asked for apart.
struct HELMOptionGroup {
    let key: HELMKey
    private var record: PredictionRecord
    private let instance: HELMInstance
    private var likelihoods: [Int: Double] = [:]
    private var calibrations: [Int: Double] = [:]
    private var failure: String?
    private var isRanking = false

    init(_ key: HELMKey, _ record: PredictionRecord, _ instance: HELMInstance) {
        self.key = key
        self.record = record
        self.instance = instance
    }

    /// Takes the request for one option.
    ///
    /// - Parameters:
    ///   - isCalibration: whether the option was asked for without the question, to be subtracted.
    ///   - isMapped: whether the answer is a yes or no on the option, as in ranking.
    mutating func add(_ reference: Int, isCalibration: Bool, _ result: JSONValue?, isMapped: Bool) {
        let completions = HELMCompletions(result)
        failure = failure ?? completions.failure
        isRanking = isRanking || isMapped
        guard let likelihood = completions.likelihood, likelihood.isFinite else { return }
        if isCalibration { calibrations[reference] = likelihood } else { likelihoods[reference] = likelihood }
    }

    /// The prediction: the option that HELM chose, else the likeliest one, the first of equals.
    func prediction(chosen: Int?, confidence: Double?) -> PredictionRecord {
        var prediction = record
        prediction.failure = failure
        if isRanking {
            prediction.targets = instance.correct
            return prediction
        }
        let values = likelihoods.map { ($0.key, $0.value - (calibrations[$0.key] ?? 0)) }.sorted { $0.0 < $1.0 }
        var likeliest: (Int, Double)?
        for value in values where value.1 > likeliest?.1 ?? -.infinity { likeliest = value }
        let answer = HELMAnswer(instance, chosen: chosen ?? (failure == nil ? likeliest?.0 : nil))
        prediction.choices = answer.choices
        prediction.targets = answer.targets
        prediction.text = answer.runnerAnswer
        prediction.runnerAnswer = answer.runnerAnswer
        prediction.confidence = confidence.flatMap { (0...1).contains($0) ? $0 : nil }
        return prediction
    }
}
