import Records

/// One test case with its metrics.
struct DeepEvalCase {
    /// One metric of a case.
    struct Metric {
        let name: String
        /// Nil if the metric failed.
        let score: Double?
        let threshold: Double?
        let success: Bool?
        let error: String?
    }

    let value: JSONValue

    init(_ value: JSONValue) { self.value = value }

    var name: String? { value["name"]?.scalarText }
    var turns: [JSONValue] { value["turns"].map { Array($0.elements) } ?? [] }

    /// 1 for a case that passed; nil if deepeval does not say.
    var success: Double? {
        // A database holds truth as a number.
        (value["success"]?.bool ?? value["success"]?.integer.map { $0 != 0 }).map { $0 ? 1 : 0 }
    }

    /// What was asked: the input; of a conversation its scenario, or what the user said last.
    var question: String? {
        if let input = value["input"]?.scalarText { return input }
        if let scenario = value["scenario"]?.string, !scenario.isEmpty { return scenario }
        return turns.last { $0["role"]?.string == "user" }?["content"]?.string
    }

    /// The model's answer; of a conversation its last turn.
    var text: String? {
        value["actualOutput"]?.scalarText ?? turns.last { $0["role"]?.string == "assistant" }?["content"]?.string
    }

    /// In seconds, as the user gave it: `runDuration` is the time of the metrics.
    var latency: Double? { value["completionTime"]?.double }
    var outputTokens: Int? { value["outputTokenCount"]?.counter }
    /// As the user gave it: `evaluationCost` is the price of the metrics.
    var cost: Double? { value["tokenCost"]?.double }

    var targets: [String] {
        (value["expectedOutput"]?.scalarText ?? value["expectedOutcome"]?.string).map { $0.isEmpty ? [] : [$0] } ?? []
    }

    /// What makes two cases of one name the same case.
    var identity: TextFingerprint {
        var print = TextFingerprint(question ?? "")
        for target in targets { print.add(target) }
        return print
    }

    /// The metrics; a name that comes twice is numbered.
    var metrics: [Metric] {
        var seen: [String: Int] = [:]
        // Versions before 1 called them metadata.
        let list = value["metricsData"] ?? value["metricsMetadata"]
        return (list.map { Array($0.elements) } ?? []).compactMap { metric in
            guard let name = metric["name"]?.string ?? metric["metric"]?.string else { return nil }
            seen[name, default: 0] += 1
            let count = seen[name, default: 1]
            return Metric(
                name: count > 1 ? "\(name) #\(count)" : name,
                score: metric["score"]?.double ?? metric["score"]?.bool.map { $0 ? 1 : 0 },
                threshold: metric["threshold"]?.double,
                success: metric["success"]?.bool ?? metric["success"]?.integer.map { $0 != 0 },
                error: metric["error"]?.string)
        }
    }

    /// Tags and the metadata of the case.
    func facets(_ collector: inout FacetCollector) -> [Facet] {
        let answers: Set<String> = ["answer", "expected_output", "expectedOutput", "actual_output", "target", "gold"]
        var facets = collector.facets(of: value["metadata"] ?? value["additionalMetadata"], excluding: answers)
        let tags = (value["tags"].map { Array($0.elements) } ?? []).compactMap(\.scalarText).filter { !$0.isEmpty }
        if !tags.isEmpty, !facets.contains(where: { $0.name == "tags" }) {
            facets.append(Facet(name: "tags", value: String(tags.joined(separator: ", ").prefix(200))))
        }
        return facets
    }
}
