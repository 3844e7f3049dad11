import Records

/// Reads the table `[compare]` of a study file: two releases, and what the release gate lets pass.
enum ComparisonReader {
    /// What may block a release: scopes of comparisons, thresholds and measures.
    ///
    /// The findings know the same words; this room does not know the findings, so a test holds the two lists together.
    static let blockable = ["overall", "benchmark", "capability", "facet", "threshold"] + measures
    static let measures = ["unparsed", "refused", "error", "length", "latency", "output-tokens", "cost"]

    static func read(_ table: TableReader) -> Comparison {
        var comparison = Comparison(baseline: table.string("baseline"), candidate: table.string("candidate"))
        // A baseline without a candidate would be silently ignored, and the other way round.
        if table.node("candidate") != nil {
            _ = table.required("baseline", remedy: "Name the model to compare with, or remove `candidate`.")
        }
        if table.node("baseline") != nil {
            _ = table.required("candidate", remedy: "Name the model to judge, or remove `baseline`.")
        }
        comparison.margin = margin("margin", table)
        if let margins = table.table("margins") {
            for member in margins.freeMembers { comparison.margins[member.key] = margin(member.key, margins) }
        }
        comparison.blocks = table.words("blocks", of: blockable)
        comparison.isStrict = table.bool("strict") ?? false
        comparison.isSequential = table.bool("sequential") ?? false
        if let safety = table.table("safety") {
            for member in safety.freeMembers { comparison.safety[member.key] = safety.strings(member.key) }
        }
        comparison.waivers = table.tables("waiver").compactMap(waiver)
        table.finish()
        return comparison
    }

    private static func margin(_ key: String, _ table: TableReader) -> Double? {
        table.number(key, allowed: "from 0 to below 1") { (0..<1).contains($0) }
    }

    private static func waiver(_ table: TableReader) -> Waiver? {
        let reason = reason(table)
        let until = until(table)
        var waiver = Waiver(reason: reason ?? "", until: until ?? "")
        waiver.candidate = table.string("candidate")
        waiver.benchmark = table.string("benchmark")
        waiver.capability = table.string("capability")
        waiver.facet = facet(table)
        waiver.threshold = table.string("threshold")
        waiver.measure = table.word("measure", of: measures)
        let narrowing = ["candidate", "benchmark", "capability", "facet", "threshold", "measure"]
        // A key with a wrong value has its own error.
        if narrowing.allSatisfy({ table.node($0) == nil }) {
            table.errors.add(
                table.place, field: table.field("candidate"), expected: "a key that says what is waived", found: "none",
                remedy: "Name one of \(narrowing.map { "`\($0)`" }.joined(separator: ", ")); "
                    + "without one the waiver would cover every failure.")
        }
        for key in ["threshold", "capability", "facet"] where waiver.measure != nil && table.node(key) != nil {
            table.errors.add(
                table.place, field: table.field(key), expected: "`measure` without `\(key)`", found: "both",
                remedy: "Measures are compared on whole benchmarks, so that this waiver would cover nothing; "
                    + "make two waivers, or remove one of the keys.")
        }
        table.finish()
        return reason == nil || until == nil ? nil : waiver
    }

    private static func reason(_ table: TableReader) -> String? {
        let remedy = "Say why the failure may pass; whoever reads the gate's output reads it."
        guard let text = table.required("reason", remedy: remedy), let node = table.node("reason") else { return nil }
        if text.contains(where: { !$0.isWhitespace }) { return text }
        table.wrong("reason", node, expected: "a text that is not empty")
        return nil
    }

    /// `name=value`: the value may hold further signs of equality, a name may not.
    private static func facet(_ table: TableReader) -> Facet? {
        guard let text = table.string("facet"), let node = table.node("facet") else { return nil }
        if let sign = text.firstIndex(of: "="), sign > text.startIndex, text.index(after: sign) < text.endIndex {
            return Facet(name: String(text[..<sign]), value: String(text[text.index(after: sign)...]))
        }
        table.wrong("facet", node, expected: "a facet with its value, such as \"modality=CT\"")
        return nil
    }

    private static func until(_ table: TableReader) -> String? {
        guard let node = table.node("until") else {
            table.errors.add(
                table.place, field: table.field("until"), expected: "`until`", found: "none",
                remedy: "Give the last day on which the waiver holds, such as 2026-03-31.")
            return nil
        }
        switch node.content {
        case .date(let text), .string(let text): if CalendarDay.isDay(text) { return text }
        default: break
        }
        table.wrong("until", node, expected: "a day such as 2026-03-31")
        return nil
    }
}
