extension StudyTable {
    static let site = StudyTable(
        "site", "What the site shows of the items.",
        keys: [
            StudyKey(
                "items", "a whole number from 0", or: "all",
                "at most so many items of a benchmark are shown; 0 for none",
                example: "1000"),
            StudyKey(
                "prediction-length", "a whole number from 1", or: "a length that keeps pages light",
                "characters after which a prediction is cut", example: "2000"),
        ])
}
