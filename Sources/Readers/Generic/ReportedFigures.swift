import Records

/// Figures that a program wrote beside its rows or in a file of their own, such as `accuracy`.
struct ReportedFigures {
    private let figures: [(name: String, value: Double)]

    init(_ constants: [String: String]) {
        figures = constants.sorted { $0.key < $1.key }.compactMap { name, text in
            Double(text).flatMap { $0.isFinite ? (name, $0) : nil }
        }
    }

    private static let accuracies: Set<String> = [
        "accuracy", "acc", "totalaccuracy", "overallaccuracy", "accuracyglobal", "meanaccuracy",
    ]

    /// The run with what was reported for its metrics. The accuracy goes to the judging metric where that is a matter of
    /// right and wrong; without a metric it stands alone, so that it can be compared with Acuity's own score.
    func completing(_ run: RunRecord) -> RunRecord {
        var run = run
        for index in run.metrics.indices {
            let name = FieldGuess.folded(run.metrics[index].name)
            // A number above the scale is a count of right answers.
            let own = figures.first { figure in
                let folded = FieldGuess.folded(figure.name)
                return (folded == name || folded == "mean" + name) && figure.value <= max(1, run.metrics[index].scale)
            }
            let isAccuracy = index == 0 && !["f1", "bleu", "rougel", "score", "reward"].contains(name)
            guard let figure = own ?? (isAccuracy ? accuracy : nil) else { continue }
            run.metrics[index].reported = figure.value
        }
        if run.metrics.isEmpty, let accuracy {
            run.metrics = [
                MetricRecord(
                    name: accuracy.name, reported: accuracy.value,
                    reportedNote: "the rows hold no score of their own", scale: accuracy.value > 1 ? 100 : 1)
            ]
        }
        return run
    }

    /// The figure that tells the share of right answers, or nil.
    var accuracy: (name: String, value: Double)? {
        figures.first { Self.accuracies.contains(FieldGuess.folded($0.name)) && (0...100).contains($0.value) }
    }
}
