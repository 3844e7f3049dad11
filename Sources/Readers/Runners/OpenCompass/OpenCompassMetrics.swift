import Records

/// The metrics of a run: the one that the details score items under, and the runner's other figures.
struct OpenCompassMetrics {
    let records: [MetricRecord]
    /// How an item's score follows from the details; nil if it does not.
    let scoring: OpenCompassResults.Scoring?
    /// What a full score is in the details.
    let full: Double

    init(_ results: OpenCompassResults) {
        var chosen: (scoring: OpenCompassResults.Scoring, record: MetricRecord, full: Double)?
        for scoring in OpenCompassResults.Scoring.allCases {
            guard let (percent, full) = results.mean(scoring) else { continue }
            if let match = Self.figure(results.figures, equalTo: percent) {
                let isRounded = abs(match.value * (match.scale == 1 ? 100 : 1) - percent) > 1e-6
                let note = isRounded ? "rounded by the runner" : nil
                chosen = (
                    scoring,
                    MetricRecord(name: match.name, reported: match.value, reportedNote: note, scale: match.scale), full
                )
            } else if scoring == .verdict {
                let accuracy = results.figures.first { $0.name == "accuracy" || $0.name.hasPrefix("accuracy (") }
                let note = "the runner's figure is not the mean of the verdicts on the items"
                chosen = (
                    scoring,
                    MetricRecord(
                        name: accuracy?.name ?? "accuracy", reported: accuracy?.value,
                        reportedNote: accuracy == nil ? nil : note, scale: 100), full
                )
            }
            // Comparing texts is only right where the runner's own figure comes out of it.
            if chosen != nil { break }
        }
        scoring = chosen?.scoring
        full = chosen?.full ?? 1
        let note =
            results.rowCount == 0
            ? "the results have no details of the items; run the evaluation with `--dump-eval-details`"
            : "the details hold no score of the items under it"
        let others = results.figures.filter { figure in
            figure.name != chosen?.record.name && !figure.name.hasSuffix("_count") && figure.value.isFinite
        }
        records =
            (chosen.map { [$0.record] } ?? [])
            + others.map { MetricRecord(name: $0.name, reported: $0.value, reportedNote: note, scale: 100) }
    }

    /// The figure that a mean in percent explains: the accuracy before others; a fraction where the runner gives one.
    private static func figure(
        _ figures: [(name: String, value: Double)], equalTo percent: Double
    ) -> (name: String, value: Double, scale: Double)? {
        let usable = figures.filter {
            !$0.name.contains("G-Pass@") && !$0.name.contains("/") && !$0.name.hasSuffix("_count")
        }
        let ordered = usable.filter { $0.name.hasPrefix("acc") } + usable.filter { !$0.name.hasPrefix("acc") }
        // Some evaluators round to two decimals.
        if let found = ordered.first(where: { abs($0.value - percent) < 0.00501 }) {
            return (found.name, found.value, 100)
        }
        let fraction = ordered.first { $0.value <= 1 && abs($0.value * 100 - percent) < 0.00501 }
        return fraction.map { ($0.name, $0.value, 1) }
    }
}
