extension StudyTable {
    static let study = StudyTable(
        "study", "What holds for the whole study.",
        keys: [
            StudyKey("title", "a text", or: "`\(Study().title)`", "on every page", example: "\"My evaluation\""),
            StudyKey(
                "summary", "a text", or: "none", "a paragraph on the home page", example: "\"What is asked.\""),
            StudyKey("label", "a text", or: "none", "a short label for charts and badges", example: "\"draft\""),
            StudyKey(
                "notice", "a text", or: "none", "shown wherever numbers are shown", example: "\"Not for citation.\""),
            StudyKey(
                "simulated", "`true` or `false`", or: "`\(Study().isSimulated)`",
                "whether items were simulated from published figures", example: "false"),
            StudyKey(
                "level", "a number between 0.5 and 1", or: "`\(Study().level)`", "of two-sided intervals",
                example: "0.95"),
            StudyKey(
                "method", "the name of an interval method", or: "the default rule",
                "an interval method in place of the default rule; see statistics.md", example: "\"wilson\""),
            StudyKey(
                "unparsed", "`wrong` or `exclude`", or: "`\(Study().unparsed)`",
                "how predictions without an answer enter a score; both counts are always shown", example: "\"wrong\""),
            StudyKey(
                "seed", "a whole number from 0", or: "`\(Study().seed)`", "of everything random", example: "20250715"),
            StudyKey(
                "replicates", "a whole number from 200 to 10,000,000", or: "`\(Study().replicates)`",
                "of a bootstrap that has no exact distribution", example: "10000"),
            StudyKey("license", "a text", or: "none", "of the results", example: "\"CC-BY-4.0\""),
            StudyKey("cite", "a text", or: "none", "how to cite the results", example: "\"How to cite them.\""),
            StudyKey(
                "base-url", "an address", or: "none",
                "of the site, for links that must be absolute: sitemap, feed (see publishing.md)",
                example: "\"https://example.org\""),
        ])
}
