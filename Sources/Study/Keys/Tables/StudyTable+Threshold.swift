extension StudyTable {
    private static let usual = Threshold(id: "", name: "", minimum: nil, source: "")

    static let threshold = StudyTable(
        "threshold", isRepeated: true, "A minimum that the study demands, which `acuity check` judges.",
        keys: [
            StudyKey("id", "a text", or: nil, "its identifier", example: "\"deployment\""),
            StudyKey("name", "a text", or: "the identifier", "its name on pages", example: "\"Clinical deployment\""),
            StudyKey("minimum", "a number from 0 to 1, or `chance`", or: nil, "what must be reached", example: "0.90"),
            StudyKey(
                "alpha", "a number between 0 and 0.5", or: "`\(usual.alpha)`", "the one-sided error rate",
                example: "0.05"),
            StudyKey(
                "source", "a text", or: nil, "where the number comes from; a threshold without one is refused",
                example: "\"where the number comes from\""),
        ])

    static let thresholdScope = StudyTable(
        "threshold.applies-to", "What is judged. Belongs to the `[[threshold]]` before it.",
        keys: [
            StudyKey(
                "benchmark", "a text", or: "`\(usual.benchmark)`",
                "`*` for each one; or an identifier, or `macro-average`", example: "\"*\""),
            StudyKey(
                "capability", "a text", or: "all items", "items of this capability only", example: "\"reasoning\""),
            StudyKey("each", "a text", or: "none", "every value of this facet must pass", example: "\"modality\""),
        ])
}
