extension StudyTable {
    static let published = StudyTable(
        "published", isRepeated: true, "What another source prints, held against the estimates; see claims.md.",
        keys: [
            StudyKey("source", "a text", or: nil, "who prints it", example: "\"who prints it\""),
            StudyKey("note", "a text", or: "none", "what is known to be different there", example: "\"other prompts\""),
            StudyKey(
                "accuracies", "a table of tables of numbers", or: nil, "by model and benchmark, from 0 to 1",
                example: "{ lingshu-7b = { slake = 0.831 } }", inner: ["*", "*.*"]),
        ])
}
