import Records

/// Turns the data of items, as HealthBench and forks of other evals write them, into predictions; several answers to
/// one prompt are its epochs.
struct SimpleEvalsRubrics {
    private var epochs: [String: Int] = [:]
    /// The lowest score of an item so far.
    private(set) var lowestScore: Double?

    mutating func prediction(_ row: JSONValue, position: Int, writer: RunWriter) -> PredictionRecord {
        let item = (row["prompt_id"] ?? row["id"] ?? row["request_id"])?.scalarText ?? "position-\(position + 1)"
        epochs[item, default: 0] += 1
        let score = row["score"].flatMap { $0.double ?? $0.bool.map { $0 ? 1 : 0 } }
        if let score { lowestScore = min(lowestScore ?? score, score) }
        var scores = [MetricScore(metric: writer.metric(SimpleEvalsRun.score), value: score)]
        for (tag, value) in Self.axisScores(row["rubric_items"]) {
            scores.append(MetricScore(metric: writer.metric(tag), value: value))
        }
        let prompt = (row["prompt"] ?? row["prompt_messages"] ?? row["question"]).flatMap(
            SimpleEvalsConversation.lastQuestion)
        let text = (row["completion"] ?? row["response"]).flatMap { completion in
            completion.kind == .array
                ? completion.elements.map { $0["content"].flatMap(ChatText.text) ?? "" }.joined(separator: "\n")
                : completion.scalarText
        }
        return PredictionRecord(
            run: 0, item: item, epoch: epochs[item, default: 1], question: prompt,
            targets: row["correct_answer"]?.scalarText.map { [$0] } ?? [], text: text,
            runnerAnswer: row["extracted_answer"]?.scalarText, scores: scores,
            outputTokens: row["usage"]?["output_tokens"]?.counter, facets: Self.facets(row),
            line: position + 1)
    }

    /// The share of the positive points of each axis that was met, as the runner computes it; negative points can take
    /// it below 0, and an axis without positive points has no score.
    private static func axisScores(_ rubric: JSONValue?) -> [(tag: String, value: Double)] {
        var order: [String] = []
        var met: [String: Double] = [:]
        var possible: [String: Double] = [:]
        for item in rubric.map({ Array($0.elements) }) ?? [] {
            guard let points = item["points"]?.double, let isMet = item["criteria_met"]?.bool else { continue }
            for tag in item["tags"].map({ Array($0.elements) }) ?? [] {
                guard let tag = tag.string, tag.hasPrefix("axis:") else { continue }
                if possible[tag] == nil { order.append(tag) }
                met[tag, default: 0] += isMet ? points : 0
                possible[tag, default: 0] += max(points, 0)
            }
        }
        return order.sorted().compactMap { tag in
            guard let total = possible[tag], total > 0, let points = met[tag] else { return nil }
            return (tag, points / total)
        }
    }

    /// Tags of the form `name:value`: those of the item, and those of its rubric that name what it is about.
    private static func facets(_ row: JSONValue) -> [Facet] {
        var values: [String: Set<String>] = [:]
        func add(_ tag: JSONValue) {
            guard let parts = tag.string?.split(separator: ":", maxSplits: 1), parts.count == 2 else { return }
            values[String(parts[0]), default: []].insert(String(parts[1]))
        }
        for tag in (row["example_tags"] ?? row["tags"]).map({ Array($0.elements) }) ?? [] { add(tag) }
        for item in row["rubric_items"].map({ Array($0.elements) }) ?? [] {
            for tag in item["tags"].map({ Array($0.elements) }) ?? [] {
                // Every item has criteria of several axes and levels, so these divide no items.
                if let text = tag.string, !text.hasPrefix("axis:"), !text.hasPrefix("level:") { add(tag) }
            }
        }
        return values.sorted { $0.key < $1.key }.map {
            Facet(name: $0.key, value: String($0.value.sorted().joined(separator: ", ").prefix(200)))
        }
    }
}
