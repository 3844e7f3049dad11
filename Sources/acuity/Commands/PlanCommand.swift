import Foundation

extension CommandDefinition {
    private static func number(_ name: String, _ description: String) -> OptionDefinition {
        OptionDefinition(name: name, value: "X", description: description)
    }

    static let plan = CommandDefinition(
        name: "plan", summary: "how many items a study needs, and what it could see",
        description: """
            Computes, before anything is evaluated, how many items a verdict, an interval or a comparison needs, or what a given \
            number of items can show. Reads no files. Name what is expected with `--accuracy`, and one of `--threshold`, \
            `--width`, `--difference` or `--items`.
            """,
        options: [
            number("accuracy", "the accuracy that is expected, in (0, 1)"),
            number("threshold", "a threshold to be passed or failed"),
            number("width", "the width that the interval may have"),
            number("difference", "the difference of two models that must not be missed"),
            number(
                "disagreement", "the share of items that only one of the two gets right (default: as large as chance)"),
            number("items", "the items there are: what can they show?"),
            number("level", "the level of intervals (default: 0.95)"),
            number("alpha", "the error rate: one-sided for a threshold, two-sided for a difference (default: 0.05)"),
            number("power", "the probability of seeing what is there (default: 0.8)"),
            number("design-effect", "by how much clusters increase the variance (default: 1)"), .json,
        ],
        examples: [
            CommandExample("acuity plan --accuracy 0.93 --threshold 0.9", "items for a verdict on a threshold"),
            CommandExample(
                "acuity plan --accuracy 0.7 --difference 0.03 --disagreement 0.2",
                "items for a difference of two models on the same items"),
            CommandExample(
                "acuity plan --accuracy 0.6 --width 0.05 --design-effect 1.8",
                "items for an interval of a width, where items come in clusters"),
            CommandExample("acuity plan --accuracy 0.6 --items 500", "what 500 items can show"),
        ],
        guides: [.statistics]
    ) { invocation, console in
        let plan = try StudyPlan(invocation)
        let answers = plan.answers()
        guard !answers.isEmpty else {
            throw UsageError(
                "expected --threshold, --width, --difference or --items; found none of them. See `acuity plan --help`.")
        }
        if invocation.has(.json) {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            console.result(String(decoding: try encoder.encode(["plan": answers]), as: UTF8.self))
        } else {
            for answer in answers { console.result(answer.sentence) }
        }
        return .success
    }
}
