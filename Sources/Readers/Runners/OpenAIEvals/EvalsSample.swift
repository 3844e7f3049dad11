import Records

/// The events of one sample as they come; each match, or each set of metrics, is an answer of its own.
struct EvalsSample {
    /// What the events tell of one answer.
    private struct Attempt {
        var text: String?
        var question: String?
        var outputTokens: Int?
        var picked: String?
        var targets: [String] = []
        var scores: [String: Double?] = [:]
        var isMatched = false
    }

    private let line: Int
    private var attempts: [Attempt] = []
    /// The first sampling since the last answer: what follows it before the answer is the grader's.
    private var sampling: (question: String?, text: String?, outputTokens: Int?)?
    private var picked: (choices: [String], answer: String?)?
    private var failure: String?
    private var question: String?
    private var targets: [String] = []
    private var facets: [(name: String, value: String)] = []

    /// Fields of a recorded sample that are no facets.
    private static let plainFields: Set<String> = ["input", "ideal", "answer", "target", "expected", "output", "label"]
    private static let longestFacet = 200

    init(line: Int) { self.line = line }

    mutating func add(_ event: EvalsEvent) {
        let data = event.data
        switch event.type {
        case "sampling":
            if sampling == nil {
                sampling = (
                    Self.prompt(data["prompt"]), Self.text(data["sampled"]),
                    data["usage"]?["completion_tokens"]?.counter
                )
            }
        case "match": match(data)
        case "metrics": measure(data)
        case "pick_option":
            picked = (data["options"].map(Self.texts) ?? [], data["picked"]?.scalarText)
            question = question ?? Self.prompt(data["prompt"])
        case "error":
            let parts = [data["type"]?.string, data["message"]?.string].compactMap { $0 }
            failure = parts.isEmpty ? "an error without a message" : parts.joined(separator: ": ")
        case "raw_sample": readSample(data)
        default: break
        }
    }

    private mutating func match(_ data: JSONValue) {
        var attempt = Attempt()
        attempt.text = Self.text(data["sampled"]) ?? sampling?.text
        attempt.outputTokens = sampling?.outputTokens
        attempt.question = sampling?.question ?? Self.prompt(data["prompt"])
        attempt.picked = data["picked"].flatMap { Self.texts($0).first }
        attempt.targets = data["expected"].map(Self.texts) ?? []
        attempt.scores[EvalsRun.accuracy] = .some(data["correct"].flatMap(EvalsRun.number))
        attempt.isMatched = true
        sampling = nil
        attempts.append(attempt)
    }

    private mutating func measure(_ data: JSONValue) {
        let scores =
            data.members.compactMap { name, value in
                (value.isNull ? nil : EvalsRun.number(value)).map { (name, $0) } ?? (value.isNull ? (name, nil) : nil)
            } as [(String, Double?)]
        // FuzzyMatch gives a match and then metrics, accuracy among them; a name that comes twice begins a repeat.
        let last = attempts.indices.last
        let isRepeat =
            last.map { index in
                scores.contains {
                    attempts[index].scores[$0.0] != nil && !($0.0 == EvalsRun.accuracy && attempts[index].isMatched)
                }
            } ?? true
        if isRepeat {
            attempts.append(sampled)
            sampling = nil
        }
        for (name, value) in scores { attempts[attempts.count - 1].scores[name] = .some(value) }
        attempts[attempts.count - 1].isMatched = false
    }

    /// What was sampled since the last answer.
    private var sampled: Attempt {
        Attempt(text: sampling?.text, question: sampling?.question, outputTokens: sampling?.outputTokens)
    }

    private mutating func readSample(_ data: JSONValue) {
        question = question ?? Self.prompt(data["input"])
        targets = data["ideal"].map(Self.texts) ?? targets
        guard facets.isEmpty else { return }
        for (name, value) in data.members where !Self.plainFields.contains(name) {
            guard let text = value.scalarText, !text.isEmpty, text.utf8.count <= Self.longestFacet else { continue }
            facets.append((name, text))
        }
    }

    /// The sample's answers as records, numbered from epoch 1.
    func predictions(item: String, run: EvalsRun, writer: RunWriter) -> [PredictionRecord] {
        let answers = attempts.isEmpty ? [sampled] : attempts
        return answers.enumerated().map { index, attempt in
            let scores = run.metricNames.compactMap { name in
                attempt.scores[name].map { MetricScore(metric: writer.metric(name), value: $0) }
            }
            let isAnswered = attempt.text != nil || attempt.picked != nil
            return PredictionRecord(
                run: writer.run.index, item: item, epoch: index + 1, question: attempt.question ?? question,
                choices: picked?.choices ?? [], targets: attempt.targets.isEmpty ? targets : attempt.targets,
                text: attempt.text ?? picked?.answer, runnerAnswer: attempt.picked ?? picked?.answer, scores: scores,
                outputTokens: attempt.outputTokens,
                failure: isAnswered ? nil : failure, facets: facets.map { Facet(name: $0.name, value: $0.value) },
                line: line)
        }
    }

    // MARK: - Values

    /// A text, or the first of several completions.
    private static func text(_ value: JSONValue?) -> String? {
        guard let value, !value.isNull else { return nil }
        if value.kind == .array { return value[0].flatMap { text($0) } }
        return value.scalarText ?? value["content"]?.string ?? value.compactText
    }

    private static func texts(_ value: JSONValue) -> [String] {
        value.kind == .array ? value.elements.compactMap(\.scalarText) : value.scalarText.map { [$0] } ?? []
    }

    /// A prompt as a text: that of the last message of a user, since examples and instructions come before it.
    private static func prompt(_ value: JSONValue?) -> String? {
        guard let value, value.kind == .array else { return value?.scalarText }
        var last: String?
        for message in value.elements {
            guard let content = message["content"].flatMap(ChatText.text) else { continue }
            if last == nil || message["role"]?.string != "system" { last = content }
        }
        return last ?? value.compactText
    }
}
