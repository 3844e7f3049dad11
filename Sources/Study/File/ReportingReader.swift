/// Reads the table `[reporting]` of a study file: what the study says of itself for the reporting checklist.
enum ReportingReader {
    /// The items of the checklist that a study may answer in its own words.
    ///
    /// The pages know the same words; this room does not know the pages, so a test holds the two lists together.
    static let items = [
        "sample-size", "uncertainty", "subgroups", "missing-data", "unparsed-outputs", "repeats", "model-versions",
        "prompts", "leakage", "thresholds", "clusters", "comparisons", "data-source", "reference-standard",
        "error-analysis", "calibration", "availability", "funding", "ethics", "limits",
    ]

    static func read(_ table: TableReader) -> [String: String] {
        var answers: [String: String] = [:]
        for item in items {
            guard let text = table.string(item), let node = table.node(item) else { continue }
            if text.contains(where: { !$0.isWhitespace }) {
                answers[item] = text
            } else {
                table.wrong(item, node, expected: "a text that is not empty")
            }
        }
        table.finish()
        return answers
    }
}
