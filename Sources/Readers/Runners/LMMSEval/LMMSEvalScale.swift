import Records

/// What the scores of one metric turn out to be while rows are read: fractions or percentages, and their mean.
///
/// Scores of 0 fit every scale, so that the first other one decides.
struct LMMSEvalScale {
    let name: String
    /// What a full score is; nil as long as all scores are 0.
    private(set) var decided: Double?
    private(set) var scoredCount = 0
    private var sum = 0.0
    /// How many items with options and how many without were scored, and how many of the former are right.
    private(set) var choiceCount = 0
    private(set) var choiceSum = 0.0

    /// Parts of names of metrics that have a largest value; ratings such as 1 to 5 stay as they are.
    private static let shares = ["acc", "rate", "score", "em", "exact", "match", "f1", "recall", "precision"]

    init(name: String) { self.name = name }

    /// The scale of the scores so far.
    var scale: Double { decided ?? 1 }

    /// Enters a score and returns it divided by the scale.
    mutating func add(_ score: Double, isChoice: Bool) -> Double {
        scoredCount += 1
        sum += score
        if isChoice {
            choiceCount += 1
            choiceSum += score
        }
        if score == 0 { return 0 }
        if decided == nil {
            let isShare = Self.shares.contains(where: name.lowercased().contains)
            decided = score == 100 || (score > 10 && score <= 100 && isShare) ? 100 : 1
        }
        return score / scale
    }

    /// The metric with the runner's figure, and why that figure is not the mean over items if it is not.
    func metric(reported: Double?, higherIsBetter: Bool) -> MetricRecord {
        var metric = MetricRecord(name: name, reported: reported, scale: scale, higherIsBetter: higherIsBetter)
        guard let reported else { return metric }
        guard scoredCount > 0 else {
            metric.reportedNote = "the rows hold no score of their own; the task makes the figure when it aggregates"
            return metric
        }
        let mean = sum / Double(scoredCount)
        if Self.agree(reported, mean, scale) { return metric }
        if scale == 1, Self.agree(reported / 100, mean, 1) {
            metric.reported = reported / 100
            return metric
        }
        let openCount = scoredCount - choiceCount
        if choiceCount > 0, openCount > 0, Self.agree(reported, choiceSum / Double(scoredCount), 1) {
            metric.reportedNote =
                "the runner counts none of the \(openCount) open items as right, because it compares their answers "
                + "character by character; here MMMU's own rule judges them"
        } else {
            metric.reportedNote = "the task aggregates its items in its own way, not by their mean"
        }
        return metric
    }

    /// Runners round their figures to four or five decimals.
    private static func agree(_ left: Double, _ right: Double, _ scale: Double) -> Bool {
        abs(left - right) <= 6e-5 * scale
    }
}
