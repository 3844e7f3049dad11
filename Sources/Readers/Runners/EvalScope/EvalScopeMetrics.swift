import Records

/// The metrics of a run: one for each score of the rows, and the report's other figures.
struct EvalScopeMetrics {
    private(set) var records: [MetricRecord] = []
    private var positions: [String: Int] = [:]
    /// The scores that are no shares, with their largest value.
    private(set) var leftOut: [(name: String, largest: Double)] = []
    /// Whether only some of the report's subsets are read.
    let isPartial: Bool

    /// - Parameter read: the subsets that are read.
    init(_ survey: EvalScopeSurvey, _ report: EvalScopeReport, read: [String]) {
        isPartial = !report.subsets.isEmpty && !report.subsets.isSubset(of: read)
        var scores = survey.scores
        // The report's order first, so that the metric by which the runner judges is the first one.
        let order = report.figures.map(\.name)
        let isOnly = scores.count == 1
        func place(_ score: String) -> Int {
            report.figure(of: score, isOnly: isOnly).flatMap { order.firstIndex(of: $0.name) } ?? order.count
        }
        if order.isEmpty, let main = survey.mainScore, let first = scores.firstIndex(of: main) {
            scores.insert(scores.remove(at: first), at: 0)
        } else {
            scores = scores.enumerated().sorted { (place($0.element), $0.offset) < (place($1.element), $1.offset) }.map(
                \.element)
        }
        var used: Set<String> = []
        for score in scores {
            let figure = report.figure(of: score, isOnly: isOnly)
            let range = survey.ranges[score] ?? 0...0
            let full = figure?.full ?? 1
            guard range.lowerBound >= 0, range.upperBound <= full else {
                leftOut.append((score, range.upperBound))
                continue
            }
            let name = figure?.name ?? (score.isEmpty ? "result" : "mean_\(score)")
            guard used.insert(name).inserted else { continue }
            positions[score] = records.count
            records.append(record(name, figure, full, read))
        }
        for figure in report.figures where used.insert(figure.name).inserted {
            records.append(
                MetricRecord(
                    name: figure.name, reported: isPartial ? nil : figure.value,
                    reportedNote: "the rows hold no score of their own under it; the runner aggregates them as a whole",
                    scale: figure.full ?? 1, higherIsBetter: !figure.isLowerBetter))
        }
    }

    private func record(
        _ name: String, _ figure: EvalScopeReport.Figure?, _ full: Double, _ read: [String]
    ) -> MetricRecord {
        guard let figure else { return MetricRecord(name: name) }
        let part = read.count == 1 ? figure.subsets[read[0]] : nil
        let reported = isPartial ? part : figure.value
        let note =
            figure.isMean
            ? "given to four decimals; figures of subsets are rounded before the whole is made of them"
            : "the runner clips the mean; given to four decimals"
        return MetricRecord(
            name: name, reported: reported, reportedNote: reported == nil ? nil : note, scale: full,
            higherIsBetter: !figure.isLowerBetter)
    }

    /// The scores of an answer.
    func scores(of answer: EvalScopeAnswer) -> [MetricScore] {
        answer.scores.compactMap { name, value in
            positions[name].map { MetricScore(metric: $0, value: value / records[$0].scale) }
        }
    }

    /// Scores without a value, for an answer that the scorer failed on.
    var none: [MetricScore] { positions.values.sorted().map { MetricScore(metric: $0, value: nil) } }
}
