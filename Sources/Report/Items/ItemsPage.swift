import Charts
import Findings

/// The items of all benchmarks: where to browse them, and how much models differ on them.
enum ItemsPage {
    /// - Parameters:
    ///   - overviews: The benchmarks whose items are shown, in the order of the findings.
    ///   - hidden: The names of benchmarks whose items are not shown.
    static func page(_ overviews: [ItemOverview], hidden: [String], index: FindingsIndex) -> Page {
        let cells = NumberCells(index: index)
        return Page(
            .items, template: "all-items",
            value: [
                "isEmpty": .flag(overviews.isEmpty),
                "hidden": hidden.isEmpty ? .none : .text(Words.list(hidden)),
                "rows": .list(
                    overviews.map { overview in
                        [
                            "name": .text(index.benchmarkName(overview.benchmark)),
                            "href": .text(overview.plan.browsePath), "items": cells.count(overview.plan.total),
                            "shown": cells.count(overview.plan.places.count), "models": cells.count(overview.models),
                            "all": cells.count(overview.all), "some": cells.count(overview.some),
                            "none": cells.count(overview.none), "unscored": cells.count(overview.unscored),
                            "hardest": overview.hardest.first.map { .text(overview.plan.path(of: $0)) } ?? .none,
                            "divided": overview.divided.first.map { .text(overview.plan.path(of: $0)) } ?? .none,
                        ]
                    }),
            ], finding: ItemSentences(index: index).all(overviews))
    }
}
