import Findings

/// What the outputs say of the level over three or more releases.
struct HistoryWords {
    let index: GateIndex

    /// A sentence a change; one for each history without any.
    var section: GateSection? {
        let histories = index.document.histories
        guard !histories.isEmpty else { return nil }
        return GateSection(title: "The level over the releases", lines: histories.flatMap(lines))
    }

    private func lines(_ history: HistoryFinding) -> [String] {
        let place = history.benchmark.map(index.benchmarkName) ?? "overall"
        let count = GateWords.counted(history.points.count, "release")
        let rate = "error rate \(Digits.level(history.alpha)), n = \(Digits.count(history.items))"
        guard !history.changes.isEmpty else { return ["\(place): no change of level over \(count) (\(rate))."] }
        return history.changes.map { change in
            "\(place): another level from \(GateWords.name(change.model)) on, "
                + "\(GateWords.change(change.estimate, change.interval)), "
                + "\(GateWords.pClause(change.pValue)) (\(count), \(rate))."
        }
    }
}
