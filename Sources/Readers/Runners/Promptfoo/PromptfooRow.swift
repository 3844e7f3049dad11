import Records

/// One result: one provider's answer to one prompt in one test.
struct PromptfooRow {
    let value: JSONValue

    init(_ value: JSONValue) { self.value = value }

    /// Whether it has what every result has.
    var isResult: Bool { value["provider"] != nil && (value["success"] != nil || value["error"] != nil) }

    var providerID: String {
        let provider = value["provider"]
        return provider?["id"]?.scalarText ?? provider?.scalarText ?? provider?["label"]?.scalarText
            ?? "unknown provider"
    }

    var providerLabel: String? {
        guard let label = value["provider"]?["label"]?.scalarText, !label.isEmpty else { return nil }
        return label
    }

    var testIndex: Int? { value["testIdx"]?.integer }
    var promptIndex: Int? { value["promptIdx"]?.integer }
    var vars: JSONValue? { value["vars"] ?? value["testCase"]?["vars"] }

    /// How a prompt is called: its label, or in early versions what was displayed of it. Its text is no name, since in
    /// rows the variables are filled in.
    static func label(_ prompt: JSONValue?) -> String? {
        prompt?["label"]?.string ?? prompt?["display"]?.string ?? prompt?["id"]?.string
    }

    /// What makes two tests the same test: the variables, the description and what is asserted.
    var testIdentity: TextFingerprint {
        var print = TextFingerprint(vars?.compactText ?? "")
        print.add(value["testCase"]?["description"]?.string ?? "")
        print.add(value["testCase"]?["assert"]?.compactText ?? "")
        return print
    }

    /// Whether the test has variables that tell it from others.
    var hasVars: Bool { (vars?.count ?? 0) > 0 }

    /// The question: the prompt as it was sent.
    var question: String? { value["prompt"]?["raw"]?.string ?? value["prompt"]?.string }

    /// The model's answer; objects as JSON.
    var text: String? {
        guard let output = value["response"]?["output"] ?? value["output"], !output.isNull else { return nil }
        return output.scalarText ?? output.compactText
    }

    /// 1 for a passed test and 0 for another; nil if the row does not say.
    var pass: Double? {
        // A database holds truth as a number.
        (value["success"]?.bool ?? value["success"]?.integer.map { $0 != 0 }).map { $0 ? 1 : 0 }
    }

    var score: Double? { value["score"]?.double }

    var namedScores: [(name: String, value: Double?)] {
        value["namedScores"].map { $0.members.map { ($0.key, $0.value.double ?? $0.value.bool.map { $0 ? 1 : 0 }) } }
            ?? []
    }

    /// Whether the answer came from promptfoo's cache. Then the row's own time is that of the cache, unless the answer
    /// brought the time with it, and a price of 0 says only that nothing was paid again.
    private var isCached: Bool { value["response"]?["cached"]?.bool == true }

    /// In seconds.
    var latency: Double? {
        value["response"]?["latencyMs"]?.milliseconds ?? (isCached ? nil : value["latencyMs"]?.milliseconds)
    }

    var outputTokens: Int? { (value["response"]?["tokenUsage"] ?? value["tokenUsage"])?["completion"]?.counter }

    /// In dollars; providers whose prices promptfoo does not know have none or, in rows without a response's price, 0.
    var cost: Double? {
        if let cost = value["response"]?["cost"]?.double { return isCached && cost == 0 ? nil : cost }
        return value["cost"]?.double.flatMap { $0 == 0 ? nil : $0 }
    }

    /// Why there is no answer; nil for a failed assertion, which is the model's matter.
    ///
    /// Reason 2 is an error. Before reasons were written an error was a result with `error` and without an output.
    var failure: String? {
        let reason = value["failureReason"]?.integer
        let isError = reason.map { $0 == 2 } ?? (text == nil && value["error"]?.string != nil)
        guard isError else { return nil }
        let message = value["error"]?.string ?? value["response"]?["error"]?.string ?? "an error without a message"
        // What follows the first line is a stack trace with paths of the machine.
        return String(message.prefix { !$0.isNewline }.prefix(300))
    }

    // MARK: - Targets and facets

    private static let targetVars = [
        "answer", "expected", "expected_answer", "expected_output", "target", "gold", "reference", "label",
        "ground_truth", "correct_answer", "ideal",
    ]
    private static let questionVars: Set<String> = [
        "question", "query", "input", "prompt", "problem", "context", "messages",
    ]

    /// What `equals` asserts, else a variable that is called like an answer.
    var targets: [String] {
        for assertion in value["testCase"]?["assert"].map({ Array($0.elements) }) ?? [] {
            guard assertion["type"]?.string == "equals", let text = assertion["value"]?.scalarText else { continue }
            return filled(text).map { [$0] } ?? []
        }
        for name in Self.targetVars {
            if let text = vars?[name]?.scalarText, !text.isEmpty { return [text] }
        }
        return []
    }

    // Made once: a pattern is parsed each time that its literal is come by.
    nonisolated(unsafe) private static let variable = /\s*\{\{-?\s*(\w+)\s*-?\}\}\s*/

    /// A text with its `{{variable}}`, if that is all of it; nil for other templates.
    private func filled(_ text: String) -> String? {
        guard text.contains("{{") else { return text }
        guard let match = text.wholeMatch(of: Self.variable) else { return nil }
        return vars?[String(match.1)]?.scalarText
    }

    /// Short variables and the metadata of the test; never that of the response, which holds HTTP headers.
    func facets(_ collector: inout FacetCollector) -> [Facet] {
        let targets = Set(Self.targetVars)
        var facets = collector.facets(of: vars, excluding: targets.union(Self.questionVars))
        let known = Set(facets.map(\.name))
        let hidden = ["http", "headers", "_promptfooFileMetadata", "_conversation", "transformedVars"]
        facets += collector.facets(of: value["testCase"]?["metadata"], excluding: targets.union(hidden).union(known))
        return facets
    }
}
