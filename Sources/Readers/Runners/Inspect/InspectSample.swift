import Records

/// One sample of an Inspect log, as a view on its JSON.
struct InspectSample {
    private let value: JSONValue
    /// The score values by scorer, in the order of the log.
    let scores: [(scorer: String, value: JSONValue)]
    /// Whether the score had no scorer's name, as in logs of 2024.
    private let isUnnamed: Bool

    init(_ value: JSONValue) {
        self.value = value
        if let scores = value["scores"], scores.kind == .object {
            self.scores = scores.members.compactMap { scorer, score in score["value"].map { (scorer, $0) } }
            isUnnamed = false
        } else if let score = value["score"], let inner = score["value"] {
            scores = [("score", inner)]
            isUnnamed = true
        } else {
            scores = []
            isUnnamed = false
        }
    }

    /// The item's identifier; nil if the sample has none.
    var item: String? { value["id"]?.scalarText }
    var epoch: Int { max(1, value["epoch"]?.counter ?? 1) }
    var metadataObject: JSONValue? { value["metadata"] }

    /// The value of a scorer.
    func score(_ scorer: String) -> JSONValue? { scores.first { $0.scorer == scorer }?.value }

    /// The score of a log that does not name the scorer in its samples.
    var onlyScore: JSONValue? { isUnnamed ? scores.first?.value : nil }

    /// Whether the scorers found here must be announced: not so if the header names the only scorer.
    var namesScorers: Bool { !isUnnamed }

    /// A metadata value as Python's `str` writes it, in which Inspect names groups.
    func metadata(_ key: String) -> String? {
        guard let value = value["metadata"]?[key] else { return nil }
        if let bool = value.bool { return bool ? "True" : "False" }
        return value.isNull ? "None" : value.scalarText
    }

    /// The question: the input's text, or the texts of the user's messages.
    var question: String? {
        guard let input = value["input"] else { return nil }
        if let text = input.string { return resolve(text) }
        let messages = input.elements.filter { $0["role"]?.string == "user" }.compactMap { text(of: $0["content"]) }
        return messages.isEmpty ? nil : messages.joined(separator: "\n\n")
    }

    var choices: [String] { value["choices"]?.elements.compactMap { $0.scalarText.map(resolve) } ?? [] }

    /// The targets; several letters of one item with choices make one answer, which must name them all.
    var targets: [String] {
        guard let target = value["target"] else { return [] }
        let texts = target.kind == .array ? target.elements.compactMap(\.scalarText) : [target.scalarText ?? ""]
        let resolved = texts.map(resolve).filter { !$0.isEmpty }
        let areLetters = resolved.allSatisfy { $0.count == 1 && ("A"..."Z").contains($0) }
        if resolved.count > 1, areLetters, value["choices"]?.count ?? 0 > 0 { return [resolved.joined(separator: ",")] }
        return resolved
    }

    /// What the model answered; nil if it did not come to an answer.
    var text: String? {
        guard let output = value["output"] else { return nil }
        let first = output["choices"]?[0]
        if let completion = output["completion"]?.string, !completion.isEmpty || first != nil {
            return resolve(completion)
        }
        return text(of: first?["message"]?["content"])
    }

    /// The answer that a scorer extracted: the first scorer's, else that of any.
    func answer(preferring scorer: String?) -> String? {
        let all = isUnnamed ? value["score"].map { [$0] } ?? [] : value["scores"]?.members.map(\.value) ?? []
        let preferred = scorer.flatMap { value["scores"]?[$0] }
        return ((preferred.map { [$0] } ?? []) + all).lazy
            .compactMap { $0["answer"]?.scalarText }.first.map(resolve)
    }

    /// Why there is no usable prediction, in the log's words.
    var failure: String? {
        if let error = value["error"], !error.isNull { return error["message"]?.string ?? error.scalarText ?? "error" }
        guard isInvalidated else { return nil }
        let reason = value["invalidation"]?["reason"]?.string
        return reason.map { "invalidated: \($0)" } ?? "invalidated"
    }

    /// Whether a person marked the sample as invalid after the run.
    var isInvalidated: Bool {
        guard let mark = value["invalidation"] else { return false }
        return !mark.isNull && mark.bool != false
    }

    /// The limit that stopped the sample, such as `token`.
    var limit: String? {
        guard let limit = value["limit"], !limit.isNull else { return nil }
        return limit["type"]?.string ?? limit.scalarText
    }

    // MARK: - Texts

    private func text(of content: JSONValue?) -> String? {
        guard let content else { return nil }
        if let text = content.string { return resolve(text) }
        guard content.kind == .array else { return nil }
        let texts = content.elements.compactMap { part in
            part.string ?? (part["type"]?.string == "text" ? part["text"]?.string : nil)
        }
        return texts.map(resolve).joined(separator: "\n")
    }

    /// Long texts may be moved to the sample's attachments.
    private func resolve(_ text: String) -> String {
        let scheme = "attachment://"
        guard text.hasPrefix(scheme), let found = value["attachments"]?[String(text.dropFirst(scheme.count))]?.string
        else {
            return text
        }
        return found
    }
}
