import Findings
import Store

extension BenchmarkData {
    /// The runs with everything that was counted in them, by model, then path.
    ///
    /// - Parameter sources: the logs by path.
    func runFindings(sources: [String: StoredSource]) -> [RunFinding] {
        runs.map { analysed in
            let run = analysed.run
            let unread = sources[run.sourcePath]?.unread ?? 0
            return RunFinding(
                model: run.model, benchmark: entry.id, source: run.sourcePath, startedAt: run.startedAt,
                isUsed: analysed.isUsed, isPartial: unread > 0, unread: unread, items: run.items,
                predictions: run.predictions, epochs: run.epochs, missing: itemCount - run.items,
                duplicates: run.duplicates, unparsed: run.unparsed,
                refused: run.refused, errors: run.errors, unscored: run.unscored, scoredByBoth: run.scoredByBoth,
                disagreements: run.disagreements, metric: run.scores.isEmpty ? nil : metric(of: run),
                metrics: zip(run.scores, analysed.means).map { stored, mean in
                    MetricFinding(
                        metric: stored.metric.name, mean: mean, reported: stored.metric.reported,
                        note: Self.note(stored, mean: mean, run: run))
                })
        }.sorted { ($0.model, $0.source) < ($1.model, $1.source) }
    }

    /// Why the runner's figure and the mean over items differ, or nil if they agree to the digits that were printed.
    private static func note(_ stored: StoredScores, mean: Double?, run: StoredRun) -> String? {
        if let note = stored.metric.reportedNote { return note }
        guard let reported = stored.metric.reported, let mean, abs(reported - mean) > 5e-5 * stored.metric.scale else {
            return nil
        }
        if let items = run.itemsReported, items != run.items {
            return "the runner's figure rests on \(items) items, the log holds \(run.items)"
        }
        return "the runner's figure is not the mean over the logged items"
    }
}
