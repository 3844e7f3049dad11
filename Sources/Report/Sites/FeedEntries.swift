import Findings

/// An entry of the feed.
struct FeedEntry: Equatable {
    var title: String
    /// The page that tells more, and the place on it, if not the whole page.
    var path: String
    var fragment: String?
    /// What makes the entry the same one in the next build.
    var key: [String]
    var date: FeedDate
    var summary: String
}

/// What the feed tells, by rule from findings.
struct FeedEntries {
    let index: FindingsIndex
    let ranking: Ranking?

    /// All entries, the newest first; of one day the comparison first, then the study's order.
    var newestFirst: [FeedEntry] {
        let entries = comparison.map { [$0] + models } ?? models
        return entries.enumerated().sorted {
            $0.element.date == $1.element.date ? $0.offset < $1.offset : $0.element.date > $1.element.date
        }.map(\.element)
    }

    private var cells: NumberCells { NumberCells(index: index) }

    private var models: [FeedEntry] {
        index.document.models.compactMap { model in
            guard let date = FeedDate(model.released) else { return nil }
            return FeedEntry(
                title: model.name, path: index.modelPath(model.id), key: ["model", model.id], date: date,
                summary: noted(place(of: model)))
        }
    }

    /// Where the model stands, with what the number rests on.
    private func place(of model: ModelFinding) -> String {
        guard let ranking, let estimate = ranking.rows.first(where: { $0.model == model.id }),
            let sentence = RankingSentences(index: index, ranking: ranking).place(of: model.id)
        else { return onBenchmarks(model) }
        let details = cells.details(items: estimate.items, clusters: estimate.clusters, estimate.interval)
        return "\(sentence.text) (\(details).)"
    }

    /// The model's numbers where no order holds all models.
    private func onBenchmarks(_ model: ModelFinding) -> String {
        let parts = index.document.benchmarks.compactMap { benchmark -> String? in
            guard let estimate = index.estimate(model.id, on: benchmark.id) else { return nil }
            let details = cells.details(items: estimate.items, clusters: estimate.clusters, estimate.interval)
            return "\(benchmark.name): \(Digits.sentence(estimate.estimate, estimate.interval)) (\(details))."
        }
        return parts.isEmpty ? "The study has no estimate of it yet." : parts.joined(separator: " ")
    }

    /// What changed between the study's two releases, as of the day of the newer one.
    private var comparison: FeedEntry? {
        let findings = index.document.comparisons
        guard let some = findings.first, let outcome = ComparisonSentences(index: index).outcome(findings) else {
            return nil
        }
        let dates = index.document.models.compactMap { FeedDate($0.released) }
        guard let date = FeedDate(index.models[some.candidate]?.released) ?? dates.max() else { return nil }
        let parts = findings.filter { $0.scope == .benchmark || $0.scope == .overall }.map { finding in
            let details = cells.details(items: finding.items, clusters: finding.clusters, finding.interval)
            return "\(finding.benchmark.map(index.benchmarkName) ?? "Macro-average"): "
                + "\(Digits.points(finding.estimate, finding.interval)) (\(details))."
        }
        return FeedEntry(
            title: "\(index.modelName(some.candidate)) against \(index.modelName(some.baseline))",
            path: SitePage.releases.rawValue, fragment: "comparison",
            key: ["comparison", some.baseline, some.candidate], date: date,
            summary: noted(([outcome.text] + parts).joined(separator: " ")))
    }

    /// The study's notice goes wherever numbers go.
    private func noted(_ text: String) -> String {
        guard let notice = index.document.study.notice else { return text }
        return "\(text) \(notice)" + (notice.hasSuffix(".") ? "" : ".")
    }
}
