import Charts
import Findings

/// The page on which the items of a benchmark are browsed: what they look like together, which are hardest, all pages;
/// and, where scripts run, a search with filters.
struct BrowsePage {
    let board: ItemBoard
    let overview: ItemOverview
    let index: FindingsIndex
    let data: BrowseData
    /// Images that the study names and that are not there.
    let missingImages: Int

    /// How many links to pages there may be in a row.
    static let links = 200

    func page(reader: any ItemReading) throws -> Page {
        let name = index.benchmarkName(board.benchmark)
        let plan = overview.plan
        var page = Page(
            path: plan.browsePath, title: "Items of \(name)", template: "items",
            value: [
                "benchmark": ["name": .text(name), "href": .text(index.benchmarkPath(board.benchmark))],
                "sample": plan.step > 1
                    ? [
                        "shown": .text(Digits.count(plan.places.count)), "total": .text(Digits.count(plan.total)),
                        "ordinal": .text(Self.ordinal(plan.step)),
                    ] : .none,
                "missingImages": missingImages > 0 ? .text(Digits.counted(missingImages, "image")) : .none,
                "unscored": overview.unscored > 0 ? .text(Digits.counted(overview.unscored, "item")) : .none,
                "form": data.form, "histogram": histogram,
                "hardest": try list(overview.hardest, reader: reader),
                "divided": try list(overview.divided, reader: reader),
                "pages": .list(pages), "isThinned": .flag(plan.pages > Self.links),
                "models": .list(
                    board.models.map {
                        [
                            "name": .text(index.modelName($0.model)), "href": .text(index.modelPath($0.model)),
                            "source": .text($0.source),
                        ]
                    }),
            ], section: .items, finding: ItemSentences(index: index).benchmark(overview))
        page.hasOwnCard = false
        return page
    }

    private static func ordinal(_ number: Int) -> String {
        let ending =
            switch (number % 100, number % 10) {
            case (11...13, _): "th"
            case (_, 1): "st"
            case (_, 2): "nd"
            case (_, 3): "rd"
            default: "th"
            }
        return "\(Digits.count(number))\(ending)"
    }

    /// How many items so many models have right.
    private var histogram: TemplateValue {
        let most = overview.byRight.max() ?? 0
        guard most > 0 else { return .none }
        let scored = overview.byRight.reduce(0, +)
        return [
            "models": TemplateValue(overview.models), "total": .text(Digits.count(scored)),
            "rows": .list(
                overview.byRight.enumerated().map { right, items in
                    [
                        "right": TemplateValue(right), "items": .text(ValueFormat.count(items)),
                        "share": .text(
                            Digits.format.stringWithUnit(Double(items) / Double(max(1, scored)), decimals: 1)),
                        "width": .text(ValueFormat.score.string(200 * Double(items) / Double(most), decimals: 1)),
                    ]
                }),
        ]
    }

    private func list(_ shown: [Int], reader: any ItemReading) throws -> TemplateValue {
        let texts = try reader.items(shown.map { overview.plan.places[$0] }, of: board)
        let rows = zip(shown, texts).map { shown, texts -> TemplateValue in
            let place = overview.plan.places[shown]
            let counts = ItemValue.counts(board, place)
            return [
                "href": .text(overview.plan.path(of: shown)),
                "key": .text(ItemText.shown(board.keys[place], most: 80).text),
                "snippet": TemplateValue(ItemSnippet.text(texts)), "right": TemplateValue(counts.right),
                "scored": TemplateValue(counts.scored),
            ]
        }
        return rows.isEmpty ? .none : ["rows": .list(rows)]
    }

    /// The pages, or every so manieth of many.
    private var pages: [TemplateValue] {
        let plan = overview.plan
        let step = max(1, (plan.pages + Self.links - 1) / Self.links)
        return stride(from: 0, to: plan.pages, by: step).map { page in
            let shown = plan.shown(on: page)
            return [
                "href": .text(plan.path(ofPage: page)),
                "range": .text("\(ValueFormat.count(shown.lowerBound + 1))–\(ValueFormat.count(shown.upperBound))"),
            ]
        }
    }
}
