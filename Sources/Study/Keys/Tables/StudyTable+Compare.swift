extension StudyTable {
    static let compare = StudyTable(
        "compare", "Two releases of a model, and the policy of the release gate; see release-gate.md.",
        keys: [
            StudyKey(
                "baseline", "a text", or: "the command line's",
                "the model to compare with; `baseline` and `candidate` stand together or not at all",
                example: "\"lingshu-7b\""),
            StudyKey(
                "candidate", "a text", or: "the command line's", "the model to judge", example: "\"lingshu-7b-next\""),
            StudyKey(
                "margin", "a number from 0 to below 1", or: "nothing is called equivalent",
                "of equivalence, in score points of 1", example: "0.01"),
            StudyKey(
                "margins", "a table of numbers", or: "`margin`", "of single benchmarks", example: "{ slake = 0.02 }",
                inner: ["*"]),
            StudyKey(
                "blocks", "a list of words", or: "every regression of a score", "what holds a release up; see below",
                example: "[\"overall\", \"capability\", \"threshold\", \"unparsed\"]"),
            StudyKey(
                "strict", "`true` or `false`", or: "`\(Comparison().isStrict)`",
                "whether an inconclusive comparison holds a release up: exit code 4", example: "false"),
            StudyKey(
                "sequential", "`true` or `false`", or: "`\(Comparison().isSequential)`",
                "whether the gate runs on growing logs; intervals then hold at any time", example: "false"),
            StudyKey(
                "safety", "a table of lists of texts", or: "none", "values of facets whose lost items are shown first",
                example: "{ modality = [\"CT\", \"MRI\"] }", inner: ["*"]),
        ])

    static let waiver = StudyTable(
        "compare.waiver", isRepeated: true,
        "A failure that is let pass until a day. Everything that it names must agree; it names at least one of candidate, "
            + "benchmark, capability, facet, threshold and measure.",
        apart: ["candidate", "measure"],
        keys: [
            any("candidate", "a model", example: "\"lingshu-7b-next\""),
            any("benchmark", "its identifier", example: "\"slake\""),
            any("capability", "its name", example: "\"reasoning\""),
            any("facet", "a facet with its value", example: "\"modality=CT\""),
            any("threshold", "its identifier", example: "\"deployment\""),
            StudyKey(
                "measure", oneOf(ComparisonReader.measures), or: "any",
                "on whole benchmarks: not with capability, facet or threshold", example: "\"latency\""),
            StudyKey(
                "reason", "a text", or: nil, "why it may pass; it is shown", example: "\"the protocol is retired\""),
            StudyKey("until", "a date", or: nil, "the last day on which it holds", example: "2026-03-31"),
        ])

    private static func any(_ name: String, _ summary: String, example: String) -> StudyKey {
        StudyKey(name, "a text", or: "any", summary, example: example)
    }
}
