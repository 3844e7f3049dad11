import Records

extension StudyTable {
    static let logs = StudyTable(
        "logs", isRepeated: true,
        "Where logs lie, and what they do not say themselves. One table for each kind of log.",
        keys: [
            StudyKey(
                "path", "a text", or: nil, "a file, a folder or a pattern; `{name}` captures a part of the path",
                example: "\"logs/{model}_run{run}.jsonl\""),
            StudyKey(
                "runner", "an identifier of `acuity formats`", or: "`auto`",
                "which reader reads the logs, where it cannot be told from them", example: "\"auto\""),
            StudyKey(
                "model", "a text", or: "what the log says", "for logs that do not name it, or that call it otherwise",
                example: "\"Lingshu-7B\""),
            StudyKey("benchmark", "a text", or: "what the log says", "the same", example: "\"slake\""),
        ])

    static let logFields = StudyTable(
        "logs.fields",
        "For a log that no reader knows: where its fields are. Belongs to the `[[logs]]` before it; see readers/generic.md.",
        keys: [
            field("item", "what identifies the item", example: "\"meta.id\"", isText: true),
            field("model", "the model's name", example: "\"model\"", isText: true),
            field("benchmark", "the benchmark's name", example: "{ constant = \"slake\" }", isText: true),
            field("prediction", "what the model answered", example: "\"output\""),
            field("target", "the right answer", example: "\"gold\""),
            field("score", "the runner's score; without it Acuity scores the answers", example: "\"is_right\""),
            field("choices", "the options", example: "\"options\""),
            field("question", "what was asked", example: "\"question\""),
            field("epoch", "which of several answers to the item", example: "\"{run}\"", isText: true),
            field("cluster", "what items belong together", example: "\"image\""),
            field("error", "why there is no prediction", example: "\"error\""),
            field("answer", "the answer that the runner extracted", example: "\"extracted\""),
            field("confidence", "the probability, in [0, 1], of the answer being right", example: "\"p\""),
            field("latency", "from asking to the whole answer, in seconds", example: "\"seconds\""),
            field("latency-ms", "or in milliseconds; the seconds go first", example: "\"elapsed\""),
            field("output-tokens", "how many tokens the model wrote", example: "\"usage.completion_tokens\""),
            field("cost", "the price of the prediction", example: "\"cost_usd\""),
            StudyKey(
                "facets", "a table of fields", or: "guessed", "properties of the items, each under its own name",
                example: "\"meta.modality\"", as: "facets.modality", inner: ["*"]),
        ])

    /// A field has a column's name or a dotted path; some may be a text of the whole file.
    private static func field(_ name: String, _ summary: String, example: String, isText: Bool = false) -> StudyKey {
        let value =
            isText
            ? "a field, a text with `{file}`, `{folder}` or a capture, or `{ constant = \"...\" }`" : "a field"
        return StudyKey(name, value, or: "guessed", summary, example: example)
    }
}
