extension StudyTable {
    static let claim = StudyTable(
        "claim", isRepeated: true, "What somebody claims, held against the findings; see claims.md.",
        variants: [
            [
                id("general-rivals-medical"), about("kinds"),
                StudyKey(
                    "first", "a text", or: nil, "the kind of models that is claimed to be as good",
                    example: "\"general\""),
                StudyKey("second", "a text", or: nil, "as this kind", example: "\"medical\""),
                StudyKey(
                    "margin", "a number from 0 to below 1", or: "0",
                    "how far below still matches, in score points of 1",
                    example: "0.01"),
            ],
            [id("reasoning-is-lower"), about("gap")],
            [
                id("benchmarks-differ"), about("variance"),
                StudyKey(
                    "minimum", "a number from 0 to below 1", or: "0",
                    "the standard deviation between benchmarks that is called wide", example: "0.05"),
            ],
            [
                id("none-is-ready"), about("threshold"),
                StudyKey(
                    "threshold", "a text", or: nil, "the identifier of a threshold that no model passes",
                    example: "\"deployment\""),
            ],
        ],
        keys: [
            StudyKey(
                "name", "a text", or: "the identifier", "its name on pages", example: "\"General rivals medical\""),
            StudyKey(
                "text", "a text", or: nil, "the claim in its author's words",
                example: "\"General models match medical ones on several benchmarks.\""),
            StudyKey(
                "source", "a text", or: nil, "whose claim it is; one without a source is refused",
                example: "\"whose claim it is\""),
            StudyKey(
                "least", "a whole number from 1", or: "all", "how many benchmarks, or models, must support it",
                example: "3"),
            StudyKey(
                "caveats", "a list of texts", or: "none", "what else speaks against resting too much on it",
                example: "[\"Kind and size go together.\"]"),
        ])

    private static func id(_ example: String) -> StudyKey {
        StudyKey("id", "a text", or: nil, "its identifier", example: "\"\(example)\"")
    }

    private static func about(_ subject: String) -> StudyKey {
        StudyKey("about", oneOf(ClaimReader.subjects), or: nil, "what it is about", example: "\"\(subject)\"")
    }
}
