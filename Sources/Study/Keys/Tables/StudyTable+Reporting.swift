extension StudyTable {
    static let reporting = StudyTable(
        "reporting", "What the logs cannot tell, for the checklist of the site; see claims.md.",
        keys: [
            answer("sample-size", "how many items, and why so many"),
            answer("uncertainty", "how sure each estimate is"),
            answer("subgroups", "how performance differs between subgroups"),
            answer("missing-data", "what is missing, and how it was handled"),
            answer("unparsed-outputs", "what became of refusals and of answers that could not be read"),
            answer("repeats", "whether runs were repeated, and how much answers vary"),
            answer("model-versions", "which models, in which version, and when they were asked"),
            answer("prompts", "with which prompts, and how these were found"),
            answer("leakage", "whether the models could have seen the test items in training"),
            answer("thresholds", "whether thresholds were set before results were seen"),
            answer("clusters", "whether items share images or patients"),
            answer("comparisons", "how models were compared"),
            answer("data-source", "where the items come from, and which were taken"),
            answer("reference-standard", "who decided what is right, and how well"),
            answer("error-analysis", "which cases go wrong"),
            answer("calibration", "whether the models know when they are wrong"),
            answer("availability", "whether data, code and outputs can be had"),
            answer("funding", "who paid, and who has an interest"),
            answer("ethics", "who approved the use of the data"),
            answer("limits", "what the study cannot show"),
        ])

    private static func answer(_ item: String, _ summary: String) -> StudyKey {
        StudyKey(
            item, "a text", or: "not given, or what the findings show", summary,
            example: "\"In the study's own words.\"")
    }
}
