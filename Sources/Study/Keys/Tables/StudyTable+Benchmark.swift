import Records

extension StudyTable {
    static let benchmark = StudyTable(
        "benchmark", isRepeated: true,
        "What is known of a benchmark. Where it is silent, the catalogue speaks; see catalogue.md.",
        keys: [
            StudyKey("id", "a text", or: nil, "its identifier; lower case", example: "\"slake\""),
            known("name", "a text", "its name on pages", example: "\"SLAKE\""),
            known("aliases", "a list of texts", "what logs call it", example: "[\"BoKelvin/SLAKE\"]"),
            known("parent", "a text", "for a part of another benchmark: that one's identifier", example: "\"vqa\""),
            known("subset", "a text", "and the part's name there", example: "\"slake\""),
            known(
                "subset-aliases", "a list of texts", "what logs call its parts; `{}` stands for the part's name",
                example: "[\"slake_{}\"]"),
            known("summary", "a text", "a sentence on its page", example: "\"Questions on radiology images.\""),
            known(
                "answers", oneOf(AnswerForm.allCases.map(\.rawValue)), "whether its items offer options",
                example: "\"mixed\""),
            known(
                "options", "a whole number from 2", "if all items have as many; the chance level follows",
                example: "4"),
            known(
                "chance", "a number from 0 to below 1, or `options`",
                "the score of guessing; `options`: one over the options of each item", example: "\"options\""),
            known(
                "cluster", "a text or a list of texts",
                "facets that make a cluster, tried in order; `none`: no clusters",
                example: "[\"image\", \"img_name\"]"),
            known(
                "capability", "a table", "the facet whose values tell the capability, and the values of each",
                example: "{ facet = \"content_type\", understanding = [\"Organ\"], reasoning = [\"KG\"] }",
                inner: ["facet", "*"]),
            known("capability-source", "a text", "whose division this is", example: "\"authors and year\""),
            known(
                "strata", "a list of texts", "facets with 2 to 40 values: an estimate for each value",
                example: "[\"modality\"]"),
            known("languages", "a list of texts", "of the items, ISO 639-1, or `mul`", example: "[\"en\"]"),
            known(
                "items", "a whole number from 1", "how many it has; fewer in a log are a partial run",
                example: "2094"),
            known(
                "splits", "a table of whole numbers", "how many each split has", example: "{ test = 2094 }",
                inner: ["*"]),
            known(
                "metric", "a text", "the runner's metric that judges, where logs have several",
                example: "\"exact_match\""),
            StudyKey(
                "higher-is-better", "`true` or `false`", or: "`\(BenchmarkEntry(id: "").higherIsBetter)`",
                "`false` for error rates", example: "true"),
            known(
                "measure", oneOf(ScoringMeasure.allCases.map(\.rawValue)),
                "how short answers are scored; see scoring.md", example: "\"match\""),
            known(
                "tolerance", "a number from 0 to below 1", "the relative tolerance of numeric answers", example: "1e-6"),
            known("license", "a text", "of the items", example: "\"CC-BY-4.0\""),
            known("source", "a text", "where it is published", example: "\"authors and year\""),
            known(
                "counts-source", "a text", "where the counts were read, if elsewhere",
                example: "\"the paper's table 2\""),
            StudyKey(
                "show-items", "`true` or `false`", or: "`\(BenchmarkEntry(id: "").showsItems)`",
                "`false` for items that must not be published", example: "true"),
            StudyKey(
                "images", "a text", or: "none",
                "a path below the study's folder, or an address; facets of the item in braces",
                example: "\"images/{image}.png\""),
        ])

    /// A key whose default the catalogue may have.
    private static func known(
        _ name: String, _ value: String, _ summary: String, example: String, inner: [String] = []
    ) -> StudyKey {
        StudyKey(name, value, or: "the catalogue's, if any", summary, example: example, inner: inner)
    }

    static func oneOf(_ words: [String]) -> String {
        let quoted = words.map { "`\($0)`" }
        return quoted.count < 2
            ? quoted.joined() : quoted.dropLast().joined(separator: ", ") + " or " + quoted[quoted.count - 1]
    }
}
