extension StudyTable {
    static let model = StudyTable(
        "model", isRepeated: true, "What is known of a model. Where it is silent, its name is read; see catalogue.md.",
        keys: [
            StudyKey("id", "a text", or: nil, "its identifier", example: "\"lingshu-7b\""),
            read("name", "a text", "its name on pages", example: "\"Lingshu-7B\""),
            read("family", "a text", "what it is a version of", example: "\"Lingshu\""),
            read("kind", "a text", "`medical` or `general`, or what the study calls it", example: "\"medical\""),
            read("parameters", "a number above 0", "how many it has", example: "7e9"),
            StudyKey("released", "a date", or: "none", "when it was released", example: "2025-06-08"),
            StudyKey(
                "aliases", "a list of texts", or: "none", "what logs call it",
                example: "[\"lingshu-medical-mllm/Lingshu-7B\"]"),
        ])

    /// A key whose default is read from the model's name.
    private static func read(_ name: String, _ value: String, _ summary: String, example: String) -> StudyKey {
        StudyKey(name, value, or: "what its name tells", summary, example: example)
    }
}
